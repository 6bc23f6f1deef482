"""Where a probability or a range falls on a scale of likelihoods; nothing ever becomes more precise by it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from .scale import Scale, Span, Term


@frozen
class Place:
    """One term whose range holds all of it, two neighbours whose ranges do together, or none.

    What lies in a gap has no terms, and `near` names those on either side. What is wider than two neighbours has
    neither.
    """

    terms: tuple[Term, ...] = ()
    near: tuple[Term, ...] = ()


def place(scale: Scale, low: float, high: float | None = None) -> Place:
    """Place a probability, or a range of two (0–1).

    >>> from .registry import scale
    >>> [term.name for term in place(scale("icd203"), 0.6).terms]
    ['likely']
    >>> [term.name for term in place(scale("phia"), 0.37).near]
    ['unlikely', 'realistic possibility']
    """
    return placed(scale, Span(low, low if high is None else high))


def placed(scale: Scale, span: Span) -> Place:
    """Place a span, such as the range of another scale's term."""
    terms = _in_order(scale)
    if holding := [term for term, own in terms if own.holds(span)]:
        return Place((_speaking(scale, holding),))
    meeting = [own for _, own in terms if own.meets(span)]
    if not meeting:
        return Place(near=_beside(terms, span))
    return Place(() if scale.nested else _neighbours(terms, span))


def _in_order(scale: Scale) -> list[tuple[Term, Span]]:
    found = [(term, term.span) for term in scale.terms if term.span]
    return sorted(found, key=lambda pair: (pair[1].low, pair[1].high))


def _speaking(scale: Scale, holding: Sequence[Term]) -> Term:
    """Choose among terms that all hold a number: the narrowest where ranges nest, then by the rule for ties."""
    if scale.nested:
        narrowest = min(_span(term).width for term in holding)
        holding = [term for term in holding if _span(term).width == narrowest]
    match scale.tie:
        case "lower":
            return holding[0]
        case "higher":
            return holding[-1]
    return min(holding, key=lambda term: round(abs(_middle(term) - 0.5), 9))


def _neighbours(terms: Sequence[tuple[Term, Span]], span: Span) -> tuple[Term, ...]:
    """Give two neighbours that hold a span between them, from the start of the first to the end of the second."""
    for (first, lower), (second, upper) in pairwise(terms):
        hull = Span(lower.low, upper.high, lower.open_low, upper.open_high)
        if hull.holds(span):
            return first, second
    return ()


def _beside(terms: Sequence[tuple[Term, Span]], span: Span) -> tuple[Term, ...]:
    below = [term for term, own in terms if own.high <= span.low][-1:]
    above = [term for term, own in terms if own.low >= span.high][:1]
    return (*below, *above)


def _span(term: Term) -> Span:
    assert term.span is not None
    return term.span


def _middle(term: Term) -> float:
    return (_span(term).low + _span(term).high) / 2
