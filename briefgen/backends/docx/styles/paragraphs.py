"""Paragraph styles from a theme's roles. The right indent of prose makes the text column."""

from __future__ import annotations

from ....themes import Theme
from ..formatting import border, indent, paragraph_properties, run_properties, spacing
from .style import Style, based_style, code_run, colour, role_run, role_spacing, role_style

# Styles of prose: they keep to the text column, except within a cell.
PROSE = frozenset(
    {
        "Subtitle",
        "BodyText",
        "FactLine",
        "KeyJudgment",
        "JudgmentDetail",
        "Quote",
        "QuoteSource",
        "SourceCode",
        "DefinitionTerm",
        "Definition",
        "ListContinue",
        "ListHead",
        "Recommendation",
        "Small",
        "Absent",
        "Figure",
    }
)
LIST_STEP = 18.0
QUOTE_INDENT = 18.0
BULLET_INDENT = 11.0
NUMBER_INDENT = 18.0
JUDGMENT_INDENT = 20.0
LABEL_INDENT = 22.0
# The lists that the styles themselves belong to, so that a style alone makes an item.
BULLETS, NUMBERS, JUDGMENTS = 2, 3, 4


def column_indent(theme: Theme) -> float:
    """Give what prose leaves free at the right, in points: gutter and side column."""
    return theme.page.wide - theme.page.text


def paragraph_styles(theme: Theme) -> list[Style]:
    """Make the styles of the head, of headings, prose, lists and judgments."""
    return [
        Style(id="Normal", name="Normal", priority=0),
        *_head(theme),
        *_headings(theme),
        *_prose(theme),
        *_lists(theme),
        *_judgments(theme),
    ]


def _head(theme: Theme) -> list[Style]:
    narrow = indent(right=column_indent(theme))
    return [
        role_style(theme, "kicker", id="BriefKicker", name="Brief Kicker", next="Title", priority=9),
        role_style(theme, "title", id="Title", name="Title", next="Subtitle", priority=10),
        Style(
            id="CoverTitle",
            name="Cover Title",
            based="Title",
            next="Subtitle",
            priority=10,
            paragraph=paragraph_properties(
                spacing=spacing(theme.page.height / 5, theme.roles["title"].after, theme.roles["title"].leading)
            ),
        ),
        role_style(theme, "subtitle", id="Subtitle", name="Subtitle", next="BodyText", priority=11, indent=narrow),
        role_style(theme, "meta-label", id="MetaLabel", name="Meta Label", next="MetaValue", priority=12, after=0),
        role_style(theme, "meta-value", id="MetaValue", name="Meta Value", priority=12, before=0, rule="atLeast"),
    ]


def _headings(theme: Theme) -> list[Style]:
    line = border("top", theme.strokes["h1-above"], colour(theme, "accent"), gap=theme.strokes["h1-gap"])
    tokens = {1: "h1", 2: "h2", 3: "h3", 4: "h4"}
    own = [_heading(theme, level, role, line if level == 1 else "") for level, role in tokens.items()]
    deeper = [
        Style(
            id=f"Heading{level}",
            name=f"heading {level}",
            based="Heading4",
            next="BodyText",
            priority=9,
            paragraph=paragraph_properties(outline=level - 1),
        )
        for level in range(5, 10)
    ]
    return own + deeper


def _heading(theme: Theme, level: int, role: str, line: str) -> Style:
    shape = paragraph_properties(
        keep_next=True,
        keep_lines=True,
        borders=line,
        spacing=role_spacing(theme, role, "atLeast"),
        outline=level - 1,
    )
    return Style(
        id=f"Heading{level}",
        name=f"heading {level}",
        based="Normal",
        next="BodyText",
        paragraph=shape,
        run=role_run(theme, role),
        priority=9,
    )


def _prose(theme: Theme) -> list[Style]:
    right = column_indent(theme)
    narrow = indent(right=right)
    return [
        role_style(theme, "body", id="BodyText", name="Body Text", indent=narrow, priority=1),
        role_style(
            theme, "small", id="FactLine", name="Fact Line", indent=narrow, rule="atLeast", after=4, keep_next=True
        ),
        role_style(theme, "small", id="Small", name="Small", indent=narrow, after=6, rule="atLeast"),
        role_style(theme, "small", id="Absent", name="Absent", colour="mute", indent=narrow, after=6),
        role_style(theme, "small", id="Legend", name="Legend", colour="sec", before=5, after=8, rule="atLeast"),
        role_style(theme, "source-line", id="SourceLine", name="Source Line"),
        Style(
            id="ListHead",
            name="List Head",
            based="BodyText",
            priority=19,
            paragraph=paragraph_properties(keep_next=True, spacing=spacing(0, 2, theme.roles["body"].leading)),
        ),
        based_style("Quote", "Quote", "BodyText", priority=29, indent=indent(QUOTE_INDENT, right + QUOTE_INDENT)),
        based_style(
            "QuoteSource", "Quote Source", "Quote", priority=30, run=role_run(theme, "small", colour_name="sec")
        ),
        Style(
            id="DefinitionTerm",
            name="Definition Term",
            based="BodyText",
            priority=31,
            paragraph=paragraph_properties(keep_next=True, spacing=spacing(0, 1, theme.roles["body"].leading)),
            run=run_properties(bold=True),
        ),
        based_style("Definition", "Definition", "BodyText", priority=31, indent=indent(LIST_STEP, right)),
        Style(
            id="SourceCode",
            name="Source Code",
            based="BodyText",
            priority=32,
            paragraph=paragraph_properties(spacing=role_spacing(theme, "code", "atLeast"), align="left"),
            run=code_run(theme),
        ),
        Style(
            id="BriefRule",
            name="Brief Rule",
            based="BodyText",
            priority=33,
            paragraph=paragraph_properties(
                borders=border("bottom", 0.5, colour(theme, "rule"), gap=1), spacing=spacing(0, 14, 7)
            ),
        ),
    ]


def _lists(theme: Theme) -> list[Style]:
    """Items of one style stand close together, at whatever level; what is of another style keeps its distance."""
    right = column_indent(theme)
    body = theme.roles["body"]

    def shape(left: float, hanging: float, number: str) -> str:
        around = spacing(0, body.after, body.leading)
        return paragraph_properties(number=number, spacing=around, indent=indent(left, right, hanging), tight=True)

    bullet = shape(BULLET_INDENT, BULLET_INDENT, in_list(BULLETS))
    number = shape(NUMBER_INDENT, NUMBER_INDENT, in_list(NUMBERS))
    return [
        Style(id="ListBullet", name="List Bullet", based="BodyText", priority=20, paragraph=bullet),
        Style(id="ListNumber", name="List Number", based="BodyText", priority=20, paragraph=number),
        Style(
            id="Recommendation",
            name="Recommendation",
            based="BodyText",
            priority=20,
            paragraph=paragraph_properties(
                keep_next=True,
                number=in_list(NUMBERS),
                spacing=spacing(6, 3, body.leading),
                indent=indent(NUMBER_INDENT, right, NUMBER_INDENT),
            ),
        ),
        Style(
            id="ListContinue",
            name="List Continue",
            based="BodyText",
            priority=21,
            paragraph=shape(BULLET_INDENT, 0, ""),
        ),
    ]


def in_list(number: int) -> str:
    """Let a style make its paragraphs items of a list."""
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _judgments(theme: Theme) -> list[Style]:
    right = column_indent(theme)
    claim = indent(JUDGMENT_INDENT, right, JUDGMENT_INDENT)
    detail = indent(JUDGMENT_INDENT, right)
    return [
        role_style(
            theme,
            "judgment",
            id="KeyJudgment",
            name="Key Judgment",
            next="JudgmentDetail",
            number=in_list(JUDGMENTS),
            indent=claim,
            before=6,
            keep_next=True,
        ),
        role_style(
            theme,
            "small",
            id="JudgmentDetail",
            name="Judgment Detail",
            indent=detail,
            rule="atLeast",
            colour="sec",
            after=3,
        ),
    ]
