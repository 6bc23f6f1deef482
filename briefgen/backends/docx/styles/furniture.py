"""Paragraph styles around the prose: tables, sources, notes, contents, headers and footers, and helpers."""

from __future__ import annotations

from ....themes import Theme
from ..formatting import indent, paragraph_properties, run_properties, spacing
from ..units import twips
from .paragraphs import LABEL_INDENT
from .style import Style, based_style, font_slot, role_run, role_spacing, role_style


def furniture_styles(theme: Theme) -> list[Style]:
    """Make the paragraph styles that no author writes prose in."""
    return [*_tables(theme), *_sources(theme), *_contents(theme), *_pages(theme), *_helpers()]


def _tables(theme: Theme) -> list[Style]:
    cell = role_run(theme, "table-cell")
    h2 = theme.roles["h2"]
    return [
        role_style(theme, "caption", id="Caption", name="caption", keep_next=True, priority=35),
        role_style(theme, "table-cell", id="TableText", name="Table Text", rule="atLeast", priority=36),
        role_style(theme, "table-head", id="TableHead", name="Table Head", rule="atLeast", priority=36, keep_next=True),
        Style(id="TableRowHead", name="Table Row Head", based="TableText", priority=36, run=run_properties(bold=True)),
        role_style(
            theme, "source-line", id="TableSmall", name="Table Small", priority=36, rule="atLeast", before=0, after=0
        ),
        role_style(
            theme, "small", id="TableAbsent", name="Table Absent", colour="mute", priority=36, rule="atLeast", after=0
        ),
        role_style(theme, "claim", id="TableClaim", name="Table Claim", priority=36, rule="atLeast"),
        based_style("TableListHead", "Table List Head", "TableText", priority=36, keep_next=True),
        Style(
            id="CardTitle",
            name="Card Title",
            based="TableText",
            priority=36,
            paragraph=paragraph_properties(keep_next=True, spacing=spacing(6, 4, h2.leading, "atLeast")),
            run=role_run(theme, "h2"),
        ),
        Style(
            id="CardText",
            name="Card Text",
            based="TableText",
            priority=36,
            paragraph=paragraph_properties(spacing=spacing(0, 4, theme.roles["table-cell"].leading, "atLeast")),
            run=cell,
        ),
    ]


def _sources(theme: Theme) -> list[Style]:
    hung = indent(LABEL_INDENT, hanging=LABEL_INDENT)
    detail = indent(LABEL_INDENT)
    tabs = f'<w:tab w:val="left" w:pos="{round(LABEL_INDENT * 20)}"/>'
    return [
        role_style(
            theme, "small", id="Bibliography", name="Bibliography", priority=37, indent=hung, tabs=tabs, before=4
        ),
        role_style(theme, "source-line", id="SourceDetail", name="Source Detail", indent=detail, before=0, after=2),
        role_style(theme, "footnote", id="FootnoteText", name="footnote text", colour="ink", after=2, shown=False),
        role_style(theme, "footnote", id="EndnoteText", name="endnote text", colour="ink", after=2, shown=False),
        role_style(theme, "small", id="CommentText", name="annotation text", shown=False),
    ]


def _contents(theme: Theme) -> list[Style]:
    small = theme.roles["small"]
    entries = [
        Style(
            id=f"TOC{level}",
            name=f"toc {level}",
            based="Normal",
            priority=39,
            shown=False,
            paragraph=paragraph_properties(
                tabs=f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(theme.page.wide)}"/>',
                spacing=spacing(3 if level == 1 else 0, 3, small.leading + 2),
                indent=indent(14.0 * (level - 1)),
            ),
            run=run_properties(font=font_slot("sans"), bold=level == 1, size=small.size + 1),
        )
        for level in range(1, 10)
    ]
    shape = paragraph_properties(keep_next=True, spacing=role_spacing(theme, "h2"))
    heading = Style(
        id="TOCHeading",
        name="TOC Heading",
        based="Normal",
        next="BodyText",
        priority=39,
        paragraph=shape,
        run=role_run(theme, "h2"),
    )
    return [heading, *entries]


def _pages(theme: Theme) -> list[Style]:
    wide = round(theme.page.wide * 20)
    tabs = f'<w:tab w:val="center" w:pos="{wide // 2}"/><w:tab w:val="right" w:pos="{wide}"/>'
    return [
        role_style(theme, "header", id="Header", name="header", tabs=tabs, rule="atLeast", shown=False),
        role_style(theme, "footer", id="Footer", name="footer", tabs=tabs, rule="atLeast", shown=False),
    ]


def _helpers() -> list[Style]:
    picture = paragraph_properties(keep_lines=True, spacing=spacing(0, 4, 12, "auto"))
    return [
        Style(id="Figure", name="Figure", based="Normal", next="SourceLine", priority=38, paragraph=picture),
        Style(
            id="Spacer",
            name="Spacer",
            based="Normal",
            shown=False,
            paragraph=paragraph_properties(spacing=spacing(0, 0, 9)),
            run=run_properties(size=2),
        ),
        Style(
            id="CellEnd",
            name="Cell End",
            based="Normal",
            shown=False,
            paragraph=paragraph_properties(spacing=spacing(0, 0, 1)),
            run=run_properties(size=1),
        ),
    ]
