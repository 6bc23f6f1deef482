"""Table styles: rules above, below and between rows; a matrix whose cells are tinted; cards."""

from __future__ import annotations

from ....themes import Theme
from ..formatting import border, shading
from ..units import twips
from .style import Style, colour

_CENTRED = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'


def table_styles(theme: Theme) -> list[Style]:
    """Make every table style."""
    rules = _rules(theme)
    return [
        Style(
            id="TableNormal",
            name="Normal Table",
            kind="table",
            shown=False,
            more=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(0, 5.4, 0, 5.4)}</w:tblPr>',
        ),
        _table("BriefTable", "Brief Table", rules + cell_margins(4, 8, 4.5, 0), _head(theme)),
        _table(
            "PositionMatrix",
            "Position Matrix",
            _rules(theme, gutter=3) + cell_margins(4, 4, 4.5, 6),
            _CENTRED + _head(theme),
        ),
        _table("BriefMeta", "Brief Meta", _meta_rules(theme) + cell_margins(0, 8, 0, 0), ""),
        _table("BriefColumns", "Brief Columns", cell_margins(0, 0, 0, 0), ""),
        _table("ScenarioCards", "Scenario Cards", cell_margins(7, 9, 7, 9), _card(theme), bands=True),
    ]


def cell_margins(top: float, right: float, bottom: float, left: float) -> str:
    """Write the inner margins of a table's cells, in points."""
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    inner = "".join(f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def _rules(theme: Theme, *, gutter: float = 0) -> str:
    """Rules above, below and between rows; a gutter is a white border between columns."""
    edge, ink = theme.strokes["table-edge"], colour(theme, "ink")
    rows = border("insideH", theme.strokes["table-row"], colour(theme, "rule"))
    white = border("insideV", gutter, "FFFFFF") if gutter else ""
    return f"<w:tblBorders>{border('top', edge, ink)}{border('bottom', edge, ink)}{rows}{white}</w:tblBorders>"


def _meta_rules(theme: Theme) -> str:
    above = border("top", theme.strokes["meta-above"], colour(theme, "ink"))
    below = border("bottom", theme.strokes["meta-below"], colour(theme, "rule"))
    return f"<w:tblBorders>{above}{below}</w:tblBorders>"


def _head(theme: Theme) -> str:
    line = border("bottom", theme.strokes["table-head"], colour(theme, "mute"))
    cell = f'<w:tcPr><w:tcBorders>{line}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr>'
    return f'<w:tblStylePr w:type="firstRow">{cell}</w:tblStylePr>'


def _card(theme: Theme) -> str:
    """Every other column is a card; the ones between are the gaps."""
    line = border("top", theme.strokes["card"], colour(theme, "accent"))
    cell = f"<w:tcPr><w:tcBorders>{line}</w:tcBorders>{shading(colour(theme, 'panel'))}</w:tcPr>"
    return f'<w:tblStylePr w:type="band1Vert">{cell}</w:tblStylePr>'


def _table(id: str, name: str, inner: str, conditional: str, *, bands: bool = False) -> Style:
    band = '<w:tblStyleColBandSize w:val="1"/>' if bands else ""
    more = f"<w:tblPr>{band}{inner}</w:tblPr>{conditional}"
    return Style(id=id, name=name, kind="table", based="TableNormal", priority=36, more=more)
