"""Paragraph and run properties, each in the order that the schema asks for (ECMA-376 17.3.1.26 and 17.3.2.28)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .units import eighths, half_points, twips


def paragraph_properties(
    style: str = "",
    *,
    keep_next: bool = False,
    keep_lines: bool = False,
    number: str = "",
    borders: str = "",
    fill: str = "",
    tabs: str = "",
    direction: str = "",
    spacing: str = "",
    indent: str = "",
    tight: bool = False,
    align: str = "",
    outline: int | None = None,
) -> str:
    """Write what stands inside `w:pPr`; `number`, `borders`, `tabs`, `spacing` and `indent` are elements already."""
    return "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style else "",
            "<w:keepNext/>" if keep_next else "",
            "<w:keepLines/>" if keep_lines else "",
            number,
            f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
            shading(fill),
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            _directed("bidi", direction),
            spacing,
            indent,
            "<w:contextualSpacing/>" if tight else "",
            f'<w:jc w:val="{align}"/>' if align else "",
            "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>',
        )
    )


def run_properties(
    style: str = "",
    *,
    font: str = "",
    bold: bool | None = None,
    italic: bool = False,
    caps: bool = False,
    strike: bool = False,
    colour: str = "",
    raised: float = 0,
    size: float = 0,
    underline: bool = False,
    border: str = "",
    fill: str = "",
    vertical: str = "",
    direction: str = "",
    language: str = "",
) -> str:
    """Write what stands inside `w:rPr`; `font` is `major` (sans) or `minor` (serif) of the theme; sizes in points."""
    off = ' w:val="0"' if bold is False else ""
    return "".join(
        (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            fonts(font) if font else "",
            "" if bold is None else f"<w:b{off}/><w:bCs{off}/>",
            "<w:i/><w:iCs/>" if italic else "",
            "<w:caps/>" if caps else "",
            "<w:strike/>" if strike else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:position w:val="{half_points(raised)}"/>' if raised else "",
            f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>' if size else "",
            '<w:u w:val="single"/>' if underline else "",
            border,
            shading(fill),
            f'<w:vertAlign w:val="{vertical}"/>' if vertical else "",
            _directed("rtl", direction),
            f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>' if language else "",
        )
    )


def _directed(name: str, direction: str) -> str:
    """Say that text runs from the right, or that it does not although text around it does."""
    return {"rtl": f"<w:{name}/>", "ltr": f'<w:{name} w:val="0"/>'}.get(direction, "")


def fonts(slot: str) -> str:
    """Name the theme's `major` or `minor` fonts for every kind of script."""
    return (
        f'<w:rFonts w:asciiTheme="{slot}HAnsi" w:eastAsiaTheme="{slot}EastAsia" '
        f'w:hAnsiTheme="{slot}HAnsi" w:cstheme="{slot}Bidi"/>'
    )


def shading(fill: str) -> str:
    """Write a plain shading; no fill, no element."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def border(side: str, width: float, colour: str, *, gap: float = 0, line: str = "single") -> str:
    """Write one border: `width` and `gap` in points."""
    return f'<w:{side} w:val="{line}" w:sz="{eighths(width)}" w:space="{round(gap)}" w:color="{colour}"/>'


def spacing(before: float = 0, after: float = 0, leading: float = 0, rule: str = "exact") -> str:
    """Write the space around a paragraph and from baseline to baseline, in points."""
    line = f' w:line="{twips(leading)}" w:lineRule="{rule}"' if leading else ""
    return f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"{line}/>'


def indent(left: float = 0, right: float = 0, hanging: float = 0) -> str:
    """Write a paragraph's indents, in points."""
    hung = f' w:hanging="{twips(hanging)}"' if hanging else ""
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"{hung}/>'


def numbering(number: int, level: int = 0) -> str:
    """Put a paragraph into the list `number`, at a level counted from 0."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


class Look(NamedTuple):
    """How a run differs from its paragraph: what inlines around it have asked for; `linked` within a link."""

    style: str = ""
    bold: bool | None = None
    italic: bool = False
    strike: bool = False
    vertical: str = ""
    direction: str = ""
    language: str = ""
    linked: bool = False

    def styled(self, style: str) -> Look:
        """Give the look in a character style; one that is light is so in bold words too."""
        return self._replace(style=style, bold=self.bold if WEIGHTS.get(style, True) else None)


PLAIN = Look()
# Bold is a toggle (17.7.3): a bold character style makes a bold paragraph light again. There it is said at the run.
WEIGHTS = {
    **dict.fromkeys(("Citation", "SourceLabel", "PageNumber", "Marking", "Name", "GapName", "Sign"), True),
    **dict.fromkeys(("BadgeStatus", "BadgeLikelihood", "BadgeConditional", "BadgeConfidence", "BadgeDraft"), True),
    **dict.fromkeys(("SignStronglyFor", "SignFor", "SignAgainst", "SignStronglyAgainst", "SignOther"), True),
    **dict.fromkeys(("TLPRed", "TLPAmber", "TLPGreen", "TLPClear"), True),
    **dict.fromkeys(("Label", "SmallWords", "AbsentWords"), False),
}


_STYLED = re.compile(f'(<w:rStyle w:val="({"|".join(WEIGHTS)})"/>)(?!<w:b[ /])')


def weighed(content: str) -> str:
    """Say at the runs of a bold paragraph how heavy their character styles are."""

    def say(match: re.Match[str]) -> str:
        return match[1] + run_properties(bold=WEIGHTS[match[2]])

    return _STYLED.sub(say, content) if "<w:rStyle" in content else content


@lru_cache(maxsize=1024)
def look_properties(look: Look) -> str:
    """Write a look as `w:rPr`; nothing for the plain one."""
    inner = run_properties(
        look.style,
        bold=look.bold,
        italic=look.italic,
        strike=look.strike,
        vertical=look.vertical,
        direction=look.direction,
        language=look.language,
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""
