"""The small values that parts are made with: who says so, how likely, how sure, how it has changed."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import field, frozen

from ..prose import Prose
from ..record import Record
from .convert import absent, each, maybe, number, some_prose, text, unboxed
from .dates import Date, some_date
from .fields import doc, one, typed
from .mistakes import mistake, shown
from .reference import some_ref

if TYPE_CHECKING:
    from .part import Part

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def tag(value: str) -> str:
    """Take a language tag such as `en-GB` (BCP 47's shape)."""
    if not _TAG.fullmatch(found := text(value)):
        raise mistake(f"{shown(found)} is no language tag", hint="write one such as 'en', 'en-GB' or 'uk'")
    return found


def some_tag(value: str | None) -> str | None:
    """Take a language tag, or nothing."""
    return None if value is None or absent(value) else tag(value)


Level = Literal["low", "medium", "high"]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Attribution(Record):
    """Who says so. A plain string is `who`."""

    plain: ClassVar[bool] = True

    who: str | None = field(
        kw_only=False,
        default=None,
        converter=some_ref,
        metadata=doc("A part of the brief, a name in words, or `unnamed`.", refers="any", words=True),
    )
    described_as: str | None = field(
        default=None, metadata=doc("How a source that is not named is described: 'a senior official'.")
    )
    terms: Literal["on-record", "background", "anonymous"] | None = field(
        default=None, metadata=doc("The terms on which it was said.")
    )
    why_unnamed: str | None = field(default=None, metadata=doc("Why the source is not named."))


def some_attribution(value: "Attribution | Part | str | None") -> Attribution | None:
    """Take an attribution, a part, a name or reference, or nothing."""
    return _attribution(value)


_attribution = maybe(one(Attribution))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Quote(Record):
    """Words as they were said. A plain string is the text."""

    plain: ClassVar[bool] = True

    text: str = field(kw_only=False, metadata=doc("The words quoted, in the language they are given in."))
    language: str | None = field(
        default=None,
        converter=some_tag,
        metadata=doc("The language of the words, as a tag such as `ru`.", shape="language tag"),
    )
    translation: str | None = field(default=None, metadata=doc("The words in the brief's language."))
    translator: str | None = field(default=None, metadata=doc("Who translated them."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Horizon(Record):
    """The time that something is about. A plain string is the label."""

    plain: ClassVar[bool] = True

    label: str | None = field(kw_only=False, default=None, metadata=doc("The horizon in words, such as 'short term'."))
    starts: Date | None = field(default=None, converter=some_date, metadata=doc("When it begins."))
    ends: Date | None = field(default=None, converter=some_date, metadata=doc("When it ends."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Change(Record):
    """How something has changed since the previous edition. A plain string is the direction."""

    plain: ClassVar[bool] = True

    direction: Literal["new", "raised", "lowered", "revised", "unchanged", "withdrawn"] = field(
        kw_only=False, metadata=doc("Which way it changed.")
    )
    was: str | None = field(default=None, metadata=doc("What it was before."))
    because: Prose | None = field(default=None, converter=some_prose, metadata=doc("Why it changed."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Confidence(Record):
    """How sure the authors are, on the brief's scale. A plain string is the level."""

    plain: ClassVar[bool] = True

    level: str = field(kw_only=False, metadata=doc("The level on the brief's scale, such as `moderate`."))
    because: Prose | None = field(default=None, converter=some_prose, metadata=doc("Why no more and no less."))


Chance = str | float | tuple[float, float]


def chance(value: Chance) -> Chance:
    """Take a term or `not assessed`, a probability from 0 to 1, or two of those as a range."""
    plain = unboxed(value)
    if isinstance(plain, list | tuple) and len(plain) == 2:
        low, high = (_probability(end) for end in plain)
        if low > high:
            raise mistake(f"the range runs from {low} down to {high}", hint="write the lower end first")
        return low, high
    return _probability(plain) if isinstance(plain, int | float) else text(plain)  # type: ignore[arg-type]


def _probability(value: object) -> float:
    found = float(number(value))  # type: ignore[arg-type]
    if not 0 <= found <= 1:
        hint = f"write {found / 100:g} or '{found:g} %'" if 1 < found <= 100 else ""
        raise mistake(f"{shown(value)} is no probability; one lies from 0 to 1", hint=hint)
    return found


def some_chance(value: Chance | None) -> Chance | None:
    """Take a chance, or nothing."""
    return _chance(value)


_chance = maybe(chance)  # type: ignore[arg-type]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Likelihood(Record):
    """How likely something is, kept as written; it can say less than a term. A plain value is `value`.

    `value` is a term of the brief's scale, a probability from 0 to 1, two of these as a range, or `not assessed`;
    `rank` counts from 1, the likeliest. Words are never made into numbers.
    """

    plain: ClassVar[bool] = True

    value: Chance | None = field(
        kw_only=False,
        default=None,
        converter=some_chance,
        metadata=doc("A term of the scale, a probability from 0 to 1, a range of two, or `not assessed`."),
    )
    scale: str | None = field(default=None, metadata=doc("The scale of the term, if not the brief's."))
    wording: str | None = field(default=None, metadata=doc("The source's own words."))
    rank: int | None = field(default=None, metadata=doc("Its place among the others, 1 for the likeliest."))
    given: str | None = field(
        default=None,
        converter=some_ref,
        metadata=doc("What it is conditional on: a part of the brief, or words.", refers="any", words=True),
    )
    according_to: Attribution | None = field(default=None, converter=some_attribution, metadata=doc("Who says so."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Person(Record):
    """Somebody named in the brief's front matter. A plain string is the name."""

    plain: ClassVar[bool] = True

    name: str = field(kw_only=False, metadata=doc("The name as it is printed."))
    role: str | None = field(default=None, metadata=doc("What they do."))
    organisation: str | None = field(default=None, metadata=doc("Where they work."))
    email: str | None = field(default=None, metadata=doc("Their address for mail.", link="email"))
    phone: str | None = field(default=None, metadata=doc("Their telephone number."))
    orcid: str | None = field(default=None, metadata=doc("Their ORCID identifier.", link="orcid"))
    bio: Prose | None = field(default=None, converter=some_prose, metadata=doc("A few lines about them."))
    date: Date | None = field(default=None, converter=some_date, metadata=doc("When they wrote or cleared it."))


def some_quote(value: Quote | str | None) -> Quote | None:
    """Take a quote, its words, or nothing."""
    return _quote(value)


def some_horizon(value: Horizon | str | None) -> Horizon | None:
    """Take a horizon, its label, or nothing."""
    return _horizon(value)


def some_change(value: Change | str | None) -> Change | None:
    """Take a change, its direction, or nothing."""
    return _change(value)


def some_confidence(value: Confidence | str | None) -> Confidence | None:
    """Take a confidence, its level, or nothing."""
    return _confidence(value)


def some_likelihood(value: Likelihood | Chance | None) -> Likelihood | None:
    """Take a likelihood, its value, or nothing."""
    return _likelihood(value)


def persons(value: Iterable[Person | str] | Person | str | None) -> tuple[Person, ...]:
    """Take people, or their names; one stands for a list of one."""
    return _persons(value)


_quote = maybe(one(Quote))
_horizon = maybe(one(Horizon))
_change = maybe(one(Change))
_confidence = maybe(one(Confidence))
_likelihood = maybe(one(Likelihood))
_persons = each(one(Person))
