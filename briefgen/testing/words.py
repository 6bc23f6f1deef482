"""What a document says to its readers, piece by piece, to be looked for in a finished file."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import nodes as n
from ..document.walk import children


def said(document: n.Document, without: tuple[type[n.Node], ...] = ()) -> Iterator[tuple[str, str]]:
    """Give every piece of text with the name of the node that says it; nodes of the kinds `without` are passed over.

    Remarks say nothing to readers; what a page's head and foot repeat, save the marking, may be left to formats that
    have pages.
    """
    if document.meta.marking:
        yield "Meta", document.meta.marking.label
    waiting: list[n.Node] = [*reversed(document.blocks)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, without):
            yield from ((type(node).__name__, piece) for piece in _pieces(node, document.labels) if piece)
            waiting.extend(reversed(tuple(children(node))))


def _pieces(node: n.Node, labels: n.Labels) -> tuple[str, ...]:
    match node:
        case n.Text() | n.Code() | n.Badge():
            return (node.text,)
        case n.CodeBlock():
            return tuple(node.text.splitlines())
        case n.Abbreviation():
            return node.text, node.expansion
        case n.Link():
            return (node.url,)
        case n.Image():
            return (node.alt,)
        case n.Figure():
            return node.alt, node.number and f"{labels.figure} {node.number}"
        case n.Table():
            return (node.number and f"{labels.table} {node.number}",)
        case n.Range():
            return node.label, node.words
        case n.Band():
            return (node.label,)
        case n.Section():
            return (node.number,)
        case n.BibliographyEntry():
            return (node.label,)
    return ()


def lost(document: n.Document, text: str, without: tuple[type[n.Node], ...] = ()) -> list[str]:
    """List what a document says and `text` does not hold, with the node that says it; blanks don't matter."""
    held = squeezed(text)
    return [f"{kind} {piece!r}" for kind, piece in said(document, without) if squeezed(piece) not in held]


def squeezed(text: str) -> str:
    """Leave out blanks and soft hyphens, which lines add and take away.

    >>> squeezed("a  b\\u00ad\\n")
    'ab'
    """
    return "".join(text.replace("\xad", "").split())
