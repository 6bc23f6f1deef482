"""Blocks to strips: one function a node, in the order of the node list; the long ones have modules of their own."""

from __future__ import annotations

from ...document import nodes as n
from . import back_matter, callouts, columns, figures, lists, pages, tables
from .flow import Flow
from .laying import lay, lay_all
from .paragraphs import lay_paragraph, paragraph_style
from .strips import WIDOW, Edge, Frame, RowContent
from .styles import Style
from .tagging import Element

TAGS = ("H1", "H2", "H3", "H4", "H5", "H6")
QUOTE_INDENT = 12.0
CODE_PADDING = 6.0


@lay.register
def _(node: n.Section, flow: Flow) -> None:
    flow.end_part()
    level = flow.depth
    element = flow.job.element("Sect", flow.element, node)
    heading = Element(TAGS[min(level, 5)], element)
    anchor = flow.job.heading_anchor()
    flow.anchor(anchor)
    words = ((n.Text(f"{node.number}\u2002"),) if node.number else ()) + node.heading
    style = flow.job.styles.style(f"h{min(level + 1, 4)}")
    if level == 0 and flow.role == "body":
        _ruled_heading(words, style, heading, node, flow)
    else:
        flow.heading(words, style, heading, node)
    flow.job.outline_entry(level, words, anchor)
    with flow.set(depth=level + 1, element=element):
        lay_all(node.blocks, flow)


def _ruled_heading(words: n.Inlines, style: Style, element: Element, node: n.Node, flow: Flow) -> None:
    """A heading of the first level stands below a rule as wide as the page's measure."""
    strokes, colour = flow.job.theme.strokes, flow.job.styles.colour(style.look.colour)
    weight, gap = strokes.get("h1-above", 0.0), strokes.get("h1-gap", 0.0)
    if weight:
        rule = RowContent([], [Edge(0, flow.wide, weight / 2, weight, colour)])
        flow.content(rule, gap, style.before).level = WIDOW
        style = style._replace(before=0.0)
    with flow.set(width=flow.wide):
        flow.heading(words, style, element, node)


@lay.register
def _(node: n.Paragraph, flow: Flow) -> None:
    lay_paragraph(node, flow)


@lay.register
def _(node: n.BulletList, flow: Flow) -> None:
    lists.bullet_list(node, flow)


@lay.register
def _(node: n.OrderedList, flow: Flow) -> None:
    lists.ordered_list(node, flow)


@lay.register
def _(node: n.DefinitionList, flow: Flow) -> None:
    if "meta" in node.attrs.classes and flow.role == "body":
        columns.meta_row(node, flow)
    else:
        lists.definition_list(node, flow)


@lay.register
def _(node: n.Table, flow: Flow) -> None:
    tables.table(node, flow)


@lay.register
def _(node: n.Figure, flow: Flow) -> None:
    figures.figure(node, flow)


@lay.register
def _(node: n.Quote, flow: Flow) -> None:
    element = flow.job.element("BlockQuote", flow.element, node)
    rule = Frame(flow.x, flow.width, edge=1.0, colour=flow.job.styles.colour("rule"))
    with flow.indented(QUOTE_INDENT, QUOTE_INDENT, element=element, frames=(*flow.frames, rule)):
        lay_all(node.blocks, flow)
        if node.attribution:
            flow.keep_with_next(WIDOW)
            flow.after = 2.0
            style = paragraph_style("small", flow)._replace(after=7.0)
            flow.text(node.attribution, style, Element("P", element), node)


@lay.register
def _(node: n.Callout, flow: Flow) -> None:
    callouts.callout(node, flow)


@lay.register
def _(node: n.Columns, flow: Flow) -> None:
    columns.columns(node, flow)


@lay.register
def _(node: n.CodeBlock, flow: Flow) -> None:
    style = flow.job.styles.style("code")
    element = Element("Code", flow.job.element("P", flow.element, node))
    panel = Frame(flow.x, flow.width, fill=flow.job.styles.colour("panel"))
    with flow.panel(panel, CODE_PADDING, CODE_PADDING), flow.indented(CODE_PADDING + 2, CODE_PADDING + 2):
        flow.lines(lists.code_words(node, style, flow, element), style, element)
    flow.after = style.after


@lay.register
def _(node: n.Rule, flow: Flow) -> None:
    colour = flow.job.styles.colour("rule")
    length = min(60.0, flow.width)
    flow.content(RowContent([], [Edge((flow.width - length) / 2, length, 0.25, 0.5, colour)]), 0.5, 10.0, 10.0)


@lay.register
def _(node: n.PageBreak, flow: Flow) -> None:
    flow.page_break()


@lay.register
def _(node: n.Contents, flow: Flow) -> None:
    back_matter.contents(node, flow)


@lay.register
def _(node: n.Notes, flow: Flow) -> None:
    back_matter.endnotes(node, flow)


@lay.register
def _(node: n.Bibliography, flow: Flow) -> None:
    back_matter.bibliography(node, flow)


@lay.register
def _(node: n.Div, flow: Flow) -> None:
    with flow.set(element=flow.job.element("Div", flow.element, node)):
        if "landscape" in node.attrs.classes and pages.may_take_pages(flow):
            pages.landscape(node, flow)
        elif "cover" in node.attrs.classes and pages.may_take_pages(flow):
            pages.cover(node, flow)
        else:
            lay_all(node.blocks, flow)
