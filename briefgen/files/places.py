"""Where every value of a brief stands in its file."""

from __future__ import annotations

from attrs import evolve, field, frozen

from ..errors import Diagnostic, Place

Spot = tuple[int, int | None]


@frozen
class Places:
    """The place of each path (`scenarios[1].likelihood`) in one file; lines and columns count from 1.

    A path that does not stand in the file, such as a missing field, has the place of what it would stand in.
    `elsewhere` holds the places of what comes from other files, such as a house project's.
    """

    file: str = ""
    values: dict[str, Spot] = field(factory=dict, repr=False)
    keys: dict[str, Spot] = field(factory=dict, repr=False)
    elsewhere: dict[str, Place] = field(factory=dict, repr=False)

    def of(self, path: str) -> Place:
        """Give the place of a path's value, or of the nearest thing around it."""
        return self._nearest(path, self.values)

    def of_key(self, path: str) -> Place:
        """Give the place of a path's name, or of the nearest thing around it."""
        return self._nearest(path, self.keys if path in self.keys else self.values)

    def _nearest(self, path: str, spots: dict[str, Spot]) -> Place:
        while path and path not in spots and path not in self.elsewhere:
            path = outer(path)
        return self.elsewhere.get(path) or Place(self.file, *spots.get(path, (None, None)))

    def below(self, path: str) -> dict[str, Place]:
        """Give the places of a path and of what stands in it, by the rest of their paths."""
        within = {at[len(path) :]: spot for at, spot in self.values.items() if at.startswith(path)}
        return {rest: Place(self.file, *spot) for rest, spot in within.items() if rest[:1] in ("", ".", "[")}

    def placed(self, found: Diagnostic) -> Diagnostic:
        """Give a diagnostic with its path's place, unless it has one."""
        if found.place is not None:
            return found
        at_key = found.code in ("unknown-field", "duplicate-key", "comma-in-text")
        return evolve(found, place=self.of_key(found.path) if at_key else self.of(found.path))


def outer(path: str) -> str:
    """Give the path of what a path stands in.

    >>> outer("scenarios[1].likelihood"), outer("scenarios[1]"), outer("title")
    ('scenarios[1]', 'scenarios', '')
    """
    return path[: max(path.rfind("."), path.rfind("["), 0)]
