"""Footnotes and endnotes: the mark in the text, and the part that holds what they say."""

from __future__ import annotations

from ...document.nodes import Note, Paragraph
from .context import Context, Job
from .dispatch import blocks, inlines
from .formatting import Look
from .paragraphs import CELL_ROLES, paragraph
from .relations import Relations
from .xml import DECLARATION, NAMESPACES

_SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
_LINE = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r>{}</w:r></w:p>'
KINDS = ("footnote", "endnote")


def note_reference(node: Note, at: Context, look: Look) -> str:
    """Write a note's mark and keep the note for its part; a note within a note stands in brackets."""
    if at.note:
        inner = "".join(inlines(b.inlines, at, look) for b in node.blocks if isinstance(b, Paragraph))
        return f"<w:r><w:t>[</w:t></w:r>{inner}<w:r><w:t>]</w:t></w:r>"
    at.job.notes.append(node)
    kind = note_kind(at.job)
    style = f'<w:rPr><w:rStyle w:val="{kind.capitalize()}Reference"/></w:rPr>'
    return f'<w:r>{style}<w:{kind}Reference w:id="{len(at.job.notes)}"/></w:r>'


def note_kind(job: Job) -> str:
    """Say which kind of note the document asks for."""
    return "endnote" if job.document.settings.notes == "endnotes" else "footnote"


def notes_xml(kind: str, content: str = "") -> str:
    """Write a notes part: the two separators that Word wants first, then the notes."""
    return (
        f"{DECLARATION}<w:{kind}s {NAMESPACES}>"
        f'<w:{kind} w:type="separator" w:id="-1">{_LINE.format("<w:separator/>")}</w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0">{_LINE.format("<w:continuationSeparator/>")}</w:{kind}>'
        f"{content}</w:{kind}s>"
    )


def written_notes(job: Job, at: Context) -> tuple[str, Relations]:
    """Write the notes that the text has marked; their links are their own part's."""
    kind = note_kind(job)
    relations = Relations("note")
    style = f"{kind.capitalize()}Text"
    place = at._replace(relations=relations, style=style, roles=CELL_ROLES, note=True, cell=True, field=None)
    written = [_note(node, place.within(node.attrs), kind, i) for i, node in enumerate(job.notes, 1)]
    return "".join(written), relations


def _note(node: Note, at: Context, kind: str, number: int) -> str:
    style = kind.capitalize()
    mark = f'<w:r><w:rPr><w:rStyle w:val="{style}Reference"/></w:rPr><w:{kind}Ref/></w:r>{_SPACE}'
    first, rest = node.blocks[:1], node.blocks[1:]
    if first and isinstance(first[0], Paragraph):
        head = paragraph(at, at.style, mark + inlines(first[0].inlines, at, at.look))
    else:
        head, rest = paragraph(at, at.style, mark), node.blocks
    return f'<w:{kind} w:id="{number}">{head}{blocks(rest, at)}</w:{kind}>'
