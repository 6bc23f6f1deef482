"""`Brief`: everything that a brief holds."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, Self

from attrs import field, frozen

from ..prose import LongProse, Prose
from ..record import Record
from .content import Exhibit, KeyFigure, Section, Term
from .convert import some_long_prose, some_prose, texts
from .dates import Date, some_date
from .evidence import Source
from .fields import doc, typed
from .index import canonical, index, replaced
from .matter import Actor, Effect, Event, Issue, Position
from .outlook import Gap, Judgment, Option, Recommendation, Risk, Scenario, ScenarioSet
from .part import Marking, Part, some_marking
from .settings import Allowed, Correction, Layout, Scales, Timing
from .values import Person, persons, tag
from .walk import parts


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Brief(Record):
    """A brief: who writes to whom about what, what is known, what follows, and what it all rests on.

    Nothing but the title is needed. Parts without an id are given one that is made from their name;
    references are stored as the ids of the parts they mean.

    >>> brief = Brief("Talks", actors=[Actor("Russia")], positions=[Position("russia", says="No.")])
    >>> brief.find("actor-russia").name
    'Russia'
    """

    title: str = field(kw_only=False, metadata=doc("The title."))
    subtitle: str | None = field(default=None, metadata=doc("A line below the title."))
    reference: str | None = field(default=None, metadata=doc("The reference number or file number."))
    edition: str | None = field(default=None, metadata=doc("Which edition this is."))
    status: Literal["draft", "final", "superseded"] | None = field(
        default=None, metadata=doc("Whether it is finished.")
    )
    language: str = field(
        default="en",
        converter=tag,
        metadata=doc("The language it is written in, as a tag such as `en-GB`.", shape="language tag"),
    )
    keywords: tuple[str, ...] = field(default=(), converter=texts, metadata=doc("Words to find it by."))
    as_of: Date | None = field(
        default=None, converter=some_date, metadata=doc("The date to which the information goes.")
    )
    date: Date | None = field(default=None, converter=some_date, metadata=doc("The date of the brief."))
    embargo_until: Date | None = field(default=None, converter=some_date, metadata=doc("Not to be published before."))
    timing: Timing | None = field(default=None, metadata=doc("By when the reader has to act."))
    previous: str | None = field(default=None, metadata=doc("The previous edition: its path, or its reference."))
    corrections: Sequence[Correction] = field(default=(), metadata=doc("What was corrected, and when."))
    authors: tuple[Person, ...] = field(default=(), converter=persons, metadata=doc("Who wrote it."))
    contacts: tuple[Person, ...] = field(default=(), converter=persons, metadata=doc("Whom to ask."))
    cleared_by: tuple[Person, ...] = field(default=(), converter=persons, metadata=doc("Who cleared it."))
    organisation: str | None = field(default=None, metadata=doc("The organisation that issues it."))
    sender: str | None = field(default=None, metadata=doc("Who sends it."))
    prepared_for: str | None = field(default=None, metadata=doc("For whom it was prepared."))
    recipients: tuple[str, ...] = field(default=(), converter=texts, metadata=doc("To whom it goes."))
    copy_to: tuple[str, ...] = field(default=(), converter=texts, metadata=doc("Who gets a copy."))
    audience: str | None = field(default=None, metadata=doc("For what kind of reader it is written."))
    marking: Marking | None = field(default=None, converter=some_marking, metadata=doc("How the brief may be handled."))
    unmarked: str | None = field(
        default=None,
        metadata=doc("The level of its own text and of parts without a marking, if not that of the brief's marking."),
    )
    scales: Scales | None = field(default=None, metadata=doc("The scales its words are terms of."))
    layout: Layout | None = field(default=None, metadata=doc("How it is laid out unless asked otherwise."))
    allow: Sequence[Allowed] = field(
        default=(), metadata=doc("Findings of checks that the authors accept, and why; still told.")
    )

    bottom_line: Prose | None = field(
        default=None, converter=some_prose, metadata=doc("What the reader must know if nothing else is read.")
    )
    key_judgments: Sequence[Judgment] = field(default=(), metadata=doc("What the authors conclude."))
    key_figures: Sequence[KeyFigure] = field(default=(), metadata=doc("Numbers to take away."))
    developments: Sequence[Event] = field(default=(), metadata=doc("What is new."))
    background: LongProse | None = field(
        default=None,
        converter=some_long_prose,
        metadata=doc("How it came to this; may hold headings and tables."),
    )
    timeline: Sequence[Event] = field(default=(), metadata=doc("What happened before, and what is scheduled."))
    actors: Sequence[Actor] = field(default=(), metadata=doc("Who acts and who is affected."))
    issues: Sequence[Issue] = field(default=(), metadata=doc("The questions that positions are taken on."))
    positions: Sequence[Position] = field(default=(), metadata=doc("Who stands where."))
    effects: Sequence[Effect] = field(default=(), metadata=doc("What follows from what: ripple effects."))
    scenarios: Sequence[Scenario] = field(default=(), metadata=doc("The ways in which it may go on."))
    scenario_set: ScenarioSet | None = field(default=None, metadata=doc("What holds of the scenarios together."))
    risks: Sequence[Risk] = field(default=(), metadata=doc("What may go wrong."))
    options: Sequence[Option] = field(default=(), metadata=doc("What could be done."))
    recommendations: Sequence[Recommendation] = field(default=(), metadata=doc("What the reader is asked to do."))
    gaps: Sequence[Gap] = field(default=(), metadata=doc("What is not known."))
    exhibits: Sequence[Exhibit] = field(default=(), metadata=doc("Pictures, tables and figures."))
    sections: Sequence[Section] = field(default=(), metadata=doc("Further sections."))
    annexes: Sequence[Section] = field(default=(), metadata=doc("What is set apart at the end."))
    sources: Sequence[Source] = field(default=(), metadata=doc("What the brief rests on."))
    glossary: Sequence[Term] = field(default=(), metadata=doc("Terms and abbreviations."))

    def __attrs_post_init__(self) -> None:
        """Give every part its id and store every reference as the id that it means."""
        for name, value in canonical(self).items():
            object.__setattr__(self, name, value)

    def parts(self) -> Iterator[tuple[str, Part]]:
        """Give every part with its path (`developments[0].reports[1]`), in the order of the document."""
        return parts(self)

    @cached_property
    def index(self) -> dict[str, Part]:
        """Every part by its id, by `kind-slug`, and by the id it had formerly."""
        return index(self)

    def find(self, id: str) -> Part:
        """Give the part with that id, written bare or as `kind-slug`, or with the id it had formerly.

        Raises `KeyError` when there is none.
        """
        return self.index[id]

    def replace(self, id: str, **changes: object) -> Self:
        """Make a brief in which the part of that id has other values; it may stand at any depth.

        Raises `KeyError` when there is no such part.
        """
        return replaced(self, self.find(id), changes)
