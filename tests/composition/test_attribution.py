"""Who says so: the same words wherever it matters, and never taken for this brief's own judgment."""

import pytest

from briefgen.composition.components import Context, components
from briefgen.document import plain_text, walk
from briefgen.document.nodes import Citation
from briefgen.model import Actor, Attribution, Brief, Claim, Effect, Event, Judgment, Likelihood, Position, Source

OWN = "This brief’s judgment"
SHAPES = {
    "in words": (Attribution("the harbour union"), ["the harbour union"]),
    "an actor": (Attribution("port"), ["The Port"]),
    "a source": (Attribution("times"), ["The Times"]),
    "unnamed": (Attribution("unnamed"), ["not named"]),
    "nothing": (Attribution(), ["not named"]),
    "described": (Attribution("unnamed", described_as="a senior official"), ["a senior official", "Not named"]),
    "described alone": (Attribution(described_as="a senior official"), ["a senior official", "Not named"]),
    "with terms": (
        Attribution("unnamed", described_as="a diplomat", terms="background", why_unnamed="not free to speak"),
        ["a diplomat", "Not named", "On background", "not free to speak"],
    ),
    "on record": (
        Attribution("port", described_as="its spokeswoman", terms="on-record"),
        ["The Port", "its spokeswoman", "On the record"],
    ),
    "anonymous": (Attribution("unnamed", terms="anonymous", why_unnamed="fears"), ["not named", "Anonymous", "fears"]),
}
PLACES = {
    "claim": lambda who: {"developments": [Event("E", reports=[Claim("S.", according_to=who)])]},
    "view": lambda who: {"effects": [Effect("S.", views=[Claim("V.", according_to=who)], according_to="x")]},
    "effect": lambda who: {"effects": [Effect("S.", according_to=who)]},
    "judgment": lambda who: {"key_judgments": [Judgment("S.", according_to=who)]},
    "position": lambda who: {"positions": [Position("port", says="S.", according_to=who)]},
    "likelihood": lambda who: {"key_judgments": [Judgment("S.", likelihood=Likelihood("likely", according_to=who))]},
}
SHOWN = {
    "claim": ("events", "developments"),
    "view": ("effects_table", "effects"),
    "effect": ("effects_table", "effects"),
    "judgment": ("key_judgments", "key_judgments"),
    "position": ("positions", "positions"),
    "likelihood": ("key_judgments", "key_judgments"),
}


def printed(place, who) -> str:
    """Give the words that a component prints for an attribution."""
    brief = Brief(
        "x", actors=[Actor("The Port", id="port")], sources=[Source("The Times", id="times")], **PLACES[place](who)
    )
    component, field = SHOWN[place]
    return plain_text(components(Context(brief))[component](getattr(brief, field)))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("shape", SHAPES)
def test_who_says_so_is_printed_as_far_as_it_is_given(shape, place):
    """Name or description, the terms, and why somebody is not named."""
    who, expected = SHAPES[shape]
    said = printed(place, who)
    assert [words for words in expected if words.casefold() not in said.casefold()] == []


@pytest.mark.parametrize("place", ["effect", "judgment"])
@pytest.mark.parametrize("shape", SHAPES)
def test_what_others_say_is_not_called_this_briefs_judgment(shape, place):
    """Any attribution, even an empty one, takes a judgment out of the authors' mouths."""
    assert OWN not in printed(place, SHAPES[shape][0])


@pytest.mark.parametrize("place", ["effect", "judgment"])
def test_what_nobody_else_says_is_this_briefs_judgment(place):
    """Without an attribution it is the authors' own."""
    assert OWN in printed(place, None)


def test_an_effect_that_is_cited_or_observed_is_not_this_briefs_judgment():
    """Where a source is cited the citation says whose it is, and what was observed is no judgment."""
    cited, seen = Effect("S.", sources="a"), Effect("T.", status="observed")
    brief = Brief("x", sources=[Source("A", id="a")], effects=[cited, seen])
    assert OWN not in plain_text(components(Context(brief))["effects_table"](brief.effects))


@pytest.mark.parametrize("place", PLACES)
def test_nobody_is_said_to_be_called_not_named(place):
    """`According to Not named` is no sentence."""
    said = printed(place, Attribution("unnamed"))
    assert "to not named" not in said.casefold()


@pytest.mark.parametrize("place", PLACES)
def test_a_source_that_says_so_is_cited_where_it_does(place):
    """From what a source says, or says of its likelihood, a citation leads to the source, and only one."""
    brief = Brief(
        "x", actors=[Actor("The Port", id="port")], sources=[Source("The Times", id="times")], **PLACES[place]("times")
    )
    component, field = SHOWN[place]
    made = components(Context(brief))[component](getattr(brief, field))
    cited = [node for block in made for node in walk(block) if isinstance(node, Citation)]
    assert [item.source for node in cited for item in node.items] == ["times"]


def test_a_source_that_says_so_is_cited_once_before_what_else_is_cited():
    """A source is not cited twice where it both says so and is named among the sources."""
    both = [Source("The Times", id="times"), Source("The Post", id="post")]
    for named, expected in (["post"], ["times", "post"]), (["post", "times"], ["post", "times"]):
        judgment = Judgment("S.", according_to="times", sources=named)
        made = components(Context(Brief("x", key_judgments=[judgment], sources=both)))["key_judgments"]([judgment])
        cited = [node for block in made for node in walk(block) if isinstance(node, Citation)]
        assert [item.source for node in cited for item in node.items] == expected
