"""Callouts: the bottom line, gaps and caveats, remarks and warnings."""

from __future__ import annotations

from ...document import nodes as n
from .flow import Flow
from .inlines import Run, set_inlines
from .laying import lay_all
from .marks import Diamond
from .paragraphs import paragraph_style
from .sides import beside
from .strips import KEEP, WIDOW, Aside, Edge, Frame, Label, RowContent, Strip
from .styles import Look, Style
from .tagging import Element
from .words import Words

SIDES = 14.0
TOP, BOTTOM = 9.0, 11.0
DIAMOND = 7.0
TITLE_GAP = 3.5


def callout(node: n.Callout, flow: Flow) -> None:
    """Set a callout as its kind asks; an unknown kind is a remark."""
    element = flow.job.element("Sect" if node.kind == "bottom-line" else "Div", flow.element, node)
    with flow.set(element=element):
        if node.kind == "bottom-line":
            _panel(node, flow, element, "bottom-line", flow.wide)
        elif node.kind in ("gap", "caveat"):
            anchor = beside(node, flow)
            if anchor is None:
                _remark(node, flow, element)
            else:
                _set_beside(node, flow, element, anchor)
        else:
            _panel(node, flow, element, "small", flow.width)


def _panel(node: n.Callout, flow: Flow, element: Element, role: str, width: float) -> None:
    """Set blocks on a panel with an edge at its left."""
    styles, edge = flow.job.styles, flow.job.theme.strokes.get("bottom-line-edge", 3.0)
    colour = {"warning": "counter", "note": "mute"}.get(node.kind, "accent")
    panel = Frame(flow.x, width, fill=styles.colour("panel"), edge=edge, colour=styles.colour(colour))
    after = 12.0 if role == "bottom-line" else 7.0
    sides, top, bottom = (SIDES, TOP, BOTTOM) if role == "bottom-line" else (10.0, 6.0, 7.0)
    flow.after, flow.below_heading = flow.gap(12.0 if role == "bottom-line" else 4.0), False
    with flow.set(width=width), flow.panel(panel, top, bottom), flow.indented(sides + edge, sides, role=role):
        _title(node, flow, element, colour)
        lay_all(node.blocks, flow)
    flow.after = after


def _title(node: n.Callout, flow: Flow, element: Element, colour: str) -> None:
    if not node.title:
        return
    role = "h3" if node.kind == "bottom-line" else "small"
    style = flow.job.styles.style(role)
    style = style._replace(look=style.look._replace(colour=colour, weight=600), before=0.0, after=2.0, even=False)
    flow.text(node.title, style, flow.job.element("P", element), node)
    flow.keep_with_next(WIDOW)


def _set_beside(node: n.Callout, flow: Flow, element: Element, anchor: Strip) -> None:
    """Set a gap or a caveat in the side column, beside what begins with `anchor`."""
    assert flow.side is not None
    inner = flow.nested(flow.side[1], element, "small")
    inner.x = flow.side[0]
    if node.attrs.id:
        inner.anchor(node.attrs.id)
    _remark(node, inner, element)
    aside = Aside(inner.finish())
    anchor.asides += (aside,)
    anchor.notes += tuple(note for strip in aside.strips for note in strip.notes)


def _remark(node: n.Callout, flow: Flow, element: Element) -> None:
    """Set a gap or a caveat below a rule: its kind, the statement, why it matters, how to close it."""
    styles, gap = flow.job.styles, node.kind == "gap"
    weight = flow.job.theme.strokes.get("gap-note", 1.0) if gap else 0.5
    rule = Edge(0.0, flow.width, weight / 2, weight, styles.colour("counter" if gap else "rule"))
    small = styles.style("small")
    look = small.look._replace(weight=600, colour="counter" if gap else "sec")
    after = 9.0 if flow.role == "body" else 2.0
    with flow.set(floor=max(flow.floor, KEEP)):
        flow.content(RowContent([], [rule]), 4.0, 6.0).level = WIDOW
        with flow.set(role="small" if flow.role == "body" else flow.role):
            blocks = node.blocks
            if flow.role == "small":
                _remark_title(node, flow, element, small._replace(look=look, after=0.0), gap)
            else:
                blocks = _run_in(node, flow, element, look, gap)
            lay_all(blocks, flow)
    flow.strips[-1].level = flow.floor
    flow.after = max(flow.after, after)


def _remark_title(node: n.Callout, flow: Flow, element: Element, style: Style, gap: bool) -> None:
    if not node.title:
        return
    start = len(flow.strips)
    with flow.indented(DIAMOND + TITLE_GAP if gap else 0.0):
        flow.text(node.title, style, flow.job.element("P", element), node)
    flow.keep_with_next(WIDOW)
    if gap and len(flow.strips) > start:
        flow.attach(start, _diamond(flow, style.look))


def _run_in(node: n.Callout, flow: Flow, element: Element, look: Look, gap: bool) -> n.Blocks:
    """Set the title on the first paragraph's line, where there is little room; give the blocks that are left."""
    style = paragraph_style(flow.role, flow)
    part = flow.job.element("P", element)
    words = Words(flow.job.shaper, part, node)
    run = Run(flow.job, words, style.look)
    if gap:
        pen = flow.job.styles.pen(style.look)
        words.current(pen).more().marks.append((0.0, Diamond(DIAMOND, flow.job.styles.colour(look.colour))))
        words.gap(pen, None, DIAMOND + TITLE_GAP)
    set_inlines(node.title, run.within(style.look._replace(weight=600, colour=look.colour)))
    run.text("\u2002 ")
    match node.blocks:
        case (n.Paragraph(inlines=inlines), *rest):
            set_inlines(inlines, run)
            left: n.Blocks = tuple(rest)
        case _:
            left = node.blocks
    flow.lines(words.finish(), style, part)
    return left


def _diamond(flow: Flow, look: Look) -> Label:
    line = flow.job.line("", look)
    line.marks = ((0.0, Diamond(DIAMOND, flow.job.styles.colour(look.colour))),)
    line.width = DIAMOND
    return Label(line, flow.x, None)
