"""The contents: a field with its entries filled in, within the content control that lets Word update it."""

from __future__ import annotations

from ...document.nodes import Contents, ContentsEntry
from .anchors import bookmark_name
from .context import Context
from .dispatch import inlines
from .fields import END, begin
from .paragraphs import paragraph
from .xml import run_text

_PROPERTIES = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)


def contents(node: Contents, at: Context) -> str:
    """Write the contents; they name no pages (`\\n`), because pages are not known before Word has made them."""
    if not node.entries:
        return ""
    lost = at.job.lost
    title = paragraph(at, "TOCHeading", f"<w:r>{run_text(at.job.document.labels.contents, lost)}</w:r>")
    field = begin(f'TOC \\o "1-{node.depth}" \\n \\h \\z \\u')
    last = len(node.entries) - 1
    entries = [
        _entry(entry, at, field if i == 0 else "", END if i == last else "") for i, entry in enumerate(node.entries)
    ]
    return f"<w:sdt>{_PROPERTIES}<w:sdtContent>{title}{''.join(entries)}</w:sdtContent></w:sdt>"


def _entry(entry: ContentsEntry, at: Context, before: str, after: str) -> str:
    number = f"<w:r>{run_text(entry.number + chr(9), at.job.lost)}</w:r>" if entry.number else ""
    words = number + inlines(entry.inlines, at._replace(field=None), at.look._replace(linked=True))
    target = bookmark_name(entry.target)
    link = f'<w:hyperlink w:anchor="{target}" w:history="1">{words}</w:hyperlink>' if entry.target else words
    return paragraph(at, f"TOC{min(entry.level, 9)}", before + link + after)
