"""Character styles: citations, badges, marks, and the small words of tables and facts."""

from __future__ import annotations

from ....markings import scheme
from ....themes import Theme
from ..formatting import border, run_properties
from .style import Style, code_run, colour, font_slot, role_run

TLP_STYLES = {
    "RED": "TLPRed",
    "AMBER": "TLPAmber",
    "AMBER+STRICT": "TLPAmber",
    "GREEN": "TLPGreen",
    "CLEAR": "TLPClear",
}


def character_styles(theme: Theme) -> list[Style]:
    """Make every character style."""
    return [
        Style(id="DefaultParagraphFont", name="Default Paragraph Font", kind="character", priority=1, shown=False),
        *_references(theme),
        *_badges(theme),
        *_words(theme),
        *_marks(theme),
    ]


def _references(theme: Theme) -> list[Style]:
    accent = colour(theme, "accent")
    raised = run_properties(font=font_slot("sans"), colour=accent, vertical="superscript")
    small = theme.roles["footnote"].size
    return [
        _character("Hyperlink", "Hyperlink", run_properties(colour=accent, underline=True), shown=False),
        _character("Citation", "Citation", run_properties(font=font_slot("sans"), bold=True, colour=accent, size=8)),
        _character("FootnoteReference", "footnote reference", raised, shown=False),
        _character("EndnoteReference", "endnote reference", raised, shown=False),
        _character("PageNumber", "page number", run_properties(bold=True), shown=False),
        _character("CommentReference", "annotation reference", run_properties(size=small), shown=False),
        _character("SourceLabel", "Source Label", run_properties(font=font_slot("sans"), bold=True, colour=accent)),
        _character("CaptionLabel", "Caption Label", run_properties(colour=accent)),
    ]


def _badges(theme: Theme) -> list[Style]:
    mute, ink, accent = (colour(theme, name) for name in ("mute", "ink", "accent"))
    tint = colour(theme, "tint")
    return [
        _badge(theme, "BadgeStatus", "Badge Status", "ink", mute),
        _badge(theme, "BadgeLikelihood", "Badge Likelihood", "accent", accent, fill=tint),
        _badge(theme, "BadgeConditional", "Badge Conditional", "ink", mute, line="dashSmallGap"),
        _badge(theme, "BadgeConfidence", "Badge Confidence", "ink", mute),
        _badge(theme, "BadgeDraft", "Badge Draft", "", "", fill=ink),
    ]


def _badge(theme: Theme, id: str, name: str, text: str, edge: str, *, fill: str = "", line: str = "single") -> Style:
    role = theme.roles["badge"]
    run = run_properties(
        font=font_slot(role.font),
        bold=True,
        colour=colour(theme, text) if text else "FFFFFF",
        size=role.size,
        border=border("bdr", 0.5, edge, gap=1, line=line) if edge else "",
        fill=fill,
    )
    return _character(id, name, run)


def _words(theme: Theme) -> list[Style]:
    sec, mute = colour(theme, "sec"), colour(theme, "mute")
    return [
        _character("Sign", "Sign", run_properties(font=font_slot("sans"), bold=True, size=11)),
        _character("Name", "Name", run_properties(bold=True, colour=colour(theme, "ink"))),
        _character("GapName", "Gap Name", run_properties(bold=True, colour=colour(theme, "counter"))),
        *_signs(theme),
        _character("Label", "Label", run_properties(colour=sec)),
        _character("Claim", "Claim", role_run(theme, "claim")),
        _character("SmallWords", "Small Words", role_run(theme, "small", colour_name="sec")),
        _character("AbsentWords", "Absent Words", run_properties(colour=mute)),
        _character("VerbatimChar", "Verbatim Char", code_run(theme)),
    ]


def _signs(theme: Theme) -> list[Style]:
    """Signs as a legend shows them: on the tint of their stance."""
    tints = {
        "Strongly For": "strongly-for",
        "For": "for",
        "Against": "against",
        "Strongly Against": "strongly-against",
        "Other": "panel",
    }
    ink = colour(theme, "ink")
    return [
        _character(
            f"Sign{name.replace(' ', '')}",
            f"Sign {name}",
            run_properties(bold=True, colour=ink, fill=colour(theme, tint)),
        )
        for name, tint in tints.items()
    ]


def _marks(theme: Theme) -> list[Style]:
    role = theme.roles["marking"]
    plain = run_properties(font=font_slot(role.font), bold=True, colour=colour(theme, "ink"), size=marking_size(theme))
    tlp = [
        _character(
            TLP_STYLES[word], TLP_STYLES[word].replace("TLP", "TLP "), _tlp(theme, scheme("tlp").colours[f"TLP:{word}"])
        )
        for word in ("RED", "AMBER", "GREEN", "CLEAR")
    ]
    return [_character("Marking", "Marking", plain), *tlp]


def marking_size(theme: Theme) -> float:
    """Give the size of a marking that is not TLP, in points: one of many words has to fit beside the page's number."""
    return theme.roles["table-cell"].size


def _tlp(theme: Theme, words: str) -> str:
    role = theme.roles["marking"]
    return run_properties(
        font=font_slot(role.font),
        bold=True,
        caps=True,
        colour=words.removeprefix("#"),
        size=max(role.size, scheme("tlp").least_size),
        fill=scheme("tlp").background.removeprefix("#"),
    )


def _character(id: str, name: str, run: str, *, shown: bool = True) -> Style:
    return Style(id=id, name=name, kind="character", based="DefaultParagraphFont", priority=40, run=run, shown=shown)
