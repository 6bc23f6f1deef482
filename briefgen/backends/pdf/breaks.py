"""Where a paragraph's lines end: the best way for all of them together, found in time that grows with its length.

After D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines (1981): of all ways to break, the one whose lines cost
least in sum. Only ends within reach of a line's start are looked at, so that each place is met a few times.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from .places import HYPHENATED, Parts, Places, after_words, blanks, part_words, with_parts
from .shaping import Shaper
from .styles import Style
from .words import Word

Span: TypeAlias = tuple[int, int]
"""The first and the last place of what stands between one forced end of a line and the next."""

SLACK = 1e-6
INFINITE = float("inf")
MOST = 200
"""How many ends of a line are looked at, though there may be more: words may have no width at all."""

# Ragged lines. Costs are squares of points, here as shares of the measure's.
SHORTEST = 0.34
"""The share of a line that may stay empty, where another way is left."""
LINE = 0.01
"""What each line costs, so that a paragraph takes no more of them than it needs."""
LONE = 0.02
"""What a last line of one word costs; in prose it is not to be had for less than a very short line before it."""
LONE_IN_PROSE = 0.3

# Justified lines, as TeX does it: a space may grow by half and shrink by a third before a line is bad.
GROW, SHRINK = 1 / 2, 1 / 3
LOOSE = 6.0
"""From this pass on, a last line may be a syllable where nothing else is left."""
PASSES = ((1.0, False), (1.7, True), (LOOSE, True), (INFINITE, True))
"""How many times the spaces may grow by what they should at most, and whether words may be parted for it."""
WORST = 30.0
"""What counts where even more would be needed: as few such lines as can be."""
HALF_EMPTY = 0.4
"""Spaces never fill a line of which more than this share is empty."""
HYPHEN_PENALTY, TWO_HYPHENS, SHORT_LAST, SYLLABLE = 50.0, 3_000.0, 60_000.0, 5_000_000.0
LAST = 0.12
"""The share of the measure below which a last line is too short."""


def break_lines(
    words: list[Word], width: float, style: Style, shaper: Shaper, parts: Parts
) -> tuple[list[Word], list[int]]:
    """Give words and the number of each line's last one; words are parted where a hyphen ends a line.

    `words` fit the width (see `cutting`); `parts` says where they may be parted.
    """
    width += SLACK
    places = after_words(words)
    if places.ends[-1] <= width and not places.forced:
        return words, [len(words) - 1]
    if style.align == "justify":
        places, chosen = _justified(words, places, width, parts)
    else:
        if style.hyphenate or any(word.extra is not None and word.extra.hyphens for word in words):
            places = with_parts(words, width, parts)
        chosen = _ragged(places, width, style)
    return part_words(words, places, chosen, shaper)


def _spans(places: Places) -> Iterator[Span]:
    """Give what stands between forced ends of lines."""
    first = 0
    for last in (*places.forced, len(places.ends) - 1):
        if first <= last:
            yield first, last
        first = last + 1


def _ragged(places: Places, width: float, style: Style) -> list[int]:
    chosen: list[int] = []
    for span in _spans(places):
        if places.ends[span[1]] - places.begins[span[0]] <= width:
            chosen.append(span[1])
        elif style.even:
            chosen += ragged(places, span, width, width, width * width, even=True)
        else:
            lone = (LONE_IN_PROSE if style.prose else LONE) * width * width
            chosen += ragged(places, span, width, SHORTEST * width, lone)
    return chosen


def ragged(places: Places, span: Span, width: float, reach: float, lone: float, *, even: bool = False) -> list[int]:
    """Break so that lines differ little; none but the last stays short by more than `reach` where that can be helped.

    `lone` is what a last line of one word costs. `even` counts the last line like any other, and takes no more lines
    than there must be, as titles want it.
    """
    (first, last), begins, ends, costs = span, places.begins, places.ends, places.costs
    line = width * width * (1.0 if even else LINE)
    best = [INFINITE] * (last - first + 2)
    came = [first] * (last - first + 2)
    best[0] = 0.0
    fits, after = first, 2 - first
    for start in range(first, last + 1):
        base = best[start - first]
        if base == INFINITE:
            continue
        limit = begins[start] + width
        while fits <= last and ends[fits] <= limit:
            fits += 1
        end = max(fits - 1, start)
        if end == last:
            slack = limit - ends[last]
            cost = base + (lone if start == last and start > first else 0.0) + (slack * slack if even else 0.0)
            if cost < best[-1]:
                best[-1], came[-1] = cost, start
            if not even:
                continue
            end -= 1
        base += line
        second = end - 1
        least = max(start, end - MOST)
        while end >= least:
            slack = limit - ends[end]
            if slack > reach and end < second:
                break
            cost = base + slack * slack
            if costs:
                cost += costs[end] * width * width
            end -= 1
            if cost < best[end + after]:
                best[end + after], came[end + after] = cost, start
    return _back(came, first, last)


def _back(came: list[int], first: int, last: int) -> list[int]:
    """Go back from the end to the start by the best ways."""
    ends = []
    after = last + 1
    while after > first:
        ends.append(after - 1)
        after = came[after - first]
    ends.reverse()
    return ends


def _justified(words: list[Word], places: Places, width: float, parts: Parts) -> tuple[Places, list[int]]:
    """Try narrow bounds without hyphens first."""
    for most, hyphenated in PASSES:
        if hyphenated and not places.at:
            places = with_parts(words, width, parts)
        room, chosen = blanks(words, places), list[int]()
        for span in _spans(places):
            found = spread(places, room, span, width, most)
            if not found:
                break
            chosen += found
        else:
            return places, chosen
    raise AssertionError("the last pass takes any paragraph whose words fit its width")


def spread(places: Places, room: list[float], span: Span, width: float, most: float) -> list[int]:
    """Break so that the spaces of all lines differ little from what they should be; nothing when one would be too wide.

    `room` is what spaces take before each place's word (see `blanks`).
    """
    (first, last), begins, ends, costs = span, places.begins, places.ends, places.costs
    best = [INFINITE] * (last - first + 2)
    came = [first] * (last - first + 2)
    best[0] = 0.0
    after, near, least = 1 - first, first, 0.0 if most == INFINITE else width * HALF_EMPTY
    for start in range(first, last + 1):
        base = best[start - first]
        if base == INFINITE:
            continue
        origin, before = begins[start], room[start]
        parted = start > first and costs and costs[start - 1] >= HYPHENATED
        while near < last and (near < start or ends[near] - origin < least):
            near += 1
        for end in range(near, min(last, near + MOST) + 1):
            slack, blank = width - (ends[end] - origin), room[end] - before
            if slack >= 0:
                if end == last:
                    ratio = 0.0
                elif slack <= blank * GROW * most:
                    ratio = min(slack / (blank * GROW), WORST) if blank else 0.0
                elif most == INFINITE:
                    ratio = WORST * slack / width
                else:
                    continue
            elif -slack > blank * SHRINK:
                if end > start and -slack > width * GROW:
                    break
                continue
            else:
                ratio = -slack / (blank * SHRINK)
            penalty = HYPHEN_PENALTY * costs[end] / HYPHENATED if costs else 0.0
            cost = 10.0 + 100.0 * ratio * ratio * ratio + penalty
            cost = base + cost * cost
            if parted and penalty >= HYPHEN_PENALTY:
                cost += TWO_HYPHENS
            if end == last and start > first and ends[end] - origin < width * LAST:
                if parted and most < LOOSE:
                    continue
                cost += SYLLABLE if parted else SHORT_LAST
            if cost < best[end + after]:
                best[end + after], came[end + after] = cost, start
    return [] if best[-1] == INFINITE else _back(came, first, last)
