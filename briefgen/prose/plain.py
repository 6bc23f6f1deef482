"""The fast path: prose without markup characters, which is most of it, never wakes the Markdown reader."""

from __future__ import annotations

import re

from ..document.nodes import Inline, Inlines, Paragraph, SoftBreak, Text
from .reading import MAX_LENGTH, Parsed

# What could mean something to Markdown, anywhere or at the start of a line; white space other than spaces and line
# ends; and hard breaks. A false alarm costs time only.
_MAYBE_MARKUP = re.compile(
    r"""[\\`*_\[<]|(?<!\w)@\w|~~|&\#?\w+;|[^\S\x20\n]|\x00|\x20\x20\n|^\x20*(?:[#>+\-=:|~]|\d+[.)])|^\x20{4}""",
    re.VERBOSE | re.MULTILINE,
)
_PARTING = re.compile(r"\n\x20*(?:\n\x20*)+")


def read_plain(source: str) -> Parsed | None:
    """Read `source` if it holds no markup; None says that it may."""
    if len(source) > MAX_LENGTH or _MAYBE_MARKUP.search(source):
        return None
    paragraphs = (part.strip() for part in _PARTING.split(source))
    return Parsed(blocks=tuple(Paragraph(_lines(part)) for part in paragraphs if part))


def _lines(paragraph: str) -> Inlines:
    inlines: list[Inline] = []
    for line in paragraph.split("\n"):
        inlines += [SoftBreak(), Text(line.strip(" "))]
    return tuple(inlines[1:])
