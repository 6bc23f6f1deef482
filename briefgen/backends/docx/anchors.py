"""Anchors as bookmarks: their names, and what a cross-reference to one repeats."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from ...document.nodes import Blocks, Callout, Columns, Div, Document, Figure, Section, Table
from ...document.numbering import bare
from ...document.walk import plain_text

_PLAIN = re.compile(r"[a-z][a-z0-9-]{0,39}")


@lru_cache(maxsize=4096)
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


def repeatable(blocks: Blocks) -> dict[str, Section | Table | Figure]:
    """Find by anchor what a REF field can repeat: headings and numbered captions."""
    found: dict[str, Section | Table | Figure] = {}
    for node in blocks:
        if isinstance(node, Section) or (isinstance(node, (Table, Figure)) and node.number):
            found[node.attrs.id] = node
        if isinstance(node, (Section, Div, Callout)):
            found |= repeatable(node.blocks)
        elif isinstance(node, Columns):
            found |= repeatable(node.columns)
    return found


def repeated(document: Document, node: Section | Table | Figure) -> str:
    """Say what a REF field repeats of a heading or caption: the words, or `Table 1`."""
    if isinstance(node, Section):
        return plain_text(bare(node.heading))
    word = document.labels.table if isinstance(node, Table) else document.labels.figure
    return f"{word} {node.number}"
