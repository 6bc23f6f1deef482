"""Faces: text shaped by HarfBuzz word by word, each word once, whatever document it stands in.

Glyph ids are kept when a face is cut down to what a document uses, so that the bytes which draw a word are the same
in every document and can be kept beside its width.
"""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from ...errors import Diagnostic, Place, RenderError

CACHED_WORDS = 20_000
COMMON = " !\"'()*+,-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]abcdefghijklmnopqrstuvwxyz–—‘’“”…\xad"
"""Characters that every subset holds, so that most documents share one cut of a face, made once."""
ESCAPES = {0x5C: "\\\\", 0x28: "\\(", 0x29: "\\)", 0x0D: "\\r"}

# What is never drawn (Default_Ignorable_Code_Point of Unicode), but for the places where a line may end.
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile(
    "(?<=[^\\W\\d_][-–])(?=[^\\W_])"  # after a hyphen between letters; ranges of figures stay whole
    "|(?<=\\w-)(?=[^\\W\\d_])"
    "|(?<=—)(?=\\w)"
    "|(?<=\u200b)"
    "|(?<=[/?&=._])(?=\\w{4})"  # within addresses, where something is left to stand on the next line
)
_SOFT = re.compile("(?<=\xad)(?=.)")
LONG_WORD = 60
"""Words with more characters are parts of their own between soft hyphens."""
_ADDRESS = re.compile(r"\w(://|www\.)\w|/.*/|\w@\w")


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


class Face:
    """One face of a family; `key` is its name among a page's resources."""

    def __init__(self, path: Path, key: str) -> None:
        import uharfbuzz

        self.key = key
        self.postscript_name = path.stem
        try:
            self.hb_face = uharfbuzz.Face(path.read_bytes())
            self.hb_font = uharfbuzz.Font(self.hb_face)
            self.scale: float = 1000 / self.hb_face.upem
        except (OSError, ValueError, ZeroDivisionError) as error:
            raise _unreadable(path, error) from error
        self._words: dict[str, Shaped] = {}
        self._pieces: dict[str, Shaped] = {}
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
        self.subsets: dict[frozenset[int], tuple[bytes, int]] = {}

    def glyph(self, character: str) -> int:
        """Give the glyph of a character, 0 when the face lacks it."""
        return self.hb_font.get_nominal_glyph(ord(character)) or 0

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

    def _examine(self, text: str) -> Shaped:
        visible = _INVISIBLE.sub("", text)
        parts = split_word(visible)
        if len(parts) > 1:
            return Shaped(0.0, "", (), tuple(parts))
        bare = visible.replace("\u200b", "")
        if "\xad" in bare:
            return Shaped(0.0, "", (), (bare.replace("\xad", ""),), hyphens=_soft_hyphens(bare))
        return self._shape(bare) if bare == text or not bare else Shaped(0.0, "", (), (bare,))

    def _shape(self, text: str) -> Shaped:
        if not text:
            return Shaped(0.0, "()", ())
        if _CONTROLS.search(text):
            return Shaped(0.0, "", (), _by_coverage(self, text), mixed=True)
        glyphs, advances, clusters = self._harfbuzz(text)
        if 0 in glyphs:
            return Shaped(0.0, "", (), _by_coverage(self, text), mixed=True)
        return self._record(text, glyphs, advances, clusters)

    def _harfbuzz(self, text: str) -> tuple[list[int], list[int], list[int]]:
        """Give glyphs, their advances in the font's own units, and where in the text each of them begins."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS  # a mark stays apart from the letter below it
        uharfbuzz.shape(self.hb_font, buffer)
        infos = buffer.glyph_infos
        advances = [position.x_advance for position in buffer.glyph_positions]
        return [info.codepoint for info in infos], advances, [info.cluster for info in infos]

    def _record(self, text: str, glyphs: list[int], advances: list[int], clusters: list[int]) -> Shaped:
        operand, pairs, known = ["("], [], self._known
        for glyph, advance, start, end in zip(glyphs, advances, clusters, [*clusters[1:], len(text)]):
            pair = (glyph, text[start:end] or "\u200b")
            pairs.append(self._pairs.setdefault(pair, pair))
            natural, drawn = known.get(glyph) or self._learn(glyph)
            operand.append(drawn)
            if natural != advance:
                operand.append(f"){round((natural - advance) * self.scale)}(")
        if operand[-1][0] == ")":  # an en space, say, is drawn by the glyph of a space
            operand[-1] = operand[-1][:-1]
        else:
            operand.append(")")
        return Shaped(sum(advances) * self.scale, "".join(operand), tuple(pairs))

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


def split_word(text: str) -> list[str]:
    """Split a word where a line may end without a hyphen; a very long one at its soft hyphens too.

    >>> split_word("US-linked"), split_word("2014–2015")
    (['US-', 'linked'], ['2014–2015'])
    """
    if text.isalnum():
        return [text]
    address = bool(_ADDRESS.search(text))
    parts, start = [], 0
    for match in _BREAKS.finditer(text):
        at = match.start()
        if start < at and (address or text[at - 1] not in "/?&=._"):
            parts.append(text[start:at])
            start = at
    parts = [*parts, text[start:]] if text[start:] else parts or [text]
    return [at for part in parts for at in (_SOFT.split(part) if len(part) > LONG_WORD else [part])]


def _soft_hyphens(text: str) -> tuple[int, ...]:
    """Say where in a word without its soft hyphens they stood: within it, each place once."""
    *before, _ = text.split("\xad")
    places = accumulate(len(part) for part in before)
    return tuple(sorted({at for at in places if 0 < at < len(text) - len(before)}))


def _by_coverage(face: Face, text: str) -> tuple[str, ...]:
    runs: list[str] = []
    covered = None
    for character in text:
        has = has_glyph(face, character)
        if has and covered:
            runs[-1] += character
        else:
            runs.append(character)
        covered = has
    return tuple(runs)


def has_glyph(face: Face, character: str) -> bool:
    """Say whether a face can draw a character; controls and halves of surrogates are never drawn."""
    control = character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character < "\ue000"
    return not control and face.glyph(character) != 0


def _unreadable(path: Path, why: object) -> RenderError:
    return RenderError([Diagnostic("font", f"the face can't be read: {why}", place=Place(str(path)))])
