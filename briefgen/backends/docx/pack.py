"""The pack: every part that does not change between documents, deflated once, and what surrounds those that do."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from ...themes import Theme
from .docprops import APP_XML, CORE_RELATION, CORE_TYPE
from .notes import KINDS, notes_xml
from .numbering import numbering_head
from .origins import PASSAGES_PROPERTIES, PASSAGES_TYPE
from .package import Part, part
from .page import PAGE_PARTS
from .relations import WORD_TYPE, content_types, relationship, relationships
from .settings import font_table_xml, theme_xml
from .xml import DECLARATION, NAMESPACES

DOCUMENT_HEAD = f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
DOCUMENT_TAIL = "</w:body></w:document>"

_DEFAULTS = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("jpeg", "image/jpeg"),
)
# Part name, content type, kind of relationship from the document.
_PARTS = (
    ("styles.xml", f"{WORD_TYPE}styles+xml", "styles"),
    ("theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    ("fontTable.xml", f"{WORD_TYPE}fontTable+xml", "fontTable"),
    ("settings.xml", f"{WORD_TYPE}settings+xml", "settings"),
    ("numbering.xml", f"{WORD_TYPE}numbering+xml", "numbering"),
    ("footnotes.xml", f"{WORD_TYPE}footnotes+xml", "footnotes"),
    ("endnotes.xml", f"{WORD_TYPE}endnotes+xml", "endnotes"),
)
_COMMENTS = ("comments.xml", f"{WORD_TYPE}comments+xml", "comments")
_PROPERTIES = (
    ("docProps/core.xml", CORE_TYPE, CORE_RELATION),
    (
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "extended-properties",
    ),
)


@frozen(kw_only=True)
class Pack:
    """Ready parts by name; the document's own relationships and the numbering up to where its lists follow."""

    parts: dict[str, Part]
    relations: str
    numbering: str


@lru_cache(maxsize=16)
def make_pack(theme: Theme) -> Pack:
    """Make the parts of a theme; equal themes share one pack."""
    ready = {
        "word/theme/theme1.xml": theme_xml(theme),
        "word/fontTable.xml": font_table_xml(theme),
        "docProps/app.xml": APP_XML,
        "_rels/.rels": relationships(_package_relations()),
        **{f"word/{kind}s.xml": notes_xml(kind) for kind in KINDS},
    }
    parts = {name: part(content, level=9) for name, content in ready.items()}
    return Pack(parts=parts, relations=_document_relations(), numbering=numbering_head(theme))


def _package_relations() -> str:
    rows = [("rId1", "officeDocument", "word/document.xml")]
    rows += [(f"rId{i}", kind, name) for i, (name, _, kind) in enumerate(_PROPERTIES, 2)]
    return "".join(relationship(*row) for row in rows)


def _document_relations() -> str:
    fixed = [(f"part{i}", kind, name) for i, (name, _, kind) in enumerate(_PARTS, 1)]
    pages = [(id, kind, name) for name, id, kind, _ in PAGE_PARTS]
    return "".join(relationship(*row) for row in fixed + pages)


@lru_cache(maxsize=4)
def types_part(comments: bool, passages: bool) -> Part:
    """Make the content types of a package, with comments or passages or without."""
    listed = [*_PARTS, _COMMENTS] if comments else list(_PARTS)
    overrides = [("word/document.xml", f"{WORD_TYPE}document.main+xml")]
    overrides += [(f"word/{name}", kind) for name, kind, _ in listed]
    overrides += [(f"word/{name}", f"{WORD_TYPE}{kind}+xml") for name, _, kind, _ in PAGE_PARTS]
    overrides += [(name, kind) for name, kind, _ in _PROPERTIES]
    overrides += [(PASSAGES_PROPERTIES, PASSAGES_TYPE)] if passages else []
    return part(content_types(_DEFAULTS, overrides), level=9)
