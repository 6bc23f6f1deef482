"""A brief as a person builds it in Python: ids, references, finding and replacing parts."""

import pickle
import subprocess
import sys

import attrs
import pytest

from briefgen.errors import InputError
from briefgen.model import (
    Actor,
    Attribution,
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
    SourceRef,
    anchor,
    effect_order,
)
from briefgen.prose import Prose


def talks() -> Brief:
    return Brief(
        "Talks",
        actors=[Actor("Russia", id="russia"), Actor("Ukraine")],
        developments=[
            Event("Visit", parties=["russia"], reports=[Claim("They met.", id="claim-met", sources="cbc, p. 4")])
        ],
        scenarios=[Scenario("Stalemate", id="stalemate", formerly="deadlock")],
        sources=[Source("CBC report", id="cbc")],
    )


def test_a_brief_needs_nothing_but_its_title():
    """A title alone makes a brief; a brief without one is refused."""
    assert list(Brief("Talks").parts()) == []
    with pytest.raises(InputError, match=r"title: must not be empty"):
        Brief("  ")


def test_a_part_is_found_by_its_id_however_it_is_written():
    """The bare id, kind-slug, an id that begins with its kind, and the former id all find the part."""
    brief = talks()
    assert brief.find("stalemate") is brief.find("scenario-stalemate") is brief.find("deadlock") is brief.scenarios[0]
    assert brief.find("claim-met") is brief.developments[0].reports[0]
    with pytest.raises(KeyError):
        brief.find("claim-claim-met")


def test_a_part_at_any_depth_is_replaced_and_the_rest_is_kept():
    """Replacing makes a new brief; the old one stays as it was, and so does everything beside the part."""
    old = talks()
    new = old.replace("claim-met", status="confirmed")
    assert new.find("claim-met").status == "confirmed"
    assert old.find("claim-met").status is None
    assert new.scenarios == old.scenarios
    assert new.replace("claim-met", status=None) == old


def test_every_part_comes_with_its_path_in_document_order():
    """Paths are those of a file: lists with positions, parts within parts."""
    assert [path for path, _ in talks().parts()] == [
        "developments[0]",
        "developments[0].reports[0]",
        "actors[0]",
        "actors[1]",
        "scenarios[0]",
        "sources[0]",
    ]


def test_ids_are_made_from_names_and_stay_apart():
    """A name gives its slug; a name taken by another kind gives kind-slug, by the same kind a number."""
    brief = Brief(
        "T",
        actors=[Actor("Elections"), Actor("Elections"), Actor("Ціна миру"), Actor("…")],
        issues=[Issue("Elections")],
        key_judgments=[Judgment("Neither side's stated terms on territory leave room for agreement.")],
    )
    assert [part.id for _, part in brief.parts()] == [
        "neither-side-s-stated-terms-on-territory",
        "elections",
        "elections-2",
        "ціна-миру",
        "actor",
        "issue-elections",
    ]


def test_a_given_id_is_never_taken_by_a_made_one():
    """Given ids come first, wherever they stand."""
    brief = Brief("T", actors=[Actor("Visit")], timeline=[Event("Somebody calls", id="visit")])
    assert brief.actors[0].id == "actor-visit"
    assert brief.find("visit") is brief.timeline[0]


def test_no_two_parts_of_a_document_share_an_anchor():
    """The anchor is kind-slug, and not twice so when the id begins with its kind."""
    brief = talks()
    assert anchor(brief.scenarios[0]) == "scenario-stalemate"
    assert anchor(brief.find("claim-met")) == "claim-met"
    twins = Brief("T", actors=[Actor("x"), Actor("x", id="actor-x"), Actor("actor x")])
    anchors = [anchor(part) for _, part in twins.parts()]
    assert len(set(anchors)) == 3


def test_references_are_stored_as_the_ids_they_mean():
    """An object, kind-slug, a name's slug and a former id all become the part's id."""
    russia = Actor("Russia")
    brief = Brief(
        "T",
        actors=[russia, Actor("Ukraine", id="ua", formerly="ukr")],
        issues=[Issue("Elections", proposition="They are held")],
        timeline=[Event("Elections")],
        positions=[Position(russia, issue="elections"), Position("actor-ua"), Position("ukr")],
        key_judgments=[
            Judgment("So.", according_to=Attribution(russia), likelihood=Likelihood("likely", given="Rain"))
        ],
    )
    assert [p.actor for p in brief.positions] == ["russia", "ua", "ua"]
    assert brief.positions[0].issue == "issue-elections"
    assert brief.positions[0].id == "position-russia-issue-elections"
    assert brief.key_judgments[0].according_to.who == "russia"
    assert brief.key_judgments[0].likelihood.given == "Rain"


def test_a_reference_that_could_mean_two_parts_is_left_as_written():
    """Two actors of one name: which is meant is for the author to say, and for the checks to ask."""
    brief = Brief("T", actors=[Actor("Georgia"), Actor("Georgia")], positions=[Position("georgia")])
    assert [a.id for a in brief.actors] == ["georgia", "georgia-2"]
    assert brief.positions[0].actor == "georgia"


def test_a_source_is_referred_to_with_its_locator():
    """`cbc, p. 4` is the source cbc, at page 4; a Source or a SourceRef does as well."""
    source = Source("CBC report", id="cbc")
    refs = Event("E", sources=["cbc, p. 4", source, SourceRef("cbc", locator="1:20"), "cbc"]).sources
    assert refs == (
        SourceRef("cbc", locator="p. 4"),
        SourceRef("cbc"),
        SourceRef("cbc", locator="1:20"),
        SourceRef("cbc"),
    )
    assert [str(ref) for ref in refs[:2]] == ["cbc, p. 4", "cbc"]


def test_plain_values_stand_for_small_objects():
    """A word stands for the object whose first field it is; one value stands for a list of one."""
    scenario = Scenario("S", likelihood=0.6, confidence="low", horizon="short term", change="raised", indicators="Rain")
    assert (scenario.likelihood.value, scenario.confidence.level, scenario.horizon.label) == (0.6, "low", "short term")
    assert scenario.change.direction == "raised"
    assert scenario.indicators[0].statement == Prose("Rain")
    brief = Brief("T", authors="Ana", marking="TLP:GREEN", keywords="peace", timeline=Event("E"))
    assert (brief.authors[0].name, brief.marking.level, brief.keywords) == ("Ana", "TLP:GREEN", ("peace",))
    assert brief.timeline[0].title == "E"


def test_a_brief_can_not_be_changed_and_crosses_processes():
    """Parts are frozen; a brief is equal after pickling."""
    brief = talks()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        brief.title = "x"
    assert brief.find("cbc")
    crossed = pickle.loads(pickle.dumps(brief))
    assert crossed == brief
    assert crossed.find("cbc") == brief.find("cbc")


def test_ids_and_references_do_not_change_when_a_brief_is_made_again():
    """Evolving a brief leaves every id as it was."""
    brief = talks()
    assert attrs.evolve(brief) == brief
    assert attrs.evolve(brief, subtitle="More").actors == brief.actors


def test_the_order_of_effects_follows_from_their_causes():
    """Caused by no effect is first order; each other comes after the last of its causes."""
    brief = Brief(
        "T",
        timeline=[Event("Visit")],
        effects=[Effect("C", causes=["a", "b"]), Effect("B", causes="a"), Effect("A", causes="visit")],
    )
    assert effect_order(brief) == {"c": 3, "b": 2, "a": 1}


def test_effects_in_a_circle_are_an_error_that_names_them():
    """A circle has no order; the error shows the way round."""
    brief = Brief("T", effects=[Effect("A", causes="b"), Effect("B", causes="a")])
    with pytest.raises(InputError, match=r"circle: [ab] → [ab] → [ab]"):
        effect_order(brief)


def test_gaps_and_judgments_may_refer_to_parts_of_any_kind():
    """What is not known may concern anything."""
    brief = attrs.evolve(talks(), gaps=[Gap("When?", about=["visit", "cbc", "scenario-stalemate"])])
    assert brief.gaps[0].about == ("visit", "cbc", "stalemate")


def test_the_model_is_there_without_what_reads_or_lays_out():
    """A script that only builds briefs pays for no parser and no template engine."""
    heavy = "{'yaml', 'cattrs', 'jinja2', 'markdown_it', 'reportlab', 'docx', 'babel'}"
    script = f"import sys, briefgen.model, briefgen.files, briefgen.checks; print({heavy} & sys.modules.keys() or '')"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "\n"
