"""Lines: what a page's content says to draw a run of words, element by element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from .breaks import Span, break_lines
from .cutting import cut_long_words
from .hyphenation import parts_in, soft_parts
from .images import Picture
from .marks import Mark, Stroke
from .notes import Footnote
from .places import hyphen_width
from .shaping import Shaper
from .styles import Pen, Style
from .tagging import Element
from .words import FORCED, HYPHEN, NOTHING, SPACE, Word

NEAR = 0.001
WIDEST = 3.0
"""Spaces grow by no more than this share of themselves; a line that would need more is not filled."""

Segment: TypeAlias = "tuple[Element | None, str, float, float]"
"""An element (None: the paragraph's own), the operators of its text, and from where to where it reaches."""


class Line:
    """A line of text, ready to be drawn from its left edge on its baseline. Lengths are points."""

    __slots__ = ("anchors", "height", "marks", "notes", "pictures", "right_to_left", "segments", "width")

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        """What the line needs above its leading, for a picture within it."""
        self.segments: tuple[Segment, ...] = ()
        self.marks: tuple[tuple[float, Mark], ...] = ()
        self.pictures: tuple[tuple[float, Picture], ...] = ()
        self.notes: tuple[Footnote, ...] = ()
        self.anchors: tuple[str, ...] = ()
        self.right_to_left = False
        """Whether its paragraph begins at the right."""


def set_lines(
    words: list[Word], width: float, style: Style, shaper: Shaper, element: Element | None = None
) -> list[Line]:
    """Break a paragraph's words into lines no wider than `width`; `element` is the paragraph's."""
    if not words:
        return []
    if shaper.directed:
        from . import bidi

        levels = bidi.resolve(words, element, shaper)
        if levels is not None:
            bidi.shape_runs(words, levels)
            words, spans = _spans(words, width, style, shaper, element)
            levels = bidi.resolve(words, element, shaper) or levels
            return [bidi.compose(words, span, _stretch(words, span, width, style), levels) for span in spans]
    words, spans = _spans(words, width, style, shaper, element)
    if style.align == "justify":
        return [compose(words, span, _stretch(words, span, width, style)) for span in spans]
    return [compose(words, span) for span in spans]


def _spans(
    words: list[Word], width: float, style: Style, shaper: Shaper, element: Element | None
) -> tuple[list[Word], list[Span]]:
    """Cut and part words where lines need it; give them, and the first and last word of each line."""
    parts = parts_in(element, shaper)
    words = cut_long_words(words, width, shaper, parts)
    words, ends = break_lines(words, width, style, shaper, parts if style.hyphenate else soft_parts)
    return words, list(zip([0, *(end + 1 for end in ends)], ends))


def one_line(words: Sequence[Word], shaper: Shaper, element: Element | None) -> Line:
    """Set all words on one line, however wide."""
    if shaper.directed:
        from . import bidi

        levels = bidi.resolve(words, element, shaper)
        if levels is not None:
            return bidi.compose(words, (0, len(words) - 1), 0.0, levels)
    return compose(words, (0, len(words) - 1))


def _stretch(words: Sequence[Word], span: Span, width: float, style: Style) -> float:
    """Say by what share of themselves a line's spaces grow to fill it; a last line only shrinks, if it has to."""
    if style.align != "justify":
        return 0.0
    first, last = span
    blank = sum([word.space for word in words[first:last]])
    slack = width - sum([word.width for word in words[first : last + 1]]) - hyphen_width(words[last]) - blank
    ends = last == len(words) - 1 or words[last].end == FORCED
    if not blank or slack > blank * WIDEST or (ends and slack > 0):
        return 0.0
    return slack / blank


def compose(words: Sequence[Word], span: Span, stretch: float = 0.0) -> Line:
    """Set the words of a span on a line, its spaces grown by a share of themselves."""
    writer = LineWriter(stretch)
    first, last = span
    final = last == len(words) - 1
    put = writer.operands.append
    usual: Pen | None = None
    space, blank = "", 0.0
    for i in range(first, last + 1):
        word = words[i]
        if word.extra is not None:
            writer.extras(word, writer.x)
        for pen, owner, operand, width, _ in word.pieces:
            if pen is writer.pen and owner is writer.owner:
                put(operand)
                writer.x += width
            else:
                writer.piece(pen, owner, operand, width)
        if word.end == HYPHEN and i == last and not final:
            pen = word.space_pen
            writer.piece(pen, word.pieces[-1][1], pen.face.hyphen.operand, hyphen_width(word))
        elif i == last:
            # A line ends with a space, so that what is read back keeps its words apart; not within a word.
            if word.end != NOTHING and not final:
                writer.trailing_space(word.space_pen)
        elif word.end == SPACE:
            pen = word.space_pen
            if pen is writer.pen and writer.owner is None and word.space == pen.space:
                if pen is not usual:
                    usual, blank = pen, pen.space * (1.0 + stretch)
                    space = blank_operand(pen, blank)
                put(space)
                writer.x += blank
            else:
                writer.space(word, words[i + 1])
    return writer.finish()


def blank_operand(pen: Pen, width: float) -> str:
    """Give a space that is so many points wide."""
    return pen.space_operand if width == pen.space else f"{pen.space_operand}{(pen.space - width) / pen.k:.0f}"


class LineWriter:
    """Writes the operators of one line, gathering what one pen draws for one element."""

    def __init__(self, stretch: float) -> None:
        self.line = Line(0.0)
        self.stretch = stretch
        self.x = self.start = self.stroke_start = self.back = 0.0
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
        if self.back:
            self.operands.append(f"{self.back / pen.k:.0f}")
            self.back = 0.0
        self.operands.append(operand)
        self.x += width

    def jump(self, x: float) -> None:
        """Go on from another place of the line."""
        if abs(x - self.x) > NEAR:
            self._close_stroke()
            self._close_segment()
            self.back += self.x - x
            self.x = self.start = self.stroke_start = x

    def space(self, word: Word, following: Word) -> None:
        width = word.space * (1.0 + self.stretch)
        owner = self.owner if following.pieces[0][1] is self.owner else None
        self.piece(word.space_pen, owner, blank_operand(word.space_pen, width), width)

    def extras(self, word: Word, x: float) -> None:
        extra = word.extra
        assert extra is not None
        self.line.marks += tuple((x + at, mark) for at, mark in extra.marks)
        self.line.pictures += tuple((x + at, picture) for at, picture in extra.pictures)
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
