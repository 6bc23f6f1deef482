"""The text between the brackets of a citation: `@id`, `@id, p. 4`, `see @a, p. 4; @b`, `-@id`.

Outside brackets `@id` and `@id [p. 4]` put the author in the sentence. What no source is called stays as it is written,
so that handles need no escape; an email address is never taken for one.
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
_IN_TEXT = re.compile(r"@(?P<source>\w(?:[\w:.\#$%&+?~/-]*[\w/])?)(?:[ ]\[(?P<place>[^\[\]@]{1,200})\](?!\())?")
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


def read_in_text(text: str, start: int, end: int) -> tuple[CitationItem, str] | None:
    """Read `@id` or `@id [p. 4]` at a place of a text: the source, and the words as they are written.

    >>> item, words = read_in_text("as @cbc [p. 4] says", 3, 19)
    >>> item.source, item.locator, words
    ('cbc', 'p. 4', '@cbc [p. 4]')
    """
    found = _IN_TEXT.match(text, start, end)
    if found is None or (start and (text[start - 1].isalnum() or text[start - 1] in "_@/-[")):
        return None
    if not re.search(r"\d", found["place"] or "") and not _LOCATOR.fullmatch(found["place"] or ""):
        return CitationItem(found["source"], mode="author-in-text"), f"@{found['source']}"
    return CitationItem(found["source"], locator=found["place"], mode="author-in-text"), found[0]


def _item(found: re.Match[str]) -> CitationItem:
    item = CitationItem(
        found["source"], prefix=found["prefix"].strip(), mode="suppress-author" if found["hidden"] else "normal"
    )
    rest = found["rest"].removeprefix(",").strip()
    locator = _LOCATOR.match(rest)
    if locator is None:
        return evolve(item, suffix=rest)
    return evolve(item, locator=locator[0], suffix=rest[locator.end() :].removeprefix(",").strip())
