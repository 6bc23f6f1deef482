"""The numbering pass: one walk over a document before any backend, so that every format counts alike.

It fills in the numbers of sections, tables, figures and notes, the words of citations and references, the contents
and the endnotes. It knows no pages: a backend that has some reports them.
"""

from __future__ import annotations

import re
import unicodedata

from attrs import evolve, field, mutable

from ..errors import Diagnostic, Place, Severity
from .nodes import (
    Badge,
    BibliographyEntry,
    Block,
    Blocks,
    Citation,
    CitationItem,
    Comment,
    Contents,
    ContentsEntry,
    Definition,
    Div,
    Document,
    Figure,
    Inline,
    Inlines,
    Link,
    Node,
    Note,
    Notes,
    Paragraph,
    Reference,
    Row,
    Section,
    Span,
    Table,
    Text,
)
from .walk import plain_text, rewrite_all, walk

BACKLINK = "backlink"
"""A reference of this class may name what a template does not show; its words then stand without a link."""


@mutable
class _Numbers:
    """What the first walk finds: who is who, and how each target is called."""

    document: Document
    sources: dict[str, str]
    anchors: set[str] = field(factory=set)
    names: dict[str, Inlines] = field(factory=dict)
    contents: list[ContentsEntry] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)

    def next(self, kind: str) -> str:
        """Count one more of a kind."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return str(self.counts[kind])


def number(document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Fill in every number and cross-reference of a document; say which of them lead nowhere."""
    state = _Numbers(document, sources={item.id: str(i) for i, item in enumerate(document.references, 1)})
    blocks: Blocks = rewrite_all(document.blocks, lambda node: _count(state, node))
    blocks = _number_sections(state, blocks, ())
    _name_targets(state, blocks)
    blocks = rewrite_all(blocks, lambda node: _refer(state, node))
    notes = tuple(node for node in walk(blocks) if isinstance(node, Note))
    blocks = rewrite_all(blocks, lambda node: _gather(state, notes, node))
    return evolve(document, blocks=blocks), tuple(state.diagnostics)


# --- first: anchors and numbers -----------------------------------------------------------------------------------


def _count(state: _Numbers, node: Node) -> Node:
    """Number what is counted, and keep an anchor only where it stands first: a part shown twice is one target."""
    if isinstance(node, BibliographyEntry) and not node.attrs.id:
        node = evolve(node, attrs=evolve(node.attrs, id=f"source-{node.source}"))
    if node.attrs.id and not _take(state, node.attrs.id):
        node = evolve(node, attrs=evolve(node.attrs, id=""))
    match node:
        case Table() if node.caption:
            return evolve(node, number=state.next("table"))
        case Figure() if node.caption:
            return evolve(node, number=state.next("figure"))
        case Note():
            return evolve(node, number=state.next("note"))
        case BibliographyEntry():
            numeric = state.document.settings.citation_style == "numeric"
            label = state.sources.get(node.source, "") if numeric else ""
            return evolve(node, label=f"[{label}]" if label else "")
    return node


def _number_sections(state: _Numbers, blocks: Blocks, above: tuple[int, ...]) -> Blocks:
    """Give each section an anchor and, where asked, a number."""
    count = 0
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            count += 1
            out.append(_number_section(state, block, (*above, count)))
        elif isinstance(block, Div):
            out.append(evolve(block, blocks=_number_sections(state, block.blocks, above)))
        else:
            out.append(block)
    return tuple(out)


def _number_section(state: _Numbers, section: Section, path: tuple[int, ...]) -> Section:
    label = ".".join(str(n) for n in path) if state.document.settings.number_sections else ""
    if not section.attrs.id:
        anchor = _free_anchor(state, plain_text(bare(section.heading)))
        section = evolve(section, attrs=evolve(section.attrs, id=anchor))
    state.contents.append(ContentsEntry(len(path), section.attrs.id, bare(section.heading), label))
    return evolve(section, number=label, blocks=_number_sections(state, section.blocks, path))


def _take(state: _Numbers, anchor: str) -> bool:
    if anchor in state.anchors:
        return False
    state.anchors.add(anchor)
    return True


def _free_anchor(state: _Numbers, heading: str) -> str:
    base = slug(heading) or "section"
    anchor, count = base, 1
    while not _take(state, anchor):
        count += 1
        anchor = f"{base}-{count}"
    return anchor


def slug(words: str) -> str:
    """Make an anchor of words: letters and digits of any script in lower case, the rest as single hyphens.

    >>> slug("What is not known?")
    'what-is-not-known'
    """
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", words).casefold()).strip("-")


# --- second: what each target is called ---------------------------------------------------------------------------


def _name_targets(state: _Numbers, blocks: Blocks) -> None:
    for node in walk(blocks):
        if node.attrs.id:
            state.names.setdefault(node.attrs.id, _name(state, node))


def _name(state: _Numbers, node: Node) -> Inlines:
    labels = state.document.labels
    match node:
        case Section():
            return bare(node.heading)
        case Table() if node.number:
            return (Text(f"{labels.table} {node.number}"),)
        case Figure() if node.number:
            return (Text(f"{labels.figure} {node.number}"),)
        case BibliographyEntry() if node.label:
            return (Text(node.label),)
        case Definition():
            return bare(node.term)
        case Row():
            return next((name for cell in node.cells if (name := _first_words(cell))), ())
        case Inline():
            return bare((node,))
    return _first_words(node)


def _first_words(node: Node) -> Inlines:
    """Find a block's name: its card title, the first heading, or the first paragraph below it."""
    if isinstance(node, Div):
        titled = [n for n in walk(node) if isinstance(n, Paragraph) and "card-title" in n.attrs.classes]
        if titled:
            return bare(titled[0].inlines)
    for below in walk(node):
        if isinstance(below, Section):
            return bare(below.heading)
        if isinstance(below, Paragraph) and (words := bare(below.inlines)):
            return words
    return ()


def bare(inlines: Inlines) -> Inlines:
    """Keep the words of inlines alone: no notes, badges, remarks, links or anchors."""
    return rewrite_all(inlines, _bare)


def _bare(node: Node) -> Node | tuple[Node, ...]:
    match node:
        case Note() | Badge() | Comment() | Citation():
            return ()
        case Link() | Reference():
            return node.inlines
    return evolve(node, attrs=evolve(node.attrs, id="")) if node.attrs.id else node


# --- third: citations, references, contents -----------------------------------------------------------------------


def _refer(state: _Numbers, node: Node) -> Node | tuple[Node, ...]:
    if isinstance(node, Citation) and not (node.inlines and state.document.settings.citation_style != "numeric"):
        return evolve(node, inlines=rewrite_all(_cite(state, node), lambda n: _refer(state, n)))
    if isinstance(node, Reference):
        return _resolve(state, node)
    return node


def _resolve(state: _Numbers, node: Reference) -> Node:
    if node.target in state.names:
        return node if node.inlines else evolve(node, inlines=state.names[node.target] or (Text(node.target),))
    if node.target in state.sources and f"source-{node.target}" in state.names:  # an id that begins with its kind
        return _resolve(state, evolve(node, target=f"source-{node.target}"))
    cited = node.target.startswith("source-") and node.target.removeprefix("source-") in state.sources
    if cited or BACKLINK in node.attrs.classes:
        return Span(node.inlines, attrs=node.attrs, origin=node.origin, pos=node.pos)
    message = f"a reference leads to {node.target!r}, which this document does not show; its words are kept"
    state.diagnostics.append(_warning("reference-not-shown", message, node))
    return Span(node.inlines or (Text(node.target),), attrs=node.attrs, origin=node.origin, pos=node.pos)


def _cite(state: _Numbers, node: Citation) -> Inlines:
    """Write a numeric citation: `[2, p. 4; 3]`."""
    out: list[Inline] = [Text("[")]
    for i, item in enumerate(node.items):
        label = state.sources.get(item.source)
        if label is None:
            message = f"the source {item.source!r} is cited and not among the document's references"
            state.diagnostics.append(_warning("unknown-source", message, node))
        out += _cite_item(item, label or f"{item.source}?", first=i == 0)
    return (*out, Text("]"))


def _cite_item(item: CitationItem, label: str, first: bool) -> list[Inline]:
    before = ("" if first else "; ") + (f"{item.prefix} " if item.prefix else "")
    after = "".join(f", {words}" for words in (item.locator, item.suffix) if words)
    return [
        *([Text(before)] if before else []),
        Reference(f"source-{item.source}", (Text(label),)),
        *([Text(after)] if after else []),
    ]


def _gather(state: _Numbers, notes: tuple[Note, ...], node: Node) -> Node:
    match node:
        case Contents():
            return evolve(node, entries=tuple(e for e in state.contents if e.level <= node.depth))
        case Notes():
            return evolve(node, notes=notes)
    return node


def _warning(code: str, message: str, node: Node) -> Diagnostic:
    place = Place(node.pos.template, node.pos.line) if node.pos else None
    return Diagnostic(code, message, Severity.WARNING, place, node.origin.path if node.origin else "")
