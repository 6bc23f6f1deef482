"""A brief whose every text is what an attacker, a careless paste or another language would put there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from attrs import frozen
from briefs import plain
from full_brief import full_brief

import briefgen
from briefgen.errors import BriefgenError, Diagnostic, Severity
from briefgen.files.load import from_dict
from briefgen.model import Brief
from briefgen.model.describe import field_at, holds_prose

_WORD = re.compile(r"word\d+x")
# Fields that name another thing, and can't be any words at all: an id, a scale, a level of a marking scheme.
_NAMES = re.compile(r"(\.id|scale|scheme|unmarked)$")


@frozen
class Filled:
    """A brief of a text in every field: the fields with the mark that each text begins with, and what was refused."""

    brief: Brief
    marks: Mapping[str, str]
    refused: tuple[Diagnostic, ...]


@cache
def ordinary() -> Mapping[str, object]:
    """Give the plain data of a brief with a word of its own in every field; names in words where they may be."""
    data = plain(full_brief()[0])
    data["positions"][0]["according_to"]["who"] = "word900x"
    data["marking"]["level"] = "TLP:AMBER"
    data["developments"][0]["reports"][0]["id"] = "claim-1"
    return changed(data, lambda path, text: None if _NAMES.search(path) and _WORD.fullmatch(text) else text)


def filled(label: Callable[[str], str], prose: Callable[[str], str]) -> Filled:
    """Fill every field of a brief: `label` and `prose` make a field's text from its mark.

    A field that refuses its text with an error that names it is left out, and the error is kept.
    """
    marks: dict[str, str] = {}

    def fill(path: str, text: str) -> str:
        if not _WORD.fullmatch(text):
            return text
        marks[path] = text
        return (prose if holds_prose(field_at(Brief, path)) else label)(text)

    data, refused = changed(ordinary(), fill), {}
    while wrong := errors(data):
        named = {d.path: d for d in wrong}
        assert [str(d) for path, d in named.items() if path not in marks] == []
        # The mark alone takes the text's place; where even that is refused, as an address, the field is left out.
        data = _without(data, {path: marks[path] for path in named})
        refused |= named
    taken = {path: mark for path, mark in marks.items() if path not in refused}
    return Filled(briefgen.from_dict(data), taken, tuple(refused.values()))


def _without(data: object, marks: Mapping[str, str]) -> object:
    return changed(data, lambda path, text: None if marks.get(path) == text else marks.get(path, text))


def errors(data: Mapping[str, object]) -> list[Diagnostic]:
    """Give the errors that keep a brief from being built."""
    try:
        found = briefgen.check(from_dict(data).brief)
    except BriefgenError as error:
        found = error.diagnostics
    return [d for d in found if d.severity is Severity.ERROR]


def changed(data: object, change: Callable[[str, str], str | None], path: str = "") -> object:
    """Give plain data with other texts; one that becomes None is left out."""
    if isinstance(data, Mapping):
        made = {name: changed(item, change, f"{path}.{name}" if path else name) for name, item in data.items()}
        return {name: item for name, item in made.items() if item is not None}
    if isinstance(data, list):
        made = [changed(item, change, f"{path}[{position}]") for position, item in enumerate(data)]
        return [item for item in made if item is not None]
    return change(path, data) if isinstance(data, str) else data
