"""References: where they stand in a part, which kinds they may mean, and which part they do mean."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from attrs import Attribute, fields, frozen

from .fields import REFERS, WORDS, key_of
from .ids import anchor_of
from .part import Part
from .reference import SourceRef
from .walk import having, kind_of

ANY = "any"
T = TypeVar("T")


@frozen
class Reference:
    """One reference: the field it stands in, relative to its part; the id; the kinds it may mean (none: all).

    `words` tells that the field may hold words that are no id.
    """

    path: str
    id: str
    kinds: tuple[str, ...] = ()
    words: bool = False


@cache
def referring(kind: type) -> tuple[tuple["Attribute[Any]", tuple[str, ...]], ...]:
    """Give the fields of a class that hold references, with the kinds they may mean."""
    found = ((a, a.metadata.get(REFERS)) for a in fields(kind))
    return tuple((a, () if kinds == (ANY,) else kinds) for a, kinds in found if kinds)


def references(thing: object) -> Iterator[Reference]:
    """Give the references that stand in the fields of one part or value itself."""
    for attribute, kinds in referring(kind_of(thing)):
        value, name = getattr(thing, attribute.name), key_of(attribute)
        words = bool(attribute.metadata.get(WORDS))
        if isinstance(value, tuple):
            for position, item in enumerate(value):
                yield Reference(f"{name}[{position}]", _id(item), kinds, words)
        elif value is not None:
            yield Reference(name, _id(value), kinds, words)


def _id(item: SourceRef | str) -> str:
    return item.id if isinstance(item, SourceRef) else item


Swap = Callable[[str, tuple[str, ...]], str]


def with_references(thing: T, swap: Swap) -> T:
    """Give a part or value with each of its references replaced by what `swap` makes of it."""
    values = ((a.name, kinds, getattr(thing, a.name)) for a, kinds in referring(kind_of(thing)))
    swapped = {name: (value, _swapped(value, kinds, swap)) for name, kinds, value in values}
    return having(thing, {name: new for name, (old, new) in swapped.items() if new != old})


def _swapped(value: object, kinds: tuple[str, ...], swap: Swap) -> object:
    match value:
        case tuple():
            return tuple(_swapped(item, kinds, swap) for item in value)
        case SourceRef():
            return having(value, {"id": swap(value.id, kinds)})
        case str():
            return swap(value, kinds)
    return value


Resolve = Callable[[str, tuple[str, ...]], tuple[Part, ...]]


def resolver(parts: Iterable[Part]) -> Resolve:
    """Make the function that gives the parts of the right kinds that a written reference may mean.

    A given id is looked for first, bare or as `kind-slug`; then the name of a part without an id, then the id
    that a part had formerly. More than one part means that the reference is not clear.
    """
    by_id, by_name, formerly = _tables(parts)

    def meant(id: str, kinds: tuple[str, ...]) -> tuple[Part, ...]:
        for table in (by_id, by_name, formerly):
            right = [part for part in table.get(id, ()) if not kinds or part.kind_name in kinds]
            if right:
                return tuple(right)
        return ()

    return meant


Table = dict[str, list[Part]]


def _tables(parts: Iterable[Part]) -> tuple[Table, Table, Table]:
    by_id, by_name, formerly = Table(), Table(), Table()
    for part in parts:
        _enter(by_id if part.id else by_name, part.id or part.made_id, part)
        if part.formerly:
            _enter(formerly, part.formerly, part)
    return by_id, by_name, formerly


def _enter(table: Table, id: str, part: Part) -> None:
    for key in {id, anchor_of(part.kind_name, id)}:
        table.setdefault(key, []).append(part)
