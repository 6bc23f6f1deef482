"""`Scheme`: the levels of a marking scheme, from the lowest to the highest."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import frozen


@frozen(kw_only=True)
class Level:
    """A level as it is written, what it was called formerly, its colour (`#RRGGBB`, or none) and what it means."""

    name: str
    formerly: tuple[str, ...] = ()
    colour: str = ""
    meaning: str = ""


@frozen(kw_only=True)
class Scheme:
    """A marking scheme. Its marks are drawn on `background`, where it has one, in `least_size` points or more."""

    id: str
    name: str
    citation: str
    levels: tuple[Level, ...]
    background: str = ""
    least_size: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """The levels' names, from the lowest to the highest."""
        return tuple(level.name for level in self.levels)

    @property
    def colours(self) -> dict[str, str]:
        """The colour of each level that has one."""
        return {level.name: level.colour for level in self.levels if level.colour}

    def rank(self, name: str) -> int | None:
        """Give the place of a level, 0 for the lowest; nothing for what is no level as it is written."""
        return self.names.index(name) if name in self.names else None

    def highest(self, names: Iterable[str]) -> str | None:
        """Give the highest of several levels; what is no level does not count."""
        known = [name for name in names if name in self.names]
        return max(known, key=self.names.index, default=None)

    def nearest(self, word: str) -> str:
        """Give the level that a word may have meant: spelled otherwise, an older name, or nearly the same letters.

        Nothing where none is near.
        """
        spelled = {_plain(name): level.name for level in self.levels for name in (level.name, *level.formerly)}
        ends = {name.rpartition(":")[2]: level for name, level in spelled.items()}
        found = get_close_matches(_plain(word), [*spelled, *ends], n=1)
        return (spelled | ends)[found[0]] if found else ""


def _plain(word: str) -> str:
    return "".join(word.casefold().split()).replace("_", "-")
