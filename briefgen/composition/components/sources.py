"""The list of sources and the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from ...citations.item import edition
from ...document.nodes import (
    Abbreviation,
    Attrs,
    Bibliography,
    BibliographyEntry,
    Blocks,
    Citation,
    CitationItem,
    Definition,
    DefinitionList,
    Emphasis,
    Inline,
    Inlines,
    Item,
    Link,
    Text,
)
from ...language import language_name
from ...model import Name, Source, Term, anchor
from . import marks
from .context import Context
from .notes import lines
from .pieces import after, begun, paragraph, words

_WHOLE_WORKS = {
    "bill", "book", "collection", "dataset", "legislation", "motion_picture", "musical_score", "periodical",
    "regulation", "report", "software", "standard", "thesis", "treaty",
}  # fmt: skip


def source_list(ctx: Context, shown: Sequence[Source]) -> Blocks:
    """List the sources: each as cited, where it was seen if not itself, and what it is worth."""
    if not shown:
        return ()
    return (Bibliography(tuple(_entry(ctx, source) for source in shown)),)


def _entry(ctx: Context, source: Source) -> BibliographyEntry:
    name = source.id or ""
    blocks = (paragraph(*_reference(ctx, source)), *_worth(ctx, source))
    return BibliographyEntry(name, blocks, attrs=Attrs(id=f"source-{name}"), origin=ctx.origin(source))


def _reference(ctx: Context, source: Source) -> Inlines:
    """Write a source as a reader looks it up: who, what, where, when, and the way to it."""
    style = ctx.options.get("citations")
    if style in ("author-date", "note"):
        seen = _seen_in(ctx, source)
        reference = ctx.works.reference(source.id or "", dated=style == "author-date")
        return words(reference, _ended(begun(seen)) if seen else ())
    pieces = (
        _names(ctx, source.author),
        _title(ctx, source),
        _editors(ctx, source),
        _within(source),
        _published(ctx, source),
        _numbers(ctx, source),
        _addresses(ctx, source),
        _seen_in(ctx, source),
    )
    return words(*(begun(_ended(piece)) for piece in pieces if piece))


def _ended(piece: Inlines | str) -> Inlines:
    inlines = (Text(piece),) if isinstance(piece, str) else piece
    last = inlines[-1]
    done = isinstance(last, Text) and last.text[-1:] in ".?!"
    return inlines if done else (*inlines, Text("."))


def _names(ctx: Context, names: Sequence[Name]) -> str:
    said = [ctx.say("et al.") if i and name.literal == "others" else _name(name) for i, name in enumerate(names)]
    return "; ".join(filter(None, said))


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    after = " ".join(part for part in (name.given, name.dropping_particle, name.non_dropping_particle) if part)
    return ", ".join(part for part in (name.family, after, name.suffix) if part)


def _title(ctx: Context, source: Source) -> Inlines:
    title = ctx.text(source, "title")
    if not title:
        return (Text(source.described_as or ctx.say("Untitled")),)
    if source.type in _WHOLE_WORKS:
        return (Emphasis(title),)
    described = source.seen_in or source.type in (None, "personal_communication", "interview")
    return title if described else (Text(ctx.quoted(source.title or ""), origin=ctx.origin(source, "title")),)


def _editors(ctx: Context, source: Source) -> str:
    said = (
        ctx.say("Edited by {names}").format(names=_names(ctx, source.editor)) if source.editor else "",
        ctx.say("Translated by {names}").format(names=_names(ctx, source.translator)) if source.translator else "",
    )
    return "; ".join(part for part in said if part)


def _within(source: Source) -> Inlines:
    """Name the work that holds it: journal, volume, issue, pages."""
    issue = f"({source.issue})" if source.issue else ""
    place = " ".join(part for part in (source.volume, issue) if part)
    details = (
        source.section,
        place,
        source.page,
        source.collection_title,
        source.collection_number,
        source.event_title,
    )
    container: Inlines = (Emphasis((Text(source.container_title),)),) if source.container_title else ()
    return words(container, *(part or "" for part in details), between=", ")


def _published(ctx: Context, source: Source) -> str:
    kind = source.genre or (ctx.word("source", source.type) if source.type == "webpage" else "")
    issued = "" if source.issued is None else ctx.date(source.issued) if source.issued.known else ctx.say("undated")
    held = ctx.say("held {date}").format(date=ctx.date(source.event_date)) if source.event_date else ""
    place = ": ".join(part for part in (source.publisher_place, source.publisher) if part)
    which = edition(source.edition or "", ctx.language)
    version = ctx.say("version {number}").format(number=source.version) if source.version else ""
    parts = (kind, which, version, source.authority, source.jurisdiction, place, source.medium, held, issued)
    return ", ".join(part for part in parts if part)


def _numbers(ctx: Context, source: Source) -> str:
    chapter = ctx.say("chapter {number}").format(number=source.chapter_number) if source.chapter_number else ""
    numbered = ctx.say("no. {number}").format(number=source.number) if source.number else ""
    isbn = f"ISBN {source.isbn}" if source.isbn else ""
    issn = f"ISSN {source.issn}" if source.issn else ""
    parts = (numbered, chapter, isbn, issn, source.archive, source.archive_location)
    return ", ".join(part for part in parts if part)


def _addresses(ctx: Context, source: Source) -> Inlines:
    doi = f"https://doi.org/{source.doi}" if source.doi else ""
    links: list[Inlines] = [(Link(url, (Text(url),)),) for url in (doi, source.url) if url]
    if source.archived:
        links.append((Text(ctx.say("archived at") + " "), Link(source.archived, (Text(source.archived),))))
    if source.accessed:
        links.append((Text(ctx.say("read on {date}").format(date=ctx.date(source.accessed))),))
    return words(*links, between=", ")


def _seen_in(ctx: Context, source: Source) -> Inlines:
    """Say that another source was read instead, and what this one depends on."""
    seen = (Text(ctx.say("As cited in") + " "), _cited(ctx, source.seen_in)) if source.seen_in else ()
    rests = [_cited(ctx, reference) for reference in source.derives_from]
    derived = words(ctx.say("Derives from"), *rests) if rests else ()
    return words(seen, derived, between=". ")


def _cited(ctx: Context, reference: str) -> Citation:
    return Citation((CitationItem(ctx.source_id(reference)),))


def _worth(ctx: Context, source: Source) -> Blocks:
    """Say what a source is worth: its reliability, whose interest it has, what limits it."""
    letter = source.reliability
    graded = f"{ctx.say('Reliability')} {marks.grading(ctx, 'reliability', letter)}" if letter else ""
    party = ctx.say("speaks for {party}, a party to the matter").format(party=ctx.name(source.interested or ""))
    line = words(
        (graded or ctx.say("Reliability not rated")) if ctx.options.get("grading", True) else "",
        party if source.interested else "",
        source.note or "",
        _language(ctx, source),
        between=" · ",
    )
    abstract = ctx.small(*ctx.text(source, "abstract"))
    return (*ctx.small(*line), *abstract, *lines(ctx, source))


def _language(ctx: Context, source: Source) -> str:
    if not source.language:
        return ""
    return ctx.say("in {language}").format(language=language_name(source.language, ctx.language))


def references(ctx: Context) -> tuple[Item, ...]:
    """Give the sources as CSL-JSON items, in the order in which the brief lists them: citations count by it."""
    return ctx.items


def glossary(ctx: Context, shown: Sequence[Term]) -> Blocks:
    """List terms and abbreviations in the order of the alphabet."""
    if not shown:
        return ()
    items = tuple(_term(ctx, term) for term in sorted(shown, key=lambda term: term.term.casefold()))
    return (DefinitionList(items, attrs=Attrs(classes=("glossary",))),)


def _term(ctx: Context, term: Term) -> Definition:
    name: Inline = Text(term.term, origin=ctx.origin(term, "term"))
    if term.expansion:
        name = Abbreviation(term.term, term.expansion, origin=ctx.origin(term, "term"))
    expansion = paragraph(*ctx.text(term, "expansion")) if term.expansion else None
    blocks = (*([expansion] if expansion else []), *ctx.blocks(term, "definition"), *lines(ctx, term))
    cited = after(blocks, ctx.cite(term)) or (paragraph(""),)
    return Definition((name,), cited, attrs=Attrs(id=anchor(term)))
