"""Strips: the horizontal bands that pages are filled with, from top to bottom. A strip is never broken in two.

A paragraph gives a strip a line, a table one a row; what a page may not end with is said by each strip's `level`.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from .images import Picture
from .lines import Line
from .notes import Footnote
from .styles import Style
from .tagging import Element

FREE, KEEP, WIDOW, HEADING = range(4)
"""How bad a page's end after a strip is: welcome; within what should stay whole; a lone line; below a heading."""


class Label:
    """What stands before a paragraph's first line: a bullet, a number, a stance's sign."""

    __slots__ = ("drop", "element", "line", "x")

    def __init__(self, line: Line, x: float, element: Element | None) -> None:
        self.line = line
        self.x = x
        self.element = element
        self.drop = 0.0
        """How far below the first line's baseline it stands."""


class Paragraph:
    """Lines of text that one element holds; `target` asks for dots and the page number of an anchor at the end."""

    __slots__ = ("element", "label", "lines", "style", "target", "width")

    def __init__(self, lines: list[Line], style: Style, element: Element | None, width: float) -> None:
        self.lines = lines
        self.style = style
        self.element = element
        self.width = width
        self.label: Label | None = None
        self.target = ""


class Edge(NamedTuple):
    """A line drawn from `x` to `x + width`, `y` below the top of what it belongs to."""

    x: float
    width: float
    y: float
    thickness: float
    colour: str


class Frame:
    """What is drawn behind some strips, on each page that they reach: a panel, and an edge at its left.

    Lengths are points; colours are operands, empty for none.
    """

    __slots__ = ("edge", "edge_colour", "fill", "width", "x")

    def __init__(self, x: float, width: float, *, fill: str = "", edge: float = 0.0, colour: str = "") -> None:
        self.x = x
        self.width = width
        self.fill = fill
        self.edge = edge
        self.edge_colour = colour


class Box:
    """A part of a row: strips one below the other, `y` below the row's top, with what is drawn behind them.

    `pad` is the room above the strips, `inset` what is drawn behind them leaves free at the right.
    """

    __slots__ = ("fill", "height", "inset", "pad", "strips", "width", "x", "y")

    def __init__(self, x: float, y: float, width: float, height: float, strips: list[Strip], *, fill: str = "") -> None:
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.strips = strips
        self.fill = fill
        self.pad = self.inset = 0.0


class RowContent:
    """Boxes side by side, and the lines between them. `head` is what a page that goes on with the table repeats."""

    __slots__ = ("boxes", "edges", "head")

    def __init__(self, boxes: list[Box], edges: list[Edge], head: list[Strip] | None = None) -> None:
        self.boxes = boxes
        self.edges = edges
        self.head = head


class Drawing:
    """A figure drawn by operators around an origin at its upper left, with the text that belongs to it."""

    __slots__ = ("element", "height", "ops", "texts", "width")

    def __init__(self, width: float, height: float, element: Element | None) -> None:
        self.width = width
        self.height = height
        self.element = element
        self.ops: list[str] = []
        self.texts: list[tuple[float, float, Line]] = []


Content: TypeAlias = "Paragraph | RowContent | Picture | Drawing | None"


class Strip:
    """A band of a page. `before` is the space above it, dropped at a page's top. Lengths are points."""

    __slots__ = ("anchors", "before", "content", "ends_page", "frames", "height", "index", "level", "notes", "x")

    def __init__(self, content: Content, height: float, x: float = 0.0, index: int = 0) -> None:
        self.content = content
        self.height = height
        self.x = x
        self.index = index
        """Which line of a paragraph this is."""
        self.before = 0.0
        self.level = FREE
        self.ends_page = False
        self.frames: tuple[Frame, ...] = ()
        self.notes: list[Footnote] = []
        self.anchors: list[str] = []


def total(strips: list[Strip]) -> float:
    """Give the height of strips set one below the other, without the space above the first."""
    return sum([strip.height + strip.before for strip in strips]) - (strips[0].before if strips else 0.0)


def row_strip(boxes: list[Box], edges: list[Edge], height: float, x: float = 0.0) -> Strip:
    """Make a row of boxes a strip that carries the notes and anchors of what is in them."""
    strip = Strip(RowContent(boxes, edges), height, x)
    for box in boxes:
        for inner in box.strips:
            strip.notes += inner.notes
            strip.anchors += inner.anchors
    return strip


def split_row(strip: Strip, height: float) -> tuple[Strip, Strip] | None:
    """Cut a row that no page can hold `height` below its top; None when nothing would stay above the cut."""
    content = strip.content
    if not isinstance(content, RowContent):
        return None
    height = _row_boundary(content, height)
    upper, lower, taken = [], [], 0
    for box in content.boxes:
        above, below = _cut_box(box, height)
        taken += len(above.strips) if above else 0
        upper += [above] if above else []
        lower += [below] if below else []
    if not taken or not any(box.strips for box in lower):
        return None
    rest = max(box.y + box.height for box in lower)
    parts = (
        row_strip(upper, [_edge(e, 0) for e in content.edges if e.y <= height], height, strip.x),
        row_strip(
            lower, [_edge(e, height) for e in content.edges if e.y > height], max(rest, strip.height - height), strip.x
        ),
    )
    for part in parts:
        assert isinstance(part.content, RowContent)
        part.content.head, part.frames, part.level = content.head, strip.frames, strip.level
    parts[0].before, parts[0].level = strip.before, FREE
    return parts


def _row_boundary(content: RowContent, height: float) -> float:
    """Prefer to cut where one of the rows that a spanning cell holds together ends."""
    ends = [box.y for box in content.boxes if 0 < box.y <= height]
    return max(ends) if ends else height


def _edge(edge: Edge, up: float) -> Edge:
    return edge._replace(y=edge.y - up)


def _cut_box(box: Box, height: float) -> tuple[Box | None, Box | None]:
    if box.y >= height:
        box.y -= height
        return None, box
    if box.y + box.height <= height:
        return box, None
    at, y = 0, box.y + box.pad
    for i, strip in enumerate(box.strips):
        y += strip.height + (strip.before if i else 0.0)
        if y > height:
            break
        at = i + 1
    room = box.height - box.pad - total(box.strips)
    above = _part(box, box.y, height - box.y, box.strips[:at])
    above.pad = box.pad
    rest = box.strips[at:]
    below = _part(box, 0.0, max(total(rest) + room, box.y + box.height - height), rest)
    below.pad = min(box.pad, room)
    return above, below


def _part(box: Box, y: float, height: float, strips: list[Strip]) -> Box:
    part = Box(box.x, y, box.width, height, strips, fill=box.fill)
    part.inset = box.inset
    return part
