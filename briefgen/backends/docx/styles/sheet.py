"""The style sheet as a part: defaults in the document's language, then every style."""

from __future__ import annotations

from functools import lru_cache

from ....themes import Theme
from ..formatting import run_properties
from ..package import Part, part
from ..xml import DECLARATION, NAMESPACES
from .callouts import callout_styles
from .characters import character_styles
from .furniture import furniture_styles
from .paragraphs import paragraph_styles
from .style import Style, colour, font_slot
from .tables import table_styles

# Word's other built-in styles stay out of its panes until somebody uses one.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)


@lru_cache(maxsize=64)
def styles_part(theme: Theme, language: str, direction: str) -> Part:
    """Make the style sheet of a theme, for documents in a language and of a direction."""
    styles = "".join(style.xml() for style in all_styles(theme))
    defaults = _defaults(theme, language, direction)
    return part(f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{_LATENT}{styles}</w:styles>", level=9)


def all_styles(theme: Theme) -> list[Style]:
    """List every style that a theme makes."""
    none = Style(id="NoList", name="No List", kind="numbering", shown=False)
    return [
        *paragraph_styles(theme),
        *callout_styles(theme),
        *furniture_styles(theme),
        *character_styles(theme),
        *table_styles(theme),
        none,
    ]


@lru_cache(maxsize=16)
def bold_styles(theme: Theme) -> frozenset[str]:
    """Give the ids of the paragraph styles that are bold, or may be: in a house's own file nobody knows."""
    bold: set[str] = set()
    for style in all_styles(theme):
        if style.kind == "paragraph" and (theme.word.reference or "<w:b/>" in style.run or style.based in bold):
            bold.add(style.id)
    return frozenset(bold)


def _defaults(theme: Theme, language: str, direction: str) -> str:
    body = theme.roles["body"]
    run = run_properties(
        font=font_slot(body.font), colour=colour(theme, body.colour), size=body.size, language=language
    )
    shape = "<w:pPr><w:bidi/></w:pPr>" if direction == "rtl" else ""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault>{shape}</w:pPrDefault></w:docDefaults>"
    )
