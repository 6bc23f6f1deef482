"""A brief in which every field of the model is filled, each text with a word that stands nowhere else."""

from __future__ import annotations

import itertools
import types
import typing
from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

import attrs

from briefgen import model
from briefgen.model import Brief, Date
from briefgen.prose import Prose

# What is never printed, or is not words of the brief's own.
UNPRINTED = {"remark", "formerly", "scales", "layout", "allow", "key", "file", "figure", "language", "marking", "id"}
KINDS = {"event": "developments", "source": "sources", "actor": "actors", "issue": "issues"}


class Filler:
    """Makes parts whose every text is a new word; `words` maps each word to the field it stands in."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.count = itertools.count(1)

    def word(self, where: str) -> str:
        word = f"word{next(self.count)}x"
        self.words[word] = where
        return word

    def make(self, kind: type, where: str, **given: Any) -> Any:
        values = {
            field.name: self.value(field, f"{where}.{field.name}")
            for field in attrs.fields(kind)
            if field.name not in given and field.name not in UNPRINTED
        }
        made = {name: value for name, value in (values | given).items() if value is not None}
        return kind(**made)

    def value(self, field: attrs.Attribute, where: str) -> Any:
        refers = field.metadata.get("refers")
        if refers:
            return self.reference(field, refers)
        hint = (
            typing.get_type_hints(field_owner(field, where)).get(field.name)
            if isinstance(field.type, str)
            else field.type
        )
        return self.of(hint, where)

    def reference(self, field: attrs.Attribute, refers: tuple[str, ...]) -> Any:
        kind = "event" if refers[0] == "any" else refers[0]
        name = f"{kind}-1"
        return (name,) if "tuple" in str(field.type) else name

    def of(self, hint: Any, where: str) -> Any:
        if get_origin(hint) in (types.UnionType, typing.Union):
            hint = next(option for option in get_args(hint) if option is not types.NoneType)
        if get_origin(hint) is Literal:
            return get_args(hint)[0]
        if get_origin(hint) in (tuple, Sequence):
            return (self.of(get_args(hint)[0], where),)
        if isinstance(hint, type) and issubclass(hint, Prose):
            return hint(self.word(where))
        if hint is str:
            return self.word(where)
        if hint is Date:
            year = str(1000 + len(self.words))
            self.words[year] = where
            return Date(year)
        if hint is bool:
            return True
        if hint in (int, float):
            return 1
        return self.make(hint, where) if attrs.has(hint) else None


def field_owner(field: attrs.Attribute, where: str) -> type:
    raise TypeError(f"{where}: the field's type is text: {field.type}")


def full_brief() -> tuple[Brief, dict[str, str]]:
    """Make the brief, and the words with the fields they stand in."""
    fill = Filler()
    lists = {
        "key_judgments": model.Judgment,
        "key_figures": model.KeyFigure,
        "developments": model.Event,
        "timeline": model.Event,
        "actors": model.Actor,
        "issues": model.Issue,
        "positions": model.Position,
        "effects": model.Effect,
        "scenarios": model.Scenario,
        "risks": model.Risk,
        "options": model.Option,
        "recommendations": model.Recommendation,
        "gaps": model.Gap,
        "sections": model.Section,
        "annexes": model.Section,
        "sources": model.Source,
        "glossary": model.Term,
    }
    given: dict[str, Any] = {}
    for name, kind in lists.items():
        ident = f"{kind.kind_name}-{1 if name not in ('timeline', 'annexes') else 2}"
        given[name] = (fill.make(kind, name, id=ident, **SPECIAL.get(name, {})),)
    given["exhibits"] = (fill.make(model.Exhibit, "exhibits", id="exhibit-1"),)
    given["marking"] = fill.make(model.Marking, "marking")
    return fill.make(Brief, "brief", **given), fill.words


# Where a chain of references would be a circle, or a value has to fit.
SPECIAL: dict[str, dict[str, Any]] = {
    "effects": {"causes": ("event-1",)},
    "actors": {"part_of": None},
    "developments": {"after": None},
    "timeline": {"after": "event-1"},
    "sources": {"seen_in": None, "derives_from": (), "reliability": "B", "sources": ()},
}
