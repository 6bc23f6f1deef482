"""The file being written: ReportLab's canvas and document with pages of our own content, and its structure tree."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from .fontfile import LEVEL, stream
from .reportlab_gaps import RawObject, name_page_keys, plain_canvas
from .styles import number
from .tagging import Element, text_string

TREE = "StructureTree"


class PdfFile:
    """Pages, marked content, annotations and outline; `finish` gives the bytes."""

    def __init__(self, width: float, height: float, pages: int, language: str) -> None:
        self.size = width, height
        self.canvas = plain_canvas(width, height, language)
        self.document = self.canvas._doc
        self.fonts = self.document.idToObject["BasicFonts"].dict
        self.pictures: dict[str, Any] = {}
        self.code: list[str] = []
        self.page = 0
        self.parents: list[list[Element] | Element] = [[] for _ in range(pages)]
        self._marked: list[Element] = []

    # --- objects ---

    def add(self, body: bytes | Callable[[], bytes]) -> int:
        """Add an object; give its number."""
        name = self.document.Reference(RawObject(body)).name
        return int(self.document.idToObjectNumberAndVersion[name][0])

    def reference(self, object_number: int) -> Any:
        """Give what refers to an object in ReportLab's dictionaries."""
        return pdfdoc.PDFObjectReference(self.document.numberToId[object_number])

    def page_object(self, page: int) -> int:
        """Give the number of a page's object; pages count from 0. Known once the page is made."""
        return int(self.document.idToObjectNumberAndVersion[f"Page{page + 1}"][0])

    # --- a page's content ---

    def mark(self, element: Element) -> str:
        """Give the operator that begins content of an element."""
        element.attach()
        mcid = len(self._marked)
        self._marked.append(element)
        element.kids.append((self.page, mcid))
        actual = f"/ActualText{text_string(element.actual)}" if element.actual else ""
        return f"/{element.tag}<</MCID {mcid}{actual}>>BDC"

    def link(self, element: Element, box: tuple[float, float, float, float], action: str, said: str) -> None:
        """Put a link over a part of the page. Each has words and a way back to its element (PDF/UA 7.18.5)."""
        key = len(self.parents)
        self.parents.append(element)
        rect = " ".join(number(value) for value in box)
        body = (
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{rect}]/StructParent {key}/Contents{text_string(said)}"
        )
        annotation = self.add(lambda: f"{body}{self._action(action)}>>".encode("latin-1"))
        self.canvas._annotationrefs.append(self.reference(annotation))
        element.kids.append(("annotation", self.page, annotation))

    def _action(self, action: str) -> str:
        if not action.startswith("#"):
            address = quote(action, safe="%/:=&?~#+!$,;'@*[]-._")
            return f"/A<</S/URI/URI({address})>>"
        page, y = action[1:].split(",")
        return f"/Dest[{self.page_object(int(page))} 0 R/XYZ 0 {y} null]"

    def outline(self, title: str, level: int, key: str, y: float) -> None:
        """Add a heading of this page to the outline."""
        self.canvas.bookmarkHorizontalAbsolute(key, y)
        self.canvas.addOutlineEntry(title, key, level, 0)

    def end_page(self, lying: bool) -> None:
        """Close the page, which may lie on its side."""
        content = zlib.compress("\n".join(self.code).encode("latin-1"), LEVEL)
        contents = RawObject(stream(content, "/Filter/FlateDecode"))
        self.canvas._pagesize = self.size[::-1] if lying else self.size
        self.canvas.showPage()
        page = self.document.Pages.pages[-1]
        page.Contents = contents
        name_page_keys(page, self.page)
        if self.pictures:
            page.XObjects = pdfdoc.PDFDictionary(self.pictures)
        self.parents[self.page] = self._marked
        self._marked, self.code = [], []
        self.page += 1
