"""Small pieces that components are made of: paragraphs, cells, tables, badges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from ...document.nodes import (
    Attrs,
    Block,
    Blocks,
    BulletList,
    Cell,
    Column,
    Inline,
    Inlines,
    ListItem,
    Paragraph,
    Row,
    Span,
    Table,
    TableBody,
    Text,
)
from ...document.walk import walk
from ...language import capitalised

NBSP = "\u00a0"


def paragraph(*inlines: Inline | str, role: str = "", id: str = "") -> Paragraph:
    """Make a paragraph of inlines and plain words."""
    return Paragraph(tuple(_inline(piece) for piece in inlines), attrs=Attrs(id=id, classes=tuple(role.split())))


def span(words: str, *roles: str) -> Span:
    """Make a span of plain words in a role."""
    return Span((Text(words),), attrs=Attrs(classes=roles))


def _inline(piece: Inline | str) -> Inline:
    return Text(piece) if isinstance(piece, str) else piece


def words(*pieces: Inline | Inlines | str, between: str = " ") -> Inlines:
    """Put pieces in a row with a space between those that say something."""
    out: list[Inline] = []
    for piece in pieces:
        inlines = piece if isinstance(piece, tuple) else (_inline(piece),) if piece else ()
        if inlines:
            out += [Text(between), *inlines] if out else inlines
    return tuple(out)


def joined(first: Inline, blocks: Blocks, role: str = "") -> Blocks:
    """Put an inline before the first line of blocks, or on a line of its own before a list."""
    classes = tuple(role.split())
    if blocks and isinstance(blocks[0], Paragraph):
        head = evolve(blocks[0], inlines=(first, Text(" "), *blocks[0].inlines))
        blocks = (head, *blocks[1:])
    elif blocks:
        blocks = (Paragraph((first,)), *blocks)
    return tuple(in_role(block, *classes) for block in blocks)


def in_role(block: Block, *classes: str) -> Block:
    """Give a block further classes, where it has none of its own."""
    if not classes or block.attrs.classes:
        return block
    return evolve(block, attrs=evolve(block.attrs, classes=classes))


def after(blocks: Blocks, inlines: Inlines) -> Blocks:
    """Put inlines at the end of the last paragraph, or in a paragraph of their own where there is none."""
    last = max((i for i, block in enumerate(blocks) if isinstance(block, Paragraph)), default=-1)
    if not inlines:
        return blocks
    if last < 0:
        return (*blocks, Paragraph(tuple(i for i in inlines if i != Text(NBSP))))
    head = blocks[last]
    assert isinstance(head, Paragraph)
    return (*blocks[:last], evolve(head, inlines=(*head.inlines, *inlines)), *blocks[last + 1 :])


def begun(inlines: Inlines) -> Inlines:
    """Begin with a capital."""
    if not inlines or not isinstance(inlines[0], Text):
        return inlines
    return (evolve(inlines[0], text=capitalised(inlines[0].text)), *inlines[1:])


def flat(blocks: Blocks) -> Inlines:
    """Put the inlines of every paragraph in one row, for a place that holds a single line."""
    found = (node.inlines for node in walk(blocks) if isinstance(node, Paragraph))
    return words(*found)


def bullets(items: Iterable[Blocks], role: str = "") -> BulletList:
    """Make a list of items."""
    listed = tuple(ListItem(tuple(in_role(b, *role.split()) for b in item)) for item in items)
    return BulletList(listed, attrs=Attrs(classes=tuple(role.split())))


def cell(*content: Inline | Inlines | str | Blocks, role: str = "", column_span: int = 1) -> Cell:
    """Make a cell: blocks as they are, inlines and words in a paragraph each."""
    blocks: list[Block] = []
    for piece in content:
        blocks += _in_cell(piece)
    filled = tuple(blocks) or (Paragraph(()),)
    return Cell(filled, column_span=column_span, attrs=Attrs(classes=tuple(role.split())))


def _in_cell(piece: object) -> Iterable[Block]:
    if not piece:
        return ()
    if isinstance(piece, str | Inline):
        return (paragraph(piece),)
    pieces: tuple[Inline | Block, ...] = piece  # type: ignore[assignment]
    if isinstance(pieces[0], Block):
        return pieces  # type: ignore[return-value]
    return (Paragraph(pieces),)  # type: ignore[arg-type]


def row(*cells: Cell, id: str = "") -> Row:
    """Make a row, with an anchor where the row is a part's place."""
    return Row(cells, attrs=Attrs(id=id))


def head(*names: str | Cell) -> tuple[Row, ...]:
    """Make a table's head of one row."""
    return (Row(tuple(name if isinstance(name, Cell) else cell(name) for name in names)),)


def table(
    kind: str,
    heads: tuple[Row, ...],
    bodies: Sequence[Sequence[Row]],
    *,
    widths: Sequence[float] = (),
    caption: str = "",
    row_heads: int = 0,
) -> Table:
    """Make a table of a kind; `widths` are shares of the whole, 0 for as much as is needed."""
    count = sum(c.column_span for c in heads[0].cells) if heads else len(bodies[0][0].cells)
    return Table(
        tuple(Column(width=w) for w in (widths or [0.0] * count)),
        tuple(TableBody(tuple(rows)) for rows in bodies if rows),
        head=heads,
        caption=(Text(caption),) if caption else (),
        row_heads=row_heads,
        attrs=Attrs(classes=tuple(kind.split())),
    )
