"""Parts' markings on what shows them: on every node, and, where the template asks for it, printed before the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import evolve

from ..document.nodes import Attrs, Block, Blocks, Figure, Inline, Node, Paragraph, Row, Section, Span, Table, Text
from ..document.walk import node_fields, rewrite_all, walk
from ..model import Brief, anchor
from ..model.handling import handled

N = TypeVar("N", bound=Node)
Levels = Mapping[str, str]
ROLE = "portion-mark"
LEAST_IN_A_CELL = 3
"""Letters and digits."""


def levels(brief: Brief) -> Levels:
    """Give the level of each part that is marked or stands in one that is, by what the document calls it."""
    return {anchor(each.part): each.marking.level for each in handled(brief) if each.marking}


def marked(blocks: Blocks, known: Levels) -> Blocks:
    """Say of every node that shows a marked part at what level it is."""
    return rewrite_all(blocks, lambda node: _marked(node, known)) if known else blocks


def _marked(node: Node, known: Levels) -> Node:
    level = known.get(node.origin.id if node.origin else "") or known.get(node.attrs.id)
    return evolve(node, marking=level) if level and node.marking != level else node


def portion_marked(blocks: Blocks) -> Blocks:
    """Print the level of each marked part before its text, in brackets: `(TLP:AMBER)`."""
    return tuple(_printed(block, "") for block in blocks)


def _printed(node: N, around: str) -> N:
    """Print what is marked otherwise than what it stands in."""
    if node.marking and node.marking != around and isinstance(node, Block):
        done = _begun(node, node.marking)
        if done is not None:
            return _within(done, node.marking)
    return _within(node, around)


def _within(node: N, around: str) -> N:
    changes: dict[str, Any] = {}
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple) and value:
            changes[name] = _row(value, around)
        elif isinstance(value, Node):
            changes[name] = _printed(value, around)
    return evolve(node, **changes) if changes else node


def _row(nodes: tuple[Node, ...], around: str) -> tuple[Node, ...]:
    out: list[Node] = []
    before = around
    for node in nodes:
        if isinstance(node, Inline) and node.marking and node.marking != before and _says(node):
            out += (_mark(node.marking), Text(" "))
            before = node.marking
        out.append(_printed(node, before if isinstance(node, Inline) else around))
    return tuple(out)


def _begun(node: N, level: str) -> N | None:
    """Put the mark before the first words of a block; nothing where it has none."""
    if isinstance(node, Row):
        return _first_cell(node, level)
    if isinstance(node, Paragraph):
        return _before(node, "inlines", level) if _says(node) else None
    if isinstance(node, Section) and node.heading:
        return _before(node, "heading", level)
    if isinstance(node, Table | Figure) and node.caption:
        return _before(node, "caption", level)
    for name in node_fields(type(node)):
        value = getattr(node, name)
        for at, child in enumerate(value if isinstance(value, tuple) else ()):
            done = _begun(child, level) if isinstance(child, Block) else None
            if done is not None:
                return _having(node, name, (*value[:at], done, *value[at + 1 :]))
    return None


def _first_cell(node: N, level: str) -> N | None:
    """Put the mark into a row's first cell of its own that is more than a sign or a letter in a narrow column."""
    assert isinstance(node, Row)
    own = [at for at, cell in enumerate(node.cells) if cell.row_span == 1]
    told = [at for least in (LEAST_IN_A_CELL, 1) for at in own if _says(node.cells[at], least)]
    done = _begun(node.cells[told[0]], level) if told else None
    return _having(node, "cells", (*node.cells[: told[0]], done, *node.cells[told[0] + 1 :])) if done else None


def _before(node: N, name: str, level: str) -> N:
    return _having(node, name, (_mark(level), Text(" "), *getattr(node, name)))


def _having(node: N, name: str, nodes: tuple[Node, ...]) -> N:
    changes: dict[str, Any] = {name: nodes}
    return evolve(node, **changes)


def _mark(level: str) -> Span:
    return Span((Text(f"({level})"),), attrs=Attrs(classes=(ROLE,)), marking=level)


def _says(node: Node, least: int = 1) -> bool:
    return sum(c.isalnum() for each in walk(node) if isinstance(each, Text) for c in each.text) >= least
