"""Paragraphs: a style, and directly only what a style can't know, such as the list that an item belongs to."""

from __future__ import annotations

from functools import lru_cache

from .comments import comment_starts
from .context import Context
from .formatting import paragraph_properties, weighed
from .styles.callouts import CALLOUTS
from .styles.paragraphs import PROSE
from .units import twips

# Styles that keep free the side column; within a cell they must not.
_ASIDES = set(CALLOUTS.values()) - {"BottomLine"}
_NARROW = PROSE | _ASIDES | {f"{id}Title" for id in _ASIDES}

# The styles of paragraphs with a role (docs/reference/roles.md).
PROSE_ROLES = {
    "kicker": "BriefKicker",
    "title": "Title",
    "subtitle": "Subtitle",
    "judgment": "KeyJudgment",
    "detail": "JudgmentDetail",
    "action": "Recommendation",
    "facts": "FactLine",
    "legend": "Legend",
    "source-line": "SourceLine",
    "small": "Small",
    "absent": "Absent",
    "card-title": "CardTitle",
    "list-head": "ListHead",
}
CELL_ROLES = PROSE_ROLES | {
    "action": "TableText",
    "small": "TableSmall",
    "absent": "TableAbsent",
    "claim": "TableClaim",
    "facts": "TableSmall",
    "list-head": "TableListHead",
}


def paragraph(
    at: Context, style: str, content: str, *, number: str = "", keep_next: bool = False, loose: bool = False
) -> str:
    """Write a paragraph of runs; `loose` lets its lines grow, as a picture needs."""
    job = at.job
    indent = _indent(at, style, number) if at.indent or at.cell else ""
    start = _start(style, number, keep_next or at.keep, loose, at.look.direction, indent, at.align)
    starts = comment_starts(job) if job.comments else ""
    words = weighed(content) if style in job.bold else content
    return f"{start}{starts}{words}{job.waiting()}</w:p>"


@lru_cache(maxsize=4096)
def _start(  # noqa: PLR0917  by position, which a cache finds faster
    style: str, number: str, keep: bool, loose: bool, direction: str, indent: str, align: str
) -> str:
    """Write a paragraph's start; many paragraphs of a document share one."""
    inner = paragraph_properties(
        style,
        keep_next=keep,
        number=number,
        direction=direction,
        spacing='<w:spacing w:line="240" w:lineRule="auto"/>' if loose else "",
        indent=indent,
        align=align,
    )
    return f"<w:p><w:pPr>{inner}</w:pPr>"


def _indent(at: Context, style: str, number: str) -> str:
    """Indent what goes on with a list item, and give back the side column within a cell."""
    left = hanging = ""
    if at.indent and style in (at.style, "ListContinue") and (at.base or not number):
        left = f' w:left="{twips(at.indent)}"'
        hanging = f' w:hanging="{twips(at.hanging)}"' if number else ' w:firstLine="0"'
    right = ' w:right="0"' if at.cell and (style in _NARROW or style.startswith("List")) else ""
    return f"<w:ind{left}{right}{hanging}/>" if left or right else ""


def style_of(classes: tuple[str, ...], at: Context) -> str:
    """Give the style of a paragraph by its roles, else the place's own."""
    for name in classes:
        if name in at.roles:
            return at.roles[name]
    return at.style
