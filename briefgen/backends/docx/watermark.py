"""The word that lies across every page of a draft, as Word itself puts it there: a shape in each header.

Word knows its own watermarks by the shape's name and takes them away by Design > Watermark > Remove. The shape is
decoration, without words for listeners: the status stands in the text and in the footer.
"""

from __future__ import annotations

import math

from ...themes import Theme
from .styles.style import colour
from .xml import escape

_DIAGONAL = math.sqrt(2)
# Word's own shape of text on a line (VML, 19.1.2.20): its path and formulas are the same in every file.
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)
_EQUATIONS = "".join(f'<v:f eqn="{formula}"/>' for formula in _FORMULAS)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    f"<v:formulas>{_EQUATIONS}</v:formulas>"
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


def watermark(words: str, theme: Theme, number: int, lost: list[str]) -> str:
    """Write the run of a header that shows words across its pages, nothing without words; `number` tells shapes apart.

    The tint is light enough for every colour of text in front of it.
    """
    if not words:
        return ""
    width, height = _size(len(words), theme.page.wide)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    font = theme.fonts["sans"].word
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" style="{style}" o:allowincell="f" '
        f'fillcolor="#{colour(theme, "hair")}" stroked="f"><v:fill opacity=".6"/>'
        f'<v:textpath style="font-family:&quot;{escape(font, lost)}&quot;;font-size:1pt;font-weight:bold" '
        f'string="{escape(words.upper(), lost)}"/></v:shape></w:pict></w:r>'
    )


def _size(letters: int, room: float) -> tuple[int, int]:
    """Fit words that lie on the diagonal between the margins; a letter is about half as wide as it is high."""
    ratio = max(2.0, 0.55 * letters)
    height = 0.85 * room * _DIAGONAL / (ratio + 1)
    return round(height * ratio), round(height)
