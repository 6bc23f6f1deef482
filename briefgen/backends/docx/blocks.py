"""Blocks: one function a node, in the order of the node list. Each gives paragraphs and tables."""

from __future__ import annotations

from ...document.nodes import (
    Badge,
    Bibliography,
    BulletList,
    Callout,
    Citation,
    CodeBlock,
    Columns,
    Comment,
    Contents,
    DefinitionList,
    Div,
    Figure,
    Inlines,
    Note,
    Notes,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Section,
    Table,
    Text,
)
from . import inlines as _inlines  # noqa: F401  registers the functions that write inlines
from .callouts import callout
from .columns import columns
from .contents import contents
from .context import Context, holds_picture
from .definitions import definition_list
from .dispatch import blocks, inlines, writes_block
from .figures import figure
from .formatting import Look
from .lists import bullet_list, ordered_list
from .numbering import HEADINGS_LIST, LEVELS, numbered
from .origins import whole_passage
from .page import section_properties
from .paragraphs import paragraph, style_of
from .sources import bibliography
from .styles.paragraphs import QUOTE_INDENT
from .tables import table
from .xml import run_text

_PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


@writes_block(Section)
def _section(node: Section, at: Context) -> str:
    level = min(at.depth + 1, LEVELS)
    number = numbered(HEADINGS_LIST, at.depth) if node.number else ""
    heading = paragraph(at, f"Heading{level}", _heading(node, at, at.look), number=number)
    return heading + blocks(node.blocks, at._replace(depth=at.depth + 1))


def _heading(node: Section, at: Context, look: Look) -> str:
    """The bookmark holds the words alone, so that a reference repeats no badge and no content control."""
    end = _words_end(node.heading)
    path = whole_passage(node.heading[:end])
    words = at.job.mark(node.attrs.id, inlines(node.heading[:end], at._replace(field=None) if path else at, look))
    return (at.job.passage(path, words) if path else words) + inlines(node.heading[end:], at, look)


def _words_end(heading: Inlines) -> int:
    """Find where the words end, without the space before a badge."""
    end = next(
        (i for i, node in enumerate(heading) if isinstance(node, (Badge, Note, Citation, Comment))), len(heading)
    )
    while end and isinstance(last := heading[end - 1], Text) and not last.text.strip():
        end -= 1
    return end


@writes_block(Paragraph)
def _paragraph(node: Paragraph, at: Context) -> str:
    style = style_of(node.attrs.classes, at)
    loose = bool(at.job.document.resources) and holds_picture(node.inlines)
    return paragraph(at, style, inlines(node.inlines, at, at.look), loose=loose)


@writes_block(BulletList)
def _bullet_list(node: BulletList, at: Context) -> str:
    return bullet_list(node, at)


@writes_block(OrderedList)
def _ordered_list(node: OrderedList, at: Context) -> str:
    return ordered_list(node, at)


@writes_block(DefinitionList)
def _definition_list(node: DefinitionList, at: Context) -> str:
    return definition_list(node, at)


@writes_block(Table)
def _table(node: Table, at: Context) -> str:
    return table(node, at)


@writes_block(Figure)
def _figure(node: Figure, at: Context) -> str:
    return figure(node, at)


@writes_block(Quote)
def _quote(node: Quote, at: Context) -> str:
    place = at._replace(style="Quote", base=at.indent + QUOTE_INDENT, indent=at.indent and at.indent + QUOTE_INDENT)
    words = blocks(node.blocks, place._replace(keep=at.keep or bool(node.attribution)))
    if not node.attribution:
        return words
    dash = f"<w:r>{run_text('— ', at.job.lost)}</w:r>"
    return words + paragraph(place, "QuoteSource", dash + inlines(node.attribution, at, at.look))


@writes_block(Callout)
def _callout(node: Callout, at: Context) -> str:
    return callout(node, at)


@writes_block(Columns)
def _columns(node: Columns, at: Context) -> str:
    return columns(node, at)


@writes_block(CodeBlock)
def _code_block(node: CodeBlock, at: Context) -> str:
    return paragraph(at, "SourceCode", f"<w:r>{run_text(node.text.removesuffix(chr(10)), at.job.lost)}</w:r>")


@writes_block(Rule)
def _rule(node: Rule, at: Context) -> str:
    return paragraph(at, "BriefRule", "")


@writes_block(PageBreak)
def _page_break(node: PageBreak, at: Context) -> str:
    return "" if at.cell else _PAGE_BREAK


@writes_block(Contents)
def _contents(node: Contents, at: Context) -> str:
    return contents(node, at)


@writes_block(Notes)
def _notes(node: Notes, at: Context) -> str:
    """Word itself puts the notes where they belong: at the foot of the page, or at the end."""
    return ""


@writes_block(Bibliography)
def _bibliography(node: Bibliography, at: Context) -> str:
    return bibliography(node, at)


@writes_block(Div)
def _div(node: Div, at: Context) -> str:
    if "landscape" in node.attrs.classes and not at.cell and not at.level and not at.job.theme.word.reference:
        return _landscape(node, at)
    if "cover" in node.attrs.classes and not at.cell:
        return blocks(node.blocks, at._replace(roles={**at.roles, "title": "CoverTitle"}))
    return blocks(node.blocks, at)


def _landscape(node: Div, at: Context) -> str:
    """Write blocks on pages that lie on their side; a section ends in the paragraph that holds its properties."""
    page, rtl = at.job.theme.page, at.job.document.meta.direction == "rtl"
    upright = section_properties(at.job.theme, rtl=rtl, first=not at.job.sections)
    at.job.sections += 2
    written = blocks(node.blocks, at._replace(width=page.height - page.left - page.right))
    lying = section_properties(at.job.theme, rtl=rtl, first=False, landscape=True)
    return f"{_section_end(upright)}{written}{_section_end(lying)}"


def _section_end(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Spacer"/>{properties}</w:pPr></w:p>'
