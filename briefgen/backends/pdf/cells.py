"""Cells: what stands in one, measured before the columns' widths are known and laid out after."""

from __future__ import annotations

from attrs import evolve

from ...document import nodes as n
from ...document.walk import plain_text
from .flow import Flow, natural_width
from .grid import STANCES, Placed
from .laying import lay_all
from .paragraphs import prepare
from .strips import Label, Paragraph, Strip, total
from .tagging import Element

SIGN_WIDTH = 17.0
NUMBER_GAP = 7.0
"""What stands between figures at the right of their column and words at the left of the next, beyond the padding."""


class CellFlow:
    """A cell on its way: its flow, its blocks, a sign that hangs before them, its tint, and room free at its right."""

    __slots__ = ("blocks", "fill", "flow", "gap", "placed", "sign")

    def __init__(self, placed: Placed, flow: Flow, blocks: n.Blocks, sign: n.Span | None, fill: str) -> None:
        self.placed = placed
        self.flow = flow
        self.blocks = blocks
        self.sign = sign
        self.fill = fill
        self.gap = 0.0

    def measure(self) -> tuple[float, float]:
        """Give the width below which words would be cut, and the width in which no line is broken."""
        least = most = 0.0
        for block in self.blocks:
            if isinstance(block, n.Paragraph):
                narrow, wide = natural_width(prepare(block, self.flow).words)
            else:
                words = plain_text(block).split()
                narrow, wide = 48.0, min(5.0 * sum(len(word) + 1 for word in words) + 12.0, 250.0)
            least, most = max(least, narrow), max(most, wide)
        hang = (SIGN_WIDTH if self.sign is not None else 0.0) + self.gap
        return least + hang, most + hang

    def lay(self, width: float) -> list[Strip]:
        """Lay the cell out in so many points."""
        flow = self.flow
        hang = SIGN_WIDTH if self.sign is not None else 0.0
        flow.width = flow.wide = max(width - hang - self.gap, 6.0)
        flow.x = hang
        flow.anchor(self.placed.cell.attrs.id)
        lay_all(self.blocks, flow)
        if self.sign is not None:
            self._hang_sign()
        return flow.finish()

    def _hang_sign(self) -> None:
        flow, sign = self.flow, self.sign
        assert sign is not None
        first = next((s.content for s in flow.strips if isinstance(s.content, Paragraph)), None)
        if first is None or first.element is None:
            return
        look = flow.job.span_look("sign", flow.job.styles.style("table-cell").look)
        element = Element("Span", first.element, attach=False)
        element.attached = True
        first.element.kids.insert(0, element)
        label = Label(flow.job.line(plain_text(sign.inlines), look, element), 0.0, element)
        label.drop = (total(flow.strips) - flow.strips[0].height) / 2
        with flow.set(width=flow.width + SIGN_WIDTH):
            flow.attach(0, label)


def begin_cell(placed: Placed, group: str, table: n.Table, flow: Flow, row: Element) -> CellFlow:
    """Make a cell's element and flow; its role follows from where it stands."""
    cell = placed.cell
    row_head = placed.column < table.row_heads and not placed.head
    element = flow.job.element("TH" if placed.head or row_head else "TD", row, cell, _attributes(placed, row_head))
    inner = flow.nested(0.0, element, _role(placed, group, table, row_head))
    column = table.columns[placed.column] if placed.column < len(table.columns) else n.Column()
    inner.align = cell.align or column.align
    made = _cell_flow(placed, table, inner)
    if inner.align == "right":
        made.gap = _gap(placed, table)
    return made


def _gap(placed: Placed, table: n.Table) -> float:
    """Keep figures clear of the words in the next column."""
    following = placed.column + placed.columns
    return NUMBER_GAP if following < len(table.columns) and table.columns[following].align != "right" else 0.0


def _cell_flow(placed: Placed, table: n.Table, inner: Flow) -> CellFlow:
    cell = placed.cell
    if not cell.attrs.classes:
        return CellFlow(placed, inner, cell.blocks, None, "")
    if "absent" in cell.attrs.classes:
        inner.role = "table-absent" if "matrix" in table.attrs.classes else "table-muted"
    stance = next((name for name in cell.attrs.classes if name in STANCES), "")
    return _stance(stance, placed, inner) if stance else CellFlow(placed, inner, cell.blocks, None, "")


def _stance(stance: str, placed: Placed, flow: Flow) -> CellFlow:
    flow.role = "table-stance"
    sign, blocks = _sign(placed.cell.blocks)
    colour = stance if stance in flow.job.theme.colours else "panel"
    return CellFlow(placed, flow, blocks, sign, flow.job.styles.colour(colour))


def _attributes(placed: Placed, row_head: bool) -> str:
    scope = "/Scope/Row" if row_head else "/Scope/Column" if placed.head else ""
    spans = (f"/RowSpan {placed.rows}" if placed.rows > 1 else "") + (
        f"/ColSpan {placed.columns}" if placed.columns > 1 else ""
    )
    return f"/A<</O/Table{scope}{spans}>>" if scope or spans else ""


def _role(placed: Placed, group: str, table: n.Table, row_head: bool) -> str:
    matrix = "matrix" in table.attrs.classes
    if placed.head:
        return "table-issue" if matrix and placed.column >= max(table.row_heads, 1) else "table-head"
    return "table-stub" if row_head or group == "TFoot" else "table-cell"


def _sign(blocks: n.Blocks) -> tuple[n.Span | None, n.Blocks]:
    """Take the sign from the head of a stance's first paragraph."""
    match blocks:
        case (n.Paragraph(inlines=(n.Span() as sign, *rest)) as first, *others) if "sign" in sign.attrs.classes:
            return sign, (evolve(first, inlines=_without_blank(rest)), *others)
    return None, blocks


def _without_blank(inlines: list[n.Inline]) -> n.Inlines:
    """Leave out the blank between a sign and its word: the sign hangs before it."""
    match inlines:
        case [n.Text() as text, *rest]:
            return (evolve(text, text=text.text.lstrip()), *rest)
    return tuple(inlines)
