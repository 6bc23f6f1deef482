"""Markdown: CommonMark with GitHub's tables, footnotes and strikeouts, one paragraph a line.

It has no pages, so page breaks, columns and what stands in headers and footers leave no trace, save the marking, which
stands at the top. Languages and roles have no form in it; pictures are said in words, charts as tables.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from ...document.nodes import Attrs, Block, Document, Paragraph, Strong, Text
from ...document.walk import walk
from ...themes import Theme
from ..base import Rendered, RenderOptions
from .blocks import BETWEEN, write_blocks, write_notes
from .inlines import paragraph
from .state import State, begin, take_anchors

_TITLE = Attrs(classes=("title",))


class MarkdownBackend:
    """Writes Markdown; a theme has no say in it."""

    name: ClassVar[str] = "md"
    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    def prepare(self, theme: Theme, options: RenderOptions) -> MarkdownRenderer:
        """Keep the options; there is nothing to read."""
        return MarkdownRenderer(options)


@frozen
class MarkdownRenderer:
    """Writes documents as UTF-8 with line feeds, the same bytes for the same document."""

    options: RenderOptions

    def render(self, document: Document) -> Rendered:
        """Write a numbered document."""
        state = begin(document, self.options)
        parts = [_marking(state), write_blocks(state, _titled(document), 1), write_notes(state), take_anchors(state)]
        text = BETWEEN.join(filter(None, parts)) + "\n"
        return Rendered(data=text.encode(), diagnostics=tuple(state.diagnostics))


def _marking(state: State) -> str:
    marking = state.document.meta.marking
    return paragraph(state, (Strong((Text(marking.label),)),)) if marking else ""


def _titled(document: Document) -> tuple[Block, ...]:
    """Give the blocks, headed by the title where no paragraph says it."""
    if any(isinstance(node, Paragraph) and "title" in node.attrs.classes for node in walk(document)):
        return document.blocks
    title = Paragraph((Text(document.meta.title),), attrs=_TITLE)
    return title, *document.blocks
