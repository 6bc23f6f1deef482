"""Going through a document tree: children in reading order, every node, and a rewrite from the leaves up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar, cast

import attrs

from .nodes import Abbreviation, Badge, Citation, Code, Comment, Document, Image, LineBreak, Node, Note, SoftBreak, Text

# Fields that hold nodes, where the order of reading is not the order of the fields.
_READING_ORDER = {
    "Table": ("caption", "columns", "head", "bodies", "foot"),
    "Figure": ("caption", "content", "description"),
    "Callout": ("title", "blocks"),
    "RangeChart": ("bands", "ranges"),
}
_SHARED = {"attrs", "origin", "pos", "marking"}
_fields: dict[type[Node], tuple[str, ...]] = {}
_names: dict[type[Node], tuple[str, ...]] = {}
_N = TypeVar("_N", bound=Node)


def node_fields(kind: type[Node]) -> tuple[str, ...]:
    """Name the fields of a node class that may hold nodes, in reading order."""
    known = _fields.get(kind)
    if known is None:
        names = tuple(f.name for f in attrs.fields(kind) if f.name not in _SHARED and _may_hold_nodes(str(f.type)))
        known = _fields[kind] = _READING_ORDER.get(kind.__name__, names)
    return known


def _may_hold_nodes(annotation: str) -> bool:
    return annotation not in {"str", "int", "float", "bool", "bool | None", "float | None", "Alignment"} and (
        not annotation.startswith(("Literal", "tuple[float", "tuple[str"))
    )


def children(node: Node) -> Iterator[Node]:
    """Yield a node's children in reading order."""
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            yield from value
        elif isinstance(value, Node):
            yield value


def walk(root: Document | Node | Iterable[Node]) -> Iterator[Node]:
    """Yield every node below (and, of a node, itself), depth first, in reading order."""
    top = (root,) if isinstance(root, Node) else root.blocks if isinstance(root, Document) else root
    stack = [*top][::-1]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(tuple(children(node))))


def rewrite(node: Node, change: Callable[[Node], Node | tuple[Node, ...]]) -> Node | tuple[Node, ...]:
    """Rebuild a tree from the leaves up; `change` gives a node's replacement, or several, or none.

    >>> from briefgen.document.nodes import Strong
    >>> plain_text(rewrite(Strong((Text("a"), Text("b"))), lambda node: () if node == Text("a") else node))
    'b'
    """
    changes: dict[str, Any] = {}
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            new: object = rewrite_all(value, change) if value else value
        elif isinstance(value, Node):
            new = rewrite(value, change)
        else:
            continue
        if new is not value:
            changes[name] = new
    return change(changed(node, changes) if changes else node)


def rewrite_all(nodes: tuple[Node, ...], change: Callable[[Node], Node | tuple[Node, ...]]) -> tuple[Any, ...]:
    """Rewrite each of several nodes; what stays the same is the very same object."""
    out: list[Node] = []
    same = True
    for node in nodes:
        new = rewrite(node, change)
        same = same and new is node
        out.extend(new) if isinstance(new, tuple) else out.append(new)
    return nodes if same else tuple(out)


def changed(node: _N, changes: dict[str, Any]) -> _N:
    """Make a node like another but for some fields: what `attrs.evolve` does, which takes three times as long."""
    kind: Any = type(node)
    names = _names.get(kind)
    if names is None:
        names = _names[kind] = tuple(f.name for f in attrs.fields(kind))
    return cast(_N, kind(**{name: getattr(node, name) for name in names} | changes))


def plain_text(root: Node | Iterable[Node]) -> str:
    """Say what inlines say, as one string; notes and comments are left out.

    >>> plain_text([Text("a"), SoftBreak(), Code("b")])
    'a b'
    """
    said: list[str] = []
    _say((root,) if isinstance(root, Node) else root, said)
    return "".join(said)


def _say(nodes: Iterable[Node], said: list[str]) -> None:
    for node in nodes:
        kind = type(node)
        if kind in _WORDS:
            said.append(_WORDS[kind](node))
            continue
        for name in node_fields(kind):
            value = getattr(node, name)
            if value:
                _say(value if isinstance(value, tuple) else (value,), said)


# What a node says itself; any other says what its children say.
_WORDS: dict[type[Node], Callable[[Any], str]] = {
    **dict.fromkeys((Text, Code, Badge, Abbreviation), attrgetter("text")),
    **dict.fromkeys((SoftBreak, LineBreak), lambda node: " "),
    **dict.fromkeys((Note, Comment), lambda node: ""),
    Image: attrgetter("alt"),
    Citation: lambda node: plain_text(node.inlines),
}
