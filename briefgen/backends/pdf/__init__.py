"""PDF: own line breaking and page builder on ReportLab's canvas, tagged from the first page on.

The stages, each a module: nodes become bands of the page (`blocks`, `tables`, …, with `words`, `breaks` and `lines`
for text), bands become pages (`paginate`), pages are drawn with their structure (`draw`, `tagging`), and the file is
written with object streams (`write`). Nothing heavy is imported before `prepare`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...themes import Theme
from ..base import RenderOptions

if TYPE_CHECKING:
    from .renderer import PdfRenderer


class PdfBackend:
    """Pages with embedded fonts, PDF/UA-1 and PDF/A-2a at once."""

    name: ClassVar[str] = "pdf"
    suffix: ClassVar[str] = ".pdf"
    media_type: ClassVar[str] = "application/pdf"

    def prepare(self, theme: Theme, options: RenderOptions) -> PdfRenderer:
        """Read the theme's fonts; raises `RenderError` for a face that can't be read."""
        from .renderer import PdfRenderer

        return PdfRenderer(theme, options)
