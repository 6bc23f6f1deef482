"""Paragraphs: the style that a role asks for in the place where it stands, and their words."""

from __future__ import annotations

from typing import NamedTuple

from ...document import nodes as n
from . import figures
from .flow import Flow
from .styles import Style, Styles
from .tagging import Element
from .words import Word

ROLES = frozenset(
    {
        "kicker",
        "title",
        "subtitle",
        "judgment",
        "detail",
        "action",
        "facts",
        "legend",
        "source-line",
        "claim",
        "small",
        "card-title",
    }
)
CARD_AFTER, BOTTOM_LINE_AFTER = 4.0, 6.0
WIDE = frozenset({"kicker", "title", "legend", "source-line"})
_MEASURES = WIDE | {"subtitle"}
SUBTITLE_MEASURE = 0.8
"""What a subtitle may take of the measure between the margins."""


class Prepared(NamedTuple):
    """A paragraph whose words are shaped, before its measure is known."""

    words: list[Word]
    style: Style
    element: Element
    role: str


def lay_paragraph(node: n.Paragraph, flow: Flow) -> None:
    """Add a paragraph; one that holds a picture and nothing else is that picture."""
    if picture := figures.lone_picture(node):
        figures.lay_picture(picture, flow, flow.job.element("P", flow.element, node))
        return
    prepared = flow.prepared.pop(id(node), None) or _prepare(node, flow)
    prepared.element.join()  # only now: what is measured first is not read first
    if prepared.role == "card-title":
        flow.heading_lines(prepared.words, prepared.style, prepared.element)
    elif flow.role == "body" and prepared.role in _MEASURES:
        with flow.set(width=_measure(prepared.role, flow)):
            flow.lines(prepared.words, prepared.style, prepared.element)
    else:
        flow.lines(prepared.words, prepared.style, prepared.element)


def _measure(role: str, flow: Flow) -> float:
    return flow.wide if role in WIDE else flow.wide * SUBTITLE_MEASURE if role == "subtitle" else flow.width


def prepare(node: n.Paragraph, flow: Flow) -> Prepared:
    """Shape a paragraph's words ahead of its being laid, to measure them."""
    if id(node) not in flow.prepared:
        flow.prepared[id(node)] = _prepare(node, flow)
    return flow.prepared[id(node)]


def _prepare(node: n.Paragraph, flow: Flow) -> Prepared:
    classes = node.attrs.classes
    role = next((name for name in classes if name in ROLES), flow.role) if classes else flow.role
    style = paragraph_style(role, flow)
    if "absent" in classes:
        style = style._replace(look=style.look._replace(colour="mute", weight=400))
    tag = {"title": "Title", "subtitle": "Subtitle"}.get(role, "P") if flow.role == "body" else "P"
    element = flow.job.element(tag, flow.element, node, attach=False)
    return Prepared(flow.words(node.inlines, style.look, element, node), style, element, role)


def paragraph_style(role: str, flow: Flow) -> Style:
    """Give the style of a paragraph's role; the flow it stands in may align it."""
    known, key = flow.job.styles.in_place, (role, flow.role, flow.align)
    style = known.get(key)
    if style is None:
        style = _style(role, flow.role, flow.job.styles)
        look = style.look._replace(tabular=flow.role.startswith("table-"))
        style = known[key] = style._replace(look=look, align=flow.align or style.align)
    return style


def _style(role: str, place: str, styles: Styles) -> Style:
    small, cell = styles.style("small"), styles.style("table-cell")
    match role:
        case "detail":
            return small._replace(look=small.look._replace(colour="sec"), leading=small.leading + 1)
        case "action":
            return styles.style("body")._replace(after=3.0)
        case "facts":
            return small._replace(after=4.0)
        case "legend":
            return styles.style("source-line")
        case "source":
            return small._replace(after=0.0)
        case "small" if place == "source" or place.startswith("table-"):
            return styles.style("source-line")._replace(before=0.0, after=0.0)
        case "small" if place == "card":
            return small._replace(look=small.look._replace(colour="sec"), after=CARD_AFTER)
        case "bottom-line":
            return styles.style(role)._replace(after=BOTTOM_LINE_AFTER)
        case "card":
            return small._replace(after=CARD_AFTER)
        case "small" if place != "small":
            return small._replace(look=small.look._replace(colour="sec"))
        case "card-title":
            return styles.style("h2")._replace(before=4.0)
        case "table-stub" | "table-issue" | "table-stance":
            return cell._replace(look=cell.look._replace(weight=600))
        case "table-muted":
            return cell._replace(look=cell.look._replace(colour="mute"))
        case "table-absent":
            return cell._replace(look=cell.look._replace(colour="mute", size=small.look.size))
    return styles.style(role)
