"""What is wrong with a brief as a whole, told with place and fix."""

import pytest

from briefgen.checks import check
from briefgen.errors import Severity
from briefgen.files import loads
from briefgen.model import (
    Actor,
    Brief,
    Claim,
    Effect,
    Event,
    Gap,
    Issue,
    Judgment,
    Likelihood,
    Position,
    Scenario,
    Source,
)


def said(brief: Brief) -> list[str]:
    return [str(found) for found in check(brief)]


def test_a_sound_brief_has_no_findings():
    """References by id, by kind-slug and by words are all fine."""
    brief = Brief(
        "T",
        actors=[Actor("Russia", id="russia"), Actor("Trump circle", id="camp", part_of="actor-russia")],
        issues=[Issue("Territory", proposition="It is ceded")],
        positions=[
            Position("russia", issue="issue-territory", stance="for", according_to="unnamed", sources="cbc, p. 4")
        ],
        effects=[Effect("A", causes="territory", affects="camp", according_to="Supporters of the plan")],
        scenarios=[Scenario("S", likelihood=Likelihood(given="Rain"))],
        gaps=[Gap("When?", about=["russia", "cbc", "a"])],
        sources=[Source("CBC", id="cbc")],
    )
    assert said(brief) == []
    assert said(Brief("T")) == []


def test_a_reference_to_nothing_suggests_the_nearest_id():
    """Wherever references stand, in parts within parts too."""
    brief = Brief(
        "T",
        actors=[Actor("Ukraine", id="ukraine"), Actor("X", id="x", part_of="ukrain")],
        timeline=[
            Event("E", after="nothing", parties="ukraine2", reports=[Claim("c", sources="cbs", conflicts_with="d")])
        ],
        sources=[Source("CBC", id="cbc", seen_in="article")],
    )
    assert said(brief) == [
        "timeline[0].after: 'nothing' is the id of no event",
        "timeline[0].parties[0]: 'ukraine2' is the id of no actor; nearest: 'ukraine'",
        "timeline[0].reports[0].sources[0]: 'cbs' is the id of no source; nearest: 'cbc'",
        "timeline[0].reports[0].conflicts_with[0]: 'd' is the id of no claim",
        "actors[1].part_of: 'ukrain' is the id of no actor; nearest: 'ukraine'",
        "sources[0].seen_in: 'article' is the id of no source",
    ]


def test_a_reference_to_a_part_of_another_kind_is_told():
    """An actor is no cause of an effect."""
    brief = Brief("T", actors=[Actor("Russia", id="russia")], effects=[Effect("A", causes="russia")])
    assert said(brief) == [
        "effects[0].causes[0]: 'russia' is an actor; expected an event, claim, issue, scenario or effect"
    ]


def test_a_position_never_stands_in_for_its_actor():
    """A slip in an actor's id is told as such, though the position is named by it."""
    brief = Brief("T", actors=[Actor("Russia", id="russia")], positions=[Position("rusia", says="No.")])
    assert said(brief) == ["positions[0].actor: 'rusia' is the id of no actor; nearest: 'russia'"]


def test_a_reference_to_one_of_two_of_a_name_is_told():
    """Which Georgia is meant only the author knows."""
    brief = Brief("T", actors=[Actor("Georgia"), Actor("Georgia")], positions=[Position("georgia", says="Yes.")])
    assert said(brief) == [
        "positions[0].actor: 'georgia' could mean any of 'georgia', 'georgia-2', which have one name "
        "and ids made from it; give each of them an id"
    ]


def test_words_that_look_like_an_id_with_a_slip_are_worth_a_warning():
    """They are printed as words, which may not be what was meant."""
    brief = Brief("T", actors=[Actor("Ukraine", id="ukraine")], key_judgments=[Judgment("So.", according_to="ukrane")])
    (found,) = check(brief)
    assert (found.severity, found.path) == (Severity.WARNING, "key_judgments[0].according_to.who")
    assert "nearest: 'ukraine'" in found.hint


def test_an_id_given_twice_is_told_with_the_other_part():
    """Whatever the kinds: references would not know which is meant."""
    brief = Brief("T", actors=[Actor("A", id="x")], scenarios=[Scenario("B", id="x"), Scenario("C", id="scenario-x")])
    assert said(brief) == [
        "scenarios[0].id: the id 'x' is that of actors[0] too; give one of them another id",
        "scenarios[1].id: the id 'scenario-x' is that of scenarios[0] too; give one of them another id",
    ]


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (
            Brief("T", effects=[Effect("A", causes="b"), Effect("B", causes="a")]),
            "effects[0].causes: parts cause each other in a circle: a → b → a; take one of these steps out",
        ),
        (
            Brief("T", actors=[Actor("A", part_of="a")]),
            "actors[0].part_of: parts belong to each other in a circle: a → a; take one of these steps out",
        ),
        (
            Brief(
                "T",
                sources=[Source("A", derives_from="b"), Source("B", derives_from="c"), Source("C", derives_from="b")],
            ),
            "sources[1].derives_from: parts derive from each other in a circle: b → c → b; take one of these steps out",
        ),
        (
            Brief("T", sources=[Source("A", seen_in="b"), Source("B", seen_in="a")]),
            "sources[0].seen_in: parts are seen in each other in a circle: a → b → a; take one of these steps out",
        ),
        (
            Brief("T", timeline=[Event("A", after="b"), Event("B", after="a")]),
            "timeline[0].after: parts come after each other in a circle: a → b → a; take one of these steps out",
        ),
    ],
)
def test_circles_are_told_with_the_way_round(brief, expected):
    """Nothing causes, contains, precedes or derives from itself."""
    assert said(brief) == [expected]


def test_two_circles_are_told_as_two():
    """Also where they share a part."""
    brief = Brief("T", effects=[Effect("A", causes=["b", "c"]), Effect("B", causes="a"), Effect("C", causes="a")])
    assert len(said(brief)) == 2


def test_a_stance_needs_something_to_be_for_or_against():
    """An issue, and the issue's proposition."""
    brief = Brief(
        "T",
        actors=[Actor("Russia", id="russia")],
        issues=[Issue("Territory", id="territory")],
        positions=[Position("russia", issue="territory", stance="for"), Position("russia", stance="against")],
    )
    assert said(brief) == [
        "positions[0].stance: one can't be 'for' on 'Territory', which puts no proposition; "
        "give the issue a proposition",
        "positions[1].stance: the stance 'against' is on nothing, because no issue is given; "
        "name the issue, or say it in `says`",
    ]


def test_findings_stand_in_the_order_of_the_file_with_their_places():
    """With the places of a file, each finding names its line."""
    loaded = loads(
        "title: T\ngaps:\n  - statement: When?\n    about: [visit]\nactors: [{name: A, part_of: b}]\n", "b.yaml"
    )
    assert [str(found) for found in check(loaded.brief, loaded.places)] == [
        "b.yaml:4:13 gaps[0].about[0]: 'visit' is the id of no part of this brief",
        "b.yaml:5:29 actors[0].part_of: 'b' is the id of no actor",
    ]
