"""Blocks side by side, and cards of equal height: a table of one row, with a gap between its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from attrs import evolve

from ...document.nodes import Columns, Div
from .context import Context
from .dispatch import EMPTY, blocks, cell_content, enter
from .grid import layout_table, shares
from .paragraphs import CELL_ROLES, PROSE_ROLES

_GAP = 5 * 72 / 25.4
_CARD_PADDING = 18.0
_T = TypeVar("_T")


def columns(node: Columns, at: Context) -> str:
    """Write columns; within a cell they stand below each other."""
    if at.cell or len(node.columns) < 2:
        return blocks(node.columns, at)
    cards = "cards" in node.attrs.classes
    room = at.width - _GAP * (len(node.columns) - 1)
    widths = shares(node.widths or [1.0] * len(node.columns), room)
    cells = [(_card if cards else _column)(column, at, width) for column, width in zip(node.columns, widths)]
    style = "ScenarioCards" if cards else "BriefColumns"
    return layout_table(style, _gapped(widths, _GAP), [_gapped(cells, EMPTY)], bands=cards)


def _gapped(things: Sequence[_T], gap: _T) -> list[_T]:
    return [x for thing in things for x in (thing, gap)][:-1]


def _card(column: Div, at: Context, width: float) -> str:
    place = evolve(enter(column, at), style="CardText", roles=CELL_ROLES, cell=True, width=width - _CARD_PADDING)
    return cell_content(blocks(column.blocks, place))


def _column(column: Div, at: Context, width: float) -> str:
    place = evolve(enter(column, at), roles=PROSE_ROLES, cell=True, width=width)
    return cell_content(blocks(column.blocks, place))
