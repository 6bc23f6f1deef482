"""`Shape`: what a field takes, read from its type; schema, explanations and the list of fields are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from attrs import evolve, frozen

from ..prose import LongProse, Prose
from .content import TableData
from .dates import Date
from .fields import REFERS, SHAPE, WORDS, name_of
from .reference import SourceRef
from .settings import Settings

if TYPE_CHECKING:
    from .describe import Field

_SIMPLE: dict[Any, str] = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    Date: "date",
    Prose: "prose",
    LongProse: "long prose",
    Settings: "settings",
    SourceRef: "source reference",
    TableData: "table",
}


@frozen
class Shape:
    """What a field takes: the shape's name, whether many or nothing, and which words or class of the model."""

    name: str
    many: bool = False
    optional: bool = False
    words: tuple[str, ...] = ()
    of: type | None = None
    refers: tuple[str, ...] = ()


def shape_of(attribute: Field) -> Shape:
    """Give the shape of a field.

    >>> from briefgen.model import Scenario
    >>> from briefgen.model.describe import fields_of
    >>> shape_of(fields_of(Scenario)["drivers"])
    Shape(name='prose', many=True, optional=False, words=(), of=None, refers=())
    """
    found = _shape(attribute.type)
    refers = attribute.metadata.get(REFERS, ())
    if refers and found.name == "text":
        found = evolve(found, name="reference or words" if attribute.metadata.get(WORDS) else "reference")
    return evolve(found, name=attribute.metadata.get(SHAPE, found.name), refers=refers)


def _shape(kind: Any) -> Shape:
    options = [option for option in get_args(kind) if option not in (NoneType, ...)]
    origin = get_origin(kind)
    if origin is Literal:
        return Shape("words", words=get_args(kind))
    if origin in (Union, UnionType):
        return evolve(_either(options), optional=NoneType in get_args(kind))
    if origin in (tuple, Sequence):
        return Shape("rows") if get_origin(options[0]) is tuple else evolve(_shape(options[0]), many=True)
    return Shape(_SIMPLE[kind]) if kind in _SIMPLE else Shape(name_of(kind), of=kind)


def _either(options: list[Any]) -> Shape:
    """Tell a union: a chance (a term, a number, two numbers), a cell (a number or text), or one shape alone."""
    if len(options) == 1:
        return _shape(options[0])
    return Shape("chance" if tuple in map(get_origin, options) else "number or text")
