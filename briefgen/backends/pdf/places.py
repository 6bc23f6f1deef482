"""The places where a paragraph's lines may end: after words, and within those that a hyphen may part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from .shaping import Shaper
from .words import FORCED, HYPHEN, SPACE, Piece, Word

HYPHENATED, WITHIN = 0.03, 0.01
"""What it costs to end a line with a hyphen, or within an address or after a dash, where a line that stays short by a
share `s` of its measure costs `s` squared."""

Part: TypeAlias = tuple[int, int, float, float]
"""A piece of a word, an offset within its text, the width up to there and a hyphen, the width from there."""
Parts = Callable[[Word], Sequence[Part]]


class Places(NamedTuple):
    """Places by number. A line that ends at place `k` reaches to `ends[k]`; what follows it begins at `begins[k + 1]`.

    Lengths are points from the start of one endless line.
    """

    begins: list[float]
    ends: list[float]
    costs: list[float]
    """Empty where all lines end with a space."""
    forced: list[int]
    """The places where a line ends, whether it is full or not."""
    at: list[tuple[int, Part | None]]
    """The word of each place, and where it is parted; empty when place and word have the same number."""


def after_words(words: Sequence[Word]) -> Places:
    """Give the places after each word."""
    begins: list[float] = []
    ends: list[float] = []
    others: list[int] = []
    x = 0.0
    for word in words:
        begins.append(x)
        x += word.width
        ends.append(x)
        x += word.space
        if word.end != SPACE:
            others.append(len(ends) - 1)
    places = Places(begins, ends, [], [], [])
    if len(others) > 1:
        places.costs.extend([0.0] * len(ends))
        for i in others[:-1]:
            _other(words[i], i, places)
    return places


def _other(word: Word, place: int, places: Places) -> None:
    if word.end == FORCED:
        places.forced.append(place)
    elif word.end == HYPHEN:
        places.ends[place] += hyphen_width(word)
        places.costs[place] = HYPHENATED
    elif word.pieces[-1][4][-1:] in _CLUMSY:
        places.costs[place] = WITHIN


_CLUMSY = frozenset("/?&=._-–—")


def with_parts(words: Sequence[Word], width: float, parts: Parts) -> Places:
    """Give the places after words and within them; every part fits the width."""
    places = Places([], [], [], [], [])
    x = begin = 0.0
    for i, word in enumerate(words):
        for part in parts(word):
            if part[2] <= width:
                _add(places, begin, x + part[2], HYPHENATED, (i, part))
                begin = x + word.width - part[3]
        x += word.width
        _add(places, begin, x, 0.0, (i, None))
        if word.end != SPACE and i < len(words) - 1:
            _other(word, len(places.ends) - 1, places)
        x += word.space
        begin = x
    return places


def _add(places: Places, begin: float, end: float, cost: float, at: tuple[int, Part | None]) -> None:
    places.begins.append(begin)
    places.ends.append(end)
    places.costs.append(cost)
    places.at.append(at)


def blanks(words: Sequence[Word], places: Places) -> list[float]:
    """Give for each place the room that spaces take before its word."""
    before, x = [], 0.0
    for word in words:
        before.append(x)
        x += word.space
    return [before[i] for i, _ in places.at] if places.at else before


def hyphen_width(word: Word) -> float:
    """Give what a hyphen adds when the line ends after this word."""
    return word.space_pen.face.hyphen.width * word.space_pen.k if word.end == HYPHEN else 0.0


def fragment(piece: Piece, start: int, end: int | None, shaper: Shaper | None = None) -> Piece:
    """Shape a part of a piece; `shaper` keeps the glyphs of what is going to be drawn."""
    pen, owner, _, _, text = piece
    part = text[start:end]
    shaped = pen.face.whole(part)
    if shaper is not None:
        shaper.use(pen.face, shaped)
    return (pen, owner, shaped.drawn(pen.size, pen.look.rise), shaped.width * pen.k, part)


def part_words(words: list[Word], places: Places, chosen: list[int], shaper: Shaper) -> tuple[list[Word], list[int]]:
    """Part the words in which lines end; give all words, and the number of each line's last one."""
    if not places.at:
        return words, chosen
    cuts: dict[int, list[Part]] = {}
    last: set[int] = set()
    for i, part in (places.at[place] for place in chosen):
        if part is None:
            last.add(i)
        else:
            cuts.setdefault(i, []).append(part)
    out: list[Word] = []
    ends: list[int] = []
    for i, word in enumerate(words):
        out += parted(word, cuts[i], shaper) if i in cuts else (word,)
        ends += range(len(out) - 1 - len(cuts.get(i, ())), len(out) - (i not in last))
    return out, ends


def parted(word: Word, parts: list[Part], shaper: Shaper) -> list[Word]:
    """Part a word; what is left at last has its notes and what stands after it, the first part its anchors."""
    words: list[Word] = []
    left, done, offset = word.pieces, 0, 0
    for index, at, _, _ in parts:
        piece = left[index - done]
        head, rest = fragment(piece, 0, at - offset, shaper), fragment(piece, at - offset, None, shaper)
        words.append(joined([*left[: index - done], head], HYPHEN))
        shaper.use(head[0].face, head[0].face.hyphen)
        left = [*([rest] if rest[4] else []), *left[index - done + 1 :]]
        done, offset = (index, at) if rest[4] else (index + 1, 0)
    tail = joined(left, word.end)
    tail.space, tail.space_pen, tail.extra = word.space, word.space_pen, word.extra
    if word.extra is not None and word.extra.anchors:
        words[0].more().anchors, word.extra.anchors = word.extra.anchors, []
    return [*words, tail]


def joined(pieces: list[Piece], end: int) -> Word:
    """Make a word of pieces."""
    word = Word(pieces[0], end=end)
    word.pieces = pieces
    word.width = sum(piece[3] for piece in pieces)
    word.space_pen = pieces[-1][0]
    return word
