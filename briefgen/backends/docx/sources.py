"""The list of sources: a label hanging out at the left, the reference, and what is said of its worth below."""

from __future__ import annotations

from ...document.nodes import Bibliography, BibliographyEntry, Paragraph
from .context import Context
from .dispatch import blocks, enter, inlines
from .formatting import PLAIN, look_properties
from .paragraphs import paragraph
from .xml import run_text

_LABEL = look_properties(PLAIN.styled("SourceLabel"))


def bibliography(node: Bibliography, at: Context) -> str:
    """Write every source."""
    return "".join([_entry(entry, enter(entry, at)) for entry in node.entries])


def _entry(entry: BibliographyEntry, at: Context) -> str:
    label = f"<w:r>{_LABEL}{run_text(entry.label + chr(9), at.job.lost)}</w:r>" if entry.label else ""
    further = at._replace(style="SourceDetail", roles={"small": "SourceDetail"})
    first, rest = entry.blocks[:1], entry.blocks[1:]
    if not first or not isinstance(first[0], Paragraph):
        return paragraph(at, "Bibliography", label) + blocks(entry.blocks, further)
    place = enter(first[0], at)
    head = paragraph(place, "Bibliography", label + inlines(first[0].inlines, place, place.look), keep_next=bool(rest))
    return head + blocks(rest, further)
