"""Equality, hash and representation of frozen classes, written once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs


class Record:
    """A base of frozen attrs classes with `eq=False, repr=False`: two of one class are equal when their fields are.

    attrs would write and compile these methods anew for each class: with more than a hundred classes a good part of
    what every start of the command takes.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Compare the fields, but for those that are no part of equality."""
        if type(other) is not type(self):
            return NotImplemented
        return self is other or _compared(self) == _compared(other)

    def __hash__(self) -> int:
        """Give equal objects an equal hash."""
        return hash((type(self), _compared(self)))

    def __repr__(self) -> str:
        """Name the class and its fields, as attrs does."""
        kind: Any = type(self)
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in attrs.fields(kind) if each.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"


def _compared(record: object) -> object:
    """Give the fields that equality is about."""
    kind: Any = type(record)
    return _reader(kind)(record)


@cache
def _reader(kind: Any) -> Callable[[object], object]:
    return attrgetter(*(each.name for each in attrs.fields(kind) if each.eq))
