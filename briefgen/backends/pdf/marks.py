"""What is drawn with a line of text but is no text: underlines, the boxes and markers of badges, tick boxes."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from .styles import number

CAP = 0.66
"""The height of capitals, in em."""
KAPPA = 0.5523
"""How far the handles of a quarter circle reach."""
EMPTY_OUTLINES = frozenset({"conditional", "superseded"})


class Mark(Protocol):
    """Something drawn at a place of a line."""

    def ops(self, x: float, y: float) -> str:
        """Give the operators that draw the mark with its left edge at `x`, the baseline at `y`."""
        ...


class Stroke(NamedTuple):
    """A straight line along the text: an underline, or a line through it."""

    width: float
    height: float
    thickness: float
    colour: str

    def ops(self, x: float, y: float) -> str:
        """Draw the line `height` above the baseline."""
        at = number(y + self.height)
        return f"{number(self.thickness)} w {self.colour} RG {number(x)} {at} m {number(x + self.width)} {at} l S"


class BadgeMark(NamedTuple):
    """A badge's box and its marker; colours are operands."""

    kind: str
    value: str
    width: float
    size: float
    ink: str
    mute: str
    accent: str
    tint: str

    def ops(self, x: float, y: float) -> str:
        """Draw the box around the text and the marker before it."""
        drawn = [self._box(x, y - 0.26 * self.size)]
        if has_marker(self.kind):
            drawn.append(self._marker(x + 0.5 * self.size, y + CAP * self.size / 2))
        return " ".join(drawn)

    def _box(self, x: float, y: float) -> str:
        path = rounded(x + 0.3, y, self.width - 0.6, (CAP + 0.52) * self.size, 2)
        if self.kind == "draft" and self.value == "draft":
            return f"{self.ink} rg {path} f"
        if self.kind == "likelihood" and self.value not in ("ranked", "conditional", "not assessed"):
            return f"{self.tint} rg .6 w {self.accent} RG {path} B"
        dashes = "[1.8 1.4] 0 d" if self.value in EMPTY_OUTLINES else "[] 0 d"
        return f"1 g .6 w {self.mute} RG {dashes} {path} B [] 0 d"

    def _marker(self, x: float, y: float) -> str:
        size = 0.78 * self.size
        if self.kind == "confidence":
            return bars(self.value, x, y, size, self.ink)
        return marker(self.value, x, y, size, self.ink)


class Tint(NamedTuple):
    """A colour behind a sign."""

    width: float
    size: float
    colour: str

    def ops(self, x: float, y: float) -> str:
        """Fill the line's height behind the sign."""
        return f"{self.colour} rg {box(x, y - 0.5 * self.size, self.width, 1.7 * self.size)} f"


class TickBox(NamedTuple):
    """A box to tick, empty or ticked."""

    checked: bool
    size: float
    ink: str

    def ops(self, x: float, y: float) -> str:
        """Draw the box on the baseline."""
        s, y = self.size, y - 0.08 * self.size
        drawn = f".7 w {self.ink} RG {box(x, y, s, s)} S"
        tick = f"1.1 w {path((x + 0.2 * s, y + 0.5 * s), (x + 0.42 * s, y + 0.25 * s), (x + 0.85 * s, y + 0.85 * s))} S"
        return f"{drawn} {tick}" if self.checked else drawn


class Diamond(NamedTuple):
    """The hollow diamond before a gap's title."""

    size: float
    colour: str

    def ops(self, x: float, y: float) -> str:
        """Draw the diamond in the middle of the capitals' height."""
        r, cy = self.size / 2, y + 0.33 * self.size * 1.25
        cx = x + r
        return f"1 w {self.colour} RG {path((cx, cy + r), (cx + r, cy), (cx, cy - r), (x, cy))} s"


def has_marker(kind: str) -> bool:
    """Say whether badges of a kind have a marker before their words."""
    return kind in ("status", "confidence")


def marker(value: str, x: float, y: float, size: float, ink: str) -> str:
    """Draw a status marker, its left edge at `x`, its middle at `y`."""
    r = size / 2 - 0.5
    cx = x + size / 2
    start = f"1 w {ink} RG {ink} rg"
    circle = ellipse(cx, y, r)
    match value:
        case "confirmed" | "observed":
            return f"{start} {circle} B"
        case "reported" | "expected":
            return f"{start} {circle} S {half(cx, y, r)} f"
        case "possible":
            return f"{start} [1.2 1.1] 0 d {circle} S [] 0 d"
        case "disputed":
            d = r * 0.6
            return f"{start} {circle} S {path((cx - d, y - d), (cx + d, y + d))} S"
        case "denied":
            d = r * 0.85
            return (
                f"{start} 1.2 w {path((cx - d, y - d), (cx + d, y + d))} S {path((cx - d, y + d), (cx + d, y - d))} S"
            )
        case "withdrawn":
            return f"{start} 1.4 w {path((cx - r, y), (cx + r, y))} S"
        case "scheduled":
            return f"{start} {path((cx - r * 0.7, y - r), (cx + r, y), (cx - r * 0.7, y + r))} s"
    return f"{start} {circle} S"


def bars(value: str, x: float, y: float, size: float, ink: str) -> str:
    """Draw three bars of growing height, as many of them filled as there is confidence; very much fills a fourth."""
    filled = {"low": 1, "moderate": 2, "medium": 2, "high": 3, "very high": 4}.get(value, 0)
    count = max(3, filled)
    width, foot, drawn = size / count - 0.6, y - size / 2 + 0.4, [f".5 w {ink} RG {ink} rg"]
    for i in range(count):
        shape = box(x + i * (width + 0.6), foot, width - 0.3, (size - 0.8) * (i + 2) / (count + 1))
        drawn.append(f"{shape} {'B' if i < filled else 'S'}")
    return " ".join(drawn)


def box(x: float, y: float, width: float, height: float) -> str:
    """Give a rectangle's path."""
    return f"{number(x)} {number(y)} {number(width)} {number(height)} re"


def path(*points: tuple[float, float]) -> str:
    """Give the path through some points."""
    steps = (f"{number(x)} {number(y)} {'l' if i else 'm'}" for i, (x, y) in enumerate(points))
    return " ".join(steps)


def ellipse(x: float, y: float, r: float) -> str:
    """Give a circle's path."""
    return rounded(x - r, y - r, 2 * r, 2 * r, r)


def half(x: float, y: float, r: float) -> str:
    """Give the path of a circle's left half."""
    k = r * KAPPA
    lower, upper = _curve(x - k, y - r, x - r, y - k, x - r, y), _curve(x - r, y + k, x - k, y + r, x, y + r)
    return f"{path((x, y - r))} {lower} {upper} h"


def rounded(x: float, y: float, width: float, height: float, r: float) -> str:
    """Give the path of a rectangle with rounded corners."""
    k, right, top = r * (1 - KAPPA), x + width, y + height
    return " ".join(
        (
            path((x + r, y), (right - r, y)),
            _curve(right - k, y, right, y + k, right, y + r),
            f"{number(right)} {number(top - r)} l",
            _curve(right, top - k, right - k, top, right - r, top),
            f"{number(x + r)} {number(top)} l",
            _curve(x + k, top, x, top - k, x, top - r),
            f"{number(x)} {number(y + r)} l",
            _curve(x, y + k, x + k, y, x + r, y),
            "h",
        )
    )


def _curve(*handles: float) -> str:
    return " ".join(number(value) for value in handles) + " c"
