"""Captions: what a table or figure is called, above it."""

from __future__ import annotations

from ...document import nodes as n
from .flow import Flow
from .inlines import Run, set_inlines
from .strips import HEADING
from .tagging import Element
from .words import Words


def caption(node: n.Table | n.Figure, label: str, flow: Flow, element: Element) -> None:
    """Set the caption of a table or figure, its number in the accent colour; it keeps with what it names."""
    if not node.caption:
        return
    style = flow.job.styles.style("caption")
    part = Element("Caption", element)
    words = Words(flow.job.shaper, part, node)
    run = Run(flow.job, words, style.look)
    if node.number:
        run.within(style.look._replace(colour="accent")).text(f"{label} {node.number}")
        run.text("\u2002 ")
    set_inlines(node.caption, run)
    start = len(flow.strips)
    with flow.set(width=flow.wide):
        flow.lines(words.finish(), style, part)
    for strip in flow.strips[start:]:
        strip.level = HEADING
