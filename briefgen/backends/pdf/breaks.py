"""Where a paragraph's lines end: first fit, lines of about one length, and words too long for any line."""

from __future__ import annotations

from collections.abc import Sequence

from .shaping import Shaper
from .styles import Pen, Style
from .words import FORCED, HYPHEN, Piece, Word

SLACK = 1e-6


def line_ends(words: list[Word], width: float, style: Style) -> list[int]:
    """Give the index of each line's last word; `words` fit the width (see `cut_long_words`)."""
    ends = first_fit(words, width)
    if style.even and len(ends) > 1:
        return even_lines(words, width, len(ends)) or ends
    if style.prose and len(ends) > 1:
        avoid_lone_word(words, ends, width)
    return ends


def first_fit(words: Sequence[Word], width: float) -> list[int]:
    """Fill one line after the other."""
    width += SLACK
    ends: list[int] = []
    x, fits, i, start, count = 0.0, -1, 0, 0, len(words)
    while i < count:
        word = words[i]
        x += word.width
        if x > width and i > start:
            end = fits if fits >= start else i - 1
            ends.append(end)
            i = start = end + 1
            x = 0.0
            continue
        if word.end == FORCED:
            ends.append(i)
            start, x = i + 1, 0.0
        elif word.end != HYPHEN or x + hyphen_width(word) <= width:
            fits = i
        x += word.space if word.end != FORCED else 0.0
        i += 1
    if start < count:
        ends.append(count - 1)
    return ends


def avoid_lone_word(words: Sequence[Word], ends: list[int], width: float) -> None:
    """Bring one more word down when a single one would stand on the last line, and both have room there."""
    last, before = ends[-1], ends[-2]
    start = ends[-3] + 1 if len(ends) > 2 else 0
    if words[before].width + words[before].space + words[last].width > width + SLACK:
        return
    if last - before == 1 and before - start >= 2 and words[before].end != FORCED and words[before - 1].end != HYPHEN:
        ends[-2] = before - 1


def even_lines(words: Sequence[Word], width: float, count: int) -> list[int] | None:
    """Break into as many lines, each about as long; None when there is no such way.

    The longest line decides: the narrowest measure that needs no more lines is found by halving.
    """
    if len(words) > 200 or any(word.end == FORCED for word in words):
        return None
    widest = max(word.width for word in words)
    low, high, best = width * 0.4, width, None
    for _ in range(12):
        middle = (low + high) / 2
        ends = first_fit(words, middle)
        if len(ends) <= count and widest <= middle:
            best, high = ends, middle
        else:
            low = middle
    return best


def hyphen_width(word: Word) -> float:
    """Give what a hyphen adds when the line ends after this word."""
    return word.space_pen.face.hyphen.width * word.space_pen.k if word.end == HYPHEN else 0.0


def cut_long_words(words: list[Word], width: float, shaper: Shaper) -> list[Word]:
    """Cut what is longer than a line so that every part fits one; the parts may need glyphs that the whole did not."""
    limit = width + SLACK
    if all(word.width <= limit and (word.end != HYPHEN or word.width + hyphen_width(word) <= limit) for word in words):
        return words
    return [part for word in words for part in _fitted(word, width - hyphen_width(word), shaper)]


def _fitted(word: Word, width: float, shaper: Shaper) -> list[Word]:
    return _cut(word, width, shaper) if word.width > width + SLACK else [word]


def _cut(word: Word, width: float, shaper: Shaper) -> list[Word]:
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
        parts[0].extra = word.extra
        parts[-1].more().hyphen = word.extra.hyphen
    return parts


def _chunks(piece: Piece, width: float, used: float, shaper: Shaper) -> list[Piece]:
    pen, owner, _, _, text = piece
    if not text:
        return [(pen, owner, "", 0.0, "")]
    chunks: list[Piece] = []
    start, room = 0, width - used
    while start < len(text):
        end = _reach(pen, text, start, room)
        chunk = _chunk(piece, text[start:end])
        while chunk[3] > room + SLACK and end - start > 1:  # kerning can make a run wider than its letters
            end -= 1
            chunk = _chunk(piece, text[start:end])
        shaper.use(pen.face, pen.face.whole(text[start:end]))
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


def _chunk(piece: Piece, text: str) -> Piece:
    pen, owner, _, _, _ = piece
    shaped = pen.face.whole(text)
    return (pen, owner, shaped.operand, shaped.width * pen.k, text)
