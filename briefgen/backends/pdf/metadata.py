"""What a file says about itself: its information dictionary, XMP, and the colours it is meant for."""

from __future__ import annotations

import functools
import zlib

from reportlab.pdfbase import pdfdoc

from ...document import nodes as n
from .attachments import attach
from .file import TREE, PdfFile
from .fontfile import stream
from .reportlab_gaps import RawObject, set_catalog
from .tagging import text_string

PRODUCER = "briefgen"
NO_DATE = "2000-01-01"
"""A document without a date has this one: the clock would make two files of one document differ."""

_EXTENSION = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA"
    "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
_SPACES = "".join(
    f" xmlns:{prefix}='{space}'"
    for prefix, space in {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
        "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    }.items()
)


def describe(file: PdfFile, document: n.Document) -> bytes:
    """Fill in the catalog of a file; give the body of its information dictionary."""
    catalog, meta = file.document.Catalog, document.meta
    file.document.Reference(RawObject(b""), TREE)
    catalog.StructTreeRoot = pdfdoc.PDFObjectReference(TREE)
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    # as printed: the first page is 1 (PDF 1.7, 12.4.2)
    catalog.PageLabels = pdfdoc.PDFDictionary(
        {"Nums": pdfdoc.PDFArray([0, pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("D")})])}
    )
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    catalog.Metadata = file.reference(
        file.add(stream(xmp(meta, 3 if document.attachments else 2), "/Type/Metadata/Subtype/XML"))
    )
    set_catalog(catalog, "OutputIntents", pdfdoc.PDFArray([_output_intent(file)]))
    attach(file, document.attachments, full_date(meta))
    return _information(meta)


def _output_intent(file: PdfFile) -> pdfdoc.PDFObject:
    profile = file.add(stream(srgb(), "/N 3/Filter/FlateDecode"))
    entries = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
        "DestOutputProfile": file.reference(profile),
    }
    return pdfdoc.PDFDictionary(entries)


def _information(meta: n.Meta) -> bytes:
    date = "D:" + full_date(meta).replace("-", "") + "000000Z"
    entries = {
        "Title": meta.title,
        "Author": ", ".join(meta.authors),
        "Subject": meta.description,
        "Keywords": ", ".join(meta.keywords),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    said = "".join(f"/{key}{text_string(clean(text))}" for key, text in entries.items() if text)
    return f"<<{said}/CreationDate({date})/ModDate({date})>>".encode("latin-1")


def full_date(meta: n.Meta) -> str:
    """Give the document's date as a day; `2026-03` becomes the first of March.

    >>> full_date(n.Meta(title="A title", date="2026-03"))
    '2026-03-01'
    """
    parts = meta.date.split("T")[0].split("-")
    numbers = [part for part in parts if part.isascii() and part.isdigit()]
    if len(numbers) != len(parts) or len(numbers[0]) != 4:
        return NO_DATE
    return "-".join([*numbers, "01", "01"][:3])


def xmp(meta: n.Meta, part: int = 2) -> bytes:
    """Write the metadata packet; PDF/A, of this part, wants it to say what the information dictionary says (6.6.2)."""
    date = f"{full_date(meta)}T00:00:00Z"
    title, description = xml(meta.title), xml(meta.description)
    authors = f"<dc:creator><rdf:Seq><rdf:li>{xml(', '.join(meta.authors))}</rdf:li></rdf:Seq></dc:creator>"
    keywords = xml(", ".join(meta.keywords))
    said = (
        f"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{title}</rdf:li></rdf:Alt></dc:title>"
        + (authors if meta.authors else "")
        + (_alternative("dc:description", description) if description else "")
        + (f"<pdf:Keywords>{keywords}</pdf:Keywords>" if keywords else "")
        + f"<dc:language><rdf:Bag><rdf:li>{xml(meta.language)}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>"
        f"<pdfuaid:part>1</pdfuaid:part><pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    )
    return (
        "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        f"<rdf:Description rdf:about=''{_SPACES}>{said}{_EXTENSION}</rdf:Description></rdf:RDF></x:xmpmeta>"
        "<?xpacket end='w'?>"
    ).encode()


def _alternative(name: str, text: str) -> str:
    return f"<{name}><rdf:Alt><rdf:li xml:lang='x-default'>{text}</rdf:li></rdf:Alt></{name}>"


def xml(text: str) -> str:
    """Write text in XML; the packet is not deflated, so it must not hold what ends a stream for a simple reader."""
    escaped = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("endstream", "end&#115;tream").replace("endobj", "end&#111;bj")


def clean(text: str) -> str:
    """Put U+FFFD for what neither XML nor a reader can take: controls and halves of surrogates."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if (c < " " and c not in "\t\n\r") or "\ud800" <= c < "\ue000" or c in "\ufffe\uffff" else c
        for c in text
    )


@functools.lru_cache(maxsize=1)
def srgb() -> bytes:
    """Give an sRGB profile, deflated; its date and id are fixed so that two files are the same."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xe8\0\1\0\1\0\0\0\0\0\0"
    profile[84:100] = bytes(16)
    return zlib.compress(bytes(profile))
