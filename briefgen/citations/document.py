"""Citations and the list of sources of a whole document, before it is numbered: their words and their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import evolve, field, mutable

from ..document.nodes import (
    Attrs,
    Bibliography,
    BibliographyEntry,
    Block,
    Blocks,
    Citation,
    Document,
    Inline,
    Inlines,
    Node,
    Note,
    Paragraph,
    SoftBreak,
    Span,
    Text,
)
from ..document.walk import node_fields, plain_text, rewrite_all, walk
from ..language import capitalised
from ..language.locales import primary
from .cite import Works
from .kinds import heading

Order = Literal["auto", "given", "used", "kind", "author"]
_AFTER = ".,;:!?"


@mutable
class _Notes:
    """What is known while citations become notes: where they stand, the sources named so far, the notes made."""

    works: Works
    in_notes: set[int]
    in_list: set[int]
    seen: set[str] = field(factory=set)
    made: dict[int, Note] = field(factory=dict)


def with_citations(document: Document, order: Order = "auto") -> Document:
    """Write citations in the style of the document's settings and put its sources in order.

    Numbers are left to the numbering pass, which counts sources as `references` has them. `auto` is as given for
    numbers and by author for the other styles. A citation of a source that the document does not know stays as it is.
    """
    works = Works.read(document.references, document.meta.language)
    ids = _ordered(document, works, order)
    by_id = {item.id: item for item in document.references}
    document = evolve(document, references=tuple(by_id[id] for id in ids))
    places = {id: place for place, id in enumerate(ids)}
    blocks = rewrite_all(document.blocks, lambda node: _listed(works, places, order, _as_written(works, node)))
    match document.settings.citation_style:
        case "author-date":
            in_list = _within(blocks, Bibliography)
            blocks = rewrite_all(blocks, lambda node: _dated(works, in_list, node))
        case "note":
            state = _Notes(works, _within(blocks, Note), _within(blocks, Bibliography))
            blocks = tuple(_noted(state, block) for block in blocks)
        case "numeric":
            blocks = rewrite_all(blocks, lambda node: _named(works, node))
    return evolve(document, blocks=blocks)


def _as_written(works: Works, node: Node) -> Node:
    """Give back a handle in a sentence, which no source is called by, as it was written."""
    if isinstance(node, Citation) and node.inlines and not _known(works, node):
        return Span(node.inlines, origin=node.origin, pos=node.pos)
    return node


def _within(blocks: Blocks, kind: type[Node]) -> set[int]:
    return {id(node) for outer in walk(blocks) if isinstance(outer, kind) for node in walk(outer)}


# --- the order of sources -----------------------------------------------------------------------------------------


def _ordered(document: Document, works: Works, order: Order) -> list[str]:
    given = [item.id for item in document.references]
    if order == "auto":
        order = "given" if document.settings.citation_style == "numeric" else "author"
    match order:
        case "author":
            return works.in_order(given)
        case "used":
            cited = (item.source for node in walk(document) if isinstance(node, Citation) for item in node.items)
            return list(dict.fromkeys([*(id for id in cited if id in works.items), *given]))
        case "kind":
            kinds = list(dict.fromkeys(_kind(works, id) for id in given))
            rest = given if document.settings.citation_style == "numeric" else works.in_order(given)
            return sorted(rest, key=lambda id: (not _kind(works, id), kinds.index(_kind(works, id))))
    return given


def _kind(works: Works, id: str) -> str:
    return str(works.items[id].get("type", ""))


def _listed(works: Works, places: Mapping[str, int], order: Order, node: Node) -> Node | tuple[Node, ...]:
    """Put the entries of a list of sources in order; by kind, each kind stands under its own name."""
    if not isinstance(node, Bibliography):
        return node
    entries = sorted(node.entries, key=lambda entry: places.get(entry.source, len(places)))
    if order != "kind":
        return evolve(node, entries=tuple(entries))
    kinds: dict[str, list[BibliographyEntry]] = {}
    for entry in entries:
        kinds.setdefault(_kind(works, entry.source) if entry.source in works.items else "", []).append(entry)
    return tuple(block for kind, found in kinds.items() for block in _of_a_kind(works, kind, found, node))


def _of_a_kind(works: Works, kind: str, entries: Iterable[BibliographyEntry], node: Bibliography) -> Iterable[Block]:
    yield Paragraph((Text(heading(kind, works.language)),), attrs=Attrs(classes=("list-head",)))
    yield evolve(node, entries=tuple(entries))


# --- citations ----------------------------------------------------------------------------------------------------


def _known(works: Works, node: Node) -> bool:
    return isinstance(node, Citation) and all(item.source in works.items for item in node.items)


def _dated(works: Works, in_list: set[int], node: Node) -> Node:
    """Cite by author and year; among the sources, `as cited in Smith (2025)`."""
    if not isinstance(node, Citation) or not _known(works, node):
        return node
    items = [evolve(item, mode="author-in-text") for item in node.items] if id(node) in in_list else node.items
    return evolve(node, inlines=works.by_date(items))


def _named(works: Works, node: Node) -> Node | tuple[Node, ...]:
    """Put the author before a number where the author belongs to the sentence: `Smith [2]`."""
    if not _known(works, node) or not isinstance(node, Citation) or node.items[0].mode != "author-in-text":
        return node
    return (*works.author(node.items[0].source), Text("\u00a0"), node)


def _noted(state: _Notes, node: Node) -> Node:
    """Make notes of the citations below a node, in reading order: a source is named in full where it comes first."""
    changes: dict[str, Any] = {}
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple) and value:
            new = _in_a_row(state, value)
            if len(new) != len(value) or any(a is not b for a, b in zip(new, value)):
                changes[name] = new
        elif isinstance(value, Node) and (below := _noted(state, value)) is not value:
            changes[name] = below
    return evolve(node, **changes) if changes else node


def _in_a_row(state: _Notes, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Make notes of citations in a line: without the space before them and, in English, after the mark that follows."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Citation) and _known(state.works, node):
            out = _cited(state, out, node)
        elif isinstance(node, Text) and out and id(out[-1]) in state.made and primary(state.works.language) == "en":
            out += _swapped(out.pop(), node)
        else:
            out.append(_noted(state, node))
    return tuple(out)


def _cited(state: _Notes, before: list[Node], node: Citation) -> list[Node]:
    """Put a note in a citation's place; within a note, and in the list of sources, its words stand in the line."""
    if id(node) in state.in_list:
        return [*before, evolve(node, inlines=state.works.in_note(node.items, {*state.works.items}))]
    said = state.works.in_note(node.items, state.seen)
    if id(node) in state.in_notes:
        return [*before, evolve(node, inlines=said)]
    words = evolve(node, inlines=_sentence(said))
    note = Note((Paragraph((words,)),), origin=node.origin, pos=node.pos)
    state.made[id(note)] = note
    return [*_without_space(before), *_in_text(state, node, bool(before)), note]


def _sentence(inlines: Inlines) -> Inlines:
    """Begin with a capital and end with a full stop, as a note does."""
    first = inlines[0]
    inner = getattr(first, "inlines", None)
    if isinstance(first, Text):
        inlines = (evolve(first, text=capitalised(first.text)), *inlines[1:])
    elif inner and isinstance(inner[0], Text):
        start = evolve(inner[0], text=capitalised(inner[0].text))
        inlines = (evolve(first, inlines=(start, *inner[1:])), *inlines[1:])  # type: ignore[call-arg]
    return inlines if plain_text(inlines).endswith(".") else (*inlines, Text("."))


def _in_text(state: _Notes, node: Citation, spaced: bool) -> Inlines:
    """Name the author in the sentence, where the author belongs to it."""
    first = node.items[0]
    if first.mode != "author-in-text":
        return ()
    return (*([Text(" ")] if spaced else []), *state.works.author(first.source))


def _without_space(nodes: list[Node]) -> list[Node]:
    last = nodes[-1] if nodes else None
    if isinstance(last, SoftBreak):
        return nodes[:-1]
    if not isinstance(last, Text):
        return nodes
    text = last.text.rstrip(" \u00a0")
    return [*nodes[:-1], *([evolve(last, text=text)] if text else [])]


def _swapped(note: Node, text: Text) -> list[Inline]:
    mark = text.text[:1]
    if mark not in _AFTER or not mark:
        return [note, text]  # type: ignore[list-item]
    rest = text.text[1:]
    return [evolve(text, text=mark), note, *([evolve(text, text=rest)] if rest else [])]  # type: ignore[list-item]
