"""The text between the brackets of a citation: `@id`, `@id, p. 4`, `see @a, p. 4; @b`, `-@id`.

A bare `@id` outside brackets stays text, so that handles and email addresses need no escape.
"""

from __future__ import annotations

import re

from attrs import evolve

from ..document.nodes import CitationItem

_ITEM = re.compile(
    r"""(?P<prefix>|.*\s)                         # the author's words before, parted by a space
    (?P<hidden>-?)@(?P<source>\w(?:[\w:.\#$%&+?~/-]*[\w/])?)
    (?P<rest>(?:[\s,].*)?)""",
    re.VERBOSE,
)
_LOCATOR = re.compile(
    r"""(?:(?:p|pp|pages?|ch|chap|chapters?|secs?|sections?|para?s?|paragraphs?|figs?|figures?|tables?|vols?|no|nos
        |arts?|articles?|lines?|l|ll|notes?|n|cols?|fols?|annex|appendix|min|at)\b\.?\s*|[§¶]{1,2}\s*)?
    (?:\d|[ivxlcIVXLC]+\b)[\w.:]*
    (?:\s*[-–—,&]\s*(?:\d|[ivxlc]+\b)[\w.:]*)*""",
    re.VERBOSE | re.IGNORECASE,
)
LEFTOVER = re.compile(r"\[(?:[^\[\]]*[\s;])?-?@[^\[\]]*\]?")
"""Text that looks like a citation which could not be read."""


def read_citation(text: str) -> tuple[CitationItem, ...]:
    """Read what stands between the brackets; empty when it is no citation.

    >>> read_citation("see @cbc, p. 4 and passim; -@bbc")[0].locator
    'p. 4'
    """
    items = [_ITEM.fullmatch(" ".join(part.split())) for part in text.split(";")]
    if not all(items) or any("@" in item["prefix"] or " @" in item["rest"] for item in items if item):
        return ()
    return tuple(_item(item) for item in items if item)


def _item(found: re.Match[str]) -> CitationItem:
    item = CitationItem(
        found["source"], prefix=found["prefix"].strip(), mode="suppress-author" if found["hidden"] else "normal"
    )
    rest = found["rest"].removeprefix(",").strip()
    locator = _LOCATOR.match(rest)
    if locator is None:
        return evolve(item, suffix=rest)
    return evolve(item, locator=locator[0], suffix=rest[locator.end() :].removeprefix(",").strip())
