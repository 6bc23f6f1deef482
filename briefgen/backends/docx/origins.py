"""Passages that keep their origin: which field of the brief each shows, in the file and unseen.

Word keeps the tag of a content control; LibreOffice drops it and keeps bookmarks, so that there are both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import groupby

from attrs import field, mutable

from ...document.nodes import (
    Badge,
    BulletList,
    CodeBlock,
    Comment,
    DefinitionList,
    Image,
    Inline,
    Inlines,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
)
from .relations import OFFICE, relationship, relationships
from .xml import DECLARATION, escape

NAMESPACE = "urn:briefgen:passages"
PASSAGES_PROPERTIES = "customXml/itemProps99.xml"
PASSAGES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = "{7E1B4B0C-7C0B-5C55-9B1E-B21EF6000001}"
_FIRST_CONTROL = 1_000_000_000  # away from the ids that a house's own file has
_LONGEST_TAG = 64  # Word's own limit
_PROSE = (Paragraph, BulletList, OrderedList, DefinitionList, Quote, CodeBlock, Table)


@mutable
class Passages:
    """The passages of one document: the field of each bookmark, and of each tag that a field's path is too long for."""

    bookmarks: dict[str, str] = field(factory=dict)
    tags: dict[str, str] = field(factory=dict)
    _seen: set[tuple[str, str]] = field(factory=set)

    def repeats(self, path: str, content: str) -> bool:
        """Say whether the same words of a field stand further up already; only the first are marked."""
        before = len(self._seen)
        self._seen.add((path, content))
        return len(self._seen) == before

    def bookmark_for(self, path: str) -> str:
        """Name the next bookmark; a name that begins with an underscore is hidden."""
        name = f"_passage{len(self.bookmarks) + 1}"
        self.bookmarks[name] = path
        return name

    def control(self, path: str, content: str) -> str:
        """Write runs within a content control that shows no frame and can be edited and removed."""
        tag = self._tag(path)
        properties = (
            f'<w:tag w:val="{escape(tag, [])}"/><w:id w:val="{len(self.bookmarks)}"/><w15:appearance w15:val="hidden"/>'
        )
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _tag(self, path: str) -> str:
        if len(path) <= _LONGEST_TAG:
            return path
        tag = f"{path[:40]}~{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
        self.tags[tag] = path
        return tag


def field_shown(node: Node, around: str | None) -> str | None:
    """Give the field that a block shows: its own where it is prose, none in a part of the brief that holds fields."""
    if node.origin is not None and around is not None:
        return node.origin.path if isinstance(node, _PROSE) else ""
    return around


def passage_groups(nodes: Inlines, field: str) -> Iterator[tuple[str, Inlines]]:
    """Part inlines into those of one field and those of none (""), in their order.

    Where some words of a block have a field of their own, words without one are the template's.
    """
    own = {node.origin.path for node in nodes if isinstance(node, Text) and node.origin}
    around = "" if own else field
    known = own | {around}

    def path_of(node: Inline) -> str:
        if node.origin is not None:
            return node.origin.path if node.origin.path in known else ""
        named = isinstance(node, (Badge, Comment, Image)) or (isinstance(node, Span) and node.attrs.classes)
        return "" if named else around

    for path, group in groupby(nodes, path_of):
        yield from _trimmed(path, tuple(group))


def _trimmed(path: str, nodes: Inlines) -> Iterator[tuple[str, Inlines]]:
    """Leave the space that joins a passage to what a template put beside it out of the passage."""
    start, end = 0, len(nodes)
    while path and start < end and _is_space(nodes[start]):
        start += 1
    while path and end > start and _is_space(nodes[end - 1]):
        end -= 1
    parts = (("", nodes[:start]), (path, nodes[start:end]), ("", nodes[end:]))
    yield from (part for part in parts if part[1])


def _is_space(node: Inline) -> bool:
    return isinstance(node, Text) and node.origin is None and not node.text.strip()


def whole_passage(nodes: Inlines) -> str:
    """Give the one field that all inlines show, or nothing."""
    groups = list(passage_groups(nodes, ""))
    return groups[0][0] if len(groups) == 1 else ""


def passage_parts(passages: Passages) -> dict[str, str]:
    """Write the parts that say which field each bookmark and each shortened tag stands for."""
    marks = "".join(_entry("bookmark", *pair) for pair in passages.bookmarks.items())
    tags = "".join(_entry("tag", *pair) for pair in passages.tags.items())
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return {
        "customXml/item99.xml": f'{DECLARATION}<passages xmlns="{NAMESPACE}">{marks}{tags}</passages>',
        PASSAGES_PROPERTIES: f'{DECLARATION}<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{schema}"/>',
        "customXml/_rels/item99.xml.rels": relationships(
            relationship("rId1", f"{OFFICE}customXmlProps", "itemProps99.xml")
        ),
    }


def _entry(kind: str, name: str, path: str) -> str:
    return f'<{kind} name="{escape(name, [])}" field="{escape(path, [])}"/>'
