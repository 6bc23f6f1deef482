"""From a brief to the plain data that a file of it holds: shorthand where it says the same, defaults left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from attrs import Attribute, fields, has

from ..model import Brief, Date, Settings, SourceRef
from ..model.describe import fields_of
from ..model.fields import key_of
from ..model.reference import source_ref
from ..model.walk import kind_of
from ..prose import Prose

Plain: TypeAlias = "str | int | float | bool | Sequence[Plain] | Mapping[str, Plain] | None"


class Bare(str):
    """Text that means the same when YAML takes it for a number: a date, such as `2014`."""

    __slots__ = ()


def plain(brief: Brief) -> dict[str, Plain]:
    """Give the fields of a brief as mappings, lists, text and numbers, in the order in which a file has them."""
    return _filled(brief)


def _plain(value: Any) -> Plain:
    match value:
        case Prose(source=source):
            return source
        case Date(text=text):
            return Bare(text)
        case SourceRef() if _stands_for(value):
            return str(value)
        case Settings():
            return {name: _plain(chosen) for name, chosen in value.items()}
        case tuple():
            return [_plain(item) for item in value]
    return _object(value) if has(type(value)) else value


def _stands_for(value: SourceRef) -> bool:
    """An id with a comma in it can't be told from an id and a locator."""
    return source_ref(str(value)) == value


def _object(thing: object) -> Plain:
    """Give a part's or value's fields, or only the one that its plain form stands for."""
    filled = _filled(thing)
    first = next((key_of(a) for a in fields(kind_of(thing)) if not a.kw_only), "")
    if getattr(thing, "plain", False) and list(filled) == [first] and not isinstance(thing, SourceRef):
        return filled[first]
    return filled


def _filled(thing: object) -> dict[str, Plain]:
    held = ((name, a, getattr(thing, a.name)) for name, a in fields_of(kind_of(thing)).items())
    return {name: _plain(value) for name, a, value in held if value != _default(a)}


def _default(attribute: Attribute[Any]) -> object:
    """Give what a field holds when nothing is given; attrs' `NOTHING`, equal to no value, where something must be."""
    default: Any = attribute.default
    return default.factory() if hasattr(default, "factory") else default
