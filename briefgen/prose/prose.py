"""`Prose`: text of an author in Markdown, kept as written; compared by its source."""

from __future__ import annotations

import re
from functools import cached_property
from typing import ClassVar

from attrs import frozen

from ..document.nodes import Blocks, Inlines, Paragraph
from ..errors import Diagnostic
from .plain import read_plain
from .reading import Mention, Parsed
from .text import text_of

__all__ = ["LongProse", "Mention", "Prose"]

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~^@$&:=\"'])")
_EDGES = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


@frozen
class Prose:
    """Markdown as its author wrote it: paragraphs, emphasis, lists, links, quotes, code, notes, citations.

    It is parsed on first use and once. What it can't hold (a heading, a table, a picture, an address of a refused
    kind) is shown as text, and `diagnostics` says so. Lines count from 1 within the prose.
    """

    source: str
    long: ClassVar[bool] = False

    @classmethod
    def literal(cls, text: str) -> Prose:
        """Make prose that shows `text` as it is, whatever characters it holds; a blank line parts paragraphs.

        >>> Prose.literal("a*b").source
        'a\\\\*b'
        """
        bare = _EDGES.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        return cls(_MARKUP.sub(r"\\\1", bare.strip()))

    @cached_property
    def parsed(self) -> Parsed:
        """Everything that reading finds."""
        return read_plain(self.source) or _read(self.source, self.long)

    @property
    def blocks(self) -> Blocks:
        """The prose as nodes."""
        return self.parsed.blocks

    @property
    def inlines(self) -> Inlines | None:
        """The prose as the nodes of a line, if it is one paragraph; nothing at all counts as an empty one."""
        match self.blocks:
            case ():
                return ()
            case (Paragraph(inlines=inlines),):
                return inlines
        return None

    @property
    def text(self) -> str:
        """The words without markup, notes and citations; a blank line between blocks."""
        return text_of(self.blocks)

    @property
    def citations(self) -> tuple[Mention, ...]:
        """Each source cited, in order, with its line."""
        return self.parsed.citations

    @property
    def references(self) -> tuple[Mention, ...]:
        """Each anchor referred to, in order, with its line."""
        return self.parsed.references

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was refused or can't be right; the place of each holds the line within the prose."""
        return self.parsed.diagnostics


@frozen
class LongProse(Prose):
    """Prose that may hold headings and tables too: backgrounds and sections.

    Its shallowest heading stands one level beneath the section that the prose stands in, and no level is skipped.
    """

    long: ClassVar[bool] = True


def _read(source: str, long: bool) -> Parsed:
    from .markdown import read_markdown  # markdown-it costs a cold start some 50 ms: only prose with markup pays

    return read_markdown(source, long)
