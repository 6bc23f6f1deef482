"""Callouts: a title and text that share the borders and shading of their styles, kept on one page."""

from __future__ import annotations

from ...document.nodes import Callout
from .context import Context
from .dispatch import blocks, inlines
from .paragraphs import paragraph
from .styles.callouts import CALLOUTS, box_indent


def callout(node: Callout, at: Context) -> str:
    """Write a callout; a kind that is not known looks like a note."""
    style = CALLOUTS.get(node.kind, "BriefNote")
    place = at._replace(style=style, roles={}, base=box_indent(at.job.theme, style), indent=0.0)
    title = paragraph(place, f"{style}Title", inlines(node.title, place, place.look)) if node.title else ""
    return title + blocks(node.blocks, place, kept=True)
