"""Captions: a label that counts itself, within the bookmark that references repeat."""

from __future__ import annotations

from ...document.nodes import Figure, Table
from .context import Context
from .dispatch import inlines
from .fields import field
from .paragraphs import paragraph
from .xml import run_text

_LOOK = '<w:rPr><w:rStyle w:val="CaptionLabel"/></w:rPr>'
_GAP = '<w:r><w:t xml:space="preserve">\u2002</w:t></w:r>'


def caption(node: Table | Figure, at: Context) -> str:
    """Write a caption; nothing where there is none."""
    if not node.caption:
        return ""
    words = inlines(node.caption, at, at.look)
    label = at.job.mark(node.attrs.id, _label(node, at)) + _GAP if node.number else at.job.mark(node.attrs.id)
    return paragraph(at, "Caption", label + words)


def _label(node: Table | Figure, at: Context) -> str:
    """`Table` and a SEQ field: the sequence's name is Word's, the word before it is the document's language."""
    labels, lost = at.job.document.labels, at.job.lost
    word, sequence = (labels.table, "Table") if isinstance(node, Table) else (labels.figure, "Figure")
    number = field(f"SEQ {sequence} \\* ARABIC", f"<w:r>{_LOOK}{run_text(node.number, lost)}</w:r>", _LOOK)
    return f"<w:r>{_LOOK}{run_text(word + ' ', lost)}</w:r>{number}"
