"""Strips to pages. One pass: a page is filled until a strip does not fit, then it ends at the best place before."""

from __future__ import annotations

from .notes import Footnote
from .strips import FREE, HEADING, RowContent, Strip, split_row

NOTE_SKIP = 8.0
"""The room between the text and the notes, with the short rule in it."""
CARRIED_SHARE = 0.6
"""What notes carried over from a page may take of the next one while there is text to come."""
TOLERANCE = 0.01


class Page:
    """What stands on a page; each strip with the place of its top, in points above the page's lower edge."""

    __slots__ = ("notes", "repeated", "strips")

    def __init__(self) -> None:
        self.strips: list[tuple[Strip, float]] = []
        self.repeated: list[tuple[Strip, float]] = []
        """The head of a table that goes on here."""
        self.notes: list[tuple[Strip, float]] = []


class _NoteRoom:
    """What the notes of a page need at its foot; the last one may go on over the page."""

    def __init__(self, carried: float) -> None:
        self.full = carried
        self.saving = 0.0

    def add(self, notes: list[Footnote]) -> None:
        for note in notes:
            self.full += note.height
            self.saving = note.height - note.least

    @property
    def needed(self) -> float:
        return self.full - self.saving + NOTE_SKIP if self.full else 0.0


def paginate(strips: list[Strip], height: float, bottom: float) -> list[Page]:
    """Fill pages of `height` points, their text ending `bottom` points above the page's lower edge."""
    pages: list[Page] = []
    strips = list(strips)
    start = 0
    carry: list[Strip] = []
    while start < len(strips) or carry or not pages:
        page = Page()
        end = _fill(strips, start, carry, height, page)
        carry = _set_page(page, strips[start:end], carry, height=height, bottom=bottom)
        pages.append(page)
        start = end
    return pages


def _fill(strips: list[Strip], start: int, carry: list[Strip], height: float, page: Page) -> int:
    """Find where the strips of this page end; a table that goes on here has its head repeated at the top."""
    room = _NoteRoom(min(_stacked(carry), height * CARRIED_SHARE))
    head = _repeated_head(strips, start)
    page.repeated = [(strip, 0.0) for strip in head]
    used, best = _stacked(head), [0] * (HEADING + 1)
    index = start
    while index < len(strips):
        strip = strips[index]
        need = strip.height + (strip.before if index > start else 0.0)
        room.add(strip.notes)
        if used + need + room.needed > height + TOLERANCE:
            return _end(strips, start, index, best, left=height - used - room.needed, height=height)
        used += need
        index += 1
        best[strip.level] = index
        if strip.ends_page:
            break
    return index


def _end(strips: list[Strip], start: int, index: int, best: list[int], *, left: float, height: float) -> int:
    """Choose where a page ends that strip `index` is too much for; what no page can hold is cut."""
    strip = strips[index]
    tall = strip.height > height * 0.9
    if tall and (index == start or left > height / 4):
        room = left - strip.before if index > start else left
        parts = split_row(strip, room)
        if parts is not None:
            strips[index : index + 1] = parts
            return index + 1
    if index == start:
        return index + 1
    return next(end for end in best[FREE:] if end > start)


def _repeated_head(strips: list[Strip], start: int) -> list[Strip]:
    if not 0 < start < len(strips):
        return []
    content, before = strips[start].content, strips[start - 1].content
    if isinstance(content, RowContent) and isinstance(before, RowContent) and content.head is before.head:
        return content.head or []
    return []


def _set_page(page: Page, strips: list[Strip], carry: list[Strip], *, height: float, bottom: float) -> list[Strip]:
    """Give the strips and notes of a page their places; give the note strips that the next page has to take."""
    y = bottom + height
    for i, (strip, _) in enumerate(page.repeated):
        page.repeated[i] = (strip, y)
        y -= strip.height
    for i, strip in enumerate(strips):
        y -= strip.before if i else 0.0
        page.strips.append((strip, y))
        y -= strip.height
    notes = carry + [strip for placed in strips for note in placed.notes for strip in note.strips]
    return _set_notes(page, notes, y - bottom, bottom)


def _set_notes(page: Page, notes: list[Strip], room: float, bottom: float) -> list[Strip]:
    fitting, taken = 0, NOTE_SKIP
    for strip in notes:
        taken += strip.height + (strip.before if fitting else 0.0)
        if taken > room + TOLERANCE and (fitting or page.strips):
            break
        fitting += 1
    y = bottom + _stacked(notes[:fitting])
    for i, strip in enumerate(notes[:fitting]):
        y -= strip.before if i else 0.0
        page.notes.append((strip, y))
        y -= strip.height
    return notes[fitting:]


def _stacked(strips: list[Strip]) -> float:
    return sum(strip.height + (strip.before if i else 0.0) for i, strip in enumerate(strips))
