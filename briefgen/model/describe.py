"""What a field of the model is, told from its class: for messages, explanations and schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from attrs import Attribute, fields_dict, has

from ..prose import Prose
from .fields import DOC, key_of
from .part import Part

if TYPE_CHECKING:
    Field = Attribute[Any]


FIRST = {"id", "formerly"}


@cache
def fields_of(kind: type) -> Mapping[str, Field]:
    """Give a model class's fields by their names in files, in the order they are written: a part's ids, its own
    fields, then what every part has.

    >>> from briefgen.model import Source
    >>> "container-title" in fields_of(Source)
    True
    """
    every = fields_dict(kind)
    shared = fields_dict(Part).keys() - FIRST if issubclass(kind, Part) and kind is not Part else ()
    return {key_of(every[name]): every[name] for name in sorted(every, key=lambda name: name in shared)}


def doc_of(attribute: Field) -> str:
    """Give the sentence that says what a field is for."""
    sentence: str = attribute.metadata[DOC]
    return sentence


def summary(kind: type) -> str:
    """Give the sentence or two that say what a class of the model is."""
    return " ".join((kind.__doc__ or "").partition("\n\n")[0].split())


def field_at(kind: type, path: str) -> Field | None:
    """Give the field that a path such as `scenarios[1].likelihood` leads to, or None where there is none.

    >>> from briefgen.model import Brief
    >>> field_at(Brief, "scenarios[1].likelihood.rank").name
    'rank'
    """
    within: type | None = kind
    found = None
    for name in re.sub(r"\[\d+\]", "", path).split("."):
        found = fields_of(within).get(name) if within else None
        within = class_in(found.type) if found else None
    return found


def class_in(kind: Any) -> type | None:
    """Give the model class that a field's type holds, alone, in a list or optionally."""
    if isinstance(kind, type) and has(kind):
        return kind
    return next((found for option in get_args(kind) if (found := class_in(option))), None)


def holds_prose(attribute: Field | None) -> bool:
    """Tell whether a field holds prose, one or many."""
    return attribute is not None and issubclass(class_in(attribute.type) or object, Prose)
