"""The words of nodes, without markup: for places that hold plain text only."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import fields

from ..document import nodes
from ..document.nodes import Node

_FIRST = ("caption", "title", "head")
"""Fields that are read before the others of their node, though they are declared after them."""


def text_of(things: Iterable[Node]) -> str:
    """Give the words of `things`, without notes and citations; inlines run on, a blank line parts blocks."""
    parts: list[str] = []
    gap = False
    for node in things:
        words = _words(node)
        is_block = isinstance(node, nodes.Block)
        if words and parts and (gap or is_block):
            parts.append("\n\n")
        gap = is_block if words else gap
        parts.append(words)
    return "".join(parts)


def _words(node: Node) -> str:
    match node:
        case nodes.Text(text=text) | nodes.Code(text=text) | nodes.CodeBlock(text=text) | nodes.Badge(text=text):
            return text
        case nodes.Abbreviation(text=text) | nodes.Image(alt=text):
            return text
        case nodes.SoftBreak():
            return " "
        case nodes.LineBreak():
            return "\n"
        case nodes.Citation(items=(nodes.CitationItem(mode="author-in-text"),), inlines=inlines):
            return text_of(inlines)
        case nodes.Note() | nodes.Comment() | nodes.Citation():
            return ""
    return text_of(_children(node))


def _children(node: Node) -> Iterable[Node]:
    names = [field.name for field in fields(type(node))]
    for name in sorted(names, key=lambda name: name not in _FIRST):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Node))
