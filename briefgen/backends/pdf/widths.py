"""How wide a table's columns are: as asked for, else as their content needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document import nodes as n

if TYPE_CHECKING:
    from .cells import CellFlow

LEAST = 18.0
MOST_LEAST = 110.0
"""No word makes a column wider than this; longer ones are cut."""
SAMPLE = 400
"""How many cells of a column are measured at most."""


def column_widths(node: n.Table, columns: int, width: float, padding: float, cells: dict[int, CellFlow]) -> list[float]:
    """Give where each column begins, and where the last one ends."""
    shares = [node.columns[i].width if i < len(node.columns) else 0.0 for i in range(columns)]
    needs = _needs(columns, padding, cells)
    wanted = _fixed(shares, width)
    free = [i for i, size in enumerate(wanted) if not size]
    room = max(width - sum(wanted), LEAST * len(free))
    for i, size in zip(free, _share([needs[i] for i in free], room)):
        wanted[i] = size
    return _places(_with_room_for_words(_scaled(wanted, width), [low for low, _ in needs]))


def _with_room_for_words(wanted: list[float], least: list[float]) -> list[float]:
    """Widen columns that would cut words, at the cost of those that have room to spare."""
    lack = sum(max(low - size, 0.0) for size, low in zip(wanted, least))
    spare = sum(max(size - low, 0.0) for size, low in zip(wanted, least))
    if not lack or lack > spare:
        return wanted
    return [low if size < low else size - (size - low) * lack / spare for size, low in zip(wanted, least)]


def _fixed(shares: list[float], width: float) -> list[float]:
    wanted = [min(max(share, 0.0), 1.0) * width for share in shares]
    total = sum(wanted)
    limit = width if all(wanted) else width - LEAST * sum(1 for w in wanted if not w)
    return [w * limit / total for w in wanted] if total > limit > 0 else wanted


def _scaled(widths: list[float], width: float) -> list[float]:
    total = sum(widths)
    return [size * width / total for size in widths]


def _places(widths: list[float]) -> list[float]:
    places = [0.0]
    for size in widths:
        places.append(places[-1] + size)
    return places


def _needs(columns: int, padding: float, cells: dict[int, CellFlow]) -> list[tuple[float, float]]:
    """Give for each column the least width and the width that needs no breaks."""
    needs = [(LEAST, LEAST)] * columns
    seen = [0] * columns
    for cell in cells.values():
        column = cell.placed.column
        if cell.placed.columns > 1 or seen[column] >= SAMPLE:
            continue
        seen[column] += 1
        least, most = cell.measure()
        low, high = needs[column]
        needs[column] = max(low, min(least, MOST_LEAST) + padding), max(high, most + padding)
    return [(low, max(low, high)) for low, high in needs]


def _share(needs: list[tuple[float, float]], room: float) -> list[float]:
    """Share out the room: no column less than it needs while there is enough, none much more than it can use.

    Columns that need no more than an even share get what they need, and none of their lines is broken; the others share
    the rest by how much they hold.
    """
    least, most = sum(low for low, _ in needs), sum(high for _, high in needs)
    if most <= room:
        return [high * room / most for _, high in needs]
    if least >= room:
        return [low * room / least for low, _ in needs]
    small = _modest(needs, room)
    left, high_left = (sum(need[side] for i, need in enumerate(needs) if i not in small) for side in (0, 1))
    rest = room - sum(needs[i][1] for i in small)
    if left >= rest:
        small, left, high_left, rest = set(), least, most, room
    spare = (rest - left) / (high_left - left)
    return [high if i in small else low + (high - low) * spare for i, (low, high) in enumerate(needs)]


def _modest(needs: list[tuple[float, float]], room: float) -> set[int]:
    """Name the columns that need no more than an even share of what the more modest ones leave."""
    small: set[int] = set()
    for i in sorted(range(len(needs)), key=lambda i: needs[i][1]):
        if needs[i][1] * (len(needs) - len(small)) > room:
            break
        small.add(i)
        room -= needs[i][1]
    return small
