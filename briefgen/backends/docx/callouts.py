"""Callouts: a title and text that share the borders and shading of their styles, kept on one page."""

from __future__ import annotations

from ...document.nodes import Callout, Paragraph
from .context import Context
from .dispatch import blocks, enter, inlines
from .paragraphs import paragraph
from .styles.callouts import CALLOUTS, box_indent
from .xml import run_text

_GAP = "\u2002"
_URGENT = {"gap", "warning"}


def callout(node: Callout, at: Context) -> str:
    """Write a callout; a kind that is not known looks like a note."""
    style = CALLOUTS.get(node.kind, "BriefNote")
    place = at._replace(style=style, roles={}, base=box_indent(at.job.theme, style), indent=0.0)
    if at.cell and node.title:
        return _run_in(node, place, style)
    title = paragraph(place, f"{style}Title", inlines(node.title, place, place.look)) if node.title else ""
    return title + blocks(node.blocks, place, kept=True)


def _run_in(node: Callout, at: Context, style: str) -> str:
    """Write the title on the line of the first words, where there is little room."""
    look = at.look.styled("GapName" if node.kind in _URGENT else "Name")
    name = inlines(node.title, at, look) + f"<w:r>{run_text(_GAP, at.job.lost)}</w:r>"
    first, rest = node.blocks[:1], node.blocks[1:]
    if not first or not isinstance(first[0], Paragraph):
        return paragraph(at, style, name) + blocks(node.blocks, at, kept=True)
    place = enter(first[0], at)
    head = paragraph(place, style, name + inlines(first[0].inlines, place, place.look), keep_next=bool(rest))
    return head + blocks(rest, at, kept=True)
