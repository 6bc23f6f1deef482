"""Where a paragraph's words may be parted: where the author put soft hyphens, else by the rules of their language."""

from __future__ import annotations

from ...language.hyphens import SHORTEST, hyphens
from .fonts import CACHED_WORDS
from .places import Part, Parts, fragment
from .shaping import Shaper
from .tagging import Element
from .words import Word


def soft_parts(word: Word) -> list[Part]:
    """Give the places of a word's soft hyphens."""
    return _parts(word, word.extra.hyphens) if word.extra is not None and word.extra.hyphens else []


def least_width(word: Word) -> float:
    """Give the width below which a word would be cut: that of its longest part between soft hyphens."""
    widest = done = 0.0
    for _, _, head, tail in soft_parts(word):
        widest, done = max(widest, head - done), word.width - tail
    return max(widest, word.width - done)


def parts_in(element: Element | None, shaper: Shaper) -> Parts:
    """Give what says where words of a paragraph may be parted: at soft hyphens, else where their language lets them."""
    usual = (element.language() if element is not None else "") or shaper.language
    known = shaper.styles.parts
    if len(known) > CACHED_WORDS:
        known.clear()

    def parts(word: Word) -> list[Part]:
        extra = word.extra
        if extra is not None and (extra.hyphens or extra.marks or extra.pictures):
            return soft_parts(word)
        pen, owner, _, _, text = word.pieces[0]
        if len(word.pieces) > 1:
            return _parts(word, _places(word, usual))
        if len(text) < SHORTEST:
            return []
        key = (pen, text, usual if owner is None else owner.language() or usual)
        found = known.get(key)
        if found is None:
            found = known[key] = _parts(word, [(0, at) for at in hyphens(text, key[2])])
        return found

    return parts


def _places(word: Word, usual: str) -> list[tuple[int, int]]:
    return [
        (i, at)
        for i, (_, owner, _, _, text) in enumerate(word.pieces)
        if len(text) >= SHORTEST
        for at in hyphens(text, (owner.language() if owner is not None else "") or usual)
    ]


def _parts(word: Word, places: list[tuple[int, int]]) -> list[Part]:
    parts: list[Part] = []
    for index, at in places:
        piece = word.pieces[index]
        pen, before = piece[0], sum(other[3] for other in word.pieces[:index])
        head, tail = fragment(piece, 0, at)[3], fragment(piece, at, None)[3]
        after = word.width - before - piece[3]
        if tail or after:
            parts.append((index, at, before + head + pen.face.hyphen.width * pen.k, tail + after))
    return parts
