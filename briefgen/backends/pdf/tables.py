"""Tables: cells laid out, rows made of them, and what keeps together on a page."""

from __future__ import annotations

from ...document import nodes as n
from . import grid
from .captions import caption
from .cells import CellFlow, begin_cell
from .flow import LINES_BELOW_HEADING, Flow
from .grid import Placed
from .strips import FREE, HEADING, WHOLE, WIDOW, Box, Edge, Paragraph, RowContent, Strip, row_strip, total
from .tagging import Element
from .widths import LEAST, column_widths

TOP, BOTTOM, SIDES = 4.0, 4.5, 4.0
MATRIX_SIDES, MATRIX_GUTTER = 6.0, 3.0
AFTER = 10.0
TALL = 0.05
"""A row of so much of a page's height, about three lines, may stand alone below its head or at the end of its table."""


class Sheet:
    """A table that is being laid out: its columns' places, its strokes, and whether it is a matrix."""

    def __init__(self, node: n.Table, flow: Flow, columns: int) -> None:
        self.node = node
        self.flow = flow
        self.columns = columns
        self.matrix = "matrix" in node.attrs.classes
        self.sides = MATRIX_SIDES if self.matrix else SIDES
        self.width = flow.wide if flow.lying or {"wide", "matrix"} & set(node.attrs.classes) else flow.width
        self.x: list[float] = []
        strokes, styles = flow.job.theme.strokes, flow.job.styles
        self.edge = (strokes.get("table-edge", 0.9), styles.colour("ink"))
        self.head = (strokes.get("table-head", 0.5), styles.colour("mute"))
        self.rule = (strokes.get("table-row", 0.5), styles.colour("rule"))
        self.hair = (strokes.get("table-row", 0.5), styles.colour("hair"))

    def inner(self, placed: Placed) -> tuple[float, float]:
        """Give where a cell's text begins, and its width; nothing is left free at the left margin."""
        left, right = self.x[placed.column], self.x[placed.column + placed.columns]
        first = left == 0.0 and not self.matrix_tint(placed)
        start = left + (0.0 if first else self.sides)
        return start, max(right - start - self.sides, 6.0)

    def matrix_tint(self, placed: Placed) -> bool:
        """Say whether a cell is tinted by the stance that it shows."""
        return any(name in grid.STANCES for name in placed.cell.attrs.classes)


def table(node: n.Table, flow: Flow) -> None:
    """Set a table; its head is repeated on every page that it reaches."""
    element = flow.job.element("Table", flow.element, node)
    caption(node, flow.job.document.labels.table, flow, element)
    parts = grid.place(node)
    sheet = Sheet(node, flow, parts.columns)
    cells = _begin_cells(parts, sheet, element)
    sheet.x = column_widths(node, sheet.columns, sheet.width, 2 * sheet.sides, cells)
    _say_crowded(node, sheet)
    with flow.set(width=sheet.width):
        _lay(parts, cells, sheet)
    flow.after = AFTER


def _say_crowded(node: n.Table, sheet: Sheet) -> None:
    if sheet.width < sheet.columns * LEAST:
        message = f"{sheet.columns} columns have no room beside each other: what they say can hardly be read"
        sheet.flow.job.shaper.report(
            "crowded-table", message, node, "turn the table round, part it, or put it in a div of class landscape"
        )


def _begin_cells(parts: grid.Grid, sheet: Sheet, element: Element) -> dict[int, CellFlow]:
    cells: dict[int, CellFlow] = {}
    for tag, rows in parts.groups():
        group = Element(tag, element)
        for row in rows:
            tr = Element("TR", group)
            if row.node is not None:
                row.anchor = row.node.attrs.id
            for placed in row.cells:
                cells[id(placed)] = begin_cell(placed, tag, sheet.node, sheet.flow, tr)
    return cells


def _lay(parts: grid.Grid, cells: dict[int, CellFlow], sheet: Sheet) -> None:
    flow = sheet.flow
    head = [_group_strip(group, cells, sheet) for group in parts.row_groups(parts.head)]
    groups = parts.row_groups(parts.body)
    rows = [_group_strip(group, cells, sheet) for group in groups]
    _edges(parts, sheet, head, rows)
    for strip in head:
        strip.level = HEADING
        flow.add(strip, lines=0)
    repeated = _repeated(sheet, head)
    whole, tall = total([*head, *rows]) < flow.job.page_height / 3, flow.job.page_height * TALL
    for i, strip in enumerate(rows):
        assert isinstance(strip.content, RowContent)
        strip.content.head = repeated
        strip.level = _level(i, rows, whole=whole, tall=tall)
        if strip is not rows[-1] and strip.height < tall and _titles(groups[i], sheet):
            strip.level = WIDOW
        flow.add(strip, lines=2 if strip.height < tall else LINES_BELOW_HEADING)


def _level(index: int, rows: list[Strip], *, whole: bool, tall: float) -> int:
    """Say how bad a page's end below a row is: two rows stay with the head and two at the end, unless they are tall."""
    if index == len(rows) - 1:
        return FREE
    if index in (0, len(rows) - 2):
        return WIDOW if rows[index].height < tall else WHOLE
    return WHOLE if whole else FREE


def _titles(group: list[grid.PlacedRow], sheet: Sheet) -> bool:
    """Say whether a row is one cell from margin to margin: a title of the rows below, with which it stays."""
    return sheet.columns > 1 and len(group) == 1 and [each.columns for each in group[0].cells] == [sheet.columns]


def _repeated(sheet: Sheet, head: list[Strip]) -> list[Strip]:
    """Give what stands again above the rows on a further page: the number, `continued`, and the head."""
    job, number = sheet.flow.job, sheet.node.number
    if total(head) > job.page_height / 4:
        head = []
    if not head and not number:
        return []
    labels, style = job.document.labels, job.styles.style("source-line")
    line = job.line(f"{labels.table} {number}, {labels.continued}" if number else labels.continued, style.look)
    strip = Strip(Paragraph([line], style, None, sheet.width), style.leading + 3.0, sheet.flow.x)
    return [strip, *head]


def _group_strip(rows: list[grid.PlacedRow], cells: dict[int, CellFlow], sheet: Sheet) -> Strip:
    """Make a strip of rows that spanning cells hold together; most often of one row."""
    boxes: list[tuple[Placed, Box]] = []
    for row in rows:
        for placed in row.cells:
            boxes.append((placed, _box(placed, cells.pop(id(placed)), sheet)))
            if row.anchor and placed is row.cells[0]:
                _anchor(row, boxes[-1][1])
    heights = _row_heights(rows, boxes)
    tops = [sum(heights[:i]) for i in range(len(rows) + 1)]
    for placed, box in boxes:
        first = placed.row - rows[0].index
        last = min(first + placed.rows, len(rows))
        _stretch(placed, box, tops[first], tops[last] - tops[first], sheet)
    strip = row_strip([box for _, box in boxes], _inner_edges(rows, boxes, tops, sheet), tops[-1], sheet.flow.x)
    return strip


def _anchor(row: grid.PlacedRow, box: Box) -> None:
    """Point to a row by the first thing that stands in it."""
    if not box.strips:
        box.strips.append(Strip(None, 0.0))
    box.strips[0].anchors = (row.anchor, *box.strips[0].anchors)


def _box(placed: Placed, cell: CellFlow, sheet: Sheet) -> Box:
    start, width = sheet.inner(placed)
    left, right = sheet.x[placed.column], sheet.x[placed.column + placed.columns]
    strips = cell.lay(width)
    for strip in strips:
        strip.x += start - left
    box = Box(left, 0.0, right - left, total(strips) + TOP + BOTTOM, strips, fill=cell.fill)
    box.pad, box.inset = TOP, MATRIX_GUTTER if sheet.matrix and right < sheet.width else 0.0
    return box


def _row_heights(rows: list[grid.PlacedRow], boxes: list[tuple[Placed, Box]]) -> list[float]:
    heights = [0.0] * len(rows)
    for placed, box in boxes:
        if placed.rows == 1:
            at = placed.row - rows[0].index
            heights[at] = max(heights[at], box.height)
    for placed, box in boxes:
        if placed.rows > 1:
            first = placed.row - rows[0].index
            last = min(first + placed.rows, len(rows))
            heights[last - 1] += max(0.0, box.height - sum(heights[first:last]))
    return heights


def _stretch(placed: Placed, box: Box, top: float, height: float, sheet: Sheet) -> None:
    spare = height - box.height
    box.y, box.height = top, height
    if placed.head:
        box.pad += spare
    elif sheet.matrix:
        box.pad += spare / 2


def _inner_edges(
    rows: list[grid.PlacedRow], boxes: list[tuple[Placed, Box]], tops: list[float], sheet: Sheet
) -> list[Edge]:
    """Draw a hair between the rows of one strip, where no cell goes on across it."""
    edges = []
    for i in range(1, len(rows)):
        for _, box in boxes:
            if abs(box.y + box.height - tops[i]) < 0.01:
                edges.append(Edge(box.x, box.width, tops[i], *sheet.hair))
    return edges


def _edges(parts: grid.Grid, sheet: Sheet, head: list[Strip], rows: list[Strip]) -> None:
    """Draw the table's edges, the rule below its head, rules between rows, hairs within a group of rows."""
    strips, width = [*head, *rows], sheet.width
    if not strips:
        return
    groups = [*parts.row_groups(parts.head), *parts.row_groups(parts.body)]
    for i, strip in enumerate(strips):
        assert isinstance(strip.content, RowContent)
        if i == 0:
            strip.content.edges.append(Edge(0, width, 0, *sheet.edge))
        if i == len(strips) - 1:
            below = sheet.edge
        elif i == len(head) - 1:
            below = sheet.head
        else:
            below = sheet.rule if parts.parted(groups[i][-1], groups[i + 1][0]) else sheet.hair
        strip.content.edges.append(Edge(0, width, strip.height, *below))
