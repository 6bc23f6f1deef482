"""What a field of the model is, told from its class: for messages, explanations and schemas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from attrs import Attribute, fields_dict, has

from ..prose import Prose
from .fields import DOC, key_of

if TYPE_CHECKING:
    Field = Attribute[Any]


def fields_of(kind: type) -> dict[str, Field]:
    """Give a model class's fields by their names in files, in the order they are written.

    >>> from briefgen.model import Source
    >>> "container-title" in fields_of(Source)
    True
    """
    return {key_of(attribute): attribute for attribute in fields_dict(kind).values()}


def doc_of(attribute: Field) -> str:
    """Give the sentence that says what a field is for."""
    sentence: str = attribute.metadata[DOC]
    return sentence


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
