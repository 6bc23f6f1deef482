"""Figures: pictures and charts with their captions and their words."""

from __future__ import annotations

from ...document import nodes as n
from ...document.walk import plain_text
from .captions import caption
from .charts import range_chart
from .flow import Flow
from .images import Picture, fit_picture
from .laying import lay_all
from .strips import WIDOW
from .tagging import Element

AFTER = 7.0


def figure(node: n.Figure, flow: Flow) -> None:
    """Set a figure: its caption, the picture or chart, and its description."""
    if node.caption or node.description:
        element = flow.job.element("Sect", flow.element, node)
        caption(node, flow.job.document.labels.figure, flow, element)
    else:
        element = flow.element
    if isinstance(node.content, n.Image):
        alt = node.alt or node.content.alt
        _picture(node.content, flow, Element("Figure", element, flow.job.alternative(alt)) if alt else None)
    else:
        alt = node.alt or plain_text(node.caption) or flow.job.document.labels.figure
        part = Element("Figure", element, flow.job.alternative(alt))
        drawing = range_chart(node.content, flow.job, flow.wide, part)
        flow.content(drawing, drawing.height, 4.0, AFTER)
    if node.description:
        flow.keep_with_next(WIDOW)
        with flow.set(element=element, role="small"):
            lay_all(node.description, flow)
        flow.after = AFTER


def lone_picture(node: n.Paragraph) -> n.Image | None:
    """Give the picture of a paragraph that holds nothing else."""
    match node.inlines:
        case (n.Image() as image,):
            return image
    return None


def lay_picture(image: n.Image, flow: Flow, element: Element) -> None:
    """Set a picture on lines of its own."""
    _picture(image, flow, Element("Figure", element, flow.job.alternative(image.alt)) if image.alt else None)


def _picture(image: n.Image, flow: Flow, element: Element | None) -> None:
    wide = flow.wide if not flow.x else flow.width
    picture: Picture = fit_picture(image, wide, flow.job.page_height * 0.8, flow.job, element)
    flow.content(picture, picture.height, 4.0, AFTER)
