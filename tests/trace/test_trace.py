"""From a judgment down to its sources, and from a source up to what falls without it."""

import json

import pytest
from briefs import briefs
from hypothesis import given, settings

import briefgen
from briefgen.cli import main
from briefgen.errors import InputError
from briefgen.model import Attribution, Brief, Claim, Effect, Event, Judgment, Likelihood, Section, Source
from briefgen.trace import as_json, as_text, evidence, trace, without


@pytest.fixture
def brief():
    """A brief in which a wire report holds up much and an interview a little."""
    return Brief(
        "Port",
        bottom_line="It closes [@wire].",
        sources=[
            Source("The wire’s report", id="wire"),
            Source("The paper’s report", id="paper", derives_from=["wire"]),
            Source("The broadcast", id="tv", seen_in="paper"),
            Source("An interview", id="talk"),
            Source("Never used", id="idle"),
        ],
        developments=[
            Event("The strike", id="strike", reports=[Claim("It goes on.", id="goes-on", sources="tv, 12:30")]),
        ],
        effects=[
            Effect("Ships wait.", id="wait", causes=["strike"]),
            Effect("Prices rise.", id="prices", causes=["wait"], sources="talk"),
        ],
        key_judgments=[
            Judgment("It will last.", id="last", basis=["goes-on", "wait"]),
            Judgment("It will cost.", id="cost", basis=["prices"]),
            Judgment("We can’t say more.", id="ours"),
        ],
    )


def names(held) -> list[str]:
    """Give the anchors of what was found."""
    return [each.anchor for each in held]


def steps(branches) -> list[tuple]:
    """Give a tree as nested tuples of anchor, way and what is below."""
    return [(b.to.anchor, b.step.how, steps(b.branches)) for b in branches]


def test_what_rests_on_itself_alone_does_not_stand():
    """Two judgments that rest on each other, and on nothing else, are told to go round in a circle."""
    judgments = [{"id": "a", "statement": "A", "basis": ["b"]}, {"id": "b", "statement": "B", "basis": ["a"]}]
    made = briefgen.from_dict({"title": "T", "key_judgments": judgments})
    found = trace(made, "a")
    assert not found.stands
    assert "In the end it rests on itself alone." in as_text(found)
    assert json.loads(as_json(found))["stands"] is False
    assert [each.message for each in briefgen.check(made)] == ["parts rest on each other in a circle: a → b → a"]


def test_a_judgment_is_followed_down_to_its_sources(brief):
    """Each step says by which field it goes; a source known through another goes on to that one."""
    report = ("source-tv", "cited", [("source-paper", "seen in", [("source-wire", "derives from", [])])])
    assert steps(trace(brief, "last").rests_on) == [
        ("claim-goes-on", "basis", [report]),
        ("effect-wait", "basis", [("event-strike", "cause", [("claim-goes-on", "report", [])])]),
    ]


def test_what_rests_on_one_source_alone_falls_with_it(brief):
    """Through any number of steps; what has other support too is only weakened."""
    found = trace(brief, "wire")
    assert names(found.falls) == [
        "bottom-line",
        "judgment-last",
        "event-strike",
        "claim-goes-on",
        "effect-wait",
        "source-paper",
        "source-tv",
    ]
    assert names(found.weakened) == ["judgment-cost", "effect-prices"]


def test_what_rests_on_nothing_never_falls(brief):
    """The authors' own judgment stands whatever is withdrawn, and an idle source holds up nothing."""
    assert all("judgment-ours" not in without(evidence(brief), a).falls for a in evidence(brief).held)
    assert trace(brief, "idle").falls == trace(brief, "idle").weakened == ()


def test_a_source_seen_in_another_falls_with_it_though_it_derives_from_more():
    """What was read only in another is lost with that; what draws on several is weakened when one goes."""
    brief = Brief(
        "x",
        sources=[
            Source("A", id="a"),
            Source("B", id="b"),
            Source("C", id="c", derives_from=["a", "b"]),
            Source("D", id="d", seen_in="a", derives_from=["b"]),
        ],
    )
    assert names(trace(brief, "a").falls) == ["source-d"]
    assert names(trace(brief, "a").weakened) == ["source-c"]
    assert names(trace(brief, "b").falls) == ["source-d"]


def test_parts_that_rest_on_each_other_alone_fall_together():
    """A circle is no ground to stand on."""
    brief = Brief(
        "x",
        sources=[Source("A", id="a")],
        key_judgments=[Judgment("One.", id="one", basis=["two"], sources="a"), Judgment("Two.", id="two", basis="one")],
    )
    assert names(trace(brief, "a").falls) == ["judgment-one", "judgment-two"]


@pytest.mark.parametrize(
    "claim",
    [
        Claim("It is so.", id="c", sources="s, p. 4"),
        Claim("It is so [@s].", id="c"),
        Claim("It is so.", id="c", caveat="Only there [@s]."),
        Claim("It is so.", id="c", according_to="s"),
        Claim("It is so.", id="c", according_to=Attribution("source-s", described_as="a paper")),
    ],
)
def test_every_way_of_naming_a_source_counts(claim):
    """A list of sources, a citation in any prose of the part, and who says so."""
    brief = Brief("x", sources=[Source("A report", id="s")], developments=[Event("E", id="e", reports=[claim])])
    assert names(trace(brief, "s").falls) == ["event-e", "claim-c"]


def test_an_actor_that_says_so_is_no_source():
    """What somebody says rests on where it was read, not on the one who says it."""
    claim = Claim("It is so.", id="c", according_to="port")
    brief = Brief("x", actors=[{"name": "The port", "id": "port"}], developments=[Event("E", reports=[claim])])
    assert trace(brief, "c").rests_on == ()


def test_who_judges_a_likelihood_counts_and_long_prose_too():
    """Attributions within small values and citations in free sections are found."""
    brief = Brief(
        "x",
        sources=[Source("A", id="a")],
        key_judgments=[Judgment("J.", id="j", likelihood=Likelihood("likely", according_to="a"))],
        sections=[Section("Cost", id="cost", body="## Of what\n\nMuch [@a, p. 3].")],
        background="Long ago [@a].",
    )
    assert names(trace(brief, "a").falls) == ["background", "judgment-j", "section-cost"]


def test_places_in_one_source_are_gathered():
    """Two citations of one source are one step with two places."""
    brief = Brief(
        "x", sources=[Source("A", id="a")], key_judgments=[Judgment("J.", id="j", sources=["a, p. 4", "a, p. 9"])]
    )
    (branch,) = trace(brief, "j").rests_on
    assert branch.step.locator == "p. 4; p. 9"


def test_a_chain_of_thousands_is_told_as_far_as_a_reader_goes():
    """A long chain of causes is cut with a word, and what falls is found to its end."""
    effects = [Effect("First.", id="e0", sources="a")]
    effects += [Effect("Next.", id=f"e{i}", causes=[f"e{i - 1}"]) for i in range(1, 1500)]
    brief = Brief("x", sources=[Source("A", id="a")], effects=effects)
    assert "trace it for more" in as_text(trace(brief, "e1499"))
    assert len(trace(brief, "a").falls) == 1500


def test_an_unknown_id_names_the_nearest(brief):
    """A slip of the pen is met with the id that was meant."""
    with pytest.raises(InputError, match="nearest: 'wire'"):
        trace(brief, "wier")


def test_a_trace_in_words(brief):
    """A tree of what it rests on, then two lists; what was told above is not told again."""
    assert (
        as_text(trace(brief, "wait"))
        == """\
effect-wait (effect): Ships wait
  at effects[0]

It rests on:
└─ event-strike: The strike [cause]
   └─ claim-goes-on: It goes on [report]
      └─ source-tv, 12:30: The broadcast [cited]
         └─ source-paper: The paper’s report [seen in]
            └─ source-wire: The wire’s report [derives from]

Without it nothing falls.
Loses a part of its support:
  judgment-last (judgment): It will last
  judgment-cost (judgment): It will cost
  effect-prices (effect): Prices rise
"""
    )


def test_the_command_prints_json(tmp_path, capsys):
    """Scripts get the same as an object."""
    file = tmp_path / "b.yaml"
    file.write_text("title: x\nsources: [{id: a, title: A}]\nkey_judgments: [{id: j, statement: J., sources: a}]\n")
    assert main(["trace", str(file), "a", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["id"], [held["id"] for held in said["falls"]]) == ("source-a", ["judgment-j"])


def test_the_command_refuses_an_unknown_id(tmp_path, capsys):
    """The exit code says that the input is at fault, the message what comes nearest."""
    file = tmp_path / "b.yaml"
    file.write_text("title: x\nsources: [{id: article, title: A}]\n")
    assert main(["trace", str(file), "artcle"]) == 1
    assert "nearest: 'article'" in capsys.readouterr().err
    assert main(["trace", str(tmp_path / "none.yaml"), "a"]) == 1


@settings(max_examples=60, deadline=None)
@given(briefs())
def test_any_brief_can_be_traced(brief):
    """Whatever a brief holds, each part has a trace; what falls and what is weakened are never the same."""
    found = evidence(brief)
    for anchor in [*found.held][:5]:
        loss = without(found, anchor)
        assert not {*loss.falls} & {*loss.weakened}
        traced = trace(brief, anchor)
        assert as_text(traced)
        assert json.loads(as_json(traced))["id"] == traced.held.anchor


def test_positions_that_name_each_other_are_traced():
    """A position whose actor is a position by mistake has a trace all the same."""
    positions = [{"id": "a", "actor": "b", "says": "A."}, {"id": "b", "actor": "a", "says": "B."}]
    brief = briefgen.from_dict({"title": "x", "positions": positions})
    assert as_text(trace(brief, "position-a"))
    assert briefgen.compose(brief)
