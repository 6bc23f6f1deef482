"""The document's properties: what Word and search tools know about a file without reading it."""

from __future__ import annotations

import re

from ...document.nodes import Meta
from .xml import DECLARATION, escape

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
LONGEST = 255
_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that Word gives every property of a person's (22.3.2.2)
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
APP_XML = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>briefgen</Application></Properties>"
)


def core_xml(meta: Meta, lost: list[str]) -> str:
    """Write the core properties; Word takes no more than 255 characters of each."""
    pairs = (
        ("dc:title", meta.title),
        ("dc:subject", meta.subtitle),
        ("dc:creator", "; ".join(meta.authors)),
        ("cp:keywords", ", ".join(meta.keywords)),
        ("dc:description", meta.description),
        ("dc:language", meta.language),
        ("dc:identifier", meta.reference),
        ("cp:version", meta.edition),
        ("cp:category", meta.kind),
        ("cp:contentStatus", meta.status),
    )
    texts = "".join(f"<{name}>{escape(cut_to_fit(value), lost)}</{name}>" for name, value in pairs if value)
    return f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{texts}{_dates(meta.date)}</cp:coreProperties>"


def custom_xml(meta: Meta, lost: list[str]) -> str:
    """Write the properties that Word lists as custom: a field `DOCPROPERTY Reference` shows one anywhere."""
    pairs = (
        ("Marking", meta.marking.label if meta.marking else ""),
        ("Status", meta.status),
        ("Reference", meta.reference),
        ("Edition", meta.edition),
        ("Date", meta.dated),
        ("Organisation", meta.organisation),
        ("Prepared for", meta.prepared_for),
    )
    said = [(name, escape(cut_to_fit(value), lost)) for name, value in pairs if value]
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(said, 2)
    )
    return f"{DECLARATION}<Properties {_CUSTOM}>{properties}</Properties>"


def cut_to_fit(value: str) -> str:
    """Cut a text to what a property holds; Word counts a character beyond U+FFFF as two."""
    line = " ".join(value.split())
    units = line.encode("utf-16-le", "surrogatepass")
    return units[: 2 * LONGEST].decode("utf-16-le", "ignore") if len(units) > 2 * LONGEST else line


def _dates(date: str) -> str:
    """A property's date is a whole day; a month or a year alone is none, and the clock is never asked."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return ""
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
