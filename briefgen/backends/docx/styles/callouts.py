"""Paragraph styles of callouts: shading and borders, no text boxes. A title and its text share one box."""

from __future__ import annotations

from attrs import frozen

from ....themes import Theme
from ..formatting import border, indent, paragraph_properties, spacing
from .paragraphs import column_indent
from .style import Style, colour, role_run

CALLOUTS = {
    "bottom-line": "BottomLine",
    "gap": "GapNote",
    "caveat": "Caveat",
    "note": "BriefNote",
    "warning": "BriefWarning",
}
_STROKES = {"Caveat": 0.5, "BriefNote": 0.5, "BriefWarning": 3.0}
_BELOW = 6.0
_PANEL_GAP = 14.0


@frozen
class _Box:
    """A box's edges, shading and indents, and the role of its text."""

    borders: str
    fill: str
    indent: str
    role: str


def callout_styles(theme: Theme) -> list[Style]:
    """Make each kind's text style and its title style."""
    return [
        *_bottom_line(theme),
        *_aside(theme, "GapNote", "Gap Note", "counter", "counter"),
        *_aside(theme, "Caveat", "Caveat", "rule", "sec"),
        *_aside(theme, "BriefNote", "Brief Note", "rule", "ink"),
        *_aside(theme, "BriefWarning", "Brief Warning", "counter", "counter"),
    ]


def _bottom_line(theme: Theme) -> list[Style]:
    """A panel over the whole width, its accent edge inside the box."""
    panel, edge = colour(theme, "panel"), theme.strokes["bottom-line-edge"]
    borders = (
        border("top", 0.25, panel, gap=9)
        + border("left", edge, colour(theme, "accent"), gap=_PANEL_GAP)
        + border("bottom", 0.25, panel, gap=11)
        + border("right", 0.25, panel, gap=_PANEL_GAP)
    )
    box = _Box(borders, panel, indent(box_indent(theme, "BottomLine"), _PANEL_GAP), "bottom-line")
    return _pair(theme, "BottomLine", "Bottom Line", box, "accent", title_size=11)


def _aside(theme: Theme, id: str, name: str, edge: str, title: str) -> list[Style]:
    """A note in the text column below a rule; Word draws the rule once over paragraphs that share it."""
    rule = border("top", _STROKES.get(id) or theme.strokes["gap-note"], colour(theme, edge), gap=4)
    box = _Box(rule, "", indent(right=column_indent(theme)), "small")
    return _pair(theme, id, name, box, title)


def _pair(theme: Theme, id: str, name: str, box: _Box, title_colour: str, *, title_size: float = 0) -> list[Style]:
    tokens = theme.roles[box.role]
    text = paragraph_properties(
        keep_lines=True,
        borders=box.borders,
        fill=box.fill,
        spacing=spacing(tokens.before, _BELOW, tokens.leading, "atLeast"),
        indent=box.indent,
        tight=not box.fill,
    )
    size = title_size or tokens.size
    above = 0.0 if box.fill else 6.0
    return [
        Style(id=id, name=name, based="Normal", priority=25, paragraph=text, run=role_run(theme, box.role)),
        Style(
            id=f"{id}Title",
            name=f"{name} Title",
            based=id,
            next=id,
            priority=25,
            paragraph=paragraph_properties(keep_next=True, spacing=spacing(above, 2, size * 1.35, "atLeast")),
            run=role_run(theme, "h3", colour_name=title_colour, size=size),
        ),
    ]


def box_indent(theme: Theme, style: str) -> float:
    """Give how far a callout's text is indented, in points: the bottom line's edge stands inside the page."""
    return theme.strokes["bottom-line-edge"] + _PANEL_GAP if style == "BottomLine" else 0.0
