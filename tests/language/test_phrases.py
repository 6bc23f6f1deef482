"""Numbers, lists, quotations and words follow the document's language."""

from decimal import Decimal

import pytest
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import catalogue, direction, format_number, join_words, labels, quoted, word
from briefgen.language.catalogue import Catalogue


@pytest.mark.parametrize(
    ("value", "language", "read"),
    [
        (1234567, "en-GB", "1,234,567"),
        (-3, "en", "−3"),
        (Decimal("2.50"), "en", "2.50"),
        (Decimal("1234.50"), "de", "1.234,50"),
        (1234567, "hi", "12,34,567"),
        (Decimal("1E+30"), "de", "1" + ".000" * 10),
        (1e22, "en", "10,000,000,000,000,000,000,000"),
        (0.1, "fr", "0,1"),
    ],
)
def test_numbers_keep_the_precision_they_were_given(value, language, read):
    """No digit is added or dropped, whatever the separators."""
    assert format_number(value, language) == read


@given(st.integers(-(10**20), 10**20))
def test_english_numbers_agree_with_babel(value):
    """The short way for English groups digits as the Unicode data does."""
    assert format_number(value, "en-GB") == format_decimal(value, locale="en_GB").replace("-", "−")


@given(st.lists(st.text("abc", min_size=1), max_size=5))
def test_english_lists_agree_with_babel(words):
    """The short way for English joins as the Unicode data does."""
    assert join_words(words, "en-GB") == format_list(words, locale="en_GB")


def test_lists_follow_the_language():
    """Other languages have their own conjunction and comma."""
    assert join_words(["a", "b", "c"], "en-US") == "a, b, and c"
    assert join_words(["a", "b", "c"], "fr") == "a, b et c"


def test_quotations_within_quotations_take_the_other_pair():
    """The inner marks differ from the outer ones, by language."""
    assert quoted("a " + quoted("b", "de", within=True), "de-AT") == "„a ‚b‘“"
    assert quoted("a", "xx") == "“a”"


@pytest.mark.parametrize(
    ("kind", "term", "read"),
    [
        ("gap", "", "Not known"),
        ("gap", "stale", "Out of date"),
        ("gap", "missing-material", "Missing material"),
        ("gap", "unattributed", "No source named"),
        ("status", "reported", "Reported"),
        ("stance", "strongly against", "Strongly against"),
        ("indicator", "not seen", "Not seen"),
        ("terms", "on-record", "On the record"),
    ],
)
def test_terms_of_the_model_have_words(kind, term, read):
    """A term of the model is shown as a word that a reader understands."""
    assert word(kind, term, "en-GB") == read


def test_a_language_without_a_catalogue_falls_back_to_english():
    """A missing translation never stops a brief."""
    assert catalogue("tlh").gettext("Scenarios") == "Scenarios"
    assert catalogue("../../etc/passwd").gettext("Scenarios") == "Scenarios"
    assert labels("tlh").page == "Page"


def test_plurals_follow_the_language():
    """Polish has three forms, and a catalogue may give them all."""
    polish = Catalogue("pl", plurals={"%(n)s day": {"one": "dzień", "few": "dni", "other": "dnia", "many": "dni!"}})
    assert [polish.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2, 5)] == ["dzień", "dni", "dni!"]
    assert polish.ngettext("hour", "hours", 2) == "hours"


def test_a_word_may_differ_by_context():
    """The stance "For" is not the preposition."""
    german = Catalogue("de", messages={"For": "Für"}, contexts={"stance": {"For": "Dafür"}})
    assert german.pgettext("stance", "For") == "Dafür"
    assert german.pgettext("memo", "For") == "Für"


def test_direction_follows_the_script():
    """Arabic and Hebrew run from right to left; a script in the tag decides."""
    assert {direction(tag) for tag in ("ar-EG", "he", "uz-Arab")} == {"rtl"}
    assert {direction(tag) for tag in ("en-GB", "ru", "ar-Latn")} == {"ltr"}
