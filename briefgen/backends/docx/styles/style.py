"""One style: its id, the name that Word shows, what it builds on and what it sets."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from ....themes import Theme
from ..formatting import paragraph_properties, run_properties, spacing

# Ids of styles that Word knows by name; every other style is marked as ours.
_BUILT_IN = {
    "Normal",
    "DefaultParagraphFont",
    "TableNormal",
    "NoList",
    "BodyText",
    "Title",
    "Subtitle",
    "Caption",
    "Quote",
    "Header",
    "PageNumber",
    "Footer",
    "Hyperlink",
    "TOCHeading",
    "FootnoteText",
    "FootnoteReference",
    "EndnoteText",
    "EndnoteReference",
    "CommentText",
    "CommentReference",
    "Bibliography",
    "ListBullet",
    "ListNumber",
    "ListContinue",
}
_NUMBERED = ("Heading", "TOC")


@frozen(kw_only=True)
class Style:
    """A style; `paragraph`, `run` and `more` are elements as formatting.py writes them."""

    id: str
    name: str
    kind: Literal["paragraph", "character", "table", "numbering"] = "paragraph"
    based: str = ""
    next: str = ""
    paragraph: str = ""
    run: str = ""
    more: str = ""
    priority: int = 99
    shown: bool = True
    """Whether Word offers it in its gallery."""

    def xml(self) -> str:
        """Write the style (ECMA-376 17.7.4.17)."""
        return "".join(
            (
                f'<w:style w:type="{self.kind}"{self._default()}{self._custom()} w:styleId="{self.id}">',
                f'<w:name w:val="{self.name}"/>',
                f'<w:basedOn w:val="{self.based}"/>' if self.based else "",
                f'<w:next w:val="{self.next}"/>' if self.next else "",
                f'<w:uiPriority w:val="{self.priority}"/>',
                "<w:qFormat/>" if self.shown else "",
                f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "",
                f"<w:rPr>{self.run}</w:rPr>" if self.run else "",
                self.more,
                "</w:style>",
            )
        )

    def _default(self) -> str:
        default = self.id in ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
        return ' w:default="1"' if default else ""

    def _custom(self) -> str:
        known = self.id in _BUILT_IN or self.id.rstrip("123456789") in _NUMBERED
        return "" if known else ' w:customStyle="1"'


def colour(theme: Theme, name: str) -> str:
    """Give a theme's colour as Word writes it: `0F4C5C`."""
    return theme.colours[name].lstrip("#").upper()


def role_run(theme: Theme, name: str, *, colour_name: str = "", size: float = 0) -> str:
    """Write the run properties of a theme's role; `colour_name` and `size` stand in for its own."""
    role = theme.roles[name]
    return run_properties(
        font=font_slot(role.font),
        bold=role.weight >= 600 or None,
        size=size or role.size,
        colour=colour(theme, colour_name or role.colour),
    )


def role_spacing(theme: Theme, name: str, rule: str = "exact") -> str:
    """Write the spacing of a theme's role; rule `atLeast` where badges stand, or pictures."""
    role = theme.roles[name]
    return spacing(role.before, role.after, role.leading, rule)


def font_slot(font: str) -> str:
    """Give the place of a theme's font in Word's own theme: headings take the sans, prose the serif."""
    return "major" if font == "sans" else "minor"


ALIGNED = {"left": "", "right": "right", "center": "center", "justify": "both"}
"""Word's names of alignments; none where a style begins at the left, as all do."""


def role_style(
    theme: Theme,
    role: str,
    *,
    id: str,
    name: str,
    next: str = "",
    priority: int = 34,
    shown: bool = True,
    indent: str = "",
    tabs: str = "",
    rule: str = "exact",
    colour: str = "",
    before: float | None = None,
    after: float | None = None,
    number: str = "",
    keep_next: bool = False,
) -> Style:
    """Make a style that sets everything a role says; what is given stands in for the role's own."""
    tokens = theme.roles[role]
    space = spacing(
        tokens.before if before is None else before,
        tokens.after if after is None else after,
        tokens.leading,
        rule,
    )
    return Style(
        id=id,
        name=name,
        based="Normal",
        next=next,
        priority=priority,
        shown=shown,
        paragraph=paragraph_properties(
            keep_next=keep_next, number=number, tabs=tabs, spacing=space, indent=indent, align=ALIGNED[tokens.align]
        ),
        run=role_run(theme, role, colour_name=colour),
    )


def based_style(
    id: str, name: str, based: str, *, priority: int, indent: str = "", run: str = "", keep_next: bool = False
) -> Style:
    """Make a style that differs from another in its indent or its type."""
    shape = paragraph_properties(keep_next=keep_next, indent=indent)
    return Style(id=id, name=name, based=based, priority=priority, paragraph=shape, run=run)


def code_run(theme: Theme) -> str:
    """Write the run properties of text shown as it is: a face whose letters are equally wide."""
    size = run_properties(size=theme.roles["code"].size)
    return f'<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>{size}'
