"""What a brief concludes: judgments, scenarios, risks, options, recommendations, and what is not known."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from attrs import field, frozen

from ..prose import Prose
from ..record import Record
from .convert import prose, proses, some_prose, texts
from .dates import Date, some_date
from .fields import doc, typed
from .part import Part
from .reference import refs, some_ref
from .values import (
    Attribution,
    Change,
    Confidence,
    Horizon,
    Likelihood,
    some_attribution,
    some_change,
    some_confidence,
    some_horizon,
    some_likelihood,
)

GapKind = Literal["unknown", "contradictory", "stale", "incomplete", "unattributed", "missing-material"]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Judgment(Part):
    """What the authors conclude, or report somebody else to conclude."""

    kind_name: ClassVar[str] = "judgment"
    named_by: ClassVar[tuple[str, ...]] = ("statement",)

    statement: Prose = field(kw_only=False, converter=prose, metadata=doc("The judgment in one sentence or two."))
    according_to: Attribution | None = field(
        default=None,
        converter=some_attribution,
        metadata=doc("Whose judgment it is, if not this brief's authors'."),
    )
    likelihood: Likelihood | None = field(default=None, converter=some_likelihood, metadata=doc("How likely it is."))
    confidence: Confidence | None = field(
        default=None, converter=some_confidence, metadata=doc("How sure the authors are.")
    )
    basis: tuple[str, ...] = field(
        default=(), converter=refs, metadata=doc("The parts of the brief that it rests on.", refers="any")
    )
    assumptions: tuple[Prose, ...] = field(
        default=(), converter=proses, metadata=doc("What is taken to be so, and would unsettle it if not.")
    )
    would_change_if: tuple[Prose, ...] = field(
        default=(), converter=proses, metadata=doc("What would make the authors judge otherwise.")
    )
    change: Change | None = field(
        default=None, converter=some_change, metadata=doc("How it has changed since the previous edition.")
    )


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Indicator(Part):
    """A sign to watch for. A plain string is the statement."""

    kind_name: ClassVar[str] = "indicator"
    named_by: ClassVar[tuple[str, ...]] = ("statement",)
    plain: ClassVar[bool] = True

    statement: Prose = field(kw_only=False, converter=prose, metadata=doc("What to watch for."))
    state: Literal["not seen", "emerging", "seen", "reversed", "unknown"] | None = field(
        default=None, metadata=doc("Whether it has been seen.")
    )
    threshold: str | None = field(default=None, metadata=doc("From what point it counts as seen."))
    checked: Date | None = field(default=None, converter=some_date, metadata=doc("When it was last looked at."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Scenario(Part):
    """One way in which the matter may go on."""

    kind_name: ClassVar[str] = "scenario"
    named_by: ClassVar[tuple[str, ...]] = ("name",)

    name: str = field(kw_only=False, metadata=doc("The scenario in a few words."))
    description: Prose | None = field(default=None, converter=some_prose, metadata=doc("How it would go."))
    likelihood: Likelihood | None = field(
        default=None, converter=some_likelihood, metadata=doc("How likely it is, as far as that is said.")
    )
    confidence: Confidence | None = field(
        default=None, converter=some_confidence, metadata=doc("How sure the authors are.")
    )
    horizon: Horizon | None = field(default=None, converter=some_horizon, metadata=doc("The time it is about."))
    drivers: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What pushes towards it."))
    assumptions: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What it takes to be so."))
    implications: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What it would mean."))
    risks: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What could go wrong in it."))
    indicators: Sequence[Indicator] = field(default=(), metadata=doc("The signs that it is coming about."))
    change: Change | None = field(
        default=None, converter=some_change, metadata=doc("How it has changed since the previous edition.")
    )


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class ScenarioSet(Record):
    """What holds of the scenarios together."""

    exclusive: bool | None = field(default=None, metadata=doc("Whether at most one of them can come about."))
    exhaustive: bool | None = field(default=None, metadata=doc("Whether one of them must come about."))
    horizon: Horizon | None = field(default=None, converter=some_horizon, metadata=doc("The time they are all about."))
    method: Prose | None = field(default=None, converter=some_prose, metadata=doc("How they were arrived at."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Risk(Part):
    """Something that may go wrong."""

    kind_name: ClassVar[str] = "risk"
    named_by: ClassVar[tuple[str, ...]] = ("statement",)

    statement: Prose = field(kw_only=False, converter=prose, metadata=doc("What may go wrong."))
    likelihood: Likelihood | None = field(default=None, converter=some_likelihood, metadata=doc("How likely it is."))
    impact: str | None = field(default=None, metadata=doc("How bad it would be: a term of the scale, or words."))
    mitigation: Prose | None = field(default=None, converter=some_prose, metadata=doc("What is done about it."))
    owner: str | None = field(default=None, metadata=doc("Who looks after it."))
    scenario: str | None = field(
        default=None, converter=some_ref, metadata=doc("The scenario it belongs to.", refers="scenario")
    )


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Option(Part):
    """One thing that could be done."""

    kind_name: ClassVar[str] = "option"
    named_by: ClassVar[tuple[str, ...]] = ("name",)

    name: str = field(kw_only=False, metadata=doc("The option in a few words."))
    description: Prose | None = field(default=None, converter=some_prose, metadata=doc("What it would involve."))
    advantages: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What speaks for it."))
    disadvantages: tuple[Prose, ...] = field(default=(), converter=proses, metadata=doc("What speaks against it."))
    cost: str | None = field(default=None, metadata=doc("What it would cost."))
    preferred: bool = field(default=False, metadata=doc("Whether the authors prefer it."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Recommendation(Part):
    """What the reader is asked to do."""

    kind_name: ClassVar[str] = "recommendation"
    named_by: ClassVar[tuple[str, ...]] = ("action",)

    action: Prose = field(kw_only=False, converter=prose, metadata=doc("What is to be done."))
    ask: Literal["agree", "note", "discuss", "decide"] | None = field(
        default=None, metadata=doc("What is asked of the reader.")
    )
    choices: tuple[str, ...] = field(
        default=(), converter=texts, metadata=doc("The answers to tick, such as 'Agreed' and 'Not agreed'.")
    )
    option: str | None = field(
        default=None, converter=some_ref, metadata=doc("The option it takes up.", refers="option")
    )
    because: Prose | None = field(default=None, converter=some_prose, metadata=doc("Why."))
    owner: str | None = field(default=None, metadata=doc("Who is to do it."))
    due: Date | None = field(default=None, converter=some_date, metadata=doc("By when."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Gap(Part):
    """What is not known."""

    kind_name: ClassVar[str] = "gap"
    named_by: ClassVar[tuple[str, ...]] = ("statement",)

    statement: Prose = field(kw_only=False, converter=prose, metadata=doc("What is not known."))
    kind: GapKind | None = field(default=None, metadata=doc("In what way it is not known."))
    about: tuple[str, ...] = field(
        default=(),
        converter=refs,
        metadata=doc("The parts concerned; the gap is noted beside each of them too.", refers="any"),
    )
    matters: Prose | None = field(default=None, converter=some_prose, metadata=doc("Why it matters."))
    how_to_close: Prose | None = field(default=None, converter=some_prose, metadata=doc("How it could be found out."))
    owner: str | None = field(default=None, metadata=doc("Who is to find out."))
