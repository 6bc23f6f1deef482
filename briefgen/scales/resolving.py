"""What a value that was given says on the scale of a brief: a term, a number, or words that stand as they are."""

from __future__ import annotations

from attrs import frozen

from .placing import placed
from .scale import Scale, Span, Term, is_not_assessed

Value = str | float | tuple[float, float]


@frozen(kw_only=True)
class Resolved:
    """A value as it can be printed.

    `terms` are one term, or two neighbours of which it is from the first to the second, of `scale`; `number` is what
    was given as a number. Without either, `words` stand as they are. `given_as` is the term of another `given_on`
    that was expressed here; `near` names the terms beside a gap; `span` is what a chart draws.
    """

    words: str = ""
    terms: tuple[str, ...] = ()
    scale: Scale | None = None
    number: Span | None = None
    given_as: str = ""
    given_on: Scale | None = None
    near: tuple[Term, ...] = ()
    span: Span | None = None


def resolve(value: Value, own: Scale | None, chosen: Scale | None) -> Resolved:
    """Say a value of the scale `own` on the `chosen` one; without a choice it stays on its own.

    >>> from .registry import scale
    >>> resolve("highly likely", scale("phia"), scale("icd203")).terms
    ('very likely',)
    >>> resolve(0.6, None, scale("phia")).terms
    ('likely',)
    """
    if isinstance(value, str):
        return _words(value, own or chosen, chosen or own)
    low, high = value if isinstance(value, tuple) else (value, value)
    return _number(Span(low, high), chosen or own)


def _words(words: str, own: Scale | None, chosen: Scale | None) -> Resolved:
    spelled = own.spelled(words) if own and not is_not_assessed(words) else None
    if own is None or chosen is None or spelled is None:
        return Resolved(words=words)
    term = own.term(spelled)
    span = term.span if term else None
    if own.id != chosen.id and span:
        terms = placed(chosen, span).terms
        if terms:
            names = tuple(term.name for term in terms)
            return Resolved(terms=names, scale=chosen, span=_hull(terms), given_as=spelled, given_on=own)
    return Resolved(terms=(spelled,), scale=own, span=span)


def _number(number: Span, scale: Scale | None) -> Resolved:
    if scale is None:
        return Resolved(number=number, span=number)
    found = placed(scale, number)
    # A range stays as it was given. A single number is drawn as its term's range, for a point would say too much.
    span = number if number.low < number.high else _hull(found.terms)
    names = tuple(term.name for term in found.terms)
    return Resolved(terms=names, scale=scale, number=number, near=found.near, span=span)


def _hull(terms: tuple[Term, ...]) -> Span | None:
    """Give the range from the first term's start to the last one's end."""
    if not terms:
        return None
    first, last = terms[0].span, terms[-1].span
    return Span(first.low, last.high, first.open_low, last.open_high) if first and last else None
