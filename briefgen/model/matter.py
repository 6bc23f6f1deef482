"""What a brief is about: events, actors, issues, who stands where, and what follows from what."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from attrs import field, frozen

from ..prose import Prose
from .convert import prose, proses, some_prose, texts
from .dates import Date, some_date
from .evidence import Claim
from .fields import doc, typed
from .part import Part
from .reference import ref, refs, some_ref
from .values import (
    Attribution,
    Change,
    Confidence,
    Horizon,
    Level,
    Likelihood,
    some_attribution,
    some_change,
    some_confidence,
    some_horizon,
    some_likelihood,
)

EventStatus = Literal["confirmed", "reported", "unconfirmed", "disputed", "denied", "scheduled"]
Trend = Literal["improved", "deteriorated", "unchanged"]
ActorKind = Literal[
    "state",
    "government",
    "organisation",
    "person",
    "group",
    "population",
    "sector",
    "market",
    "place",
    "asset",
]
Stance = Literal["strongly against", "against", "neutral", "for", "strongly for", "conditional", "divided", "unclear"]
Basis = Literal["declared", "reported", "inferred"]
Direction = Literal["positive", "negative", "mixed", "neutral", "contested", "unclear"]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Event(Part):
    """Something that happened, is reported to have happened, or is scheduled."""

    kind_name: ClassVar[str] = "event"
    named_by: ClassVar[tuple[str, ...]] = ("title",)

    title: str = field(kw_only=False, metadata=doc("What happened, in a few words."))
    date: Date | None = field(default=None, converter=some_date, metadata=doc("When it happened; may be `unknown`."))
    after: str | None = field(
        default=None,
        converter=some_ref,
        metadata=doc("The event that it follows, where no date is known.", refers="event"),
    )
    status: EventStatus | None = field(default=None, metadata=doc("How far it is established."))
    description: Prose | None = field(default=None, converter=some_prose, metadata=doc("What happened."))
    significance: Prose | None = field(default=None, converter=some_prose, metadata=doc("Why it matters."))
    parties: tuple[str, ...] = field(
        default=(), converter=refs, metadata=doc("The actors who took part.", refers="actor")
    )
    reports: Sequence[Claim] = field(default=(), metadata=doc("What is reported about it, and by whom."))
    trend: Trend | None = field(default=None, metadata=doc("Whether it made the situation better or worse."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Actor(Part):
    """One who acts or is affected: a state, a person, a group, a market."""

    kind_name: ClassVar[str] = "actor"
    named_by: ClassVar[tuple[str, ...]] = ("name",)

    name: str = field(kw_only=False, metadata=doc("The name as it is printed."))
    kind: ActorKind | None = field(default=None, metadata=doc("What kind of actor it is."))
    short: str | None = field(default=None, metadata=doc("A shorter name for matrices and charts."))
    aka: tuple[str, ...] = field(default=(), converter=texts, metadata=doc("Other names for the same actor."))
    role: str | None = field(default=None, metadata=doc("Its part in the matter."))
    part_of: str | None = field(
        default=None,
        converter=some_ref,
        metadata=doc("The actor it belongs to: one state may hold two positions.", refers="actor"),
    )
    description: Prose | None = field(default=None, converter=some_prose, metadata=doc("Who or what it is."))
    influence: Level | None = field(default=None, metadata=doc("How much it can move the outcome."))
    interest: Level | None = field(default=None, metadata=doc("How much the outcome matters to it."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Issue(Part):
    """A question on which actors take positions."""

    kind_name: ClassVar[str] = "issue"
    named_by: ClassVar[tuple[str, ...]] = ("name",)

    name: str = field(kw_only=False, metadata=doc("The question in a few words."))
    proposition: str | None = field(
        default=None, metadata=doc("The sentence one is for or against; needed before a stance can be given.")
    )
    short: str | None = field(default=None, metadata=doc("A shorter name for matrices and charts."))
    description: Prose | None = field(default=None, converter=some_prose, metadata=doc("What is at stake."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Position(Part):
    """Where an actor stands on an issue, or on the whole matter."""

    kind_name: ClassVar[str] = "position"
    named_by: ClassVar[tuple[str, ...]] = ("actor", "issue")

    actor: str = field(kw_only=False, converter=ref, metadata=doc("Whose position it is.", refers="actor"))
    issue: str | None = field(
        default=None,
        converter=some_ref,
        metadata=doc("The issue; absent when the position covers the whole matter.", refers="issue"),
    )
    stance: Stance | None = field(default=None, metadata=doc("Where it stands on the issue's proposition."))
    basis: Basis | None = field(default=None, metadata=doc("How the position is known."))
    according_to: Attribution | None = field(default=None, converter=some_attribution, metadata=doc("Who says so."))
    says: Prose | None = field(default=None, converter=some_prose, metadata=doc("What the actor says."))
    interests: tuple[Prose, ...] = field(
        default=(), converter=proses, metadata=doc("What the actor needs behind what it says.")
    )
    demands: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What the actor asks for."))
    red_lines: tuple[Prose, ...] = field(
        default=(), converter=proses, metadata=doc("What the actor says it will not accept.")
    )
    conditions: tuple[Prose, ...] = field(
        default=(), converter=proses, metadata=doc("On what conditions the actor would move.")
    )
    leverage: Prose | None = field(
        default=None, converter=some_prose, metadata=doc("What the actor can bring to bear.")
    )
    salience: Level | None = field(default=None, metadata=doc("How much the issue matters to the actor."))
    as_of: Date | None = field(default=None, converter=some_date, metadata=doc("The date the position is from."))
    change: Change | None = field(
        default=None, converter=some_change, metadata=doc("How it has changed since the previous edition.")
    )


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Effect(Part):
    """A ripple effect: what follows from an event, a claim, an issue, a scenario or another effect."""

    kind_name: ClassVar[str] = "effect"
    named_by: ClassVar[tuple[str, ...]] = ("statement",)

    statement: Prose = field(kw_only=False, converter=prose, metadata=doc("What the effect is."))
    affects: tuple[str, ...] = field(
        default=(), converter=refs, metadata=doc("Whom or what it touches.", refers="actor")
    )
    causes: tuple[str, ...] = field(
        default=(),
        converter=refs,
        metadata=doc("What brings it about.", refers="event claim issue scenario effect"),
    )
    channel: str | None = field(
        default=None, metadata=doc("The way it works through, such as 'political' or 'energy prices'.")
    )
    direction: Direction | None = field(default=None, metadata=doc("Whether it is good for those it touches."))
    magnitude: str | None = field(default=None, metadata=doc("How large it is: a term of the scale, or words."))
    horizon: Horizon | None = field(default=None, converter=some_horizon, metadata=doc("When it makes itself felt."))
    status: Literal["observed", "expected", "possible"] | None = field(
        default=None, metadata=doc("Whether it is seen already.")
    )
    according_to: Attribution | None = field(default=None, converter=some_attribution, metadata=doc("Who says so."))
    likelihood: Likelihood | None = field(default=None, converter=some_likelihood, metadata=doc("How likely it is."))
    confidence: Confidence | None = field(
        default=None, converter=some_confidence, metadata=doc("How sure the authors are.")
    )
    views: Sequence[Claim] = field(default=(), metadata=doc("How it is seen, by supporters and critics."))
    change: Change | None = field(
        default=None, converter=some_change, metadata=doc("How it has changed since the previous edition.")
    )
