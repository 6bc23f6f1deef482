"""The place in a house's own text where the brief goes: a placeholder, a control, or a bookmark over any blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .parts import W

MARK = "briefgen-body"
_BODY = "body"
_PLACEHOLDER = re.compile(r"\s*\{\{\s*(?:brief\.)?([^{}]+?)\s*\}\}\s*")


def place_mark(root: Any, named: Mapping[str, str]) -> bool:
    """Mark where the brief goes, and say whether the house says so; else it goes in place of everything.

    The place is called `body`, or what the theme maps to `body`.
    """
    from lxml import etree

    body = root.find(f"{W}body")
    places = _place(body, {_BODY, *(name.lower() for name, field in named.items() if field == _BODY)})
    gone = places or [child for child in body if child.tag != f"{W}sectPr"]
    mark = etree.Comment(MARK)
    gone[0].addprevious(mark) if gone else body.insert(0, mark)
    for element in gone:
        element.getparent().remove(element)
    _drop_halves(body)
    return bool(places)


def split(story: str) -> tuple[str, str]:
    """Part the house's document at the place where the brief goes."""
    head, _, tail = story.partition(f"<!--{MARK}-->")
    return head, tail


def _place(body: Any, names: set[str]) -> list[Any]:
    """Give the blocks that the brief stands in for."""
    for element in body.iter(f"{W}p", f"{W}sdt", f"{W}bookmarkStart"):
        if element.tag == f"{W}bookmarkStart":
            if element.get(f"{W}name", "").lower() in names:
                return _bookmarked(element, body)
        elif _called(element) in names:
            return [element]
    return []


def _called(block: Any) -> str:
    """Give the name in a paragraph that is one placeholder, or the tag of a control around blocks."""
    if block.tag == f"{W}p":
        said = _PLACEHOLDER.fullmatch("".join(text.text or "" for text in block.iter(f"{W}t")))
        return said[1].lower() if said else ""
    tag = block.find(f"{W}sdtPr/{W}tag")
    within = next(block.iterancestors(f"{W}p"), None) is not None
    return "" if within or tag is None else tag.get(f"{W}val", "").lower()


def _bookmarked(start: Any, body: Any) -> list[Any]:
    """Give the blocks from a bookmark's start to its end, if both stand side by side; else the first."""
    first = _block(start)
    number = start.get(f"{W}id")
    end = next((e for e in body.iter(f"{W}bookmarkEnd") if e.get(f"{W}id") == number), start)
    last = _block(end)
    siblings = list(first.getparent())
    if last not in siblings or siblings.index(last) < siblings.index(first):
        return [first]
    return [e for e in siblings[siblings.index(first) : siblings.index(last) + 1] if e.tag != f"{W}sectPr"]


def _block(mark: Any) -> Any:
    return next(mark.iterancestors(f"{W}p"), mark)


def _drop_halves(body: Any) -> None:
    """Take out bookmarks of which only the start or the end is left."""
    starts, ends = ({e.get(f"{W}id"): e for e in body.iter(f"{W}bookmark{half}")} for half in ("Start", "End"))
    for number in starts.keys() ^ ends.keys():
        half: Any = starts.get(number, ends.get(number))
        half.getparent().remove(half)
