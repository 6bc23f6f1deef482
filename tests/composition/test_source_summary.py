"""The source summary statement says what the data say, and nothing else."""

import pytest

from briefgen.composition.components import Context, components
from briefgen.document import plain_text
from briefgen.model import Actor, Brief, Gap, Judgment, Name, Source


def said(brief: Brief) -> str:
    """Give the statement about all sources of a brief."""
    (paragraph,) = components(Context(brief))["source_summary"](brief.sources)
    return plain_text(paragraph.inlines)


def test_no_source_is_said_so():
    """A brief without sources is no brief with a silent list."""
    assert said(Brief("x")) == "No source is named."


def test_one_source():
    """One source is spoken of in the singular."""
    source = Source("A", id="a", type="report", author=[Name("WHO")], url="https://who.int", issued="2026-02")
    brief = Brief("x", sources=[source], key_judgments=[Judgment("J.", sources="a")])
    assert said(brief) == (
        "This brief names 1 source: 1 report. It was consulted directly. Its reliability is not rated. "
        "1 is dated: February 2026. It is not marked as speaking for a party to the matter."
    )


def test_many_sources():
    """Kinds, nearness, grades, ages, origins, parties, what is missing: each as far as it is given."""
    brief = Brief(
        "x",
        as_of="2026-03-02",
        actors=[Actor("The port", id="port")],
        gaps=[Gap("The wire was not read.", about=["wire"])],
        sources=[
            Source("Wire", id="wire", type="article-newspaper", issued="2024-05-01", reliability="B", author="Wire"),
            Source("Paper", id="paper", type="article-newspaper", issued="2026-03-01", derives_from="wire"),
            Source("TV", id="tv", type="broadcast", issued="unknown", seen_in="paper", title_short="TV One"),
            Source("Release", id="release", interested="port", reliability="E", issued="2026-03-04", doi="10.1/x"),
            Source(id="official", described_as="an official"),
        ],
        key_judgments=[Judgment("J.", sources=["wire", "paper", "tv", "release"])],
    )
    assert said(brief) == (
        "This brief names 5 sources: 2 newspaper articles, 1 broadcast and 2 of kinds that are not given. "
        "4 were consulted directly; 1 is known only as cited in another (Paper). "
        "Reliability is rated for 1 as B (usually reliable) and 1 as E (unreliable); 3 are not rated. "
        "3 are dated, the oldest 1 May 2024, the newest 4 March 2026. "
        "1 is older than a year on 2 March 2026. 1 is later than 2 March 2026. "
        "1 is of unknown date. For 1 no date is given. "
        "Traced to where they come from, they count as 3 independent sources at most. "
        "1 speaks for a party to the matter (The port). "
        "Missing: for 3 an author, for 3 an address or number to find them by "
        "and for 1 a place in this brief where it is cited. A gap is stated about 1."
    )


@pytest.mark.parametrize(
    ("issued", "old"),
    [
        ("2025-03-02", False),
        ("2025-03-01", True),
        ("2025-03", False),
        ("2025-02", True),
        ("2025", False),
        ("2024", True),
        ("2019/2024", True),
        ("../2024", True),
        ("2019/..", False),
    ],
)
def test_a_source_is_called_old_only_when_it_certainly_is(issued, old):
    """A date of less precision than a day counts by its last day."""
    brief = Brief("x", date="2026-03-02", as_of="unknown", sources=[Source("A", issued=issued)])
    assert ("older than a year" in said(brief)) is old


def test_a_leap_day_has_a_year_before():
    """A year before 29 February is 28 February."""
    brief = Brief("x", date="2024-02-29", sources=[Source("A", issued="2023-02-27")])
    assert "1 is older than a year on 29 February 2024." in said(brief)


def test_sources_that_depend_on_each_other_in_a_circle_are_one():
    """What is given wrong, the checks say; the statement still ends."""
    brief = Brief("x", sources=[Source("A", id="a", derives_from="b"), Source("B", id="b", derives_from="a")])
    assert "count as 1 independent source at most" in said(brief)


def test_independent_sources_are_said_to_depend_on_none():
    """Where no dependence is given, the statement claims no more than that."""
    brief = Brief("x", sources=[Source("A"), Source("B")])
    assert "None is said to depend on another." in said(brief)


def test_every_kind_can_be_counted():
    """Each CSL type has a word for one and a word for several."""
    from typing import get_args

    from briefgen.citations.kinds import KINDS
    from briefgen.model.evidence import SourceType

    assert set(KINDS) == {"", *get_args(SourceType)}
