"""A table's grid: which places each cell takes."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import nodes as n

STANCES = frozenset(
    {"strongly-for", "for", "neutral", "against", "strongly-against", "conditional", "divided", "unclear"}
)
MAX_COLUMNS = 200


class Placed:
    """A cell with its place: row and column from 0, and how many of each it takes."""

    __slots__ = ("cell", "column", "columns", "head", "row", "rows")

    def __init__(self, cell: n.Cell, row: int, column: int, *, rows: int, columns: int, head: bool) -> None:
        self.cell = cell
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
        self.head = head


class PlacedRow:
    """A row with its cells in place; `body` counts the groups of rows."""

    __slots__ = ("anchor", "body", "cells", "index", "node")

    def __init__(self, index: int, body: int, node: n.Row | None) -> None:
        self.index = index
        self.body = body
        self.node = node
        self.anchor = ""
        self.cells: list[Placed] = []


class Grid:
    """A table's rows in place. The foot's rows count among the body's."""

    def __init__(self, columns: int, head: list[PlacedRow], body: list[list[PlacedRow]], foot: list[PlacedRow]) -> None:
        self.columns = columns
        self.head = head
        self._bodies = body
        self._foot = foot
        self.body = [row for rows in body for row in rows] + foot

    def groups(self) -> Iterator[tuple[str, list[PlacedRow]]]:
        """Yield the table's parts with the names of their elements."""
        if self.head:
            yield "THead", self.head
        for rows in self._bodies:
            if rows:
                yield "TBody", rows
        if self._foot:
            yield "TFoot", self._foot

    def parted(self, above: PlacedRow, below: PlacedRow) -> bool:
        """Say whether a full rule stands between two rows: always, unless rows come in several groups."""
        return len(self._bodies) < 2 or above.body != below.body

    @staticmethod
    def row_groups(rows: list[PlacedRow]) -> list[list[PlacedRow]]:
        """Gather the rows that spanning cells hold together."""
        groups: list[list[PlacedRow]] = []
        reach = -1
        for row in rows:
            if not groups or row.index > reach:
                groups.append([])
            groups[-1].append(row)
            reach = max([reach, row.index, *(cell.row + cell.rows - 1 for cell in row.cells)])
        return groups


def place(table: n.Table) -> Grid:
    """Give every cell its place; a row that lacks cells is filled up with empty ones (PDF/UA 7.5)."""
    index, parts = 0, []
    for number, rows in enumerate([table.head, *(body.rows for body in table.bodies), table.foot]):
        part = _Part(rows, index, number)
        index += len(rows)
        parts.append(part)
    columns = max(1, len(table.columns), *(part.width for part in parts))
    placed = [part.filled(columns) for part in parts]
    return Grid(columns, placed[0], placed[1:-1], placed[-1])


class _Part:
    """A table's head, one of its bodies, or its foot; spans stay within it."""

    def __init__(self, rows: tuple[n.Row, ...], index: int, number: int) -> None:
        self.taken: set[tuple[int, int]] = set()
        self.width = 0
        self.head = number == 0
        self.rows = [PlacedRow(index + i, number, row) for i, row in enumerate(rows)]
        for i, row in enumerate(rows):
            column = 0
            for cell in row.cells:
                column = self._place(cell, i, column)

    def _place(self, cell: n.Cell, i: int, column: int) -> int:
        """Put a cell on the first free place from `column` on; give the place after it."""
        while column < MAX_COLUMNS and (i, column) in self.taken:
            column += 1
        down = max(1, min(cell.row_span, len(self.rows) - i))
        across = 1
        while across < min(cell.column_span, MAX_COLUMNS - column) and (i, column + across) not in self.taken:
            across += 1
        if down == across == 1:  # as most do
            self.taken.add((i, column))
        else:
            self.taken.update((i + y, column + x) for y in range(down) for x in range(across))
        row = self.rows[i]
        row.cells.append(Placed(cell, row.index, column, rows=down, columns=across, head=self.head))
        self.width = max(self.width, column + across)
        return column + across

    def filled(self, columns: int) -> list[PlacedRow]:
        """Give the rows, each with an empty cell where none stands."""
        for i, row in enumerate(self.rows):
            missing = [column for column in range(columns) if (i, column) not in self.taken]
            row.cells += [
                Placed(n.Cell(()), row.index, column, rows=1, columns=1, head=self.head) for column in missing
            ]
            if missing:
                row.cells.sort(key=lambda placed: placed.column)
        return self.rows
