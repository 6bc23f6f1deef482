"""The rows of a table, place by place: a cell fills the next free one, a spanned one goes on with the cell above."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen, mutable

from ...document.nodes import Cell, Row
from ...errors import RenderError, Severity
from ...themes import Theme
from .context import Context, diagnostic
from .dispatch import EMPTY, blocks, cell_content, enter
from .formatting import shading
from .grid import cell_start
from .paragraphs import paragraph
from .styles.style import colour

STANCES = ("strongly-for", "for", "neutral", "against", "strongly-against", "conditional", "divided", "unclear")
PADDING = 8.0
_FLUSH = '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"


@frozen(kw_only=True)
class Frame:
    """What the rows of one table share: widths in points, the places of each column's cells, and how rows are kept."""

    widths: list[float]
    head: list[Context]
    text: list[Context]
    flush: bool
    """Whether the first column's text stands at the table's very edge although cells have a margin."""
    kept: int
    """How many rows from the top stay on the page of the next."""


@mutable(kw_only=True)
class _Group:
    """Rows that belong together. `spans` says of each column how many rows its cell still spans, and its columns."""

    frame: Frame
    places: list[Context]
    spans: list[tuple[int, int]]
    above: str
    rows_left: int


def rows(
    nodes: tuple[Row, ...], frame: Frame, *, written: int = 0, head: bool = False, above: str = ""
) -> Iterator[str]:
    """Write rows of one group, in which every span ends; `above` is the border over its first row."""
    places = frame.head if head else frame.text
    spans = [(0, 1)] * len(frame.widths)
    kept = [place._replace(keep=True) for place in places] if frame.kept > written else places
    group = _Group(frame=frame, places=kept, spans=spans, above=above, rows_left=len(nodes))
    for i, row in enumerate(nodes, written):
        if i == frame.kept:
            group.places = places
        yield f"{_HEAD_ROW if head else _ROW}{''.join(_cells(row, group))}</w:tr>"
        group.above = ""
        group.rows_left -= 1


def _cells(row: Row, group: _Group) -> Iterator[str]:
    """Raises `RenderError` for more cells than the table has columns; a row that is short ends in empty ones."""
    if row.attrs.id:
        group.places[0].job.wait(row.attrs.id)
    waiting = list(reversed(row.cells))
    at = 0
    while at < len(group.spans):
        left, across = group.spans[at]
        if left:
            group.spans[at] = (left - 1, across)
            yield f"{_open(group, at, across, 'continue')}{EMPTY}</w:tc>"
        else:
            cell = waiting.pop() if waiting else Cell(())
            across = _across(cell, group.spans, at)
            yield _cell(cell, group, at, across)
        at += across
    if waiting:
        message = f"the {len(row.cells)} cells of a row do not fit into the table's {len(group.spans)} columns"
        raise RenderError([diagnostic("table-cells", message, Severity.ERROR, row)])


def _across(cell: Cell, spans: list[tuple[int, int]], at: int) -> int:
    """Say how many columns a cell may span before the table or another cell ends it."""
    across = 1
    while across < cell.column_span and at + across < len(spans) and not spans[at + across][0]:
        across += 1
    return across


def _cell(cell: Cell, group: _Group, at: int, across: int) -> str:
    down = min(max(cell.row_span, 1), group.rows_left)
    group.spans[at] = (down - 1, across)
    place = _place(cell, group, at, across)
    content = blocks(cell.blocks, enter(cell, place)) or paragraph(place, place.style, "")
    start = _open(group, at, across, "restart" if down > 1 else "", _tint(cell, place.job.theme))
    return f"{start}{cell_content(content)}</w:tc>"


def _place(cell: Cell, group: _Group, at: int, across: int) -> Context:
    place = group.places[at]
    if across > 1 or cell.align:
        width = sum(group.frame.widths[at : at + across]) - PADDING
        place = place._replace(width=width, align=cell.align or place.align)
    return place._replace(style="TableAbsent") if "absent" in cell.attrs.classes else place


def _open(group: _Group, at: int, across: int, merge: str, tint: str = "") -> str:
    frame = group.frame
    width = frame.widths[at] if across == 1 else sum(frame.widths[at : at + across])
    return _start(width, across, merge, group.above, tint, frame.flush and not at)


@lru_cache(maxsize=1024)
def _start(  # noqa: PLR0917  by position, which a cache finds faster
    width: float, across: int, merge: str, above: str, tint: str, flush: bool
) -> str:
    """Open a cell with its properties in their order (17.4.69); most cells of a column share one."""
    more = "".join(
        (
            f'<w:gridSpan w:val="{across}"/>' if across > 1 else "",
            f'<w:vMerge w:val="{merge}"/>' if merge else "",
            f"<w:tcBorders>{above}</w:tcBorders>" if above else "",
            tint,
            _FLUSH if flush else "",
        )
    )
    return cell_start(width, more)


def _tint(cell: Cell, theme: Theme) -> str:
    """A stance takes the theme's colour of its name, else the panel's."""
    for name in cell.attrs.classes:
        if name in STANCES:
            return shading(colour(theme, name if name in theme.colours else "panel"))
    return ""
