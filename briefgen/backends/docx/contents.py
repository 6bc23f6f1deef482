"""The contents: a field with its entries filled in, within the content control that lets Word update it."""

from __future__ import annotations

from collections.abc import Mapping

from ...document.nodes import Callout, Contents, ContentsEntry
from ...document.walk import walk
from ...themes import Theme
from .anchors import bookmark_name
from .context import Context, Job
from .dispatch import inlines
from .fields import END, begin, field
from .fonts import word_name
from .paragraphs import paragraph
from .xml import run_text

_GAP = "\u2002"
_PROPERTIES = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)


def contents(node: Contents, at: Context) -> str:
    """Write the contents; without pages from a PDF in the same theme they name none until Word is asked to update."""
    if not node.entries:
        return ""
    lost = at.job.lost
    title = paragraph(at, "TOCHeading", f"<w:r>{run_text(at.job.document.labels.contents, lost)}</w:r>")
    pages = _pages(node, at)
    start = begin(f'TOC \\o "1-{node.depth}" \\h \\z \\u')
    last = len(node.entries) - 1
    entries = [
        _entry(entry, at, start if i == 0 else "", END if i == last else "", pages)
        for i, entry in enumerate(node.entries)
    ]
    return f"<w:sdt>{_PROPERTIES}<w:sdtContent>{title}{''.join(entries)}</w:sdtContent></w:sdt>"


def _pages(node: Contents, at: Context) -> Mapping[str, int]:
    """Give the pages if every entry has one, and if Word will break lines and pages about where the PDF did."""
    known = dict(at.job.options.pages)
    complete = all(entry.target in known for entry in node.entries)
    return known if complete and _same_geometry(at.job.theme) and not _notes_beside(at.job) else {}


def _same_geometry(theme: Theme) -> bool:
    """Say whether a Word file has the PDF's paper and faces; with others, every second entry would be a page off."""
    return not theme.word.reference and all(word_name(theme, key) == font.family for key, font in theme.fonts.items())


def _notes_beside(job: Job) -> bool:
    """Say whether notes take no room in the PDF's text because they stand beside it; in Word they stand in it."""
    asides = (n for n in walk(job.document) if isinstance(n, Callout) and n.kind in ("gap", "caveat"))
    return job.theme.page.side > 0 and next(asides, None) is not None


def _entry(entry: ContentsEntry, at: Context, before: str, after: str, pages: Mapping[str, int]) -> str:
    number = f"<w:r>{run_text(entry.number + _GAP, at.job.lost)}</w:r>" if entry.number else ""
    words = number + inlines(entry.inlines, at._replace(field=None), at.look._replace(linked=True))
    target = bookmark_name(entry.target)
    if pages:
        number = field(f"PAGEREF {target} \\h", f"<w:r><w:t>{pages[entry.target]}</w:t></w:r>")
        words += f"<w:r><w:tab/></w:r>{number}"
    link = f'<w:hyperlink w:anchor="{target}" w:history="1">{words}</w:hyperlink>' if entry.target else words
    return paragraph(at, f"TOC{min(entry.level, 9)}", before + link + after)
