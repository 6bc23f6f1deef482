"""Dates are printed as precisely as they are known."""

import re
from datetime import date

import pytest
from babel.dates import format_date as babel_date
from babel.dates import format_skeleton
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.language import format_date
from briefgen.model import Date

DATES = st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 31))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2014", "2014"),
        ("2014-02", "February 2014"),
        ("2014-02-27", "27 February 2014"),
        ("2026-03-02T17:30+03:00", "2 March 2026, 17:30 UTC+3"),
        ("2026-03-02T17:30:00-09:30", "2 March 2026, 17:30 UTC−9:30"),
        ("2026-03-02T17:30+0530", "2 March 2026, 17:30 UTC+5:30"),
        ("2026-03-02T17:30Z", "2 March 2026, 17:30 UTC"),
        ("2014~", "about 2014"),
        ("2014-02~", "about February 2014"),
        ("2014/2022", "2014–2022"),
        ("2014-02/2014-05", "February–May 2014"),
        ("2014-02/2015-05", "February 2014 – May 2015"),
        ("2014-02-27/2014-02-28", "27–28 February 2014"),
        ("2014-02-27/2014-03-03", "27 February – 3 March 2014"),
        ("2014/2022-02-24", "2014 – 24 February 2022"),
        ("2014~/2022", "about 2014 – 2022"),
        ("../2024", "until 2024"),
        ("2014/..", "from 2014"),
        ("unknown", "not known"),
    ],
)
def test_english_dates_read_as_a_person_writes_them(written, read):
    """Each form of date that a brief may hold has its words."""
    assert format_date(written, "en-GB") == read


@pytest.mark.parametrize(
    ("language", "read"),
    [("en-US", "February 27, 2014"), ("de", "27. Februar 2014"), ("fr-CH", "27 février 2014"), ("zh", "2014年2月27日")],
)
def test_other_languages_have_their_own_order_and_months(language, read):
    """A date follows the language of the document."""
    assert format_date("2014-02-27", language) == read


def test_spans_in_other_languages_name_what_both_ends_share_once():
    """German gives the year of a span of months once, and the month of a span of days where the day comes first."""
    assert format_date("2014-02/2014-05", "de") == "Februar–Mai 2014"
    assert format_date("2014-02-27/2014-02-28", "de") == "27.–28. Februar 2014"
    assert format_date("2014-02-27/2014-02-28", "fr") == "27–28 février 2014"
    assert format_date("2014-02-27/2014-03-03", "de") == "27. Februar 2014 – 3. März 2014"
    assert format_date("2014-02-27/2014-02-28", "en-US") == "February 27, 2014 – February 28, 2014"


@given(DATES)
def test_english_without_babel_says_what_babel_says(day):
    """The short way for English agrees with the Unicode data on every day and month."""
    assert format_date(f"{day:%Y-%m-%d}", "en-GB") == babel_date(day, "long", locale="en_GB")
    assert format_date(f"{day:%Y-%m}", "en") == format_skeleton("yMMMM", day, locale="en_001")


MOMENT = r"[12]\d{3}(-[01]\d(-[0-3]\d(T[012]\d:[0-5]\d(:[0-5]\d)?(Z|[+-][01]\d:?[0-5]\d))?)?)?~?"


@given(st.from_regex(rf"(\.\.|{MOMENT})(/(\.\.|{MOMENT}))?", fullmatch=True, alphabet="0123456789-+T:Z~/."))
def test_every_date_that_a_brief_may_hold_has_words(text):
    """No date that the model takes stops the writing of a brief."""
    try:
        Date(text)
    except InputError:
        return
    for language in ("en-GB", "de"):
        assert re.findall(r"\d{4}", text)[0] in format_date(text, language)


WRONG = ["", "2014-13", "2014-02-30", "soon", "../..", "2014-2", "٢٠١٤", "2014-02-27\n"]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_is_refused_with_examples(text):
    """A wrong date raises, and the message shows what would be right."""
    with pytest.raises(ValueError, match=r"expected e\.g\. 2014"):
        format_date(text, "en")
