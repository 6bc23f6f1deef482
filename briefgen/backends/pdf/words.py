"""Words: what a line may not part. A paragraph is a list of them, with what stands between one and the next."""

from __future__ import annotations

import re
from typing import TypeAlias

from ...document.nodes import Node
from .fallback import CLUSTER, UNSEEN, by_pen, pens
from .fonts import Shaped, has_glyph
from .images import Picture
from .marks import Mark
from .notes import Footnote
from .shaping import Shaper
from .styles import Pen
from .tagging import Element, meaning

Piece: TypeAlias = "tuple[Pen, Element | None, str, float, str]"
"""A pen, the element that the text belongs to (None: the paragraph itself), operands of TJ, width, text."""

NOTHING, SPACE, HYPHEN, FORCED = range(4)
"""What may stand at a word's end: a bare place to break, a space, a hyphen if the line ends, the line's end."""

_BLANKS = str.maketrans("\t\n\r\f\v\u2028\u2029", "       ")
_WIDE_SPACES = re.compile("([\u2000-\u2006\u2008-\u200a\u205f\u3000])")
_HARD_SPACES = str.maketrans({"\xa0": " ", "\u202f": " "})


class Extra:
    """What else a word may carry: marks at places within it, notes, anchors, and a height above the line's own."""

    __slots__ = ("anchors", "direction", "height", "hyphens", "marks", "notes", "pictures")

    def __init__(self) -> None:
        self.pictures: list[tuple[float, Picture]] = []
        self.marks: list[tuple[float, Mark]] = []
        self.notes: list[Footnote] = []
        self.anchors: list[str] = []
        self.height = 0.0
        self.hyphens: list[tuple[int, int]] = []
        """Where the author lets the word be parted: a piece and an offset within its text."""
        self.direction = ""
        """Which way the paragraph runs that begins with this word, where its author says so: `ltr` or `rtl`."""


class Word:
    """A word, its width in points and the space after it."""

    __slots__ = ("end", "extra", "pieces", "space", "space_pen", "width")

    def __init__(self, piece: Piece, space: float = 0.0, end: int = NOTHING) -> None:
        self.pieces = [piece]
        self.width = piece[3]
        self.space = space
        self.space_pen: Pen = piece[0]
        self.end = end
        self.extra: Extra | None = None

    def more(self) -> Extra:
        """Give the word's extras, made when first asked for."""
        if self.extra is None:
            self.extra = Extra()
        return self.extra


class Words:
    """Gathers the words of one paragraph from runs of text."""

    def __init__(self, shaper: Shaper, element: Element | None, node: Node | None = None) -> None:
        self.list: list[Word] = []
        self.shaper = shaper
        self.element = element
        self.node = node
        self._direction = node.attrs.direction if node is not None else ""
        if self._direction == "rtl":
            shaper.directed = True
        self._open = False
        self._anchors: list[str] = []

    def text(self, pen: Pen, owner: Element | None, text: str) -> None:
        """Add a run of text; blanks within it are places to break."""
        if not text.isprintable():
            text = text.translate(_BLANKS)
            if _WIDE_SPACES.search(text):
                self._with_wide_spaces(pen, owner, text)
                return
        known, words, space = self.shaper.of(pen.face), self.list, pen.space
        *parts, last = text.split(" ")
        for part in parts:
            if part:
                shaped = known.get(part) or self.shaper.word(pen.face, part)
                if shaped.parts is None and not self._open and not self._anchors:
                    words.append(Word((pen, owner, shaped.operand, shaped.width * pen.k, part), space, SPACE))
                    continue
                self._part(pen, owner, part)
            self.space(pen)
        if last:
            self._part(pen, owner, last)

    def _part(self, pen: Pen, owner: Element | None, part: str) -> None:
        """Add what stands between two blanks."""
        shaped = self.shaper.word(pen.face, part)
        if shaped.parts is None:
            self._piece((pen, owner, shaped.operand, shaped.width * pen.k, part))
        elif shaped.mixed:
            self._fallback(pen, owner, shaped.parts)
        elif shaped.hyphens:
            self._hyphenated(pen, owner, shaped.parts[0], shaped.hyphens)
        elif shaped.meant or shaped.raised:
            self._set(pen, owner, shaped, part)
        else:
            self._parts(pen, owner, shaped.parts)

    def _set(self, pen: Pen, owner: Element | None, shaped: Shaped, text: str) -> None:
        """Add text whose glyphs do not stand for its characters one by one, or not on one line."""
        # What runs from right to left gets its element with its line, where its neighbours are known.
        holder = self._meaning(text, owner) if shaped.meant and not shaped.directed else owner
        self._piece((pen, holder, shaped.drawn(pen.size, pen.look.rise), shaped.width * pen.k, text))

    def _hyphenated(self, pen: Pen, owner: Element | None, part: str, hyphens: tuple[int, ...]) -> None:
        """Add text that may be parted at some places."""
        first = len(self.list[-1].pieces) if self._open else 0
        self._part(pen, owner, part)
        word, start = self.list[-1], 0
        for i, piece in enumerate(word.pieces[first:], first):
            end = start + len(piece[4])
            word.more().hyphens += [(i, at - start) for at in hyphens if start < at <= end]
            start = end

    def _with_wide_spaces(self, pen: Pen, owner: Element | None, text: str) -> None:
        """Add text with en spaces and the like: they keep their widths, and a line may end after them."""
        for part in _WIDE_SPACES.split(text):
            if not _WIDE_SPACES.match(part):
                self.text(pen, owner, part)
            elif self.list:
                self._glued_word(pen, owner, part)
                self._open = False

    def glued(self, pen: Pen, owner: Element | None, text: str) -> None:
        """Add a run of text that stays on one line."""
        for i, part in enumerate(text.translate(_BLANKS).translate(_HARD_SPACES).split(" ")):
            if i:
                self._piece((pen, owner, pen.space_operand, pen.space, " "))
            if part:
                self._glued_word(pen, owner, part)

    def _glued_word(self, pen: Pen, owner: Element | None, part: str) -> None:
        shaped = self.shaper.word(pen.face, part)
        if shaped.parts is None:
            self._piece((pen, owner, shaped.operand, shaped.width * pen.k, part))
        elif shaped.mixed:
            self._fallback(pen, owner, shaped.parts)
        elif shaped.meant or shaped.raised:
            self._set(pen, owner, shaped, part)
        else:
            for sub in shaped.parts:
                self._glued_word(pen, owner, sub)

    def space(self, pen: Pen) -> None:
        """End the word; blanks at the start and repeated blanks are nothing."""
        if self._open:
            word = self.list[-1]
            word.space, word.space_pen, word.end = pen.space, pen, SPACE
            self._open = False

    def widen(self, width: float) -> None:
        """Leave more room than a space before what comes next, unless a line or paragraph begins there."""
        if not self.list or self._open:
            return
        word = self.list[-1]
        if word.end == SPACE:
            word.space += width
        elif word.end == NOTHING and word.pieces[-1][4].isspace():
            self._open = True
            self.gap(word.pieces[-1][0], None, width)
            self._open = False

    def glue(self) -> None:
        """Keep what comes next on the line of what came last, and the space between as it is."""
        if self.list and not self._open and self.list[-1].end == SPACE:
            word = self.list[-1]
            pen = word.space_pen
            word.space, word.end = 0.0, NOTHING
            self._open = True
            self._piece((pen, None, pen.space_operand, pen.space, " "))

    def gap(self, pen: Pen, owner: Element | None, width: float) -> None:
        """Leave room within a word."""
        self._piece((pen, owner, f" {-width / pen.k:.0f}", width, ""))

    def line_break(self, pen: Pen) -> None:
        """End the line here."""
        if not self.list or self.list[-1].end == FORCED:
            self._open = False
            self._piece((pen, None, "", 0.0, ""))
        word = self.list[-1]
        word.space, word.space_pen, word.end = 0.0, pen, FORCED
        self._open = False

    def anchor(self, name: str) -> None:
        """Make the next word one that can be pointed to."""
        self._anchors.append(name)

    def current(self, pen: Pen) -> Word:
        """Give the word that is being written, an empty one if none is."""
        if not self._open:
            self._piece((pen, None, "", 0.0, ""))
        return self.list[-1]

    def finish(self) -> list[Word]:
        """Give the words; a blank at the end is nothing."""
        if self.list:
            last = self.list[-1]
            if last.end == SPACE:
                last.space, last.end = 0.0, NOTHING
            if self._anchors:
                last.more().anchors += self._anchors
            if self._direction:
                self.list[0].more().direction = self._direction
        return self.list

    def _piece(self, piece: Piece) -> None:
        if self._open:
            word = self.list[-1]
            word.pieces.append(piece)
            word.width += piece[3]
        else:
            word = Word(piece)
            self.list.append(word)
            self._open = True
        if self._anchors:
            word.more().anchors += self._anchors
            self._anchors = []

    def _parts(self, pen: Pen, owner: Element | None, parts: tuple[str, ...]) -> None:
        """Add the parts of a word; between them a line may end."""
        for i, part in enumerate(parts):
            if i:
                self._may_part(pen, parts[i - 1])
            self._part(pen, owner, part)

    def _may_part(self, pen: Pen, part: str) -> None:
        if self._open:
            word = self.list[-1]
            word.end, word.space_pen = HYPHEN if part.endswith("\xad") else NOTHING, pen
            self._open = False
            if word.end == HYPHEN:
                self.shaper.use(pen.face, pen.face.hyphen)

    def _fallback(self, pen: Pen, owner: Element | None, runs: tuple[str, ...]) -> None:
        """Add runs of text, each cluster of characters in the first face that has it."""
        for run in runs:
            for other, text in by_pen(pen, run, self.shaper, self.node):
                shaped = self.shaper.word(other.face, text) if other is not None else None
                if other is None or shaped is None or (shaped.mixed and not shaped.operand):
                    for cluster in CLUSTER.findall(text):
                        self._box(pen, owner, cluster)
                elif shaped.mixed:
                    # A glyph that stands for another character in this document is read back as the one that is meant.
                    holder = self._meaning(text, owner)
                    self._piece((other, holder, shaped.operand, shaped.width * other.k, text))
                else:
                    self._part(other, owner, text)

    def _box(self, pen: Pen, owner: Element | None, cluster: str) -> None:
        # What no face has is seen as a box, and read back and heard as what it is.
        for character in UNSEEN.sub("", cluster):
            self.shaper.missing(character, self.node)
        box = next((p for p in pens(pen, self.shaper) if has_glyph(p.face, "□")), pen)
        shaped = self.shaper.word(box.face, "□" if has_glyph(box.face, "□") else "?")
        self._piece((box, self._meaning(cluster, owner), shaped.operand, shaped.width * box.k, "□"))

    def _meaning(self, text: str, owner: Element | None) -> Element:
        return meaning(text, owner or self.element)
