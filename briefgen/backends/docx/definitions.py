"""Terms and what is said of them; the brief's own facts below the title stand side by side in a table."""

from __future__ import annotations

from ...document.nodes import Definition, DefinitionList
from ...document.walk import plain_text
from .context import Context
from .dispatch import blocks, cell_content, enter, inlines
from .grid import layout_table, shares
from .paragraphs import CELL_ROLES, paragraph
from .styles.paragraphs import LIST_STEP

_PER_ROW = 6
_LONG = 30
_LETTER, _PADDING = 4.9, 12.0


def definition_list(node: DefinitionList, at: Context) -> str:
    """Write a term, then its definition indented."""
    if "meta" in node.attrs.classes and not at.cell:
        return _meta(node, at)
    return "".join([_definition(item, enter(item, at)) for item in node.items])


def _definition(item: Definition, at: Context) -> str:
    style = "TableRowHead" if at.cell else "DefinitionTerm"
    term = paragraph(at, style, inlines(item.term, at, at.look), keep_next=True)
    place = at if at.cell else at._replace(style="Definition", base=LIST_STEP, indent=0.0)
    return term + blocks(item.blocks, place)


def _meta(node: DefinitionList, at: Context) -> str:
    """Labels above their values, as many in a row as the page has room for."""
    if not node.items:
        return ""
    across = _across(node.items, at.width)
    widths = shares([_need(node.items[i::across]) for i in range(across)], at.width)
    lines = [node.items[i : i + across] for i in range(0, len(node.items), across)]
    cells = [[_meta_cell(item, at, width) for item, width in zip(line, widths)] for line in lines]
    return layout_table("BriefMeta", widths, cells, at)


def _across(items: tuple[Definition, ...], width: float) -> int:
    """Say how many stand in a row so that none takes a second line, a long value apart; never fewer than three."""
    for across in range(min(_PER_ROW, len(items)), 3, -1):
        even = -(-len(items) // -(-len(items) // across))  # as many in the last row as in the others, or nearly
        if sum(_need(items[i::even]) for i in range(even)) <= width:
            return even
    return min(3, len(items))


def _need(items: tuple[Definition, ...]) -> float:
    """Estimate how wide a column has to be, in points; a long value takes further lines."""
    longest = max(max(len(plain_text(item.term)), min(len(plain_text(item.blocks)), _LONG)) for item in items)
    return longest * _LETTER + _PADDING


def _meta_cell(item: Definition, at: Context, width: float) -> str:
    place = enter(item, at)._replace(style="MetaValue", roles=CELL_ROLES, cell=True, width=width - 8)
    label = paragraph(place, "MetaLabel", inlines(item.term, place, place.look), keep_next=True)
    return cell_content(label + blocks(item.blocks, place))
