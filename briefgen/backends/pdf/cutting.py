"""Words too long for any line, cut so that every part fits one: where a hyphen may stand, else anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from .breaks import SLACK
from .places import Part, Parts, fragment, hyphen_width, parted
from .shaping import Shaper
from .styles import Pen
from .words import HYPHEN, Piece, Word


def cut_long_words(words: list[Word], width: float, shaper: Shaper, parts: Parts) -> list[Word]:
    """Cut what is longer than a line; the parts may need glyphs that the whole did not."""
    limit = width + SLACK
    if all(word.width <= limit and (word.end != HYPHEN or word.width + hyphen_width(word) <= limit) for word in words):
        return words
    return [part for word in words for part in _fitted(word, width, shaper, parts)]


def _fitted(word: Word, width: float, shaper: Shaper, parts: Parts) -> list[Word]:
    limit = width + SLACK
    if word.width + hyphen_width(word) <= limit:
        return [word]
    chosen = _hyphens(word, limit, parts(word))
    return [
        part
        for head in (parted(word, chosen, shaper) if chosen else [word])
        for part in ([head] if head.width + hyphen_width(head) <= limit else _cut(head, width, shaper))
    ]


def _hyphens(word: Word, limit: float, parts: Sequence[Part]) -> list[Part]:
    """Choose the last hyphen on each line that has room for one."""
    chosen: list[Part] = []
    done, reached = 0.0, None
    for part in (*parts, None):
        reach = part[2] if part is not None else word.width
        if reach - done > limit and reached is not None:
            chosen.append(reached)
            done = word.width - reached[3]
        reached = part
    return chosen


def _cut(word: Word, width: float, shaper: Shaper) -> list[Word]:
    width -= hyphen_width(word)
    parts: list[Word] = []
    x = 0.0
    for piece in word.pieces:
        for chunk in [piece] if x + piece[3] <= width else _chunks(piece, width, x, shaper):
            if parts and x + chunk[3] <= width:
                parts[-1].pieces.append(chunk)
                parts[-1].width += chunk[3]
                x += chunk[3]
            else:
                parts.append(Word(chunk))
                x = chunk[3]
    parts[-1].space, parts[-1].space_pen, parts[-1].end = word.space, word.space_pen, word.end
    if word.extra is not None:
        word.extra.marks = [(at, mark) for at, mark in word.extra.marks if at <= 0 and len(parts) == 1]
        word.extra.hyphens = []
        parts[0].extra = word.extra
    return parts


def _chunks(piece: Piece, width: float, used: float, shaper: Shaper) -> list[Piece]:
    pen, owner, _, _, text = piece
    if not text:
        return [(pen, owner, "", 0.0, "")]
    chunks: list[Piece] = []
    start, room = 0, width - used
    while start < len(text):
        end = _reach(pen, text, start, room)
        chunk = fragment(piece, start, end, shaper)
        while chunk[3] > room + SLACK and end - start > 1:  # kerning can make a run wider than its letters
            end -= 1
            chunk = fragment(piece, start, end, shaper)
        chunks.append(chunk)
        start, room = end, width
    return chunks


def _reach(pen: Pen, text: str, start: int, room: float) -> int:
    """Say how far the characters from `start` on reach within the room, one at the least."""
    x = 0.0
    for end in range(start, len(text)):
        x += pen.face.word(text[end]).width * pen.k if text[end] > " " else pen.space
        if x > room and end > start:
            return end
    return len(text)
