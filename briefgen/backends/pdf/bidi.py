"""Lines in which text runs from right to left: each run in its own direction, all of them read in the order of thought.

python-bidi resolves the levels of a paragraph's characters (Unicode Standard Annex 9). Runs are placed as a reader of
the script sees them, and drawn in the order in which they are read; what a run says is written beside its glyphs, since
readers of PDF differ in how they turn what they see back into text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ...language.locales import direction
from ...language.scripts import RIGHT_TO_LEFT
from .lines import Line, LineWriter, blank_operand
from .places import hyphen_width
from .shaping import Shaper
from .tagging import Element, meaning
from .words import FORCED, HYPHEN, SPACE, Piece, Word

NO_WORD = -1
OBJECT, END_OF_LINE = "\ufffc", "\u2028"
EMBEDDED = str.maketrans({"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a", "\u2069": "\u202c"})
"""Isolates as the embeddings that they resemble: python-bidi's steps know no isolates."""


class Levels(NamedTuple):
    """The levels of a paragraph's characters, odd ones from right to left, and where each word begins among them."""

    base: int
    at: list[int]
    starts: list[int]
    element: Element | None
    shaper: Shaper


class Item(NamedTuple):
    """A piece that runs one way; its level, and the number of its word, `NO_WORD` for a space between words."""

    piece: Piece
    level: int
    word: int


def resolve(words: Sequence[Word], element: Element | None, shaper: Shaper) -> Levels | None:
    """Resolve a paragraph's levels; None when all of it runs from left to right."""
    starts, parts, at = [], [], 0
    for word in words:
        starts.append(at)
        text = "".join(piece[4] or OBJECT for piece in word.pieces)
        text += " " if word.end == SPACE else END_OF_LINE if word.end == FORCED else ""
        parts.append(text)
        at += len(text)
    text = "".join(parts)
    base = _base(text, words[0], element, shaper)
    return Levels(base, _levels(text, base), starts, element, shaper) if base or RIGHT_TO_LEFT.search(text) else None


def _base(text: str, first: Word, element: Element | None, shaper: Shaper) -> int:
    """Say which way a paragraph runs: as its author says, as its language does, as its first letter does."""
    from bidi.algorithm import get_base_level

    if first.extra is not None and first.extra.direction:
        return int(first.extra.direction == "rtl")
    language = (element.language() if element is not None else "") or shaper.language
    if direction(language) == "rtl" and (RIGHT_TO_LEFT.search(text) or not any(c.isalpha() for c in text)):
        return 1
    return int(get_base_level(text))


def _levels(text: str, base: int) -> list[int]:
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text.translate(EMBEDDED), storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = [-1] * len(text)
    for character in storage["chars"]:
        levels[character["index"]] = character["level"]
    for i, level in enumerate(levels):  # marks of direction have none of their own
        if level < 0:
            levels[i] = levels[i - 1] if i else base
    return levels


def shape_runs(words: Sequence[Word], levels: Levels) -> None:
    """Shape each run in its own direction, so that lines are broken by the widths that are drawn."""
    for word, start in zip(words, levels.starts):
        at = start
        if word.extra is not None and (word.extra.marks or word.extra.pictures or word.extra.hyphens):
            continue
        runs: list[Piece] = []
        for piece in word.pieces:
            length = len(piece[4]) or 1
            runs += [run for run, _ in _runs(piece, levels.at[at : at + length], levels.shaper)]
            at += length
        word.pieces, word.width = runs, sum(run[3] for run in runs)


def compose(words: Sequence[Word], span: tuple[int, int], stretch: float, levels: Levels) -> Line:
    """Set the words of a span on a line, its spaces grown by a share of themselves."""
    items = _items(words, span, stretch, levels)
    lefts = _lefts(items)
    writer = LineWriter(stretch)
    edges: dict[int, float] = {}
    for item, left in zip(items, lefts):
        edges[item.word] = min(left, edges.get(item.word, left))
    for i, left in edges.items():
        if i != NO_WORD and words[i].extra is not None:
            writer.extras(words[i], left)
    spaced = words[span[1]].end in (SPACE, FORCED) and span[1] < len(words) - 1
    for _, numbers in groupby(range(len(items)), lambda i: (id(items[i].piece[1]), items[i].level)):
        run = list(numbers)
        owner = _owner(items, run, levels.element, spaced=spaced)
        for i in reversed(run) if items[run[0]].level % 2 else run:
            pen, _, operand, width, _ = items[i].piece
            writer.jump(lefts[i])
            writer.piece(pen, owner, operand, width)
    if spaced and items[-1].level % 2 == 0:
        writer.trailing_space(words[span[1]].space_pen)
    line = writer.finish()
    line.width = sum(item.piece[3] for item in items)
    line.right_to_left = levels.base == 1
    return line


def _items(words: Sequence[Word], span: tuple[int, int], stretch: float, levels: Levels) -> list[Item]:
    items: list[Item] = []
    first, last = span
    for i in range(first, last + 1):
        word, at = words[i], levels.starts[i]
        whole = word.extra is not None and (word.extra.marks or word.extra.pictures)
        for piece in _turned(word.pieces) if whole else word.pieces:
            length = len(piece[4]) or 1
            if whole:  # what is drawn around it knows one direction
                items.append(Item(piece, 2 * levels.base, i))
            else:
                items += [
                    Item(run, level, i) for run, level in _runs(piece, levels.at[at : at + length], levels.shaper)
                ]
            at += length
        pen = word.space_pen
        if word.end == SPACE and i < last:
            owner, width = word.pieces[-1][1], word.space * (1.0 + stretch)
            shared = owner if owner is words[i + 1].pieces[0][1] else None
            items.append(Item((pen, shared, blank_operand(pen, width), width, " "), levels.at[at], NO_WORD))
        elif word.end == HYPHEN and i == last < len(words) - 1:
            hyphen = (pen, word.pieces[-1][1], pen.face.hyphen.operand, hyphen_width(word), "\xad")
            items.append(Item(hyphen, items[-1].level, i))
    return items


def _turned(pieces: list[Piece]) -> list[Piece]:
    """Turn round the words of a badge, between the gaps at its ends, where they run from right to left."""
    texts = [i for i, piece in enumerate(pieces) if piece[4]]
    if not RIGHT_TO_LEFT.search("".join(piece[4] for piece in pieces)):
        return pieces
    first, last = texts[0], texts[-1] + 1
    return [*pieces[:first], *reversed(pieces[first:last]), *pieces[last:]]


def _runs(piece: Piece, levels: list[int], shaper: Shaper) -> Iterator[tuple[Piece, int]]:
    """Part a piece where its direction changes."""
    pen, owner, _, _, text = piece
    first = levels[0]
    runs = [(level, len(list(same))) for level, same in groupby(levels)]
    if not text.strip() or (len(runs) == 1 and first % 2 == 0 and not RIGHT_TO_LEFT.search(text)):
        yield piece, first
        return
    at = 0
    for level, length in runs:
        part = text[at : at + length]
        shaped = pen.face.directed(part, level % 2 == 1)
        if shaped.mixed:  # it is drawn by another way already, whole
            yield piece, first
            return
        shaper.use(pen.face, shaped._replace(meant=True))
        yield (pen, owner, shaped.drawn(pen.size, pen.look.rise), shaped.width * pen.k, part), level
        at += length


def _lefts(items: list[Item]) -> list[float]:
    """Put items in the order in which they are seen (rule L2), and give the place of each one's left edge."""
    order = list(range(len(items)))
    for level in range(max(item.level for item in items), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and items[order[end]].level >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    lefts, x = [0.0] * len(items), 0.0
    for i in order:
        lefts[i] = x
        x += items[i].piece[3]
    return lefts


def _owner(items: list[Item], run: list[int], element: Element | None, *, spaced: bool) -> Element | None:
    """Give the element that holds what belongs together: one that says its text, where that runs from right to left."""
    owner = items[run[0]].piece[1]
    text = "".join(items[i].piece[4] for i in run)
    if items[run[0]].level % 2 == 0 or not text.strip() or (owner is not None and owner.actual):
        return owner
    holder = meaning(text + " " if spaced and run[-1] == len(items) - 1 else text, owner or element)
    holder.actual = ""  # beside the glyphs it would be turned round by readers that put in order what they see
    return holder
