"""Lines: what a page's content says to draw a run of words, element by element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from .breaks import hyphen_width
from .images import Picture
from .marks import Mark, Stroke
from .notes import Footnote
from .styles import Pen
from .tagging import Element
from .words import HYPHEN, NOTHING, SPACE, Word

Segment: TypeAlias = "tuple[Element | None, str, float, float]"
"""An element (None: the paragraph's own), the operators of its text, and from where to where it reaches."""


class Line:
    """A line of text, ready to be drawn from its left edge on its baseline. Lengths are points."""

    __slots__ = ("anchors", "height", "marks", "notes", "pictures", "segments", "width")

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        """What the line needs above its leading, for a picture within it."""
        self.segments: tuple[Segment, ...] = ()
        self.marks: tuple[tuple[float, Mark], ...] = ()
        self.pictures: tuple[tuple[float, Picture], ...] = ()
        self.notes: tuple[Footnote, ...] = ()
        self.anchors: tuple[str, ...] = ()


def compose(words: Sequence[Word], first: int, last: int) -> Line:
    """Set the words from `first` to `last` on a line."""
    writer = _Writer()
    final = last == len(words) - 1
    put = writer.operands.append
    for i in range(first, last + 1):
        word = words[i]
        if word.extra is not None:
            writer.extras(word)
        for pen, owner, operand, width, _ in word.pieces:
            if pen is writer.pen and owner is writer.owner:
                put(operand)
                writer.x += width
            else:
                writer.piece(pen, owner, operand, width)
        if word.end == HYPHEN and i == last and not final:
            pen = word.space_pen
            owner = (word.extra and word.extra.hyphen) or word.pieces[-1][1]
            writer.piece(pen, owner, pen.face.hyphen.operand, hyphen_width(word))
        elif i == last:
            # A line ends with a space, so that what is read back keeps its words apart; not within a word.
            if word.end != NOTHING and not final:
                writer.trailing_space(word.space_pen)
        elif word.end == SPACE:
            pen = word.space_pen
            if pen is writer.pen and writer.owner is None and word.space == pen.space:
                put(pen.space_operand)
                writer.x += pen.space
            else:
                writer.space(word, words[i + 1])
    return writer.finish()


class _Writer:
    """Writes the operators of one line, gathering what one pen draws for one element."""

    def __init__(self) -> None:
        self.line = Line(0.0)
        self.x = self.start = self.stroke_start = 0.0
        self.pen: Pen | None = None
        self.owner: Element | None = None
        self.operands: list[str] = []
        self.ops: list[str] = []

    def piece(self, pen: Pen, owner: Element | None, operand: str, width: float) -> None:
        if owner is not self.owner:
            self._close_segment()
            self.owner = owner
        if pen is not self.pen:
            self._change_pen(pen)
        self.operands.append(operand)
        self.x += width

    def space(self, word: Word, following: Word) -> None:
        pen, operand = word.space_pen, word.space_pen.space_operand
        if word.space != pen.space:
            operand += f"{(pen.space - word.space) / pen.k:.0f}"
        self.piece(pen, self.owner if following.pieces[0][1] is self.owner else None, operand, word.space)

    def extras(self, word: Word) -> None:
        extra = word.extra
        assert extra is not None
        self.line.marks += tuple((self.x + at, mark) for at, mark in extra.marks)
        self.line.pictures += tuple((self.x + at, picture) for at, picture in extra.pictures)
        self.line.notes += tuple(extra.notes)
        self.line.anchors += tuple(extra.anchors)
        self.line.height = max(self.line.height, extra.height)

    def trailing_space(self, pen: Pen) -> None:
        self._close_stroke()
        self.piece(pen, self.owner, pen.space_operand, 0.0)
        self.pen = None

    def finish(self) -> Line:
        self._close_stroke()
        self._close_segment()
        self.line.width = self.x
        return self.line

    def _change_pen(self, pen: Pen) -> None:
        self._show()
        before = self.pen
        if before is not None and (before.underline or before.strike or pen.underline or pen.strike):
            self._close_stroke()
        self.stroke_start = self.x if before is None or not (before.underline and pen.underline) else self.stroke_start
        self.ops.append(pen.op if before is None or before.colour != pen.colour else pen.font_op)
        self.pen = pen

    def _show(self) -> None:
        operands = "".join(self.operands)
        if operands:
            self.ops.append(f"[{operands}]TJ")
        self.operands.clear()

    def _close_segment(self) -> None:
        self._show()
        if self.x > self.start or self.ops:
            self.line.segments += ((self.owner, " ".join(self.ops), self.start, self.x),)
        self.ops = []
        self.start = self.x

    def _close_stroke(self) -> None:
        pen, start = self.pen, self.stroke_start
        self.stroke_start = self.x
        if pen is None or self.x <= start:
            return
        if pen.underline:
            self.line.marks += ((start, Stroke(self.x - start, -0.16 * pen.size, 0.5, pen.colour)),)
        if pen.strike:
            self.line.marks += ((start, Stroke(self.x - start, 0.25 * pen.size, 0.6, pen.colour)),)
