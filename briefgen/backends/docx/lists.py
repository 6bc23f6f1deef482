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
    """Write items with marks; boxes to tick are marks enough."""
    kind = "boxes" if all(item.checked is not None for item in node.items) else "bullet"
    return _items(node.items, _inside(at, kind, "ListBullet"), at.job.lists.open(kind), kept=kind == "boxes")


def ordered_list(node: OrderedList, at: Context) -> str:
    """Write items with numbers; key judgments have a style of their own."""
    level = min(at.level, LEVELS - 1)
    if "judgments" in node.attrs.classes and not at.level:
        number = at.job.lists.open("judgments", level, node.start)
        return _items(node.items, _inside(at, "judgments", "KeyJudgment"), number, "JudgmentDetail")
    number = at.job.lists.open(node.style, level, node.start)
    asked = "recommendations" in node.attrs.classes
    return _items(node.items, _inside(at, node.style, "ListNumber"), number, whole=asked)


def _inside(at: Context, kind: str, style: str) -> Context:
    """Give the place of a list's items; in cells and callouts they keep the style of the place."""
    left, hanging = list_indent(kind, min(at.level, LEVELS - 1))
    name = style if at.style in ("BodyText", "ListContinue") else at.style
    return at._replace(style=name, level=at.level + 1, indent=at.base + left, hanging=hanging)


def _items(
    items: tuple[ListItem, ...],
    at: Context,
    number: int,
    rest: str = "ListContinue",
    *,
    kept: bool = False,
    whole: bool = False,
) -> str:
    """Write items; `kept` holds each on the page of the next, `whole` what is in one on one page."""
    further = at._replace(style=rest if at.style.startswith(("List", "KeyJudgment")) else at.style)
    out: list[str] = []
    for left, item in zip(range(len(items) - 1, -1, -1), items):
        place = at._replace(keep=True) if kept and left else at
        out.append(_item(item, enter(item, place), number, further, whole))
    return "".join(out)


def _item(item: ListItem, at: Context, number: int, further: Context, whole: bool) -> str:
    """The first paragraph has the mark; without one, an empty paragraph has it."""
    mark = numbered(number, at.level - 1)
    box = "" if item.checked is None else f"<w:r>{run_text(_BOXES[item.checked], at.job.lost)}</w:r>"
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        return paragraph(at, at.style, box, number=mark) + blocks(item.blocks, further)
    first = item.blocks[0]
    place = enter(first, at)
    style = style_of(first.attrs.classes, at)
    words, more = box + inlines(first.inlines, place, place.look), item.blocks[1:]
    head = paragraph(place, style, words, number=mark, keep_next=bool(whole and more))
    return head + blocks(more, further, kept=whole)
