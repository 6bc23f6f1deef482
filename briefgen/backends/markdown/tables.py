"""Tables as GitHub has them: one head row, one line a row, nothing but inlines in a cell."""

from __future__ import annotations

from collections.abc import Iterator

from ...document.nodes import (
    Alignment,
    Blocks,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Inline,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from .inlines import line
from .reduce import stream, value
from .state import State, mark

_TICKS = {None: "•", False: "☐", True: "☑"}
_RULES: dict[Alignment, str] = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def write_table(state: State, table: Table) -> str:
    """Write a table. Columns are not padded: a longer word in one row must not change all others in a diff."""
    grid = _grid(state, table)
    width = max([len(table.columns), 1, *map(len, grid)])
    rows = [row + [""] * (width - len(row)) for row in grid]
    count = len(table.head)
    # Several head rows become one: GitHub's tables have just one, and cannot do without.
    head = ["<br>".join(filter(None, column)) for column in zip(*rows[:count])] or [""] * width
    aligns = [_RULES[column.align] for column in table.columns] + [_RULES[""]] * width
    return "\n".join(_line(cells) for cells in [head, aligns[:width], *rows[count:]])


def _line(cells: list[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _grid(state: State, table: Table) -> list[list[str]]:
    """Write every cell in its place.

    A cell that spans stands in the first of its places and leaves the others empty: GitHub's tables know no spans,
    and its words said twice would be more than the brief says.
    """
    rows = [*table.head, *(row for body in table.bodies for row in body.rows), *table.foot]
    taken: set[tuple[int, int]] = set()
    grid: list[list[str]] = []
    for y, row in enumerate(rows):
        below_head = y >= len(table.head)
        strong = len(table.columns) if y >= len(rows) - len(table.foot) else table.row_heads if below_head else 0
        mark(state, row)
        places = _places(table, row, taken, y, len(rows))
        grid.append(_row(state, row, places, strong))
    return grid


def _places(table: Table, row: Row, taken: set[tuple[int, int]], y: int, height: int) -> list[int]:
    """Find the column of each cell, past what spans down from above, and take the places that it spans."""
    places: list[int] = []
    x = 0
    for cell in row.cells:
        while (y, x) in taken:
            x += 1
        places.append(x)
        across = max(1, min(cell.column_span, len(table.columns) - x))
        taken |= {(y + down, x + right) for down in range(1, min(cell.row_span, height - y)) for right in range(across)}
        x += across
    return places


def _row(state: State, row: Row, places: list[int], strong: int) -> list[str]:
    """Write a row's cells; those in the first columns, `strong` in number, in bold type."""
    out: list[str] = []
    for x, cell in zip(places, row.cells):
        out += [""] * (x - len(out))
        out.append(_cell(state, cell, strong=x < strong))
    return out


def _cell(state: State, cell: Cell, strong: bool) -> str:
    """Write a cell: its lines parted by `<br>`, the first one of row heads and sums in bold type."""
    mark(state, cell)
    lines: list[str] = []
    for words in _lines(state, cell.blocks):
        first = strong and not lines
        lines.append(line(state, (Strong(words),) if first else words, "<br>"))
    # The reader of the table takes one backslash from each bar, even within code, before anything else is read.
    return "<br>".join(filter(None, lines)).replace("|", "\\|")


def _lines(state: State, blocks: Blocks) -> Iterator[Inlines]:
    """Say blocks in lines, as a person would type them into a cell."""
    for _, block in stream(state, blocks, 1):
        match block:
            case Section():
                mark(state, block)
                yield (Strong(block.heading),)
            case Paragraph():
                yield value(block.inlines)
            case BulletList():
                for item in block.items:
                    yield from _item(state, f"{_TICKS[item.checked]} ", item)
            case OrderedList():
                for i, item in enumerate(block.items, block.start):
                    yield from _item(state, f"{i}. ", item)
            case Quote():
                yield from _lines(state, block.blocks)
            case CodeBlock():
                yield from ((Code(text),) for text in block.text.splitlines())
            case Table():
                rows = [*block.head, *(row for body in block.bodies for row in body.rows), *block.foot]
                yield from (_together(state, row) for row in rows)


def _item(state: State, prefix: str, item: ListItem) -> Iterator[Inlines]:
    mark(state, item)
    for words in _lines(state, item.blocks):
        yield (Text(prefix), *words)
        prefix = "\N{NO-BREAK SPACE}" * 2


def _together(state: State, row: Row) -> Inlines:
    """Say the row of a table within a cell in one line."""
    words: list[Inline] = []
    for cell in row.cells:
        for said in _lines(state, cell.blocks):
            words += [*([Text("; ")] if words else []), *said]
    return tuple(words)
