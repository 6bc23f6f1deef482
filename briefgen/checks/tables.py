"""An exhibit's table has something to show, and no more than pages hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Diagnostic, Severity
from ..model import Brief, TableData

MOST_COLUMNS = 63
"""What Word can hold (ECMA-376, 17.4.14, as Word takes it)."""


def unfit_tables(brief: Brief) -> Iterator[Diagnostic]:
    """Find tables that are empty, have more columns than pages hold, or rows that reach beyond the heads."""
    for number, exhibit in enumerate(brief.exhibits):
        if exhibit.table is not None:
            yield from _unfit(exhibit.table, f"exhibits[{number}].table")


def _unfit(table: TableData, path: str) -> Iterator[Diagnostic]:
    heads, widest = len(table.columns), max(map(len, table.rows), default=0)
    if not heads and not widest:
        yield Diagnostic("empty-table", "the table has no column and no row", path=path)
    if max(heads, widest) > MOST_COLUMNS:
        message = f"the table has {max(heads, widest)} columns; a page holds {MOST_COLUMNS} at most"
        yield Diagnostic("table-columns", message, path=path, hint="turn it round, or part it")
    for number, row in enumerate(table.rows):
        if heads and len(row) > heads:
            message = f"the row has {len(row)} cells, but only {heads} columns have a head"
            yield Diagnostic("ragged-table", message, Severity.WARNING, path=f"{path}.rows[{number}]")
