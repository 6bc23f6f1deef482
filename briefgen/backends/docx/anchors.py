"""Anchors as bookmarks: their names, and what a cross-reference to one repeats."""

from __future__ import annotations

import hashlib
import re

from ...document.nodes import Block, Blocks, Callout, Columns, Div, Document, Figure, Section, Table
from ...document.numbering import bare
from ...document.walk import plain_text

_PLAIN = re.compile(r"[a-z][a-z0-9-]{0,39}")


def bookmark_name(anchor: str) -> str:
    """Give an anchor's bookmark: letters, digits and underscores, 40 at most, told apart whatever their case.

    >>> bookmark_name("scenario-stalemate")
    'scenario_stalemate'
    """
    if _PLAIN.fullmatch(anchor):
        return anchor.replace("-", "_")
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    words = re.sub(r"[^A-Za-z0-9]+", "_", anchor).strip("_")[:26]
    return f"a_{words}_{digest}"


def bookmark(number: int, name: str, content: str) -> str:
    """Write content within a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def caption_labels(document: Document) -> dict[str, str]:
    """Say of each heading and numbered caption what a reference to it repeats: the words, or `Table 1`."""
    found: dict[str, str] = {}
    _collect(document, document.blocks, found)
    return found


def _collect(document: Document, blocks: Blocks, found: dict[str, str]) -> None:
    for node in blocks:
        label = _label(document, node)
        if label and node.attrs.id:
            found[node.attrs.id] = label
        if isinstance(node, (Section, Div, Callout)):
            _collect(document, node.blocks, found)
        elif isinstance(node, Columns):
            _collect(document, node.columns, found)


def _label(document: Document, node: Block) -> str:
    match node:
        case Section():
            return plain_text(bare(node.heading))
        case Table() if node.number:
            return f"{document.labels.table} {node.number}"
        case Figure() if node.number:
            return f"{document.labels.figure} {node.number}"
    return ""
