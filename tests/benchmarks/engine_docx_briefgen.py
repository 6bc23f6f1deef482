"""briefgen's Word files with contents, notes, captions and links; document to bytes."""

from engine_briefgen import source  # noqa: F401  the same document as for PDF

from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend
from briefgen.themes import load_theme


def prepare():
    """Give a function that renders what `source` made."""
    renderer = DocxBackend().prepare(load_theme(), RenderOptions())
    return lambda document: renderer.render(document).data
