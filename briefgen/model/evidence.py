"""What a brief rests on: its sources, and the claims that are made."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from attrs import field, frozen

from ..prose import Prose
from ..record import Record
from .convert import absent, prose, whole
from .dates import Date, some_date
from .fields import doc, typed
from .mistakes import mistake, shown
from .part import Part
from .reference import refs, some_ref
from .values import Attribution, Quote, some_attribution, some_quote

ClaimStatus = Literal["confirmed", "reported", "unconfirmed", "disputed", "denied", "withdrawn"]
SourceType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]


def some_credibility(value: int | None) -> int | None:
    """Take a number from 1 to 6, or nothing."""
    if value is None or absent(value):
        return None
    if not 1 <= (found := whole(value)) <= 6:
        raise mistake(f"{shown(value)} is no credibility; it is a number from 1 (confirmed) to 6 (cannot be judged)")
    return found


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Name(Record):
    """An author or editor of a source, as CSL writes names. A plain string is printed as it stands."""

    plain: ClassVar[bool] = True

    literal: str | None = field(
        kw_only=False, default=None, metadata=doc("The whole name, for organisations or as it stands.")
    )
    family: str | None = field(default=None, metadata=doc("The family name."))
    given: str | None = field(default=None, metadata=doc("The given names."))
    suffix: str | None = field(default=None, metadata=doc("What follows the name, such as 'Jr.'."))
    dropping_particle: str | None = field(
        default=None, metadata=doc("A particle dropped in sorting, such as 'de'.", key="dropping-particle")
    )
    non_dropping_particle: str | None = field(
        default=None, metadata=doc("A particle kept in sorting, such as 'van'.", key="non-dropping-particle")
    )


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Source(Part):
    """Something that the brief rests on: CSL-JSON's fields, and what it is worth.

    Fields that CSL-JSON has are named as there (Citation Style Language, schema 1.0.2), with `_` for `-`;
    `reliability` is the Admiralty's letter, from A to F.
    """

    kind_name: ClassVar[str] = "source"
    named_by: ClassVar[tuple[str, ...]] = ("title",)

    title: str | None = field(kw_only=False, default=None, metadata=doc("The title; may be absent when described."))
    title_short: str | None = field(
        default=None, metadata=doc("A short name for it, as in 'according to the article'.", key="title-short")
    )
    type: SourceType | None = field(default=None, metadata=doc("What kind of thing it is, in CSL's words."))
    author: Sequence[Name] = field(default=(), metadata=doc("Who wrote it."))
    editor: Sequence[Name] = field(default=(), metadata=doc("Who edited it."))
    translator: Sequence[Name] = field(default=(), metadata=doc("Who translated it."))
    issued: Date | None = field(
        default=None, converter=some_date, metadata=doc("When it was published; may be `unknown`.")
    )
    accessed: Date | None = field(default=None, converter=some_date, metadata=doc("When it was read."))
    event_date: Date | None = field(
        default=None,
        converter=some_date,
        metadata=doc("When the hearing, speech or conference was.", key="event-date"),
    )
    container_title: str | None = field(
        default=None, metadata=doc("The newspaper, journal, book or site it is in.", key="container-title")
    )
    collection_title: str | None = field(default=None, metadata=doc("The series.", key="collection-title"))
    collection_number: str | None = field(
        default=None, metadata=doc("The number in the series.", key="collection-number")
    )
    event_title: str | None = field(default=None, metadata=doc("The hearing, speech or conference.", key="event-title"))
    publisher: str | None = field(default=None, metadata=doc("Who published it."))
    publisher_place: str | None = field(default=None, metadata=doc("Where it was published.", key="publisher-place"))
    authority: str | None = field(default=None, metadata=doc("The court or body that issued it."))
    jurisdiction: str | None = field(default=None, metadata=doc("Where a law or case holds."))
    genre: str | None = field(default=None, metadata=doc("A finer word for its kind, such as 'press release'."))
    medium: str | None = field(default=None, metadata=doc("The medium, such as 'video'."))
    edition: str | None = field(default=None, metadata=doc("The edition."))
    version: str | None = field(default=None, metadata=doc("The version."))
    volume: str | None = field(default=None, metadata=doc("The volume."))
    issue: str | None = field(default=None, metadata=doc("The issue of a periodical."))
    number: str | None = field(default=None, metadata=doc("Its number, as of a report."))
    chapter_number: str | None = field(default=None, metadata=doc("The chapter.", key="chapter-number"))
    section: str | None = field(default=None, metadata=doc("The section of a newspaper or law."))
    page: str | None = field(default=None, metadata=doc("The pages, such as '4-9'."))
    language: str | None = field(default=None, metadata=doc("Its language, as a tag such as `ru`."))
    abstract: str | None = field(default=None, metadata=doc("What it says, in short."))
    note: str | None = field(default=None, metadata=doc("A note printed with the reference."))
    url: str | None = field(default=None, metadata=doc("Its address: http, https or mailto.", key="URL", link="url"))
    doi: str | None = field(default=None, metadata=doc("Its DOI.", key="DOI", link="doi"))
    isbn: str | None = field(default=None, metadata=doc("Its ISBN.", key="ISBN"))
    issn: str | None = field(default=None, metadata=doc("Its ISSN.", key="ISSN"))
    archive: str | None = field(default=None, metadata=doc("The archive that holds it."))
    archive_location: str | None = field(
        default=None, metadata=doc("Where in the archive it lies.", key="archive_location")
    )
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = field(
        default=None, metadata=doc("The Admiralty letter: how reliable the source is, A to F.")
    )
    seen_in: str | None = field(
        default=None,
        converter=some_ref,
        metadata=doc("The source that was read instead: printed 'as cited in'.", refers="source"),
    )
    derives_from: tuple[str, ...] = field(
        default=(), converter=refs, metadata=doc("The sources it depends on.", refers="source")
    )
    interested: str | None = field(
        default=None,
        converter=some_ref,
        metadata=doc("The actor that speaks through it, as a party to the matter.", refers="actor"),
    )
    described_as: str | None = field(
        default=None, metadata=doc("How a confidential source is described; no identity is stored.")
    )
    archived: str | None = field(default=None, metadata=doc("The address of an archived copy.", link="url"))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Claim(Part):
    """A statement that somebody makes, with its status.

    `credibility` is the Admiralty's number, from 1 to 6: it rates the statement, as a letter rates its source.
    """

    kind_name: ClassVar[str] = "claim"
    named_by: ClassVar[tuple[str, ...]] = ("statement",)

    statement: Prose = field(kw_only=False, converter=prose, metadata=doc("What is claimed."))
    according_to: Attribution | None = field(default=None, converter=some_attribution, metadata=doc("Who says so."))
    status: ClaimStatus | None = field(default=None, metadata=doc("How far it is established."))
    credibility: int | None = field(
        default=None,
        converter=some_credibility,
        metadata=doc("The Admiralty number: how credible the information is, 1 to 6.", shape="credibility"),
    )
    quote: Quote | None = field(default=None, converter=some_quote, metadata=doc("The words as they were said."))
    date: Date | None = field(default=None, converter=some_date, metadata=doc("When it was said."))
    conflicts_with: tuple[str, ...] = field(
        default=(),
        converter=refs,
        metadata=doc("The claims that it can't be true together with.", refers="claim"),
    )
