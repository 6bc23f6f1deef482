"""A house file made ready once: what serves every document, and what has to be filled in for each."""

from __future__ import annotations

import re
from typing import Any

from attrs import field, frozen

from ....errors import Diagnostic, Severity
from ....themes import Theme
from ..numbering import Lists, numbering_head
from ..package import Part, part
from ..relations import WORD_TYPE, relationship
from ..styles.style import Style
from ..xml import NAMESPACES, WORD
from .cleaning import clean_settings, cleaned
from .forms import holds_form
from .lists import merged_lists, renumber
from .opening import open_package, refused
from .parts import W, kind_of, parsed, relations_of, serialised, target_of
from .story import MARK, add_pages, has_pages, house_page, last_section, place_mark, prefix_relations, set_apart
from .styles import Names, merged_sheet, new_ids, rename, set_language

_LANGUAGE = "x-briefgen"
_PREFIX = "house-"
# What is written anew for every document, or is no business of a document's.
_OURS = {"styles", "numbering", "settings", "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds"}
_OURS |= {"commentsExtensible", "people", "stylesWithEffects", "printerSettings"}
_MAIN = {f"{WORD_TYPE}document.main+xml", f"{WORD_TYPE}template.main+xml"}
CUSTOM = "docProps/custom.xml"


@frozen(kw_only=True)
class House:
    """A house file; `story` is its document with a comment where the brief goes, `forms` are parts to fill in."""

    theme: Theme
    story: bytes
    forms: dict[str, bytes]
    parts: dict[str, Part]
    sheet: str = field(repr=False)
    settings: bytes | None
    numbering: str
    lists: tuple[str, ...]
    relations: str
    kinds: frozenset[str]
    """The kinds of relationships that the house's own document has."""
    defaults: tuple[tuple[str, str], ...]
    overrides: tuple[tuple[str, str], ...]
    own_pages: bool
    diagnostics: tuple[Diagnostic, ...]

    def styles(self, language: str) -> str:
        """Write the style sheet for a document's language."""
        return self.sheet.replace(_LANGUAGE, language)


def make_house(theme: Theme) -> House:
    """Make a theme's house file ready; raises `InputError` for one that must not be used."""
    name = theme.word.reference
    parts, taken = cleaned(open_package(theme.word.data, name), name)
    defaults, overrides = _types(parts, name)
    if dict(overrides).get("word/document.xml") not in _MAIN:
        raise refused(name, "this is no Word document or template")
    relations = relations_of(parts, "word/document.xml", name)
    found = {kind_of(relation): target_of(relation, "word/document.xml") for relation in relations}
    story = parsed(parts["word/document.xml"], "word/document.xml", name)
    placed = place_mark(story)
    section = last_section(story, theme)
    own_pages = has_pages(story)
    if not own_pages:
        add_pages(section, theme)
    theme = house_page(section, theme)
    sheet_part = parts.get(found.get("styles", ""), f"<w:styles {NAMESPACES}/>".encode())
    names = Names(parsed(sheet_part, "styles", name), theme.word.styles)
    renamed, missing = new_ids(names, theme)
    sheet = merged_sheet(rename(_text(sheet_part), renamed), missing, lambda data: parsed(data, "styles", name))
    set_language(sheet, _LANGUAGE)
    ours = parsed(f"{numbering_head(theme)}</w:numbering>".encode(), "numbering", name)
    theirs = parts.get(found.get("numbering", ""))
    house_lists = None if theirs is None else parsed(rename(_text(theirs), renamed).encode(), "numbering", name)
    numbers, lists = merged_lists(house_lists, ours, sheet, Lists().count + 1)
    set_apart(story)
    prefix_relations(story, _PREFIX) if own_pages else _prefix_but_pages(story)
    gone = {target for kind, target in found.items() if kind in _OURS}
    kept = {n: c for n, c in parts.items() if _kept(n, gone)}
    stories = {n: c for n, c in kept.items() if re.fullmatch(r"word/(header|footer)[^/]*\.xml", n)}
    if not own_pages:
        kept = {
            n: c
            for n, c in kept.items()
            if n not in stories and n.removesuffix(".rels").replace("_rels/", "") not in stories
        }
        stories = {}
    stories = {n: _renamed(c, n, renamed, numbers, name) for n, c in stories.items()}
    forms = {n: c for n, c in stories.items() if holds_form(c)} | {n: c for n, c in kept.items() if n == CUSTOM}
    settings = parts.get(found.get("settings", ""))
    return House(
        theme=theme,
        story=_renamed(serialised(_with_namespaces(story)), "word/document.xml", renamed, numbers, name),
        forms=forms,
        parts={n: part(stories.get(n, c), level=9) for n, c in kept.items() if n not in forms},
        sheet=_text(serialised(sheet)),
        settings=None if settings is None else rename(_text(clean_settings(settings, name)), renamed).encode(),
        numbering=_text(serialised(ours)).replace("</w:numbering>", ""),
        lists=tuple(lists),
        relations="".join(_relation(r) for r in relations if _wanted(r, own_pages)),
        kinds=frozenset(found) - _OURS,
        defaults=defaults,
        overrides=tuple((n, kind) for n, kind in overrides if n in kept),
        own_pages=own_pages,
        diagnostics=tuple(_findings(theme, names, missing, taken, placed)),
    )


def _types(parts: dict[str, bytes], name: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    root = parsed(parts["[Content_Types].xml"], "[Content_Types].xml", name)
    by_suffix = [(e.get("Extension", ""), e.get("ContentType", "")) for e in root if e.get("Extension")]
    by_part = [(e.get("PartName", "").lstrip("/"), e.get("ContentType", "")) for e in root if e.get("PartName")]
    return tuple(by_suffix), tuple(by_part)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _kept(part_name: str, gone: set[str]) -> bool:
    if part_name in gone or part_name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
        return False
    if part_name.startswith("docProps/"):
        return part_name == CUSTOM
    owner = part_name.removesuffix(".rels").replace("_rels/", "") if part_name.endswith(".rels") else ""
    return owner != "word/document.xml" and not (owner in gone and not owner.endswith("numbering.xml"))


def _renamed(content: bytes, part_name: str, renamed: dict[str, str], numbers: dict[str, str], name: str) -> bytes:
    root = parsed(rename(_text(content), renamed).encode(), part_name, name)
    renumber(root, numbers)
    return serialised(root)


def _prefix_but_pages(story: Any) -> None:
    ours = [(e, e.get(k)) for e in story.iter(f"{W}headerReference", f"{W}footerReference") for k in [_ID]]
    prefix_relations(story, _PREFIX)
    for element, value in ours:
        element.set(_ID, value)


_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _wanted(relation: Any, own_pages: bool) -> bool:
    kind = kind_of(relation)
    return kind not in _OURS and (own_pages or kind not in ("header", "footer"))


def _relation(relation: Any) -> str:
    from xml.sax.saxutils import escape

    entities = {'"': "&quot;"}
    name, kind, target = (escape(relation.get(key) or "", entities) for key in ("Id", "Type", "Target"))
    return relationship(_PREFIX + name, kind, target, relation.get("TargetMode") == "External")


def _with_namespaces(story: Any) -> Any:
    """Give the document a root that knows every prefix of ours beside the house's own."""
    from lxml import etree

    ours = etree.fromstring(f"<w:document {NAMESPACES}/>")
    prefixes = {prefix: uri for prefix, uri in story.nsmap.items() if prefix}
    root = etree.Element(f"{W}document", nsmap={**prefixes, **ours.nsmap, "w": WORD})
    ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    known = {p for p in (story.get(ignorable) or "").split() if prefixes.get(p) == root.nsmap.get(p) is not None}
    root.set(ignorable, " ".join(sorted(known | {"w15"})))
    for child in list(story):
        root.append(child)
    return root


def _findings(theme: Theme, names: Names, missing: list[Style], taken: list[str], placed: bool) -> list[Diagnostic]:
    name = theme.word.reference
    shown = {called for _, called in names.ids}
    out = [
        Diagnostic("house-style", f"{name} has no style {theirs!r} to serve as {ours!r}", Severity.WARNING)
        for ours, theirs in theme.word.styles.items()
        if theirs.lower() not in shown
    ]
    if taken:
        out.append(Diagnostic("house-outside", f"taken out of {name}: {'; '.join(taken)}", Severity.WARNING))
    added = [style.name for style in missing if style.shown]
    if added:
        said = f"{name} has no styles {', '.join(added)}; they are the theme's"
        out.append(Diagnostic("house-styles-added", said, Severity.INFO))
    return out


def split(story: str) -> tuple[str, str]:
    """Part the house's document at the place where the brief goes."""
    head, _, tail = story.partition(f"<!--{MARK}-->")
    return head, tail
