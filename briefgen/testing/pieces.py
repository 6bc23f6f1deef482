"""What test documents are put together from."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from PIL import Image as Picture

from ..document.nodes import Attrs, Block, Cell, Document, ListItem, Meta, Paragraph, Resource, Text
from ..document.numbering import number


def _png() -> bytes:
    """Make a picture of two squares, red and blue."""
    picture = Picture.new("RGB", (40, 20), "red")
    picture.paste("blue", (20, 0, 40, 20))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


PNG = _png()
PICTURE = Resource(hashlib.sha256(PNG).hexdigest(), "image/png", PNG)


def p(text: str, *classes: str, id: str = "") -> Paragraph:
    """Make a paragraph of plain text."""
    return Paragraph((Text(text),), attrs=Attrs(id=id, classes=classes))


def li(text: str, *more: Block, checked: bool | None = None) -> ListItem:
    """Make a list item of a paragraph and further blocks."""
    return ListItem((p(text), *more), checked=checked)


def cell(text: str, *classes: str, row_span: int = 1, column_span: int = 1) -> Cell:
    """Make a cell of one paragraph."""
    return Cell((p(text),), attrs=Attrs(classes=classes), row_span=row_span, column_span=column_span)


def bare_document(*blocks: Block, title: str = "A title", **meta: Any) -> Document:
    """Make a numbered document of some blocks below a title; `meta` is what else `Meta` takes."""
    return number(Document(meta=Meta(title=title, **meta), blocks=(p(title, "title"), *blocks)))[0]
