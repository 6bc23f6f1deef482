"""The example brief: one file, one script, the same brief."""

import runpy
from pathlib import Path

import pytest
from attrs import fields

import briefgen
from briefgen.model import Brief, Source

FOLDER = Path(__file__).parents[2] / "examples" / "moscow-talks"


@pytest.fixture(scope="module")
def brief():
    return briefgen.load(FOLDER / "brief.yaml")


@pytest.fixture(scope="module")
def scripted():
    return runpy.run_path(str(FOLDER / "brief.py"))["brief"]


@pytest.mark.parametrize("field", [a.name for a in fields(Brief)])
def test_the_script_says_the_same_in_every_field(brief, scripted, field):
    """Each field of the brief built in Python equals that of the brief read from the file."""
    assert getattr(scripted, field) == getattr(brief, field)


def test_the_script_builds_the_very_same_brief(brief, scripted):
    """The brief built in Python equals the brief read from the file as a whole."""
    assert scripted == brief


def test_every_part_of_the_example_has_an_id_of_its_own_choice(brief):
    """The example gives its ids, so that they stay when names are edited."""
    text = (FOLDER / "brief.yaml").read_text(encoding="utf-8")
    assert [part.id for _, part in brief.parts() if f"id: {part.id}\n" not in text] == []


def test_the_example_has_no_finding(brief):
    """A reader who starts from the example starts without errors or warnings."""
    assert briefgen.check(brief) == ()


def test_what_was_not_read_is_said_to_be_seen_elsewhere(brief):
    """Every source but the article itself was seen only in the article."""
    assert {part.id: part.seen_in for _, part in brief.parts() if isinstance(part, Source)} == {
        "article": None,
        "cbc": "article",
        "bbc": "article",
        "times": "article",
    }


def test_no_judgment_is_made_stronger_than_its_source(brief):
    """The article's likelihoods stay its words: the example puts none on a scale and adds no confidence."""
    judged = [part for _, part in brief.parts() if getattr(part, "likelihood", None)]
    assert {part.likelihood.value for part in judged} == {None, "not assessed"}
    assert [part.id for _, part in brief.parts() if getattr(part, "confidence", None)] == []
