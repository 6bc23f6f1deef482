"""On lines of their own: one function a kind of token. Shared by prose and templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..document.nodes import (
    Block,
    Blocks,
    BulletList,
    Cell,
    CodeBlock,
    Column,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
    TableBody,
    Text,
)
from .inlines import read_inlines
from .reading import Heading, Reading, no_text
from .sections import gather
from .tree import Branch, grow

if TYPE_CHECKING:
    from typing import TypeAlias

    from ..document.nodes import Alignment

    Items: TypeAlias = Iterable[Block | Heading]
    Reader: TypeAlias = Callable[[Reading, Branch], Items]

_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_blocks(reading: Reading, branches: Iterable[Branch]) -> Blocks:
    """Read the tokens of a text or of a container; what follows a heading becomes its section."""
    return gather(item for branch in branches for item in _reader(reading, branch.kind)(reading, branch))


def _reader(reading: Reading, kind: str) -> Reader:
    return READERS.get(kind) or reading.more[kind]


def paragraph(reading: Reading, branch: Branch) -> Items:
    """Read a paragraph; a line that holds only a value which is blocks gives way to them."""
    return flow(reading, children_of(branch), branch.line)


def flow(reading: Reading, children: list[Branch], line: int) -> Blocks:
    """Read lines into paragraphs, parted by the lines that blocks take the place of."""
    blocks: list[Block] = []
    run: list[Branch] = []
    for words in _lines(children):
        found = _alone(reading, words)
        if found is None:
            run += words
            continue
        blocks += _paragraph(reading, run, line)
        blocks += found
        run = []
    blocks += _paragraph(reading, run, line)
    return tuple(blocks)


def _lines(children: list[Branch]) -> list[list[Branch]]:
    """Part the tokens of a paragraph into its lines; each but the first begins with its break."""
    lines: list[list[Branch]] = [[]]
    for child in children:
        if child.kind in ("softbreak", "hardbreak"):
            lines.append([])
        lines[-1].append(child)
    return lines


def _alone(reading: Reading, words: list[Branch]) -> Blocks | None:
    said = [w for w in words if w.kind not in ("softbreak", "hardbreak") and (w.kind != "text" or w.token.content)]
    if len(said) != 1 or said[0].kind != "text":
        return None
    return reading.hooks.alone(said[0].token.content, said[0].line)


def _paragraph(reading: Reading, words: list[Branch], line: int) -> Blocks:
    while words and words[0].kind in ("softbreak", "hardbreak"):
        words = words[1:]
    line = words[0].line if words else line
    inlines = read_inlines(reading, words)
    return () if no_text(inlines) else (Paragraph(inlines, pos=reading.hooks.pos(line)),)


def children_of(branch: Branch) -> list[Branch]:
    """Give the tokens of the line within a paragraph, heading or cell."""
    if not branch.children:
        return []
    line = branch.children[0]
    return grow(line.token.children or (), line.line)


def heading(reading: Reading, branch: Branch) -> Items:
    """Read a heading."""
    inlines = read_inlines(reading, children_of(branch))
    attrs = reading.hooks.attributes(branch.token.meta.get("attributes", ""), branch.line)
    found = Heading(int(branch.token.tag[1:]), inlines, branch.line, attrs, reading.hooks.pos(branch.line))
    allowed = reading.hooks.heading(found, reading.nested > 0)
    return (allowed,) if isinstance(allowed, Heading) else allowed


def nested(reading: Reading, branches: Iterable[Branch]) -> Blocks:
    """Read what stands within a list or a quote."""
    reading.nested += 1
    blocks = read_blocks(reading, branches)
    reading.nested -= 1
    return blocks


def bullet_list(reading: Reading, branch: Branch) -> Items:
    """Read a list without an order."""
    return (BulletList(_items(reading, branch), pos=reading.hooks.pos(branch.line)),)


def ordered_list(reading: Reading, branch: Branch) -> Items:
    """Read a list with an order, from the number that its first item has."""
    start = int(branch.token.attrs.get("start", 1))
    return (OrderedList(_items(reading, branch), start=start, pos=reading.hooks.pos(branch.line)),)


def _items(reading: Reading, branch: Branch) -> tuple[ListItem, ...]:
    return tuple(ListItem(nested(reading, item.children), pos=reading.hooks.pos(item.line)) for item in branch.children)


def quote(reading: Reading, branch: Branch) -> Items:
    """Read a quotation."""
    return (Quote(nested(reading, branch.children), pos=reading.hooks.pos(branch.line)),)


def code_block(reading: Reading, branch: Branch) -> Items:
    """Read fenced or indented code."""
    text = reading.hooks.verbatim(branch.token.content.removesuffix("\n"), branch.line, "code")
    syntax = reading.hooks.verbatim(branch.token.info.strip(), branch.line, "label")
    return (CodeBlock(text, syntax=syntax.split(" ")[0], pos=reading.hooks.pos(branch.line)),)


def rule(reading: Reading, branch: Branch) -> Items:
    """Read `---`."""
    return (Rule(pos=reading.hooks.pos(branch.line)),)


def definition(reading: Reading, branch: Branch) -> Items:
    """Pass over the definition of a note: it is shown where the note is referred to."""
    return ()


def table(reading: Reading, branch: Branch) -> Items:
    """Read a table; where none may stand its rows become paragraphs."""
    rows = [(part.kind, row) for part in branch.children for row in part.children]
    if not reading.hooks.tables(branch.line):
        return [block for _, row in rows for block in _flat_row(reading, row)]
    columns = tuple(Column(align=_align(cell)) for cell in rows[0][1].children)
    head = tuple(_row(reading, row) for part, row in rows if part == "thead")
    body = tuple(_row(reading, row) for part, row in rows if part == "tbody")
    bodies = (TableBody(body),) if body else ()
    return (Table(columns, bodies, head=head, pos=reading.hooks.pos(branch.line)),)


def _align(cell: Branch) -> Alignment:
    return _ALIGNMENTS.get(str(cell.token.attrs.get("style", "")), "")


def _row(reading: Reading, row: Branch) -> Row:
    _say_cut(reading, row)
    return Row(tuple(_cell(reading, cell) for cell in row.children), pos=reading.hooks.pos(row.line))


def _say_cut(reading: Reading, row: Branch) -> None:
    """Say when a row has more cells than the table has columns: markdown-it drops them."""
    from markdown_it.rules_block.table import escapedSplit

    written = reading.lines[row.line].strip(" \t>") if row.line < len(reading.lines) else ""
    cells = escapedSplit(written.removeprefix("|").removesuffix("|"))
    if row.children[0].kind == "td" and len(cells) > len(row.children):
        said = f"the row has {len(cells)} cells, the table {len(row.children)} columns: the rest is not shown"
        reading.hooks.fault("table-row", said, row.line, "write \\| for a bar within a cell")


def _cell(reading: Reading, cell: Branch) -> Cell:
    return Cell(flow(reading, children_of(cell), cell.line), pos=reading.hooks.pos(cell.line))


def _flat_row(reading: Reading, row: Branch) -> Blocks:
    inlines: list[Inline] = []
    for cell in row.children:
        inlines += [Text(" | "), *read_inlines(reading, children_of(cell))]
    return (Paragraph(tuple(inlines[1:])),)


READERS: dict[str, Reader] = {
    "paragraph": paragraph,
    "heading": heading,
    "bullet_list": bullet_list,
    "ordered_list": ordered_list,
    "blockquote": quote,
    "fence": code_block,
    "code_block": code_block,
    "hr": rule,
    "table": table,
    "footnote_reference": definition,
}
