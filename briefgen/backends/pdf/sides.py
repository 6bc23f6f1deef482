"""The side column: notes that stand beside their part, one below the other, clear of what is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document import nodes as n
from ...document.walk import plain_text
from ...themes import Page as Measures
from .strips import HEADING, Aside, Paragraph, Strip, reach, total

if TYPE_CHECKING:
    from .flow import Flow

GAP = 11.0
"""The room between two notes, and between a note and what is wide below it."""
BEYOND = 40.0
"""How far notes may reach below their part before further ones stand in the text, where they push nothing down."""
LEAST_SIDE = 80.0
LONGEST = 1000
"""A note of more characters stands in the text, where it can go on over the page."""
SIDEWAYS = (n.Paragraph, n.BulletList, n.OrderedList)
TOLERANCE = 0.01


def side_column(page: Measures) -> tuple[float, float] | None:
    """Say where a page's side column begins and how wide it is, in points; None when it has none.

    It reaches to the margin: on paper that is wider than the theme's own, it takes the rest.
    """
    x = page.text + page.gutter
    width = page.wide - x if page.side else 0.0
    return (x, width) if width >= LEAST_SIDE else None


def beside(node: n.Callout, flow: Flow) -> Strip | None:
    """Find what a note stands beside: its part from the start, or the block before it when the part is long.

    None when the note has to stand in the text: there is no side column, the note is long, all before it is wide, or
    the notes that stand there already reach beyond their part.
    """
    if flow.side is None or not all(isinstance(block, SIDEWAYS) for block in node.blocks):
        return None
    if len(plain_text(node)) > LONGEST:
        return None
    part = flow.strips[flow.part :]
    if sum(aside.height + GAP for strip in part for aside in strip.asides) > total(part) + BEYOND:
        flow.full = flow.part
    if flow.full == flow.part:
        return None
    near = part if total(part) < flow.job.page_height else flow.strips[flow.last :]
    return next((strip for strip in near if _can_hold(strip, flow.side[0])), None)


def _can_hold(strip: Strip, side: float) -> bool:
    """Say whether a note may stand beside a strip; a caption stays with what it names."""
    content = strip.content
    named = isinstance(content, Paragraph) and content.element is not None and content.element.tag == "Caption"
    return strip.height > 0 and not named and reach(strip) < side


class SideColumn:
    """The side column of a page that is being filled. Heights are points below the top of the page's text."""

    def __init__(self, carried: list[Aside], height: float, measure: float) -> None:
        self.height = height
        self.measure = measure
        self.placed: list[tuple[int, Aside, float]] = []
        """Notes with the index of the strip that they stand beside and the height of their top."""
        self.waiting: list[tuple[int, Aside]] = []
        """Notes that would reach over the page's end."""
        self.taken = 0.0
        self.shifts: dict[int, float] = {}
        """What is wide and comes down for a note: how far, by the index of the strip where it begins."""
        for aside in carried:
            self.add(-1, (aside,), 0.0)

    def shift(self, strip: Strip, top: float) -> float:
        """Say how far a strip at this height has to come down to be clear of the notes."""
        below = self.taken + GAP - top
        return below if self.taken and below > 0 and reach(strip) > self.measure + TOLERANCE else 0.0

    def add(self, index: int, asides: tuple[Aside, ...], top: float) -> None:
        """Set notes beside the strip with this index, whose top is at this height."""
        for aside in asides:
            top = max(top, self.taken + GAP) if self.taken else top
            if (self.waiting or top + aside.height > self.height + TOLERANCE) and (self.placed or top):
                self.waiting.append((index, aside))
            else:
                self.placed.append((index, aside, top))
                self.taken = top + aside.height

    def finish(self, end: int, clear: float) -> tuple[list[tuple[Aside, float]], list[Aside]]:
        """Settle the notes of a page that ends before strip `end`; `clear` is where its last wide strip ends.

        Gives the notes with the heights of their tops, and those that the next page has to take. Those that would
        reach over the end stand as low as they can, when there is room above.
        """
        placed = [(aside, top) for index, aside, top in self.placed if index < end]
        waiting = [aside for index, aside in self.waiting if index < end]
        free = max([clear, *(top + aside.height + GAP for aside, top in placed)])
        fitting: list[Aside] = []
        for aside in waiting:
            if _stacked([*fitting, aside]) > self.height - free:
                break
            fitting.append(aside)
        top = self.height - _stacked(fitting)
        for aside in fitting:
            placed.append((aside, top))
            top += aside.height + GAP
        return placed, waiting[len(fitting) :]


def shifted_from(strips: list[Strip], start: int, index: int) -> int:
    """Say from where on strips come down with a wide one: its heading and caption come along."""
    while index > start and strips[index - 1].level == HEADING and not strips[index - 1].asides:
        index -= 1
    return index


def _stacked(asides: list[Aside]) -> float:
    return sum(aside.height for aside in asides) + GAP * (len(asides) - 1)
