"""`template.toml`: what a template says about itself, inherited from the template that it extends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from os.path import lexists
from typing import Any

from attrs import evolve, field, frozen

from ..datafiles import inside, read_tables
from ..errors import Diagnostic, Place, TemplateError
from ..model.mistakes import nearest
from .faults import Refused
from .search import Folder, Found, find, read

FILE = "template.toml"
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+[\"']([^\"']+)[\"']")
_MAX_BASES = 20


@frozen
class Option:
    """A choice that a template leaves open: its default, the values it may have, and what it does."""

    default: object
    choices: tuple[object, ...] = ()
    description: str = ""


@frozen
class About:
    """A template's name, what it makes (`Policy brief`), what it is for, and its options."""

    name: str = ""
    kind: str = ""
    description: str = ""
    options: Mapping[str, Option] = field(factory=dict)


def about(folders: tuple[Folder, ...], found: Found) -> About:
    """Read what a template says about itself; what it leaves out is as in the template that it extends.

    Raises `TemplateError` for a file that can't be read, `Refused` for a template that extends itself in a circle.
    """
    chain: list[tuple[Mapping[str, Any], str]] = []
    here: Found | None = found
    while here is not None:
        if len(chain) > _MAX_BASES:
            raise Refused(f"the template {found.name} extends itself in a circle", code="template-circle")
        data, place = _data(here)
        chain.append((data, place))
        base = data.get("extends") or _extended(here)
        here = find(folders, base, here) if base else None
    said = About(name=found.path.parent.name)
    for data, place in reversed(chain):
        said = _over(said, data, place)
    return said


def _extended(found: Found) -> str:
    extends = _EXTENDS.search(read(found))
    return extends[1] if extends else ""


def _data(found: Found) -> tuple[dict[str, Any], str]:
    path = found.path.parent / FILE
    place = path.as_posix()
    if found.path.name != "brief.md.j2" or not lexists(path):
        return {}, place
    if not inside(path.parent, FILE):
        raise _wrong(place, "is a link out of its folder")
    try:
        return read_tables(path), place
    except ValueError as error:
        raise _wrong(place, f"can't be read: {error}") from None


def _over(base: About, data: Mapping[str, Any], place: str) -> About:
    known = {"name", "kind", "description", "extends", "options"}
    for key in data:
        if key not in known:
            raise _wrong(place, f"{key!r} is no key of a template's file", nearest(key, known))
    texts = {key: str(data[key]) for key in ("name", "kind", "description") if key in data}
    options = {key: _option(value, place, key) for key, value in dict(data.get("options", {})).items()}
    return evolve(base, **texts, options={**base.options, **options})


def _option(value: Any, place: str, key: str) -> Option:
    if not isinstance(value, dict):
        return Option(value)
    if "default" not in value:
        raise _wrong(place, f"the option {key!r} has no default")
    return Option(value["default"], tuple(value.get("choices", ())), str(value.get("description", "")))


def chosen(said: About, given: Mapping[str, object]) -> dict[str, object]:
    """Give each option's value: as given, else its default.

    Raises `TemplateError` naming every option that is not the template's, and every value that it may not have.
    """
    wrong = [found for key, value in given.items() if (found := _misfit(said, key, value))]
    if wrong:
        raise TemplateError(wrong)
    return {key: given.get(key, option.default) for key, option in said.options.items()}


def _misfit(said: About, key: str, value: object) -> Diagnostic | None:
    option = said.options.get(key)
    if option is None:
        close = nearest(key, said.options)
        hint = f"nearest: {close!r}" if close else f"its options: {', '.join(said.options) or 'none'}"
        return Diagnostic("unknown-option", f"{key!r} is no option of the template {said.name}", hint=hint)
    if option.choices and value not in option.choices:
        hint = f"one of: {', '.join(map(str, option.choices))}"
        return Diagnostic("wrong-option", f"the option {key!r} can't be {value!r}", hint=hint)
    if not option.choices and type(value) is not type(option.default):
        hint = f"such as {option.default!r}"
        return Diagnostic("wrong-option", f"the option {key!r} can't be {value!r}", hint=hint)
    return None


def _wrong(place: str, message: str, close: str = "") -> TemplateError:
    hint = f"nearest: {close!r}" if close else ""
    return TemplateError([Diagnostic("template-file", message, place=Place(place), hint=hint)])
