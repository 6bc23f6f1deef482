"""The dispatch over blocks: `lay` adds a block to a flow; `blocks` says how, a function a node."""

from __future__ import annotations

from functools import singledispatch

from ...document import nodes as n
from .flow import Flow
from .strips import WIDOW

BELOW = frozenset({"source-line", "legend"})
LINE_BELOW = 5.0
ABOVE = frozenset({"facts", "kicker", "title", "subtitle"})


@singledispatch
def lay(node: n.Block, flow: Flow) -> None:
    """Add a block to a flow."""
    raise TypeError(f"the PDF backend has no way to show {type(node).__name__}")


_KINDS = lay.registry
"""The functions by the very class of a node, found sooner than by way of its bases."""


def lay_all(blocks: n.Blocks, flow: Flow) -> None:
    """Add blocks to a flow."""
    part = last = len(flow.strips)
    for index, block in enumerate(blocks):
        if isinstance(block, n.Callout):
            flow.part, flow.last = part, last
        else:
            last = len(flow.strips)
            part = last if isinstance(block, n.Section) else part
        if block.attrs.id:
            flow.anchor(block.attrs.id)
        _KINDS.get(type(block), lay)(block, flow)
        if index + 1 < len(blocks) and _belong_together(block, blocks[index + 1]):
            flow.keep_with_next(WIDOW)
            flow.after = min(flow.after, LINE_BELOW) if _is_below(blocks[index + 1]) else flow.after


def _belong_together(block: n.Block, following: n.Block) -> bool:
    """Say whether two blocks are read together: an introduction and its list or cards, a table and its source line."""
    if isinstance(block, n.Paragraph) and not _is_below(block):
        listed = isinstance(following, (n.BulletList, n.OrderedList, n.Columns, n.Bibliography))
        return listed or not ABOVE.isdisjoint(block.attrs.classes)
    return _is_below(following) and isinstance(block, (n.Table, n.Figure, n.Columns))


def _is_below(block: n.Block) -> bool:
    return isinstance(block, n.Paragraph) and not BELOW.isdisjoint(block.attrs.classes)
