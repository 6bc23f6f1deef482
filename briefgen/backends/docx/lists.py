"""Lists: real ones, each counting on its own; what goes on in an item is indented as far as its text."""

from __future__ import annotations

from ...document.nodes import BulletList, ListItem, OrderedList, Paragraph
from .context import Context
from .dispatch import blocks, enter, inlines
from .numbering import LEVELS, list_indent, numbered
from .paragraphs import paragraph, style_of
from .xml import run_text

_BOXES = {True: "☒ ", False: "☐ "}


def bullet_list(node: BulletList, at: Context) -> str:
    """Write items with marks."""
    number = at.job.lists.open("bullet")
    return _items(node.items, _inside(at, "bullet", "ListBullet"), number)


def ordered_list(node: OrderedList, at: Context) -> str:
    """Write items with numbers; key judgments have a style of their own."""
    level = min(at.level, LEVELS - 1)
    if "judgments" in node.attrs.classes and not at.level:
        number = at.job.lists.open("judgments", level, node.start)
        return _items(node.items, _inside(at, "judgments", "KeyJudgment"), number, "JudgmentDetail")
    number = at.job.lists.open(node.style, level, node.start)
    return _items(node.items, _inside(at, node.style, "ListNumber"), number)


def _inside(at: Context, kind: str, style: str) -> Context:
    """Give the place of a list's items; in cells and callouts they keep the style of the place."""
    left, hanging = list_indent(kind, min(at.level, LEVELS - 1))
    name = style if at.style in ("BodyText", "ListContinue") else at.style
    return at._replace(style=name, level=at.level + 1, indent=at.base + left, hanging=hanging)


def _items(items: tuple[ListItem, ...], at: Context, number: int, rest: str = "ListContinue") -> str:
    further = at._replace(style=rest if at.style.startswith(("List", "KeyJudgment")) else at.style)
    return "".join([_item(item, enter(item, at), number, further) for item in items])


def _item(item: ListItem, at: Context, number: int, further: Context) -> str:
    """The first paragraph has the mark; without one, an empty paragraph has it."""
    mark = numbered(number, at.level - 1)
    box = "" if item.checked is None else f"<w:r>{run_text(_BOXES[item.checked], at.job.lost)}</w:r>"
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        return paragraph(at, at.style, box, number=mark) + blocks(item.blocks, further)
    first = item.blocks[0]
    place = enter(first, at)
    style = style_of(first.attrs.classes, at)
    head = paragraph(place, style, box + inlines(first.inlines, place, place.look), number=mark)
    return head + blocks(item.blocks[1:], further)
