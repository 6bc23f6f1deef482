"""Blocks side by side, and cards of equal height: a table of one row, with a gap between its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ...document.nodes import Columns, Div
from ..cards import side_by_side
from .context import Context
from .dispatch import EMPTY, SPACER, blocks, cell_content, enter
from .grid import layout_table, shares
from .paragraphs import CELL_ROLES, PROSE_ROLES

_GAP = 5 * 72 / 25.4
_CARD_PADDING = 18.0
_T = TypeVar("_T")


def columns(node: Columns, at: Context) -> str:
    """Write columns; within a cell they stand below each other."""
    cards = "cards" in node.attrs.classes
    if at.cell or len(node.columns) < (1 if cards else 2):
        return blocks(node.columns, at)
    room = at.width - _GAP * (len(node.columns) - 1)
    widths = shares(node.widths or [1.0] * len(node.columns), room)
    if cards and not side_by_side(node, min(widths)):
        return SPACER.join(
            [
                layout_table("ScenarioCards", [at.width], [[_card(column, at, at.width)]], at, bands=True)
                for column in node.columns
            ]
        )
    cells = [(_card if cards else _column)(column, at, width) for column, width in zip(node.columns, widths)]
    style = "ScenarioCards" if cards else "BriefColumns"
    return layout_table(style, _gapped(widths, _GAP), [_gapped(cells, EMPTY)], at, bands=cards)


def _gapped(things: Sequence[_T], gap: _T) -> list[_T]:
    return [x for thing in things for x in (thing, gap)][:-1]


def _card(column: Div, at: Context, width: float) -> str:
    place = _inside(enter(column, at), width - _CARD_PADDING)._replace(style="CardText", roles=CELL_ROLES)
    return cell_content(blocks(column.blocks, place))


def _column(column: Div, at: Context, width: float) -> str:
    place = _inside(enter(column, at), width)._replace(style="BodyText", roles=PROSE_ROLES)
    return cell_content(blocks(column.blocks, place))


def _inside(at: Context, width: float) -> Context:
    return at._replace(cell=True, width=width, level=0, base=0.0, indent=0.0, keep=False)
