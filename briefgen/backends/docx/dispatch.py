"""From a node's class to the function that writes it, and what all nodes share: anchors, language, direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from ...document.nodes import NO_ATTRS, Block, Callout, Columns, Figure, Inline, Inlines, Paragraph, Section, Table
from .context import Context, directed
from .formatting import Look
from .origins import field_shown, passage_groups

BlockWriter = Callable[[Any, Context], str]
InlineWriter = Callable[[Any, Context, Look], str]
_B = TypeVar("_B", bound=BlockWriter)
_I = TypeVar("_I", bound=InlineWriter)

BLOCKS: dict[type[Block], BlockWriter] = {}
INLINES: dict[type[Inline], InlineWriter] = {}

EMPTY = '<w:p><w:pPr><w:pStyle w:val="CellEnd"/></w:pPr></w:p>'
SPACER = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
_EXPLAINS = {"legend", "source-line"}
_RULED = {"gap", "caveat"}  # callouts below a rule, which bring their own space
TABLE_END = "</w:tbl>"
# Styles that bring their own space before, so that nothing is needed between a table and them.
_SPACED = ("Heading", "Caption", "Legend", "SourceLine", "Spacer")
_STARTS = tuple(f'<w:p><w:pPr><w:pStyle w:val="{style}' for style in _SPACED)


def writes_block(kind: type[Block]) -> Callable[[_B], _B]:
    """Register the function that writes a kind of block."""

    def register(function: _B) -> _B:
        BLOCKS[kind] = function
        return function

    return register


def writes_inline(kind: type[Inline]) -> Callable[[_I], _I]:
    """Register the function that writes a kind of inline."""

    def register(function: _I) -> _I:
        INLINES[kind] = function
        return function

    return register


def inlines(nodes: Inlines, at: Context, look: Look) -> str:
    """Write inlines one after another; what shows a field is marked as its passage when that is asked for."""
    if at.job.passages is None or at.field is None:
        return "".join([inline(node, at, look) for node in nodes])
    return "".join([_passage(path, group, at, look) for path, group in passage_groups(nodes, at.field)])


def _passage(path: str, nodes: Inlines, at: Context, look: Look) -> str:
    inside = at._replace(field=None if path else "")
    written = "".join([inline(node, inside, look) for node in nodes])
    return at.job.passage(path, written) if path else written


def inline(node: Inline, at: Context, look: Look) -> str:
    """Write one inline; its anchor stands before it."""
    attrs = node.attrs
    if attrs is NO_ATTRS:
        return INLINES[type(node)](node, at, look)
    return at.job.mark(attrs.id) + INLINES[type(node)](node, at, directed(look, attrs))


def blocks(nodes: Sequence[Block], at: Context, *, kept: bool = False) -> str:
    """Write blocks one after another, with space where Word itself would join two; `kept` holds them on one page."""
    if len(nodes) == 1:
        return block(nodes[0], at)
    out: list[str] = []
    before: Block | None = None
    for node, after in _pairs(nodes):
        keep = _belong_together(node, after) or (kept and after is not None)
        text = block(node, at._replace(keep=True) if keep else at)
        if out and text:
            out.append(_between(before, out[-1], node, text))
        if text:
            out.append(text)
            before = node
    return "".join(out)


def _pairs(nodes: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Give each block with the one after it."""
    return zip(nodes, (*nodes[1:], None))


def _belong_together(node: Block, after: Block | None) -> bool:
    """Words that introduce cards stay with them, a table or figure with the lines that explain it."""
    if isinstance(after, Columns):
        return isinstance(node, Paragraph)
    explained = isinstance(after, Paragraph) and not _EXPLAINS.isdisjoint(after.attrs.classes)
    return explained and isinstance(node, (Table, Figure))


def block(node: Block, at: Context) -> str:
    """Write one block."""
    return BLOCKS[type(node)](node, enter(node, at))


def enter(node: Block, at: Context) -> Context:
    """Give the place inside a block. Headings and captions place their anchors, others wait for a paragraph."""
    attrs = node.attrs
    if at.job.passages is not None:
        at = at._replace(field=field_shown(node, at.field))
    if attrs is NO_ATTRS:
        return at
    if attrs.id and not _places_its_anchor(node):
        at.job.wait(attrs.id)
    return at.within(attrs)


def _places_its_anchor(node: Block) -> bool:
    return isinstance(node, Section) or (isinstance(node, (Table, Figure)) and bool(node.caption))


def _between(before: Block | None, written: str, node: Block, text: str) -> str:
    """Two tables in a row become one, two notes of a kind share a box, and a table leaves no space below."""
    if isinstance(before, Callout) and isinstance(node, Callout):
        return EMPTY if {before.kind, node.kind} <= _RULED else SPACER
    return SPACER if written.endswith(TABLE_END) and not text.startswith(_STARTS) else ""


def cell_content(written: str) -> str:
    """Give what a cell holds; it ends in a paragraph, whatever it holds (17.4.65)."""
    if written.endswith("</w:p>"):
        return written
    return written + EMPTY
