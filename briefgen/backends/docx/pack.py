"""The pack: every part that does not change between documents, deflated once, and what surrounds those that do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from ...errors import Diagnostic
from ...themes import Theme
from .docprops import APP_XML, CORE_RELATION, CORE_TYPE, CUSTOM_TYPE
from .fonts import FONT_TYPE, font_table
from .notes import KINDS, notes_xml
from .numbering import numbering_head
from .origins import PASSAGES_PROPERTIES, PASSAGES_TYPE
from .package import Part, part
from .page import LANDSCAPE_PARTS, PAGE_PARTS
from .relations import WORD_TYPE, content_types, relationship, relationships
from .settings import theme_xml
from .xml import DECLARATION, NAMESPACES

if TYPE_CHECKING:
    from .house.house import House

DOCUMENT_HEAD = f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
DOCUMENT_TAIL = "</w:body></w:document>"

_DEFAULTS = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("jpeg", "image/jpeg"),
    ("odttf", FONT_TYPE),
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
    ("docProps/custom.xml", CUSTOM_TYPE, "custom-properties"),
)


@frozen(kw_only=True)
class Pack:
    """Ready parts by name; the document's own relationships and the numbering up to where its lists follow."""

    parts: dict[str, Part]
    relations: str
    numbering: str
    theme: Theme
    """The theme, on the house's page where there is a house file."""
    house: House | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """What could not be had as the theme wants it."""


@lru_cache(maxsize=16)
def make_pack(theme: Theme) -> Pack:
    """Make the parts of a theme; equal themes share one pack. Raises `InputError` for a house file it can't use."""
    if theme.word.reference:
        from .house.house import make_house

        return _house_pack(make_house(theme))
    fonts = font_table(theme)
    ready = {
        **fonts.parts,
        "word/theme/theme1.xml": theme_xml(theme),
        "docProps/app.xml": APP_XML,
        "_rels/.rels": relationships(_package_relations()),
        **{f"word/{kind}s.xml": notes_xml(kind) for kind in KINDS},
    }
    parts = {name: part(content, level=9) for name, content in ready.items()}
    return Pack(
        parts=parts,
        relations=_document_relations(),
        numbering=numbering_head(theme),
        theme=theme,
        diagnostics=fonts.diagnostics,
    )


def _house_pack(house: House) -> Pack:
    """Make the pack of a house file: its parts, and ours where it has none."""
    theme = house.theme
    ready: dict[str, str | bytes] = {
        "docProps/app.xml": APP_XML,
        **{f"word/{kind}s.xml": notes_xml(kind) for kind in KINDS},
    }
    if "theme" not in house.kinds:
        ready["word/theme/theme1.xml"] = theme_xml(theme)
    if "fontTable" not in house.kinds:
        ready |= font_table(theme).parts
    ready["_rels/.rels"] = relationships(_package_relations())
    parts = house.parts | {name: part(content, level=9) for name, content in ready.items()}
    relations = house.relations + _document_relations(house.kinds, pages=not house.own_pages)
    return Pack(parts=parts, relations=relations, numbering=house.numbering, theme=theme, house=house)


def _package_relations() -> str:
    rows = [("rId1", "officeDocument", "word/document.xml")]
    rows += [(f"rId{i}", kind, name) for i, (name, _, kind) in enumerate(_PROPERTIES, 2)]
    return "".join(relationship(*row) for row in rows)


def _document_relations(there: frozenset[str] = frozenset(), *, pages: bool = True) -> str:
    fixed = [(f"part{i}", kind, name) for i, (name, _, kind) in enumerate(_PARTS, 1) if kind not in there]
    ours = [(id, kind, name) for name, id, kind, _ in PAGE_PARTS] if pages else []
    return "".join(relationship(*row) for row in fixed + ours)


@lru_cache(maxsize=8)
def types_part(comments: bool, passages: bool, landscape: bool) -> Part:
    """Make the content types of a package, with comments, passages or pages on their side, or without."""
    listed = [*_PARTS, _COMMENTS] if comments else list(_PARTS)
    overrides = [("word/document.xml", f"{WORD_TYPE}document.main+xml")]
    overrides += [(f"word/{name}", kind) for name, kind, _ in listed]
    pages = [*PAGE_PARTS, *LANDSCAPE_PARTS] if landscape else PAGE_PARTS
    overrides += [(f"word/{name}", f"{WORD_TYPE}{kind}+xml") for name, _, kind, _ in pages]
    overrides += [(name, kind) for name, kind, _ in _PROPERTIES]
    overrides += [(PASSAGES_PROPERTIES, PASSAGES_TYPE)] if passages else []
    return part(content_types(_DEFAULTS, overrides), level=9)


def house_types_part(house: House, names: Iterable[str]) -> Part:
    """Make the content types of a package of these parts: ours for what we write, the house's for the rest."""
    known = {f"word/{name}": kind for name, kind, _ in (*_PARTS, _COMMENTS)}
    known |= (
        {f"word/{name}": f"{WORD_TYPE}{kind}+xml" for name, _, kind, _ in PAGE_PARTS} if not house.own_pages else {}
    )
    known |= {name: kind for name, kind, _ in _PROPERTIES}
    known |= {"word/document.xml": f"{WORD_TYPE}document.main+xml", PASSAGES_PROPERTIES: PASSAGES_TYPE}
    kinds = known | dict(house.overrides)
    kinds |= {name: kind for name, kind in known.items() if name not in house.parts}
    defaults = dict(house.defaults) | dict(_DEFAULTS)
    here = set(names)
    return part(content_types(defaults.items(), [(n, kind) for n, kind in kinds.items() if n in here]))
