"""What ReportLab 5.1 leaves to be done by hand on its objects; nothing of the library itself is changed.

Each gap has a test that shows it (`tests/backends/pdf/test_reportlab_gaps.py`): when a new ReportLab closes one, that
test fails, and its part here can go.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

WRITTEN_FOR = "5.1"
"""The versions of ReportLab that these gaps were found in; `pyproject.toml` asks for no other."""


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object of the file whose bytes are ours; a function's result when they depend on other objects' numbers."""

    __RefOnly__ = 1

    def __init__(self, body: bytes | Callable[[], bytes]) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:
        """Give the object's bytes."""
        return self.body if isinstance(self.body, bytes) else self.body()


def plain_canvas(width: float, height: float, language: str) -> Any:
    """Make a canvas whose pages begin with nothing.

    ReportLab's own first words on a page choose Helvetica, which no file of ours embeds (PDF/A-2, 6.2.11.4.1).
    """
    canvas = Canvas(io.BytesIO(), pagesize=(width, height), invariant=1, lang=language)
    canvas._preamble = ""
    canvas._doc.fontMapping.clear()
    objects = canvas._doc.idToObject
    for font in objects["BasicFonts"].dict.values():
        objects[font.__InternalName__] = RawObject(b"null")
    objects["BasicFonts"].dict.clear()
    return canvas


def name_page_keys(page: Any, key: int) -> None:
    """Say which marks stand on a page and that its tabs follow the structure (PDF/UA-1, 7.18.3).

    ReportLab writes only those entries of a page that this list names.
    """
    page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents, page.Tabs = key, pdfdoc.PDFName("S")


def set_catalog(catalog: Any, key: str, value: Any) -> None:
    """Add an entry that ReportLab does not know: `OutputIntents` (PDF/A-2, 6.2.3), `AF` (PDF/A-3, 6.8)."""
    if key not in catalog.__NoDefault__:
        catalog.__NoDefault__ = [*catalog.__NoDefault__, key]
    setattr(catalog, key, value)
