"""Files that ride along: embedded, named in the catalog, and said to go with the document (PDF/A-3, 6.8)."""

from __future__ import annotations

import zlib

from ...document import nodes as n
from .file import PdfFile
from .fontfile import stream
from .reportlab_gaps import RawObject, set_catalog
from .tagging import text_string


def attach(file: PdfFile, attachments: tuple[n.Attachment, ...], date: str) -> None:
    """Embed files; `date` is the document's, as `2026-03-02`."""
    if not attachments:
        return
    named = sorted((text_string(item.name), _specification(file, item, date)) for item in attachments)
    numbers = [f"{number} 0 R" for _, number in named]
    names = "".join(f"{name}{number}" for (name, _), number in zip(named, numbers))
    catalog = file.document.Catalog
    set_catalog(catalog, "AF", RawObject(f"[{' '.join(numbers)}]".encode()))
    set_catalog(catalog, "Names", RawObject(f"<</EmbeddedFiles<</Names[{names}]>>>>".encode()))


def _specification(file: PdfFile, item: n.Attachment, date: str) -> int:
    """Add a file with what is said of it; gives the number of its specification."""
    kind = "".join(c if c.isascii() and c.isalnum() else f"#{ord(c):02X}" for c in item.media_type if c.isascii())
    changed = f"D:{date.replace('-', '')}000000Z"
    entries = f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(item.data)}/ModDate({changed})>>"
    data = file.add(stream(zlib.compress(item.data), f"{entries}/Filter/FlateDecode"))
    name = text_string(item.name)
    return file.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(item.description or item.name)}"
        f"/AFRelationship/Data/EF<</F {data} 0 R/UF {data} 0 R>>>>".encode()
    )
