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

FREE, WHOLE, KEEP, WIDOW, HEADING = range(5)
"""How bad a page's end after a strip is: welcome; within a small table; within what stays whole; a lone line; below a
heading."""


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

    `pad` is the room above the strips, `inset` what is drawn behind them leaves free at the right. `echo` are strips of
    a part of this box on the page before, shown once more but not read again.
    """

    __slots__ = ("echo", "fill", "height", "inset", "pad", "strips", "width", "x", "y")

    def __init__(self, x: float, y: float, width: float, height: float, strips: list[Strip], *, fill: str = "") -> None:
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.strips = strips
        self.fill = fill
        self.pad = self.inset = 0.0
        self.echo: list[Strip] = []


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


class Aside:
    """A note for the side column: strips that stay together on a page."""

    __slots__ = ("height", "strips")

    def __init__(self, strips: list[Strip]) -> None:
        self.strips = strips
        self.height = total(strips)


Content: TypeAlias = "Paragraph | RowContent | Picture | Drawing | None"


class Strip:
    """A band of a page. `before` is the space above it, dropped at a page's top. Lengths are points."""

    __slots__ = (
        "anchors",
        "asides",
        "before",
        "content",
        "ends_page",
        "frames",
        "height",
        "index",
        "level",
        "lying",
        "notes",
        "x",
    )

    def __init__(self, content: Content, height: float, x: float = 0.0, index: int = 0) -> None:
        self.content = content
        self.height = height
        self.x = x
        self.index = index
        """Which line of a paragraph this is."""
        self.before = 0.0
        self.level = FREE
        self.ends_page = False
        self.lying = False
        """Whether its page lies on its side."""
        self.frames: tuple[Frame, ...] = ()
        self.notes: tuple[Footnote, ...] = ()
        self.anchors: tuple[str, ...] = ()
        self.asides: tuple[Aside, ...] = ()
        """Notes that stand in the side column, beside what begins here."""


def reach(strip: Strip) -> float:
    """Say how far right of the left margin a strip reaches, in points."""
    return max([strip.x + _content_reach(strip), *(frame.x + frame.width for frame in strip.frames)])


def _content_reach(strip: Strip) -> float:
    match strip.content:
        case Paragraph() as text:
            whole = text.target or text.style.align != "left"
            return text.width if whole else text.lines[strip.index].width
        case RowContent() as row:
            return max(
                [box.x + box.width for box in row.boxes] + [edge.x + edge.width for edge in row.edges], default=0
            )
        case None:
            return 0.0
    return strip.content.width


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
