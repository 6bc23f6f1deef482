"""A brief whose words are blanked: what is made of it holds only words that any brief of its kind would have."""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import evolve, fields, has

from ..model import Brief, Date, Marking, SourceRef
from ..model.fields import LINK, REFERS
from ..model.settings import Allowed, Layout, Scales
from ..model.shape import shape_of
from ..model.walk import kind_of
from ..prose import Prose
from .texts import is_text

T = TypeVar("T")
_KEPT = (Allowed, Date, Layout, Marking, Scales, SourceRef)
_NAMES = {"file", "figure", "key", "unmarked"}
BLANK = "x"


def blank(brief: Brief) -> Brief:
    """Put `x` for every text of a brief; numbers, dates, ids, markings, links and the model's own words stay."""
    return _blanked(brief)


def _blanked(thing: T) -> T:
    changes: dict[str, Any] = {}
    for attribute in fields(kind_of(thing)):
        shape = shape_of(attribute).name
        kept = {LINK, REFERS} & attribute.metadata.keys() or shape in ("id", "language tag", "settings")
        if not kept and attribute.name not in _NAMES and is_text(kind_of(thing), attribute):
            changes[attribute.name] = _value(getattr(thing, attribute.name))
    made: T = evolve(thing, **changes)  # type: ignore[misc]
    return made


def _value(value: Any) -> Any:
    match value:
        case Prose():
            return type(value)(BLANK)
        case str():
            return BLANK
        case tuple():
            return tuple(_value(item) for item in value)
        case _ if has(type(value)) and not isinstance(value, _KEPT):
            return _blanked(value)
    return value
