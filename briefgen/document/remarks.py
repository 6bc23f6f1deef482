"""Remarks put into a document at the passages they are about, for those who work on the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from attrs import evolve

from .nodes import Callout, Comment, Document, Figure, Inline, Node, Note, Paragraph, Section, Table
from .walk import children, node_fields

# The field that holds a node's own words.
_WORDS: dict[type[Node], str] = {
    Paragraph: "inlines",
    Section: "heading",
    Table: "caption",
    Figure: "caption",
    Callout: "title",
}
_N = TypeVar("_N", bound=Node)


def remarked(document: Document, remarks: Iterable[tuple[str, Comment]]) -> Document:
    """Put each comment behind the passage that shows its field path, such as `scenarios[1].likelihood`.

    What no passage shows stands with what the field belongs to, and at last with the document's first words.
    """
    places = _places(document)
    wanted: dict[int, list[Comment]] = {}
    for path, comment in remarks:
        place = _nearest(path, places)
        if place is not None:
            wanted.setdefault(id(place), []).append(comment)
    return evolve(document, blocks=_remarked_all(document.blocks, wanted)) if wanted else document


def _places(document: Document) -> dict[str, Node]:
    """Find the first node with words of its own that shows each path; the empty path is the document's first."""
    places: dict[str, Node] = {}
    waiting = [""]
    for node, carrier in _carried(document.blocks, None):
        if node.origin:
            waiting.append(node.origin.path)
        if carrier is not None and (node is carrier or isinstance(node, Inline)):
            places |= {path: carrier for path in waiting if path not in places}
            waiting = []
    return places


def _carried(nodes: Iterable[Node], carrier: Node | None) -> Iterable[tuple[Node, Node | None]]:
    """Yield every node outside notes with what carries it: the paragraph, heading, title or caption that it is in."""
    for node in nodes:
        words = _words(node)
        own = node if isinstance(node, Paragraph) or words else None
        yield node, own or carrier
        for child in () if isinstance(node, Note) else children(node):
            inside = own if isinstance(child, Inline) else None
            yield from _carried([child], inside or (carrier if isinstance(node, Inline) else None))


def _words(node: Node) -> tuple[Inline, ...]:
    name = _WORDS.get(type(node))
    return getattr(node, name) if name else ()


def _nearest(path: str, places: Mapping[str, Node]) -> Node | None:
    while path:
        inside = (place for shown, place in places.items() if shown.startswith((f"{path}.", f"{path}[")))
        found = places.get(path) or next(inside, None)
        if found is not None:
            return found
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return places.get("")


def _remarked_all(nodes: tuple[_N, ...], wanted: Mapping[int, list[Comment]]) -> tuple[_N, ...]:
    return tuple([_remarked(node, wanted) for node in nodes])


def _remarked(node: _N, wanted: Mapping[int, list[Comment]]) -> _N:
    changes: dict[str, Any] = {}
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            changes[name] = _remarked_all(value, wanted)
        elif isinstance(value, Node):
            changes[name] = _remarked(value, wanted)
    if id(node) in wanted:
        words = _WORDS[type(node)]
        changes[words] = (*_words(node), *wanted[id(node)])
    return evolve(node, **changes) if changes else node
