"""The Word backend: its name and what it prepares. The writing itself is imported when a document is written."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from ...document.nodes import Document
from ...themes import Theme
from ..base import Rendered, RenderOptions


@frozen
class DocxRenderer:
    """Writes documents in one theme; every call gives the same bytes for the same document."""

    theme: Theme
    options: RenderOptions

    def render(self, document: Document) -> Rendered:
        """Write a numbered document as a Word file; raises `RenderError` for what Word can't hold."""
        from .render import render

        return render(document, self.theme, self.options)


class DocxBackend:
    """Word files (Office Open XML, transitional), written as text into a ready package."""

    name: ClassVar[str] = "docx"
    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def prepare(self, theme: Theme, options: RenderOptions) -> DocxRenderer:
        """Make the parts that serve every document of a theme."""
        from .pack import make_pack

        make_pack(theme)
        return DocxRenderer(theme, options)
