"""Blocks side by side: columns, cards, and the row of facts below a title."""

from __future__ import annotations

from ...document import nodes as n
from ..cards import side_by_side
from .flow import Flow
from .laying import lay_all
from .strips import KEEP, WIDOW, Box, Edge, Paragraph, Strip, row_strip, total
from .tagging import Element

MM = 72 / 25.4
CARD_GAP = 5 * MM
CARD_SIDES, CARD_TOP, CARD_BOTTOM = 9.0, 8.0, 9.0
META_GAP = 16.0


def columns(node: n.Columns, flow: Flow) -> None:
    """Set columns side by side; cards stand on panels of one height, or one below the other when they are long."""
    if not node.columns:
        return
    cards = "cards" in node.attrs.classes
    element = flow.job.element("Div", flow.element, node)
    width, gap = flow.wide, CARD_GAP if cards else flow.job.theme.page.gutter
    if cards and not side_by_side(node, min(_widths(node, width, gap))):
        _stack(node, flow, element, width)
        return
    boxes, x = [], 0.0
    for column, share in zip(node.columns, _widths(node, width, gap)):
        boxes.append(_box(column, x, share, flow, element, card=cards))
        x += share + gap
    _place(boxes, flow, width, cards)


def _widths(node: n.Columns, width: float, gap: float) -> list[float]:
    count = len(node.columns)
    shares = (
        list(node.widths[:count]) if len(node.widths) >= count and all(w > 0 for w in node.widths) else [1.0] * count
    )
    room = max(width - gap * (count - 1), 10.0 * count)
    return [room * share / sum(shares) for share in shares]


def _box(div: n.Div, x: float, width: float, flow: Flow, element: Element, *, card: bool) -> Box:
    """Lay out one column; a card has its padding around it."""
    part = flow.job.element("Div", element, div)
    sides = CARD_SIDES if card else 0.0
    inner = flow.nested(width - 2 * sides, part, "card" if card else flow.role)
    inner.x = sides
    inner.anchor(div.attrs.id)
    lay_all(div.blocks, inner)
    strips = inner.finish()
    padding = CARD_TOP + CARD_BOTTOM if card else 0.0
    fill = flow.job.styles.colour("panel") if card else ""
    if card and strips:
        strips[0].before = 0.0
    box = Box(x, 0.0, width, total(strips) + padding, strips, fill=fill)
    box.pad = CARD_TOP if card else 0.0
    return box


def _place(boxes: list[Box], flow: Flow, width: float, cards: bool) -> None:
    height = max(box.height for box in boxes)
    edges = []
    if cards:
        weight, colour = flow.job.theme.strokes.get("card", 2.0), flow.job.styles.colour("accent")
        for box in boxes:
            box.height = height
            edges.append(Edge(box.x, box.width, weight / 2, weight, colour))
    strip = row_strip(boxes, edges, height, flow.x)
    flow.add(strip, 4.0, lines=3)
    flow.after = 12.0 if cards else 7.0


def _stack(node: n.Columns, flow: Flow, element: Element, width: float) -> None:
    for column in node.columns:
        _place([_box(column, 0.0, width, flow, element, card=True)], flow, width, True)
        flow.after = 8.0
    flow.after = 12.0


def meta_row(node: n.DefinitionList, flow: Flow) -> None:
    """Set labels with their values side by side between two rules, in as many rows as they need."""
    element = flow.job.element("L", flow.element, node, "/A<</O/List/ListNumbering/None>>")
    boxes = [_meta_box(item, flow, element) for item in node.items]
    rows = _rows(boxes, flow.wide)
    styles, strokes = flow.job.styles, flow.job.theme.strokes
    above, below = strokes.get("meta-above", 0.75), strokes.get("meta-below", 0.5)
    for i, row in enumerate(rows):
        _spread(row, flow.wide)
        height = max(box.height for box in row)
        edges = [Edge(0, flow.wide, above / 2, above, styles.colour("ink"))] if i == 0 else []
        if i == len(rows) - 1:
            edges.append(Edge(0, flow.wide, height - below / 2, below, styles.colour("rule")))
        strip = flow.add(row_strip(row, edges, height, flow.x))
        strip.level = WIDOW if i < len(rows) - 1 else KEEP
    flow.after = 12.0


def _meta_box(item: n.Definition, flow: Flow, element: Element) -> Box:
    part = flow.job.element("LI", element, item)
    label, value = flow.job.styles.style("meta-label"), flow.job.styles.style("meta-value")
    inner = flow.nested(flow.wide * 0.45, part, "meta-value")
    inner.anchor(item.attrs.id)
    inner.text(item.term, label._replace(after=0.0), Element("Lbl", part), item)
    with inner.set(element=Element("LBody", part)):
        lay_all(item.blocks, inner)
    strips = inner.finish()
    box = Box(0.0, 0.0, _reach(strips), label.before + total(strips) + value.after, strips)
    for strip in strips:  # what begins at the right does so where its own column ends
        if isinstance(strip.content, Paragraph):
            strip.content.width = box.width
    box.pad = label.before
    return box


def _reach(strips: list[Strip]) -> float:

    lines = [line for s in strips if isinstance(s.content, Paragraph) for line in s.content.lines]
    return max((line.width for line in lines), default=20.0) + 1.0


def _rows(boxes: list[Box], width: float) -> list[list[Box]]:
    rows: list[list[Box]] = []
    taken = width
    for box in boxes:
        if not rows or taken + box.width > width:
            rows.append([])
            taken = 0.0
        rows[-1].append(box)
        taken += box.width + META_GAP
    return rows


def _spread(row: list[Box], width: float) -> None:
    gap = (width - sum(box.width for box in row)) / max(len(row) - 1, 1)
    x = 0.0
    for box in row:
        box.x = x
        x += box.width + min(gap, 72.0 if len(row) > 2 else 120.0)
