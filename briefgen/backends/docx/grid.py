"""Widths and the frame of tables: a grid of fixed columns, the same on the grid and on every cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...document.nodes import Cell, Row, Table
from ...document.walk import plain_text
from .context import Context
from .dispatch import EMPTY
from .units import twips

_SAMPLE = 60
_LONGEST_LINE = 40
_LINE = 12.0
_LETTER = 4.4


def shares(weights: Sequence[float], width: float) -> list[float]:
    """Divide a width by weights, in points."""
    total = sum(weights) or 1.0
    return [width * weight / total for weight in weights]


class Sample(NamedTuple):
    """The rows of a table that its widths are estimated from, with what each of their cells says."""

    rows: list[Row]
    words: list[list[str]]


def sample(node: Table) -> Sample:
    """Read a table's head and foot, and the first rows of each body."""
    rows = [*node.head, *(row for body in node.bodies for row in body.rows[:_SAMPLE]), *node.foot]
    return Sample(rows, [[plain_text(cell) for cell in row.cells] for row in rows])


def column_widths(node: Table, width: float, seen: Sample) -> list[float]:
    """Give each column its share; what has none shares the rest by what its cells need."""
    given = [max(0.0, column.width) for column in node.columns]
    free = [i for i, share in enumerate(given) if not share]
    if not free:
        return shares(given, width)
    left = max(1.0 - sum(given), 0.1 * len(free))
    needs = _needs(len(node.columns), seen)
    for i, share in zip(free, shares([needs[i] for i in free], left)):
        given[i] = share
    return shares(given, width)


def _needs(columns: int, seen: Sample) -> list[float]:
    """Estimate each column's need in letters: its longest word, and its longest cell up to a line."""
    needs = [4.0] * columns
    for row in seen.words:
        if len(row) != columns:
            continue  # spans stand here; the other rows say enough
        for i, words in enumerate(row):
            if len(words) + 2.0 > needs[i]:
                longest = max(map(len, words.split()), default=0)
                needs[i] = max(needs[i], longest + 2.0, min(len(words), _LONGEST_LINE))
    return needs


def is_lower(seen: Sample, widths: Sequence[float], limit: float) -> bool:
    """Estimate from the letters of its cells whether a table of few rows is lower than a limit in points."""
    for row, words in zip(seen.rows, seen.words):
        limit -= _LINE * max(map(_lines, row.cells, words, widths), default=1)
        if limit < 0:
            return False
    return True


def _lines(cell: Cell, words: str, width: float) -> float:
    return 0.75 + len(cell.blocks) + len(words) * _LETTER // max(width - 8, 8)


def table_start(
    style: str, widths: Sequence[float], at: Context, *, look: str, borders: str = "", about: str = ""
) -> str:
    """Open a table whose columns are fixed; it fills as much of the place's width as its columns take."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    portion = round(5000 * min(1.0, sum(widths) / at.width))
    turned = "<w:bidiVisual/>" if at.look.direction == "rtl" else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{turned}<w:tblW w:w="{portion}" w:type="pct"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{look}{about}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def table_look(*, head: bool = False, row_heads: bool = False, bands: bool = False) -> str:
    """Say which of the table style's special parts hold (17.4.56)."""
    value = 0x0400 * (not bands) | 0x0200 | 0x0080 * row_heads | 0x0020 * head
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{int(head)}" w:lastRow="0" w:firstColumn="{int(row_heads)}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="{int(not bands)}"/>'
    )


def cell_start(width: float, more: str = "") -> str:
    """Open a cell; `more` are further cell properties in their order."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{more}</w:tcPr>'


def layout_table(
    style: str, widths: Sequence[float], rows: Sequence[Sequence[str]], at: Context, *, bands: bool = False
) -> str:
    """Write a table that only places things side by side; each cell's content is finished already."""
    out = [table_start(style, widths, at, look=table_look(bands=bands))]
    for row in rows:
        out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        padded = [*row, *[EMPTY] * (len(widths) - len(row))]
        out += [f"{cell_start(width)}{content}</w:tc>" for width, content in zip(widths, padded)]
        out.append("</w:tr>")
    return "".join([*out, "</w:tbl>"])
