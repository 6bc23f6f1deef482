"""Paragraph styles of callouts: shading and borders, no text boxes. A title and its text share one box."""

from __future__ import annotations

from attrs import frozen

from ....themes import Theme
from ..formatting import border, indent, paragraph_properties, spacing
from .paragraphs import column_indent
from .style import ALIGNED, Style, colour, role_run

CALLOUTS = {
    "bottom-line": "BottomLine",
    "gap": "GapNote",
    "caveat": "Caveat",
    "note": "BriefNote",
    "warning": "BriefWarning",
}
_BELOW = 6.0
_PANEL_GAP, _REMARK_GAP = 14.0, 10.0
PANELS = {"BottomLine": _PANEL_GAP, "BriefNote": _REMARK_GAP, "BriefWarning": _REMARK_GAP}
"""The callouts that stand on a panel, and how far its edges are from the text, in points."""


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
        *_pair(theme, "BottomLine", "Bottom Line", _panel(theme, "BottomLine", "accent"), "accent", title_size=11),
        *_aside(theme, "GapNote", "Gap Note", "counter", "counter"),
        *_aside(theme, "Caveat", "Caveat", "rule", "sec"),
        *_pair(theme, "BriefNote", "Brief Note", _panel(theme, "BriefNote", "mute"), "mute"),
        *_pair(theme, "BriefWarning", "Brief Warning", _panel(theme, "BriefWarning", "counter"), "counter"),
    ]


def _panel(theme: Theme, style: str, edge: str) -> _Box:
    """A panel with an edge inside it at the left: over the whole width for the bottom line, else in the text column."""
    panel, gap, whole = colour(theme, "panel"), PANELS[style], style == "BottomLine"
    borders = (
        border("top", 0.25, panel, gap=9 if whole else 6)
        + border("left", theme.strokes["bottom-line-edge"], colour(theme, edge), gap=gap)
        + border("bottom", 0.25, panel, gap=11 if whole else 7)
        + border("right", 0.25, panel, gap=gap)
    )
    right = gap + (0 if whole else column_indent(theme))
    return _Box(borders, panel, indent(box_indent(theme, style), right), "bottom-line" if whole else "small")


def _aside(theme: Theme, id: str, name: str, edge: str, title: str) -> list[Style]:
    """A note in the text column below a rule; Word draws the rule once over paragraphs that share it."""
    stroke = theme.strokes["gap-note"] if id == "GapNote" else 0.5
    rule = border("top", stroke, colour(theme, edge), gap=4)
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
        align=ALIGNED[tokens.align],
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
    """Give how far a callout's text is indented, in points: a panel's edge stands inside the page."""
    return theme.strokes["bottom-line-edge"] + PANELS[style] if style in PANELS else 0.0
