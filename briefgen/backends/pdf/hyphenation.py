"""Where a paragraph's words may be parted: where the author put soft hyphens, else by the rules of their language."""

from __future__ import annotations

from ...language.hyphens import SHORTEST, hyphens
from .places import Part, fragment
from .shaping import Shaper
from .tagging import Element
from .words import Word


def soft_parts(word: Word) -> list[Part]:
    """Give the places of a word's soft hyphens."""
    return _parts(word, word.extra.hyphens) if word.extra is not None and word.extra.hyphens else []


def parts_in(word: Word, element: Element | None, shaper: Shaper) -> list[Part]:
    """Give the places of a word's soft hyphens, else those that the language of its text knows.

    `element` is the paragraph's.
    """
    extra = word.extra
    if extra is not None and (extra.hyphens or extra.marks or extra.pictures):
        return soft_parts(word)
    places: list[tuple[int, int]] = []
    for i, (_, owner, _, _, text) in enumerate(word.pieces):
        if len(text) >= SHORTEST:
            places += [(i, at) for at in hyphens(text, _language(owner or element, shaper))]
    return _parts(word, places) if places else []


def _language(element: Element | None, shaper: Shaper) -> str:
    return (element.language() if element is not None else "") or shaper.language


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
