"""Going through a brief: its parts with their paths, and rebuilding what is nested."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from attrs import evolve, fields

from .describe import class_in
from .fields import REFERS, key_of
from .part import Part

T = TypeVar("T")


def having(thing: T, changes: Mapping[str, object]) -> T:
    """Give a copy of a brief, part or value that has other values in some fields."""
    made: T = evolve(cast(Any, thing), **changes) if changes else thing
    return made


def kind_of(thing: object) -> type:
    """Give a thing's class (type checkers do not see that `type(thing)` can be hashed)."""
    return type(thing)


Held = tuple[tuple[str, str], ...]


@cache
def holders(kind: type) -> Held:
    """Give the fields of a class that hold values of the model, not only text or references: name, name in files."""
    held = (a for a in fields(kind) if class_in(a.type) and REFERS not in a.metadata)
    return tuple((a.name, key_of(a)) for a in held)


@cache
def part_holders(kind: type) -> Held:
    """Give the fields of a class that hold parts; small values hold none."""
    held = (a for a in fields(kind) if issubclass(class_in(a.type) or object, Part))
    return tuple((a.name, key_of(a)) for a in held)


def things(thing: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Give every part and every small value below a brief or part, with its path, outer ones first.

    What `sources` of a part refers to is not below it; the part's references are told by `references`.
    """
    return _below(thing, path, holders)


def parts(thing: object) -> Iterator[tuple[str, Part]]:
    """Give every part below a brief or part with its path, in the order of the document."""
    return cast("Iterator[tuple[str, Part]]", _below(thing, "", part_holders))


def _below(thing: object, path: str, held: Callable[[type], Held]) -> Iterator[tuple[str, object]]:
    for name, key in held(kind_of(thing)):
        value = getattr(thing, name)
        here = f"{path}.{key}" if path else key
        many = value if isinstance(value, tuple) else () if value is None else (value,)
        for position, item in enumerate(many):
            at = f"{here}[{position}]" if isinstance(value, tuple) else here
            yield at, item
            if held(kind_of(item)):
                yield from _below(item, at, held)


Change = Callable[[object, object], object]


def rebuilt(thing: object, change: Change) -> object:
    """Rebuild a part or value, inner ones first: `change(old, new)` is given each as it was and with what is
    inside it rebuilt, and gives what takes its place.
    """
    inner = changes_below(thing, change)
    return change(thing, having(thing, inner))


def changes_below(thing: object, change: Change) -> dict[str, object]:
    """Give the fields of a brief, part or value that become others when what they hold is rebuilt."""
    found = {}
    for name, _ in holders(kind_of(thing)):
        value = getattr(thing, name)
        new = _rebuilt_value(value, change)
        if new is not value:
            found[name] = new
    return found


def _rebuilt_value(value: object, change: Change) -> object:
    if isinstance(value, tuple):
        made = tuple(_rebuilt_value(item, change) for item in value)
        return value if all(a is b for a, b in zip(made, value)) else made
    return value if value is None else rebuilt(value, change)
