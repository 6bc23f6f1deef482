"""Looks and pens: from a theme's roles to what a page's content says before it draws a word."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...themes import Role, Theme
from .fonts import Face, Shaped

RAISED = 0.42
"""How far notes stand above the baseline, in em."""
SCRIPT = 0.66
"""The size of raised and lowered text, in em."""


class Look(NamedTuple):
    """How a run of text is meant to look, before faces are chosen."""

    font: str
    size: float
    weight: int
    colour: str
    italic: bool = False
    rise: float = 0.0
    underline: bool = False
    strike: bool = False
    tabular: bool = False
    """Figures of one width, as in tables."""

    def strong(self) -> Look:
        """Stand out: semibold in text, bold where the text is semibold already."""
        return self._replace(weight=600 if self.weight < 600 else 700)

    def emphasised(self) -> Look:
        """Slant upright text and set slanted text upright."""
        return self._replace(italic=not self.italic)

    def script(self, rise: float) -> Look:
        """Raise (or lower) by so many em, and set smaller."""
        return self._replace(size=self.size * SCRIPT, rise=self.rise + rise * self.size)


class Pen:
    """A look with its face: what draws words. There is one pen for each look."""

    __slots__ = (
        "colour",
        "face",
        "font_op",
        "k",
        "look",
        "op",
        "size",
        "space",
        "space_operand",
        "strike",
        "underline",
    )

    def __init__(self, look: Look, face: Face, colour: str) -> None:
        self.look = look
        self.face = face
        self.size = look.size
        self.k = look.size / 1000
        self.colour = colour
        self.font_op = f"/{face.key} {look.size:.4g} Tf {look.rise:.4g} Ts"
        self.op = f"{self.font_op} {colour} rg"
        self.space = face.space.width * self.k
        self.space_operand = face.space.operand
        self.underline = look.underline
        self.strike = look.strike

    def width(self, word: Shaped) -> float:
        """Give a word's width in points."""
        return word.width * self.k


class Style(NamedTuple):
    """How a paragraph is set: its look and its lines. Lengths are points."""

    look: Look
    leading: float
    before: float = 0.0
    after: float = 0.0
    align: str = "left"
    """`left`, `right`, `center` or `justify`."""
    hyphenate: bool = False
    even: bool = False
    """Lines of about one length, as in titles."""
    prose: bool = False
    """No single word stands on the last line."""

    @property
    def baseline(self) -> float:
        """How far below the top of its line the text stands."""
        return self.leading / 2 + 0.33 * self.look.size


class Styles:
    """The pens and styles of a theme; shared by all documents that a renderer makes."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._keys = [(family, key) for family, font in theme.fonts.items() for key in font.faces]
        self._faces: dict[tuple[str, str], Face] = {}
        self._pens: dict[Look, Pen] = {}
        self._borrowed: dict[tuple[Look, Face], Pen] = {}
        self._styles: dict[str, Style] = {}
        self.parts: dict[tuple[Pen, str, str], list[tuple[int, int, float, float]]] = {}
        """Where words may be parted by their language, with their widths (see `places.Part`)."""
        self.in_place: dict[tuple[str, str, str], Style] = {}
        """The styles of paragraphs by role, by where they stand and by alignment, once they are known."""
        self.colours = {name: rgb(value) for name, value in theme.colours.items()}

    def colour(self, name: str) -> str:
        """Give a theme's colour, or `#RRGGBB`, as operands; ink when the theme has no such name."""
        return rgb(name) if name.startswith("#") else self.colours.get(name) or self.colours["ink"]

    def pen(self, look: Look) -> Pen:
        """Give the pen that draws a look."""
        pen = self._pens.get(look)
        if pen is None:
            face = self.face(look.font, look.weight, look.italic)
            pen = self._pens[look] = Pen(look, face.tabular() if look.tabular else face, self.colour(look.colour))
        return pen

    def pen_with(self, look: Look, face: Face) -> Pen:
        """Give the pen that draws a look with another face than the theme's."""
        pen = self._borrowed.get((look, face))
        if pen is None:
            pen = self._borrowed[look, face] = Pen(look, face, self.colour(look.colour))
        return pen

    def style(self, role: str) -> Style:
        """Give the style of a role; the body's when the theme has no such role."""
        style = self._styles.get(role)
        if style is None:
            tokens = self.theme.roles.get(role) or self.theme.roles["body"]
            style = self._styles[role] = _style(role, tokens)
        return style

    def face(self, family: str, weight: int, italic: bool) -> Face:
        """Give the face that comes nearest, read from its file when first asked for."""
        family = family if family in self.theme.fonts else next(iter(self.theme.fonts))
        font = self.theme.fonts[family]
        choices = [key for key in font.faces if key.endswith("i") == italic] or list(font.faces)
        key = min(choices, key=lambda k: (abs(int(k.rstrip("i")) - weight), k))
        if (family, key) not in self._faces:
            self._faces[family, key] = Face(font.faces[key], f"F{self._keys.index((family, key))}")
        return self._faces[family, key]

    def fallbacks(self, look: Look) -> list[Look]:
        """Give the same look in the theme's other families, for characters that its own lacks."""
        return [look._replace(font=family) for family in self.theme.fonts if family != look.font]


def _style(role: str, tokens: Role) -> Style:
    heading = role in ("title", "h1", "h2", "h3", "card-title")
    return Style(
        look=Look(tokens.font, tokens.size, tokens.weight, tokens.colour),
        leading=tokens.leading,
        before=tokens.before,
        after=tokens.after,
        align="left" if heading and tokens.align == "justify" else tokens.align,
        hyphenate=tokens.hyphenate and not heading,
        even=heading,
        prose=role in ("body", "bottom-line", "judgment", "subtitle"),
    )


def rgb(colour: str) -> str:
    """Write `#RRGGBB` as three operands from 0 to 1.

    >>> rgb("#FF0033")
    '1 0 .2'
    """
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(number(part, 4) for part in parts)


@lru_cache(maxsize=4096)
def number(value: float, digits: int = 2) -> str:
    """Write a number as short as PDF allows.

    >>> number(0.5), number(12.0), number(-0.001)
    ('.5', '12', '0')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return "0" if text in ("-0", "", "-") else text
