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
from .place import place_mark
from .story import add_pages, has_pages, house_page, last_section, prefix_relations, set_apart
from .styles import Names, merged_sheet, new_ids, rename, set_language
from .whole import check_whole

_LANGUAGE = "x-briefgen"
_PREFIX = "house-"
# What is written anew for every document, or is no business of a document's.
_OURS = {"styles", "numbering", "settings", "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds"}
_OURS |= {"commentsExtensible", "people", "stylesWithEffects", "printerSettings"}
_MAIN = {f"{WORD_TYPE}document.main+xml", f"{WORD_TYPE}template.main+xml"}
CUSTOM = "docProps/custom.xml"
_DOCUMENT = "word/document.xml"
_PAGES = re.compile(r"word/(header|footer)[^/]*\.xml")


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


@frozen
class _Package:
    """A house file as it was opened: its parts, what its document leads to, and what was taken out of it."""

    name: str
    parts: dict[str, bytes]
    relations: list[Any]
    found: dict[str, str]
    """The part of each kind that the document leads to."""
    taken: list[str]

    def of(self, kind: str) -> bytes | None:
        """Give the part of a kind, if there is one."""
        return self.parts.get(self.found.get(kind, ""))


def make_house(theme: Theme) -> House:
    """Make a theme's house file ready; raises `InputError` for one that must not be used."""
    package = _opened(theme)
    name = package.name
    defaults, overrides = _types(package.parts, name)
    if dict(overrides).get(_DOCUMENT) not in _MAIN:
        raise refused(name, "this is no Word document or template")
    story = parsed(package.parts[_DOCUMENT], _DOCUMENT, name)
    if story.find(f"{W}body") is None:
        raise refused(name, "the document of the file has no body")
    placed = place_mark(story, theme.word.fields)
    own_pages = has_pages(story)
    theme = _paged(story, theme, own_pages)
    names, renamed, missing, sheet = _styled(package, theme)
    ours, numbers, lists = _listed(package, theme, renamed, _own_styles(sheet, missing))
    set_apart(story)
    prefix_relations(story, _PREFIX) if own_pages else _prefix_but_pages(story)
    stories, others = _kept_parts(package, own_pages)
    stories = {n: _renamed(c, n, renamed, numbers, name) for n, c in stories.items()}
    forms = {n: c for n, c in stories.items() if holds_form(c)} | {n: c for n, c in others.items() if n == CUSTOM}
    kept = others | stories
    return House(
        theme=theme,
        story=_renamed(serialised(_with_namespaces(story)), _DOCUMENT, renamed, numbers, name),
        forms=forms,
        parts={n: part(c, level=9) for n, c in kept.items() if n not in forms},
        sheet=_text(serialised(sheet)),
        settings=_settings(package, renamed),
        numbering=_text(serialised(ours)).replace("</w:numbering>", ""),
        lists=tuple(lists),
        relations="".join(_relation(r) for r in package.relations if _wanted(r, own_pages)),
        kinds=frozenset(package.found) - _OURS,
        defaults=defaults,
        overrides=tuple((n, kind) for n, kind in overrides if n in kept),
        own_pages=own_pages,
        diagnostics=tuple(_findings(theme, names, missing, package.taken, placed)),
    )


def _opened(theme: Theme) -> _Package:
    name = theme.word.reference
    parts, taken = cleaned(open_package(theme.word.data, name), name)
    check_whole(parts, name)
    relations = relations_of(parts, _DOCUMENT, name)
    found = {kind_of(relation): target_of(relation, _DOCUMENT) for relation in relations}
    return _Package(name, parts, relations, found, taken)


def _paged(story: Any, theme: Theme, own_pages: bool) -> Theme:
    """Give the theme on the house's page; pages without a header or footer get ours."""
    section = last_section(story, theme)
    if not own_pages:
        add_pages(section, theme)
    return house_page(section, theme)


def _styled(package: _Package, theme: Theme) -> tuple[Names, dict[str, str], list[Style], Any]:
    """Give the names of the house's styles, the ids that they get, those of ours that it lacks, and both as a sheet."""

    def parse(data: bytes) -> Any:
        return parsed(data, "styles", package.name)

    theirs = package.of("styles") or f"<w:styles {NAMESPACES}/>".encode()
    names = Names(parse(theirs), theme.word.styles)
    renamed, missing = new_ids(names, theme)
    sheet = merged_sheet(rename(_text(theirs), renamed), missing, parse)
    set_language(sheet, _LANGUAGE)
    return names, renamed, missing, sheet


def _own_styles(sheet: Any, missing: list[Style]) -> list[Any]:
    """Give the styles that the house brought: the numbers of lists in those that were added are ours."""
    added = {style.id for style in missing}
    return [style for style in sheet.findall(f"{W}style") if style.get(f"{W}styleId") not in added]


def _listed(
    package: _Package, theme: Theme, renamed: dict[str, str], styles: list[Any]
) -> tuple[Any, dict[str, str], list[str]]:
    """Give the definitions of lists, ours and the house's, the new numbers of its lists, and the lists themselves."""
    ours = parsed(f"{numbering_head(theme)}</w:numbering>".encode(), "numbering", package.name)
    theirs = package.of("numbering")
    house = None if theirs is None else parsed(rename(_text(theirs), renamed).encode(), "numbering", package.name)
    return (ours, *merged_lists(house, ours, styles, Lists().count + 1))


def _kept_parts(package: _Package, own_pages: bool) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give the headers and footers that stay, and every other part that does."""
    gone = {target for kind, target in package.found.items() if kind in _OURS}
    kept = {n: c for n, c in package.parts.items() if _kept(n, gone)}
    stories = {n for n in kept if _PAGES.fullmatch(n)}
    others = {n: c for n, c in kept.items() if n not in stories and (own_pages or _owner(n) not in stories)}
    return ({n: kept[n] for n in kept if n in stories} if own_pages else {}), others


def _settings(package: _Package, renamed: dict[str, str]) -> bytes | None:
    theirs = package.of("settings")
    return None if theirs is None else rename(_text(clean_settings(theirs, package.name)), renamed).encode()


def _types(parts: dict[str, bytes], name: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    root = parsed(parts["[Content_Types].xml"], "[Content_Types].xml", name)
    by_suffix = [(e.get("Extension", ""), e.get("ContentType", "")) for e in root if e.get("Extension")]
    by_part = [(e.get("PartName", "").lstrip("/"), e.get("ContentType", "")) for e in root if e.get("PartName")]
    return tuple(by_suffix), tuple(by_part)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _kept(part_name: str, gone: set[str]) -> bool:
    if part_name in gone or part_name in ("[Content_Types].xml", "_rels/.rels", _DOCUMENT):
        return False
    if part_name.startswith("docProps/"):
        return part_name == CUSTOM
    owner = _owner(part_name)
    return owner != _DOCUMENT and not (owner in gone and not owner.endswith("numbering.xml"))


def _owner(part_name: str) -> str:
    """Give the part whose relationships a part holds, or nothing."""
    return part_name.removesuffix(".rels").replace("_rels/", "") if part_name.endswith(".rels") else ""


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
