"""Nodes that Markdown lacks, said with nodes that it has, so that pages and cells say them alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from ...document.nodes import (
    Badge,
    Bibliography,
    BibliographyEntry,
    Block,
    Blocks,
    BulletList,
    Callout,
    CodeBlock,
    Columns,
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Div,
    Emphasis,
    Figure,
    Image,
    Inlines,
    ListItem,
    Notes,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Rule,
    Section,
    Strong,
    Table,
    Text,
)
from ...document.walk import plain_text
from ...errors import Severity
from ...figures import as_table
from .state import State, mark, report

_WRITTEN = (BulletList, OrderedList, Table, Quote, CodeBlock, Rule, Notes)


def stream(state: State, blocks: Iterable[Block], level: int) -> Iterator[tuple[int, Block]]:
    """Yield blocks in one row, with the level of their section; sections (level 0: the title) keep their heading only.

    What is left: Section, Paragraph, BulletList, OrderedList, Table without caption, Quote, CodeBlock, Rule, Notes.
    """
    for block in blocks:
        if isinstance(block, Section):
            yield level, block
            yield from stream(state, block.blocks, level + 1)
        elif isinstance(block, Paragraph) and "title" in block.attrs.classes:
            yield 0, Section(block.inlines, attrs=evolve(block.attrs, classes=()))
        else:
            mark(state, block)
            reduced = _reduce(state, block)
            if reduced is None:
                yield level, block
            else:
                yield from stream(state, reduced, level)


def _reduce(state: State, block: Block) -> Blocks | None:
    """Give the simpler blocks that say the same, or nothing where Markdown has the block itself."""
    match block:
        case Paragraph():
            return _paragraph(block)
        case DefinitionList():
            return (BulletList(tuple(_definition(item) for item in block.items)),)
        case Table() if block.caption:
            caption = _caption(state.document.labels.table, block.number, block.caption)
            return caption, evolve(block, caption=(), attrs=evolve(block.attrs, id=""))
        case Figure():
            return _figure(state, block)
        case Quote() if block.attribution:
            said = Paragraph((Text("— "), *block.attribution))
            return (Quote((*block.blocks, said)),)
        case Callout():
            title = (Paragraph((Strong(block.title),)),) if block.title else ()
            return (Quote((*title, *block.blocks)),)
        case Columns():
            return block.columns
        case Div():
            return block.blocks
        case PageBreak():
            return ()
        case Contents():
            return _contents(state, block)
        case Bibliography():
            return (BulletList(tuple(_entry(entry) for entry in block.entries)),) if block.entries else ()
    if isinstance(block, _WRITTEN):
        return None
    report(state, "unknown-node", f"Markdown does not know the node {type(block).__name__}; it is left out", block)
    return ()


def _paragraph(block: Paragraph) -> Blocks | None:
    """The subtitle and a card's title stand out."""
    if "card-title" in block.attrs.classes:
        return (Paragraph((Strong(block.inlines),)),)
    if "subtitle" in block.attrs.classes:
        return (Paragraph((Emphasis(block.inlines),)),)
    return None


def value(inlines: Inlines) -> Inlines:
    """Say a badge that is the whole of a cell or a value by its word alone; its place says that it is a mark."""
    match inlines:
        case (Badge() as badge,):
            return (Text(badge.text, attrs=badge.attrs, origin=badge.origin, pos=badge.pos),)
    return inlines


def _definition(item: Definition) -> ListItem:
    colon = "" if plain_text(item.term).endswith((":", ".", "?", "!")) else ":"
    term = Strong((*item.term, Text(colon)))
    match item.blocks:
        case (Paragraph() as first, *more):
            blocks: Blocks = (evolve(first, inlines=(term, Text(" "), *value(first.inlines))), *more)
        case _:
            blocks = (Paragraph((term,)), *item.blocks)
    return ListItem(blocks, attrs=item.attrs)


def _caption(label: str, number: str, caption: Inlines) -> Paragraph:
    named = (Strong((Text(f"{label} {number}."),)), Text(" ")) if number else ()
    return Paragraph((*named, *caption))


def _figure(state: State, figure: Figure) -> Blocks:
    """Say a figure: its caption, the sentence that it shows, a chart's numbers, and the description."""
    caption = (_caption(state.document.labels.figure, figure.number, figure.caption),) if figure.caption else ()
    if not isinstance(figure.content, Image):
        said = state.document.labels
        table = as_table(
            figure.content,
            term=said.likelihood,
            interval=said.range,
            scale=said.scale,
            language=state.document.meta.language,
        )
        shown: Blocks = (Paragraph((Text(figure.alt),)), table)
    else:
        words = figure.alt or figure.content.alt
        shown = (Paragraph((Text(f"[{words}]"),)),) if words else ()
        message = f"Markdown carries no pictures; the words for it stand in its place: {words!r}"
        report(state, "picture-in-words", message, figure, Severity.INFO)
    return (*caption, *shown, *figure.description)


def _contents(state: State, block: Contents) -> Blocks:
    if not block.entries:
        return ()
    heading = Paragraph((Strong((Text(state.document.labels.contents),)),))
    return heading, _contents_list(list(block.entries))


def _contents_list(entries: list[ContentsEntry]) -> BulletList:
    """Nest entries by their level; each takes the deeper ones that follow it."""
    items: list[ListItem] = []
    while entries:
        first = entries.pop(0)
        below: list[ContentsEntry] = []
        while entries and entries[0].level > first.level:
            below.append(entries.pop(0))
        words = (Text(f"{first.number} "), *first.inlines) if first.number else first.inlines
        name = Paragraph((Reference(first.target, words),))
        items.append(ListItem((name, _contents_list(below)) if below else (name,)))
    return BulletList(tuple(items))


def _entry(entry: BibliographyEntry) -> ListItem:
    """A source keeps its label, for citations name it so; a list numbered by the reader would count differently."""
    match entry.blocks:
        case (Paragraph() as first, *more) if entry.label:
            blocks: Blocks = (evolve(first, inlines=(Text(f"{entry.label} "), *first.inlines)), *more)
        case _:
            blocks = (Paragraph((Text(entry.label),)), *entry.blocks) if entry.label else entry.blocks
    return ListItem(blocks, attrs=entry.attrs)
