"""What the numbering pass fills in: contents, endnotes, sources."""

from __future__ import annotations

from ...document import nodes as n
from .flow import Flow
from .laying import lay_all
from .strips import FREE, HEADING, WHOLE, WIDOW, Box, Label, Strip, row_strip, total
from .styles import Style
from .tagging import Element

CONTENTS_INDENT = 14.0
PAGE_NUMBER = 36.0
LABEL_WIDTH = 20.0
ENTRY_GAP = 6.0
CHUNK = 0.25
"""The share of a page's height that sources side by side take together, between whose groups a page may end."""
COLUMNS_FROM = 4
"""From so many sources on they stand in two columns."""


def contents(node: n.Contents, flow: Flow) -> None:
    """List sections with dots and the numbers of their pages, which are known once all pages are made."""
    if not node.entries:
        return
    job = flow.job
    element = job.element("TOC", flow.element, node)
    title = job.styles.style("h2")
    flow.text((n.Text(job.document.labels.contents),), title, Element("Caption", element), node)
    flow.keep_with_next(HEADING)
    start = len(flow.strips)
    with flow.set(width=flow.wide, floor=max(flow.floor, WHOLE)):
        for entry in node.entries:
            _contents_entry(entry, flow, element)
    for strip in (*flow.strips[start : start + 1], *flow.strips[-2:-1]):
        strip.level = max(strip.level, WIDOW)
    flow.strips[-1].level = flow.floor
    flow.after = 14.0


def _contents_entry(entry: n.ContentsEntry, flow: Flow, element: Element) -> None:
    job, styles = flow.job, flow.job.styles
    link = Element("Link", Element("Reference", Element("TOCI", element)))
    link.link = f"#{entry.target}"
    job.pointed(entry.target, entry)
    cell = styles.style("table-cell")
    style = Style(
        cell.look._replace(weight=600 if entry.level == 1 else 400), 14.0, before=4.0 if entry.level == 1 else 0.0
    )
    number = (n.Text(f"{entry.number}\u2002"),) if entry.number else ()
    with flow.indented(CONTENTS_INDENT * (entry.level - 1)):
        width = flow.width
        with flow.set(width=max(width - PAGE_NUMBER, 40.0)):
            paragraph = flow.text(number + entry.inlines, style, link, None)
        if paragraph is not None:
            paragraph.target, paragraph.width = entry.target, width


def endnotes(node: n.Notes, flow: Flow) -> None:
    """Set the notes where they are asked for; notes at the foot of pages need no list."""
    if flow.job.document.settings.notes != "endnotes" or not node.notes:
        return
    job = flow.job
    for note in node.notes:
        element = Element("Note", flow.element, job.note_id(note))
        flow.anchor(job.note_anchor(note))
        for strip in job.note_strips(note, element):
            flow.add(strip)
        flow.after = 3.0
    flow.after = 7.0


def bibliography(node: n.Bibliography, flow: Flow) -> None:
    """Set the sources with their labels, in two columns once there are several."""
    element = flow.job.element("L", flow.element, node, "/A<</O/List/ListNumbering/None>>")
    if flow.role != "body" or len(node.entries) < COLUMNS_FROM:
        for entry in node.entries:
            for strip in _entry(entry, flow, element, flow.width):
                flow.add(strip, strip.before)
            flow.after = ENTRY_GAP
        return
    gap = flow.job.theme.page.gutter * 2
    width = (flow.wide - gap) / 2
    entries = [_entry(entry, flow, element, width) for entry in node.entries]
    for chunk in _chunks(entries, flow.job.page_height * CHUNK):
        flow.add(_two_columns(chunk, width, gap), lines=3)
        flow.after = ENTRY_GAP
    flow.after = 10.0


def _entry(entry: n.BibliographyEntry, flow: Flow, element: Element, width: float) -> list[Strip]:
    job = flow.job
    part = job.element("LI", element, entry)
    label = Element("Lbl", part) if entry.label else None
    body = Element("LBody", part)
    small = job.styles.style("small")
    line = job.line(entry.label, small.look._replace(weight=600, colour="accent"), label) if label else None
    indent = max(LABEL_WIDTH, line.width + 5.0) if line else 0.0
    inner = flow.nested(width - indent, body, "source")
    inner.x = indent
    inner.anchor(entry.attrs.id)
    lay_all(entry.blocks, inner)
    if line:
        inner.attach(0, Label(line, 0.0, label))
    strips = inner.finish()
    for strip in strips[:-1]:
        strip.level = WIDOW
    return strips


def _chunks(entries: list[list[Strip]], height: float) -> list[list[list[Strip]]]:
    """Gather entries into groups that fill two columns of some height, so that long lists go on over pages."""
    chunks: list[list[list[Strip]]] = []
    taken = height * 2
    for strips in entries:
        size = total(strips) + ENTRY_GAP
        if not chunks or taken + size > height * 2:
            chunks.append([])
            taken = 0.0
        chunks[-1].append(strips)
        taken += size
    return chunks


def _two_columns(entries: list[list[Strip]], width: float, gap: float) -> Strip:
    """Set entries in two columns of about one height."""
    sizes = [total(strips) + ENTRY_GAP for strips in entries]
    cut = min(range(1, len(entries) + 1), key=lambda i: (max(sum(sizes[:i]), sum(sizes[i:])), -i))
    boxes = [_column(entries[:cut], 0.0, width), _column(entries[cut:], width + gap, width)]
    strip = row_strip([box for box in boxes if box.strips], [], max(box.height for box in boxes))
    strip.level = FREE
    return strip


def _column(entries: list[list[Strip]], x: float, width: float) -> Box:
    strips: list[Strip] = []
    for entry in entries:
        if strips:
            entry[0].before = ENTRY_GAP
        strips += entry
    return Box(x, 0.0, width, total(strips), strips)
