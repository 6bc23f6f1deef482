"""A document's text: what is said when it is read aloud from beginning to end, as a tagged file has to hold it.

This is said once, here: the words of the tree in reading order, with all that numbering gives (labels of items, notes,
captions and sources, page numbers in the contents). Pictures and charts are said by their words, badges as they are to
be heard, notes right after their number. What pages repeat, such as headers, is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..backends.pdf.lists import item_number
from ..document import nodes as n
from ..document.walk import children, plain_text


def read_aloud(document: n.Document, pages: Mapping[str, int]) -> str:
    """Give a numbered document's text; `pages` says on which page each anchor stands, as a rendered file tells.

    >>> read_aloud(n.Document(meta=n.Meta(title=""), blocks=(n.OrderedList((n.ListItem((n.Rule(),)),)),)), {})
    '1.'
    """
    reader = _Reader(document, pages)
    return "".join(piece for block in document.blocks for piece in reader.node(block))


class _Reader:
    """What the text of a node depends on beside the node."""

    def __init__(self, document: n.Document, pages: Mapping[str, int]) -> None:
        self.labels = document.labels
        self.endnotes = document.settings.notes == "endnotes"
        self.pages = pages

    def node(self, node: n.Node) -> Iterator[str]:
        """Say a node and what is in it, piece by piece, in the order of the node list."""
        match node:
            case n.Section():
                yield node.number
            case n.BulletList():
                yield from self._items(node, ["–"] * len(node.items))
                return
            case n.OrderedList():
                stop = "" if "judgments" in node.attrs.classes else "."
                numbers = range(node.start, node.start + len(node.items))
                yield from self._items(node, [item_number(number, node.style) + stop for number in numbers])
                return
            case n.Table():
                yield self._caption(self.labels.table, node)
            case n.Figure():
                yield from self._figure(node)
                return
            case n.Image():
                yield node.alt
            case n.Quote():
                yield from self._all((*node.blocks, *node.attribution))
                return
            case n.CodeBlock() | n.Text() | n.Code() | n.Abbreviation():
                yield node.text
            case n.Contents():
                yield self.labels.contents if node.entries else ""
            case n.ContentsEntry():
                yield node.number
                yield from self._all(node.inlines)
                yield str(self.pages[node.target])
                return
            case n.Notes():
                if not self.endnotes:
                    return
                for note in node.notes:
                    yield note.number
                    yield from self._all(note.blocks)
                return
            case n.BibliographyEntry():
                yield node.label
            case n.Note():
                yield from self._note(node)
                return
            case n.Citation():
                yield from self._all(node.inlines)
                return
            case n.Reference():
                yield "" if node.inlines else node.target
            case n.Badge():
                yield node.heard or node.text
            case n.Comment():
                return
        yield from self._all(children(node))

    def _all(self, nodes: Iterator[n.Node] | tuple[n.Node, ...]) -> Iterator[str]:
        for node in nodes:
            yield from self.node(node)

    def _items(self, node: n.BulletList | n.OrderedList, labels: list[str]) -> Iterator[str]:
        for item, label in zip(node.items, labels):
            yield label if item.checked is None else "☑" if item.checked else "☐"
            yield from self._all(item.blocks)

    def _caption(self, label: str, node: n.Table | n.Figure) -> str:
        return f"{label} {node.number}" if node.number and node.caption else ""

    def _figure(self, node: n.Figure) -> Iterator[str]:
        """A figure says its caption, its words in place of what is drawn, and its description."""
        yield self._caption(self.labels.figure, node)
        yield from self._all(node.caption)
        if isinstance(node.content, n.Image):
            yield node.alt or node.content.alt
        else:
            yield node.alt or plain_text(node.caption) or self.labels.figure
        yield from self._all(node.description)

    def _note(self, node: n.Note) -> Iterator[str]:
        yield node.number or "*"
        if not self.endnotes:
            yield node.number
            yield from self._all(node.blocks)
