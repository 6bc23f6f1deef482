"""A likelihood lands on the term whose range holds it, or is said to have none; it never becomes more precise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.scales import Span, names, place, placed, resolve, scale

LIKELIHOODS = [name for name in names() if scale(name).kind == "likelihood"]
probabilities = st.floats(0, 1) | st.integers(0, 100).map(lambda percent: percent / 100)
ranges = st.tuples(probabilities, probabilities).map(lambda ends: Span(min(ends), max(ends)))
likelihoods = st.sampled_from(LIKELIHOODS).map(scale)
terms = st.sampled_from([(scale(name), term) for name in LIKELIHOODS for term in scale(name).terms])


def said(name, low, high=None):
    """Give the names of the terms, or after `~` those beside a gap."""
    found = place(scale(name), low, high)
    return [term.name for term in found.terms] or ["~", *(term.name for term in found.near)]


@pytest.mark.parametrize(
    ("probability", "icd203", "phia", "ipcc"),
    [
        (0, ["~", "almost no chance"], ["remote chance"], ["exceptionally unlikely"]),
        (0.05, ["very unlikely"], ["remote chance"], ["extremely unlikely"]),
        (0.07, ["very unlikely"], ["~", "remote chance", "highly unlikely"], ["very unlikely"]),
        (0.2, ["unlikely"], ["highly unlikely"], ["unlikely"]),
        (0.33, ["unlikely"], ["unlikely"], ["about as likely as not"]),
        (0.37, ["unlikely"], ["~", "unlikely", "realistic possibility"], ["about as likely as not"]),
        (0.45, ["roughly even chance"], ["realistic possibility"], ["about as likely as not"]),
        (0.5, ["roughly even chance"], ["~", "realistic possibility", "likely"], ["about as likely as not"]),
        (0.55, ["roughly even chance"], ["likely"], ["about as likely as not"]),
        (0.1 + 0.45, ["roughly even chance"], ["likely"], ["about as likely as not"]),
        (0.66, ["likely"], ["likely"], ["about as likely as not"]),
        (0.7, ["likely"], ["likely"], ["likely"]),
        (0.8, ["likely"], ["highly likely"], ["likely"]),
        (0.93, ["very likely"], ["~", "highly likely", "almost certain"], ["very likely"]),
        (0.95, ["very likely"], ["almost certain"], ["extremely likely"]),
        (0.99, ["almost certain"], ["almost certain"], ["virtually certain"]),
        (1, ["~", "almost certain"], ["almost certain"], ["virtually certain"]),
    ],
)
def test_a_probability_takes_its_term_or_lies_in_a_gap(probability, icd203, phia, ipcc):
    """Shared bounds go to the term nearer to even, nested ranges to the narrowest, and gaps stay gaps."""
    assert said("icd203", probability) == icd203
    assert said("phia", probability) == phia
    assert said("ipcc-ar5", probability) == ipcc


@pytest.mark.parametrize(
    ("name", "low", "high", "read"),
    [
        ("icd203", 0.6, 0.7, ["likely"]),
        ("icd203", 0.55, 0.8, ["likely"]),
        ("icd203", 0.3, 0.5, ["unlikely", "roughly even chance"]),
        ("icd203", 0.4, 0.6, ["~"]),
        ("icd203", 0.9, 1, ["~"]),
        ("phia", 0.36, 0.39, ["~", "unlikely", "realistic possibility"]),
        ("phia", 0.33, 0.38, ["unlikely", "realistic possibility"]),
        ("phia", 0.4, 0.5, ["realistic possibility", "likely"]),
        ("ipcc-ar5", 0.4, 0.6, ["about as likely as not"]),
        ("ipcc-ar5", 0.4, 0.8, ["~"]),
    ],
)
def test_a_range_takes_one_term_or_two_neighbours_or_none(name, low, high, read):
    """What is wider than two neighbouring terms has none; a range within a gap lies in it."""
    assert said(name, low, high) == read


@pytest.mark.parametrize(
    ("term", "own", "chosen", "read"),
    [
        ("likely", "icd203", "phia", ("likely", "highly likely")),
        ("almost certain", "icd203", "phia", ("almost certain",)),
        ("likely", "icd203", "ipcc-ar5", ("more likely than not",)),
        ("realistic possibility", "phia", "icd203", ("unlikely", "roughly even chance")),
        ("highly likely", "phia", "icd203", ("very likely",)),
        ("very unlikely", "ipcc-ar5", "phia", ("remote chance", "highly unlikely")),
        ("probably", "icd203", "icd203", ("likely",)),
        ("probable", "icd203", "icd203", ("probable",)),
    ],
)
def test_a_term_of_another_scale_is_expressed_where_it_fits(term, own, chosen, read):
    """The same word can mean another range elsewhere, and then becomes another word."""
    found = resolve(term, scale(own), scale(chosen))
    assert (found.terms, found.scale) == (read, scale(chosen))


@pytest.mark.parametrize(
    ("term", "own", "chosen"),
    [
        ("almost certain", "phia", "icd203"),
        ("remote chance", "phia", "icd203"),
        ("unlikely", "icd203", "phia"),
        ("likely", "ipcc-ar5", "icd203"),
    ],
)
def test_a_term_that_fits_nowhere_stays_in_its_own_words(term, own, chosen):
    """PHIA's almost certain goes up to 100 %, that of ICD 203 only to 99 %."""
    found = resolve(term, scale(own), scale(chosen))
    assert (found.terms, found.scale) == ((term,), scale(own))


@given(likelihoods, probabilities)
def test_a_probability_lands_in_a_band_that_holds_it_or_in_a_gap(on, probability):
    """There is no third way."""
    found, span = place(on, probability), Span(probability, probability)
    assert len(found.terms) == (not found.near)
    assert all(term.span.holds(span) for term in found.terms)
    assert found.terms or not any(term.span.holds(span) for term in on.terms)


@given(likelihoods, ranges)
def test_terms_cover_all_of_a_range(on, span):
    """From the first term's start to the last one's end there is room for everything that was given."""
    found = placed(on, span)
    if found.terms:
        first, last = found.terms[0].span, found.terms[-1].span
        assert Span(first.low, last.high, first.open_low, last.open_high).holds(span)
    assert len(found.terms) <= 2
    assert not (found.terms and found.near)


@given(terms, likelihoods)
def test_no_term_gains_precision_on_another_scale(given, chosen):
    """What is printed spans at least what was given."""
    own, term = given
    found = resolve(term.name, own, chosen)
    assert found.span.holds(term.span)
    assert found.number is None
