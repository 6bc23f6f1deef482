"""Points into the units that a Word file counts in."""

from __future__ import annotations


def twips(points: float) -> int:
    """Twentieths of a point: lengths on the page.

    >>> twips(72)
    1440
    """
    return round(points * 20)


def half_points(points: float) -> int:
    """Half points: sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Eighths of a point: strokes."""
    return round(points * 8)


def emu(points: float) -> int:
    """English metric units, 12,700 a point: pictures."""
    return round(points * 12700)
