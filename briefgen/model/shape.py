"""`Shape`: what a field takes, read from its type; schema, explanations and the list of fields are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from attrs import evolve, frozen

from ..prose import LongProse, Prose
from .content import TableData
from .dates import Date
from .fields import REFERS, SHAPE, WORDS
from .mistakes import name_of
from .reference import SourceRef
from .references import ANY
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
PHRASES = {
    "text": "text",
    "prose": "prose: Markdown in paragraphs, lists and quotes, without headings and tables",
    "long prose": "long prose: Markdown, with headings and tables too",
    "whole number": "a whole number",
    "true or false": "true or false",
    "number or text": "a number, or text",
    "date": "a date: 2014, 2014-02, 2014-02-27, 2014-02-27T10:30+03:00, 2014~, 2014/2022, ../2024, or unknown",
    "id": "an id: letters, digits, '-', '_' and '.', a letter or digit first",
    "language tag": "a language's tag",
    "credibility": "a whole number from 1 to 6",
    "chance": "a term of the scale, a probability from 0 to 1, a range [low, high], or 'not assessed'",
    "reference": "the id of {}",
    "reference or words": "the id of {}, or words",
    "source reference": "the id of a source, with the place in it after a comma",
    "settings": "names with their values",
    "rows": "rows, each a list of cells",
    "table": "a table: its columns and rows; or its rows alone, the heads first",
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
    return Shape("chance" if any(get_origin(option) is tuple for option in options) else "number or text")


def phrase(shape: Shape) -> str:
    """Say in words what one value of a shape is.

    >>> phrase(Shape("reference", refers=("event", "claim")))
    'the id of an event or claim'
    """
    if shape.words:
        return f"one of: {', '.join(shape.words)}"
    if shape.of is not None:
        return _a(shape.name)
    return PHRASES[shape.name].format(_a("part" if ANY in shape.refers else _either_of(shape.refers)))


def _either_of(names: Sequence[str]) -> str:
    """Join names as alternatives: `event, claim or effect`."""
    *others, last = names or ("",)
    return f"{', '.join(others)} or {last}" if others else last


def _a(name: str) -> str:
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
