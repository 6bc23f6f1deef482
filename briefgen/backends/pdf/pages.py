"""Divs that have pages of their own: such as lie on their side, and the cover."""

from __future__ import annotations

from attrs import evolve

from ...document import nodes as n
from ...themes import Page
from .flow import Flow
from .laying import lay_all
from .strips import WIDOW, RowContent, Strip, total

COVER_ABOVE = 0.2
"""Where a cover's text begins, as a share of the page's height."""


def lying(page: Page) -> Page:
    """Give the measures of a page that lies on its side; it has no side column."""
    return evolve(page, width=page.height, height=page.width, side=0.0)


def may_take_pages(flow: Flow) -> bool:
    """Say whether a flow is the document's own, where pages can begin and end."""
    return flow.role == "body" and not flow.x and not flow.frames and flow.wide == flow.job.theme.page.wide


def landscape(node: n.Div, flow: Flow) -> None:
    """Set blocks on pages that lie on their side; what keeps with them comes along, tables are as wide as the page."""
    page, upright = lying(flow.job.theme.page), flow.job.page_height
    start = len(flow.strips)
    while start and flow.strips[start - 1].level >= WIDOW and not flow.strips[start - 1].ends_page:
        start -= 1
        _widen_rule(flow.strips[start], flow.wide, page.wide)
    if start:
        flow.strips[start - 1].ends_page = True
    flow.job.page_height = page.height - page.top - page.bottom
    with flow.set(wide=page.wide, side=None, lying=True):
        lay_all(node.blocks, flow)
    flow.job.page_height = upright
    for strip in flow.strips[start:]:
        strip.lying = True
    flow.page_break()


def _widen_rule(strip: Strip, old: float, new: float) -> None:
    """Let the rule above a heading reach from margin to margin."""
    if isinstance(strip.content, RowContent):
        strip.content.edges = [e._replace(width=new) if e.width == old else e for e in strip.content.edges]


def cover(node: n.Div, flow: Flow) -> None:
    """Set blocks on a page of their own, the facts at its foot; only the marking stands above and below."""
    flow.page_break()
    flow.job.covers |= not flow.strips
    start = len(flow.strips)
    *above, last = node.blocks or (n.Div(()),)
    facts = isinstance(last, n.DefinitionList)
    flow.add(Strip(None, flow.job.page_height * COVER_ABOVE)).level = WIDOW
    lay_all((*above, *(() if facts else (last,))), flow)
    at = len(flow.strips)
    if facts:
        flow.add(Strip(None, 0.0)).level = WIDOW
        lay_all((last,), flow)
        flow.strips[at].height = max(flow.job.page_height - total(flow.strips[start:]), 0.0)
    flow.page_break()
