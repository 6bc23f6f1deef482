"""The house's own text: its page and sections, and ids that do not get in ours' way."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from ....themes import Page, Theme
from ..page import section_properties
from ..xml import NAMESPACES
from .parts import R, W

_APART = 500_000
_NOTED = ("footnoteReference", "endnoteReference", "commentReference", "commentRangeStart", "commentRangeEnd")


def set_apart(root: Any) -> None:
    """Leave out notes and comments of the template, and move its ids away from those of the brief."""
    for tag in _NOTED:
        for element in list(root.iter(f"{W}{tag}")):
            element.getparent().remove(element)
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for element in root.iter(f"{W}{tag}"):
            element.set(f"{W}id", _moved(element.get(f"{W}id")))
    for element in root.iter("{*}docPr"):
        element.set("id", _moved(element.get("id")))


def _moved(number: str | None) -> str:
    return str(int(number or 0) % _APART + _APART)


def prefix_relations(root: Any, prefix: str) -> None:
    """Put a prefix before the ids of relationships."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith(R):
                element.set(name, prefix + value)


def has_pages(root: Any) -> bool:
    """Say whether the house has a header or footer of its own."""
    return next(root.iter(f"{W}headerReference", f"{W}footerReference"), None) is not None


def last_section(root: Any, theme: Theme) -> Any:
    """Give the properties of the last section; where there are none, the theme's."""
    from lxml import etree

    body = root.find(f"{W}body")
    section = body.find(f"{W}sectPr")
    if section is None:
        section = etree.fromstring(f"<x {NAMESPACES}>{section_properties(theme)}</x>")[0]
        body.append(section)
    return section


def add_pages(section: Any, theme: Theme) -> None:
    """Give a section our headers and footers, a first page of its own included."""
    from lxml import etree

    ours = etree.fromstring(f"<x {NAMESPACES}>{section_properties(theme)}</x>")[0]
    references = [e for e in ours if e.tag in (f"{W}headerReference", f"{W}footerReference")]
    for i, reference in enumerate(references):
        section.insert(i, reference)
    _keep_off_the_edge(section.find(f"{W}pgMar"), ours.find(f"{W}pgMar"))
    if section.find(f"{W}titlePg") is None:
        after = [e for e in section if e.tag in {f"{W}{t}" for t in _AFTER_TITLE}]
        title = ours.find(f"{W}titlePg")
        after[0].addprevious(title) if after else section.append(title)


def _keep_off_the_edge(margins: Any, ours: Any) -> None:
    """LibreOffice writes no distance for headers that a file does not have."""
    for place in (f"{W}header", f"{W}footer"):
        if margins is not None and margins.get(place, "0") == "0":
            margins.set(place, ours.get(place))


_AFTER_TITLE = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")


def house_page(section: Any, theme: Theme) -> Theme:
    """Give the theme with the house's page: prose fills the width between its margins."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    page = theme.page
    width, height = _points(size, "w", page.width), _points(size, "h", page.height)
    sides = {side: _points(margins, side, getattr(page, side)) for side in ("left", "right", "top", "bottom")}
    room = width - sides["left"] - sides["right"]
    if room < 72:
        return theme
    measured: Page = evolve(page, width=width, height=height, **sides, text=room, gutter=0.0, side=0.0)
    return evolve(theme, page=measured, digest=f"{theme.digest}-house")


def _points(element: Any, name: str, otherwise: float) -> float:
    try:
        return abs(float(element.get(f"{W}{name}"))) / 20
    except (AttributeError, TypeError, ValueError):
        return otherwise
