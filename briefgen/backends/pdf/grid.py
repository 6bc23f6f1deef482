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
    columns = _count_columns(table)
    index = 0
    parts: list[list[PlacedRow]] = []
    sources = [table.head, *(body.rows for body in table.bodies), table.foot]
    for number, rows in enumerate(sources):
        placed = _place_rows(rows, index, number, columns, head=number == 0)
        index += len(placed)
        parts.append(placed)
    return Grid(columns, parts[0], parts[1:-1], parts[-1])


def _count_columns(table: n.Table) -> int:
    rows = [*table.head, *(row for body in table.bodies for row in body.rows), *table.foot]
    widest = max((sum(max(cell.column_span, 1) for cell in row.cells) for row in rows), default=1)
    return max(1, len(table.columns), min(widest, MAX_COLUMNS))


def _place_rows(rows: tuple[n.Row, ...], index: int, body: int, columns: int, *, head: bool) -> list[PlacedRow]:
    taken: set[tuple[int, int]] = set()
    placed = [PlacedRow(index + i, body, row) for i, row in enumerate(rows)]
    for i, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            column = _free(taken, i, column, columns)
            down, across = _fit(cell, i, column, taken, rows=len(rows), columns=columns)
            placed[i].cells.append(Placed(cell, index + i, column, rows=down, columns=across, head=head))
            column += across
        _fill(placed[i], i, taken, columns, head)
    return placed


def _free(taken: set[tuple[int, int]], row: int, column: int, columns: int) -> int:
    while column < columns - 1 and (row, column) in taken:
        column += 1
    return column


def _fit(
    cell: n.Cell, row: int, column: int, taken: set[tuple[int, int]], *, rows: int, columns: int
) -> tuple[int, int]:
    """Keep a span within its part of the table and off places that are taken; note what it takes."""
    down = max(1, min(cell.row_span, rows - row))
    across = 1
    while across < min(cell.column_span, columns - column) and (row, column + across) not in taken:
        across += 1
    taken.update((row + i, column + j) for i in range(down) for j in range(across))
    return down, across


def _fill(row: PlacedRow, i: int, taken: set[tuple[int, int]], columns: int, head: bool) -> None:
    missing = [column for column in range(columns) if (i, column) not in taken]
    row.cells += [Placed(n.Cell(()), row.index, column, rows=1, columns=1, head=head) for column in missing]
    row.cells.sort(key=lambda placed: placed.column)
