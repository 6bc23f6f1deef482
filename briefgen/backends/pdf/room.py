"""Where things are drawn: a page, or a box on it, that begins at the left or at the right."""

from __future__ import annotations

from typing import NamedTuple


class Room(NamedTuple):
    """Where things are drawn: from `left` on, in so many points. What is `mirrored` begins at the right."""

    left: float
    width: float
    mirrored: bool

    def at(self, x: float, width: float) -> float:
        """Say where the left edge is of what begins `x` points from where the room begins."""
        return self.left + (self.width - x - width if self.mirrored else x)

    def within(self, x: float, width: float) -> Room:
        """Give a part of the room."""
        return Room(self.at(x, width), width, self.mirrored)
