"""Strips to pages. One pass: a page is filled until a strip does not fit, then it ends at the best place before."""

from __future__ import annotations

from .notes import Footnote
from .sides import GAP, SideColumn, shifted_from
from .splitting import split_group, split_row
from .strips import FREE, HEADING, KEEP, WHOLE, Aside, RowContent, Strip, reach

NOTE_SKIP = 8.0
"""The room between the text and the notes, with the short rule in it."""
CARRIED_SHARE = 0.6
"""What notes carried over from a page may take of the next one while there is text to come."""
EMPTY = 0.2
"""More of a page than this is not left empty to keep a small table, or rows below a spanning cell, together."""
TOLERANCE = 0.01


class Page:
    """What stands on a page; each strip with the place of its top, in points above the page's lower edge."""

    __slots__ = ("asides", "carried", "lying", "notes", "repeated", "strips")

    def __init__(self, carried: bool, lying: bool) -> None:
        self.lying = lying
        self.carried = carried
        """Whether the notes begin with what the page before had no room for."""
        self.strips: list[tuple[Strip, float]] = []
        self.repeated: list[tuple[Strip, float]] = []
        """The head of a table that goes on here."""
        self.notes: list[tuple[Strip, float]] = []
        self.asides: list[tuple[Strip, float]] = []
        """What stands in the side column."""


class _NoteRoom:
    """What the notes of a page need at its foot; the last one may go on over the page."""

    def __init__(self, carried: float) -> None:
        self.full = carried
        self.saving = 0.0

    def add(self, notes: tuple[Footnote, ...]) -> None:
        for note in notes:
            self.full += note.height
            self.saving = note.height - note.least

    @property
    def needed(self) -> float:
        return self.full - self.saving + NOTE_SKIP if self.full else 0.0


class _Filling:
    """A page that is being filled from strip `start` on. Heights are points below the top of the page's text."""

    def __init__(self, strips: list[Strip], start: int, height: float, side: SideColumn) -> None:
        self.strips = strips
        self.start = start
        self.height = height
        self.side = side
        self.used = 0.0
        self.ends = [(0, 0.0)] * (HEADING + 1)
        """For each level the last strip that the page could end after, as an index past it, and how far it reaches."""
        self.before_notes = (0, 0.0)
        """Where the page could end so that a part whose notes have no room beside it begins the next one."""
        self.head = _repeated_head(strips, start)

    def fill(self, carry: list[Strip]) -> int:
        """Find where the strips of the page end; `carry` are notes that the page before had no room for."""
        room = _NoteRoom(min(_stacked(carry), self.height * CARRIED_SHARE))
        self._repeat_head()
        for index in range(self.start, len(self.strips)):
            strip = self.strips[index]
            need = strip.height + (strip.before if index > self.start else 0.0)
            down = self.side.shift(strip, self.used + need - strip.height) if self.side.taken else 0.0
            room.add(strip.notes)
            if self.used + need + down + room.needed > self.height + TOLERANCE:
                return self._early(index) or self._end(index, down, self.height - self.used - room.needed)
            self._take(index, need, down)
            if strip.ends_page:
                return self._early(index + 1) or index + 1
        return self._early(len(self.strips)) or len(self.strips)

    def _early(self, end: int) -> int:
        """End the page before a part whose notes would stand on the next one, unless much would be left empty."""
        early, reached = self.before_notes
        if early <= self.start or self.height - reached > self.height * EMPTY:
            return 0
        return early if self.side.finish(end, self._clear(end))[1] else 0

    def _clear(self, end: int) -> float:
        """Say from where on the side column is free of what is wide."""
        y = clear = _stacked(self.head) + self.side.shifts.get(self.start - 1, 0.0)
        for index in range(self.start, end):
            strip = self.strips[index]
            y += self.side.shifts.get(index, 0.0) + strip.height + (strip.before if index > self.start else 0.0)
            clear = y + GAP if reach(strip) > self.side.measure + TOLERANCE else clear
        return clear

    def _repeat_head(self) -> None:
        """A table that goes on here has its head at the top, below the notes that stand there."""
        if down := max((self.side.shift(strip, 0.0) for strip in self.head), default=0.0):
            self.side.shifts[self.start - 1] = down
        self.used = _stacked(self.head) + down

    def _take(self, index: int, need: float, down: float) -> None:
        if down:
            first = shifted_from(self.strips, self.start, index)
            self.side.shifts[first] = self.side.shifts.get(first, 0.0) + down
        strip = self.strips[index]
        self.used += need + down
        if strip.asides:
            self.side.add(index, strip.asides, self.used - strip.height)
            if self.side.waiting and not self.before_notes[0]:
                self.before_notes = self.ends[FREE]
        self.ends[strip.level] = index + 1, self.used

    def _end(self, index: int, down: float, left: float) -> int:
        """Choose where the page ends, which strip `index` is too much for; what no page can hold is cut."""
        if index == self.start and down:  # the notes carried over leave no room for it
            self.head = []
            return index
        if self._cut(index, left):
            return index + 1
        if index == self.start:
            return index + 1
        return self._best()

    def _best(self) -> int:
        """The best end is the least bad one; a small table is parted sooner than much of the page left empty."""
        end, reached = next(found for found in self.ends if found[0] > self.start)
        later, _ = self.ends[WHOLE]
        return later if later > end and self.height - reached > self.height * EMPTY else end

    def _cut(self, index: int, left: float) -> bool:
        """Cut a strip that no page can hold, or rows that a spanning cell holds together, when that fills the page."""
        strip, first = self.strips[index], index == self.start
        room = left if first else left - strip.before
        tall = strip.height > self.height * 0.9 and (first or left > self.height / 4)
        parts = None
        if tall or (not first and self.height - self.ends[FREE][1] > self.height * EMPTY):
            parts = split_group(strip, room, 2 if not first and self.strips[index - 1].level > KEEP else 1)
        if tall and parts is None:
            parts = split_row(strip, room)
        if parts is None:
            return False
        self.strips[index : index + 1] = parts
        return True


def paginate(strips: list[Strip], height: float, bottom: float, measure: float = 1e9, lying: float = 0.0) -> list[Page]:
    """Fill pages of `height` points, their text ending `bottom` points above the page's lower edge.

    Those that lie on their side are `lying` points high. What reaches further right than `measure` keeps clear of
    notes in the side column.
    """
    pages: list[Page] = []
    strips = list(strips)
    start, upright = 0, height
    carry: list[Strip] = []
    asides: list[Aside] = []
    while start < len(strips) or carry or asides or not pages:
        page = Page(bool(carry), bool(strips) and strips[min(start, len(strips) - 1)].lying)
        height = lying if page.lying else upright
        side = SideColumn(asides, height, measure)
        filling = _Filling(strips, start, height, side)
        end = filling.fill(carry)
        foot = _set_strips(page, filling, end, bottom + height)
        carry = _set_notes(page, carry + _notes(strips[start:end]), foot - bottom, bottom)
        asides = _set_asides(page, side, end, bottom + height)
        pages.append(page)
        start = end
    return pages


def _repeated_head(strips: list[Strip], start: int) -> list[Strip]:
    if not 0 < start < len(strips):
        return []
    content, before = strips[start].content, strips[start - 1].content
    if isinstance(content, RowContent) and isinstance(before, RowContent) and content.head is before.head:
        return content.head or []
    return []


def _set_strips(page: Page, filling: _Filling, end: int, top: float) -> float:
    """Give the strips of a page their places; give where they end."""
    shifts, start = filling.side.shifts, filling.start
    y = top - shifts.get(start - 1, 0.0)
    for strip in filling.head:
        page.repeated.append((strip, y))
        y -= strip.height
    for index in range(start, end):
        strip = filling.strips[index]
        y -= strip.before if index > start else 0.0
        if shifts:
            y -= shifts.get(index, 0.0)
        page.strips.append((strip, y))
        y -= strip.height
    return y


def _set_asides(page: Page, side: SideColumn, end: int, top: float) -> list[Aside]:
    """Give the notes in the side column their places; give those that the next page has to take."""
    if not side.placed and not side.waiting:
        return []
    wide = [y - strip.height for strip, y in page.strips if reach(strip) > side.measure + TOLERANCE]
    placed, carried = side.finish(end, top - min(wide) + GAP if wide else 0.0)
    for aside, down in placed:
        y = top - down
        for i, strip in enumerate(aside.strips):
            y -= strip.before if i else 0.0
            page.asides.append((strip, y))
            y -= strip.height
    return carried


def _notes(strips: list[Strip]) -> list[Strip]:
    return [strip for placed in strips for note in placed.notes for strip in note.strips]


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
