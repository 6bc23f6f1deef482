"""Scales are found by name, say where they are from, and know their terms however they are spelled."""

from pathlib import Path

import pytest
from scales_page import scales_page

from briefgen.errors import InputError
from briefgen.scales import names, scale

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "scales.md"


def test_the_page_of_scales_is_that_of_the_files():
    """The reference page is renewed with the files."""
    assert PAGE.read_text(encoding="utf-8") == scales_page()


@pytest.mark.parametrize("name", names())
def test_every_scale_says_where_it_is_from(name):
    """Nobody has to guess whose words these are, or whether the text was read."""
    found = scale(name)
    assert found.citation
    assert found.read in ("in full", "second-hand")
    assert bool(found.gaps or found.nested) == (found.kind == "likelihood")


def test_what_was_read_second_hand_says_so():
    """A reader can weigh what a scale's file says."""
    assert {name for name in names() if scale(name).read == "second-hand"} == {"admiralty", "phia", "us-confidence"}


@pytest.mark.parametrize("name", ["icd203", "ICD 203", "icd-203", "Icd_203"])
def test_a_name_is_found_however_it_is_spelled(name):
    """Case, spaces and hyphens don't matter."""
    assert scale(name) is scale("icd203")


@pytest.mark.parametrize(
    ("name", "hint"), [("icd204", "nearest: 'icd203'"), ("zzz", "known: admiralty, five-step, icd203")]
)
def test_an_unknown_name_is_told_with_the_nearest(name, hint):
    """The known names are listed where none is near."""
    with pytest.raises(InputError) as raised:
        scale(name)
    (found,) = raised.value.diagnostics
    assert (found.code, found.message) == ("unknown-scale", f"there is no scale {name!r}")
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    ("name", "words", "read"),
    [
        ("icd203", "Very-Likely", "very likely"),
        ("icd203", "highly  probable", "highly probable"),
        ("icd203", "almost certainly", "almost certain"),
        ("icd203", "possible", None),
        ("us-confidence", "medium", None),
        ("ipcc-confidence", "Very high", "very high"),
        ("ipcc-confidence", "high agreement, limited evidence", "limited evidence, high agreement"),
        ("ipcc-confidence", "limited evidence", None),
        ("ipcc-confidence", "limited evidence, robust evidence", None),
        ("ipcc-confidence", "limited evidence, high agreement, high agreement", None),
        ("ipcc-confidence", "robust", None),
        ("five-step", "Severe", "severe"),
    ],
)
def test_a_term_is_known_however_it_is_spelled(name, words, read):
    """What means the same stays as written; an adverb becomes the term; the rest is no term."""
    assert scale(name).spelled(words) == read


def test_grades_have_a_letter_and_a_number():
    """The letter rates the source, the number the information."""
    grades = scale("admiralty")
    assert grades.coded("reliability", "B").name == "usually reliable"
    assert grades.coded("credibility", "2").name == "probably true"
    assert grades.coded("reliability", "2") is None
