"""Faces: text shaped by HarfBuzz word by word, each word once, whatever document it stands in.

Glyph ids are kept when a face is cut down to what a document uses, so that the bytes which draw a word are the same
in every document and can be kept beside its width.
"""

from __future__ import annotations

import re
from copy import copy
from pathlib import Path
from typing import Any, NamedTuple

from ...errors import Diagnostic, Place, RenderError
from ...language.scripts import JOINERS, RIGHT_TO_LEFT
from .breakable import soft_hyphens, split_word

CACHED_WORDS = 20_000
FIGURES = "0123456789"
COMMON = " !\"'()*+,-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]abcdefghijklmnopqrstuvwxyz–—‘’“”…\xad"
"""Characters that every subset holds, so that most documents share one cut of a face, made once."""
ESCAPES = {0x5C: "\\\\", 0x28: "\\(", 0x29: "\\)", 0x0D: "\\r"}

# What is never drawn (Default_Ignorable_Code_Point of Unicode), but for joiners and places where a line may end.
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_MEANT = re.compile(f"[{JOINERS}\u061c\u200e\u200f\u2066-\u2069]")
"""What is not seen, and yet says something to who reads the text back."""
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
LIGATURES = {"\u0644\u0622": "\ufef5", "\u0644\u0623": "\ufef7", "\u0644\u0625": "\ufef9", "\u0644\u0627": "\ufefb"}
"""What a glyph of lam and alef says: one character, since readers turn round the order of two."""


class Shaped(NamedTuple):
    """A shaped word: width in 1/1000 of the size, its bytes as operands of TJ, its glyphs with what each says.

    `parts` is set for a word that can't be drawn as one piece: the parts between its break opportunities, or, when it
    is `mixed`, its runs of characters that this face has and lacks or that other glyphs already stand for. A single
    part is what is drawn of a word that holds more; `hyphens` are the places in it where soft hyphens stood.
    """

    width: float
    operand: str
    glyphs: tuple[tuple[int, str], ...]
    parts: tuple[str, ...] | None = None
    mixed: bool = False
    hyphens: tuple[int, ...] = ()
    meant: bool = False
    """Its glyphs do not say one by one what the text says: it is read back and heard as a whole."""
    directed: bool = False
    """It has letters that run from right to left."""
    raised: tuple[tuple[int, str], ...] = ()
    """The operands by how far above the baseline they are drawn, in 1/1000 of the size, where any of them is."""

    def drawn(self, size: float, rise: float) -> str:
        """Give the operands of TJ for a size and a rise in points; with marks above letters, further operators."""
        if not self.raised:
            return self.operand
        back = f"]TJ {rise:.4g} Ts["
        return "".join(f"]TJ {rise + up * size / 1000:.4g} Ts[{part}{back}" if up else part for up, part in self.raised)


class Subset(NamedTuple):
    """A face cut down: its name, the glyphs, the deflated file and its length before, and the widths of all codes."""

    name: str
    glyphs: list[int]
    file: bytes
    length: int
    widths: str


class Face:
    """One face of a family; `key` is its name among a page's resources."""

    def __init__(self, path: Path, key: str) -> None:
        import uharfbuzz

        self.key = key
        self.postscript_name = re.sub("[^A-Za-z0-9_-]", "", path.stem) or "Face"
        try:
            self.hb_face = uharfbuzz.Face(path.read_bytes())
            self.hb_font = uharfbuzz.Font(self.hb_face)
            self.scale: float = 1000 / self.hb_face.upem
            outlines = "glyf" in self.hb_face.table_tags
        except (OSError, ValueError, ZeroDivisionError) as error:
            raise _unreadable(path, error) from error
        if not outlines:
            raise _unreadable(path, "it has no TrueType outlines, and no others can be embedded")
        self._features: dict[str, bool] = {}
        self._words: dict[str, Shaped] = {}
        self._pieces: dict[str, Shaped] = {}
        self._directed: dict[tuple[str, bool], Shaped] = {}
        self._pairs: dict[tuple[int, str], tuple[int, str]] = {}
        """Glyphs with what they say, each once, since all words share them."""
        self._known: dict[int, tuple[int, str]] = {}
        space, hyphen = self.glyph(" "), self.glyph("-")
        if not space or not hyphen:
            raise _unreadable(path, "it has no space or no hyphen")
        self.space = self.word(" ")
        self.aliases: dict[int, int] = {}
        """Codes beyond the face's glyphs, which are drawn as a glyph and say something else."""
        self.hyphen = self._soft_hyphen(hyphen)
        self.always = frozenset({0, *(self.glyph(c) for c in COMMON)})
        self.base = self
        """The face of the file, where this one differs by its figures alone."""
        self._tabular: Face | None = None
        self.subsets: dict[frozenset[int], Subset] = {}

    def glyph(self, character: str) -> int:
        """Give the glyph of a character, 0 when the face lacks it."""
        return self.hb_font.get_nominal_glyph(ord(character)) or 0

    def tabular(self) -> Face:
        """Give the face with figures of one width: this one, where its figures are so already."""
        if self._tabular is None:
            other = copy(self)
            other._features = {"tnum": True}
            other._words, other._pieces, other._directed = {}, {}, {}
            same = other.whole(FIGURES) == self.whole(FIGURES)
            self._tabular = other._tabular = self if same else other
        return self._tabular

    def word(self, text: str) -> Shaped:
        """Shape a word, or take it from those shaped before."""
        word = self._words.get(text)
        if word is None:
            if len(self._words) > CACHED_WORDS:
                self._words.clear()
            word = self._words[text] = self._examine(text)
        return word

    def whole(self, text: str) -> Shaped:
        """Shape a piece of a word without looking for places to break it."""
        shaped = self._pieces.get(text)
        if shaped is None:
            if len(self._pieces) > CACHED_WORDS:
                self._pieces.clear()
            shaped = self._pieces[text] = self._shape(text)
        return shaped

    def advance(self, glyph: int) -> float:
        """Give a glyph's own width in 1/1000 of the size."""
        natural, _ = self._known.get(glyph) or self._learn(glyph)
        return natural * self.scale

    def directed(self, text: str, right_to_left: bool) -> Shaped:
        """Shape text that runs one way."""
        key = (text, right_to_left)
        shaped = self._directed.get(key)
        if shaped is None:
            if len(self._directed) > CACHED_WORDS:
                self._directed.clear()
            shaped = self._directed[key] = self._shape(text, "rtl" if right_to_left else "ltr")
        return shaped

    def _examine(self, text: str) -> Shaped:
        parts = split_word(text)
        if len(parts) > 1:
            return Shaped(0.0, "", (), tuple(parts))
        bare = _INVISIBLE.sub("", text).replace("\u200b", "")
        if "\xad" in bare:
            return Shaped(0.0, "", (), (bare.replace("\xad", ""),), hyphens=soft_hyphens(bare))
        shaped = self._shape(bare)
        directed = RIGHT_TO_LEFT.search(text) is not None
        if not shaped.mixed and (directed or _MEANT.search(text)):
            return shaped._replace(parts=(text,), meant=True, directed=directed)
        return shaped if bare == text or not bare else Shaped(0.0, "", (), (bare,))

    def _shape(self, text: str, direction: str = "") -> Shaped:
        text = _INVISIBLE.sub("", text)
        if not text:
            return Shaped(0.0, "()", ())
        if _CONTROLS.search(text):
            return Shaped(0.0, "", (), (text,), mixed=True)
        infos, positions = self._harfbuzz(text, direction)
        if any(info.codepoint == 0 for info in infos):
            return Shaped(0.0, "", (), (text,), mixed=True)
        return self._record(text, infos, positions)

    def _harfbuzz(self, text: str, direction: str) -> tuple[Any, Any]:
        """Give HarfBuzz's glyphs with their places in the text, and their positions in the font's own units."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if direction:
            buffer.direction = direction
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS  # a mark stays apart from the letter below it
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        uharfbuzz.shape(self.hb_font, buffer, self._features)
        return buffer.glyph_infos, buffer.glyph_positions

    def _record(self, text: str, infos: Any, positions: Any) -> Shaped:
        """Write glyphs as operands; numbers among them move what follows to the left."""
        said, known, scale = _said(text, [info.cluster for info in infos]), self._known, self.scale
        lines: list[tuple[int, list[str]]] = [(0, ["("])]
        pairs, width = [], 0
        for info, position, words in zip(infos, positions, said):
            glyph, advance, right, up = info.codepoint, position.x_advance, position.x_offset, position.y_offset
            pair = (glyph, words)
            pairs.append(self._pairs.setdefault(pair, pair))
            natural, drawn = known.get(glyph) or self._learn(glyph)
            width += advance
            if up != lines[-1][0]:
                lines.append((up, ["("]))
            operand = lines[-1][1]
            if right:
                operand.append(f"){-right * scale:.0f}(")
            operand.append(drawn)
            if natural + right != advance:
                operand.append(f"){(natural + right - advance) * scale:.0f}(")
        raised = tuple((round(up * scale), _closed(operand)) for up, operand in lines if len(operand) > 1)
        shaped = Shaped(width * scale, "".join(operand for _, operand in raised) or "()", tuple(pairs))
        if len(raised) <= 1 and "\u200b" not in said:
            return shaped
        return shaped._replace(parts=(text,), meant="\u200b" in said, raised=raised if len(raised) > 1 else ())

    def _learn(self, glyph: int) -> tuple[int, str]:
        """Keep a glyph's advance in the font's own units, and how it is written."""
        self._known[glyph] = found = self.hb_font.get_glyph_h_advance(glyph), literal(glyph)
        return found

    def _soft_hyphen(self, hyphen: int) -> Shaped:
        """Give the hyphen at a line's end. It is read back as U+00AD, so that readers join the word again.

        HarfBuzz gives U+00AD no width, and most faces draw it by the glyph of the hyphen that an author writes.
        """
        glyph, spare = self.glyph("\xad") or hyphen, self.hb_face.glyph_count
        advance, code = self.hb_font.get_glyph_h_advance(glyph), glyph
        if glyph == hyphen and spare < 0xFFFF:
            self.aliases[spare], code = glyph, spare
            self._known[code] = advance, literal(code)
        return Shaped(advance * self.scale, f"({literal(code)})", ((code, "\xad"),))


def literal(glyph: int) -> str:
    """Write a glyph as two bytes of a literal string, which deflates better than hexadecimal."""
    return (chr(glyph >> 8) + chr(glyph & 255)).translate(ESCAPES)


def _said(text: str, clusters: list[int]) -> list[str]:
    """Give for each glyph what it says; of several glyphs for the same text, all but the first say nothing."""
    if text.isascii() and clusters == [*range(len(text))]:
        return list(text)  # as of most words: a glyph a letter
    order = sorted(set(clusters))
    texts = {
        at: LIGATURES.get(said := text[at:end].strip(JOINERS), said) for at, end in zip(order, [*order[1:], len(text)])
    }
    return [texts.pop(at, "") or "\u200b" for at in clusters]


def _closed(operand: list[str]) -> str:
    if operand[-1][0] == ")":  # an en space, say, is drawn by the glyph of a space
        operand[-1] = operand[-1][:-1]
    else:
        operand.append(")")
    return "".join(operand)


def has_glyph(face: Face, character: str) -> bool:
    """Say whether a face can draw a character; controls and halves of surrogates are never drawn."""
    control = character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character < "\ue000"
    return not control and face.glyph(character) != 0


def _unreadable(path: Path, why: object) -> RenderError:
    return RenderError([Diagnostic("font", f"the face can't be read: {why}", place=Place(str(path)))])
