"""What components make of parts of a brief; each works alone, from a script."""

import pytest

from briefgen.composition.components import Context, components
from briefgen.composition.meta import meta
from briefgen.document import nodes, plain_text, walk
from briefgen.model import (
    Actor,
    Attribution,
    Brief,
    Claim,
    Effect,
    Event,
    Exhibit,
    Gap,
    Horizon,
    Issue,
    Judgment,
    KeyFigure,
    Likelihood,
    Person,
    Position,
    Recommendation,
    Risk,
    Scenario,
    ScenarioSet,
    Source,
    Term,
)


def made(component: str, *arguments, brief: Brief) -> tuple:
    """Call a component as a template does."""
    return components(Context(brief))[component](*arguments)


def texts(blocks) -> list[str]:
    """Give the words of each paragraph, in order."""
    return [plain_text(node.inlines) for node in walk(blocks) if isinstance(node, nodes.Paragraph)]


def rows(blocks) -> list[list[str]]:
    """Give the words of each row's cells below the head."""
    bodies = [node for node in walk(blocks) if isinstance(node, nodes.TableBody)]
    return [[" | ".join(filter(None, texts(c.blocks))) for c in row.cells] for body in bodies for row in body.rows]


@pytest.mark.parametrize(
    "name",
    [n for n in components(Context(Brief("x"))) if n not in ("beside", "scenario_set", "source_summary", "word_count")],
)
def test_nothing_makes_nothing(name):
    """A component of no parts makes no blocks."""
    brief = Brief("x")
    argument = brief if name in ("distribution", "facts", "notices", "subtitle", "timing") else ()
    assert made(name, argument, brief=brief) == ()


@pytest.mark.parametrize(
    ("likelihood", "badges", "words"),
    [
        (Likelihood("likely"), ["Likely"], ""),
        (Likelihood(0.6), ["60\u00a0%"], ""),
        (Likelihood((0.55, 0.8)), ["55–80\u00a0%"], ""),
        (Likelihood("not assessed"), ["Not assessed"], ""),
        (
            Likelihood(rank=1, wording="most likely in the short term"),
            ["Ranked 1st"],
            "“most likely in the short term”",
        ),
        (Likelihood(rank=12), ["Ranked 12th"], ""),
        (Likelihood(given="the port closes"), ["Conditional"], "if the port closes"),
        (Likelihood("likely", according_to="the union"), ["Likely"], "according to the union"),
        (Likelihood("likely", scale="phia"), ["Likely"], "on the scale PHIA"),
    ],
)
def test_a_likelihood_says_no_more_than_was_given(likelihood, badges, words):
    """Terms, numbers, ranks and conditions are printed as such and never turned into one another."""
    brief = Brief("x", scenarios=[Scenario("It reopens", likelihood=likelihood), Scenario("It does not")])
    blocks = made("scenarios", brief.scenarios, brief=brief)
    assert [node.text for node in walk(blocks) if isinstance(node, nodes.Badge)] == badges
    assert words in " ".join(texts(blocks))


def test_a_condition_that_is_a_part_is_linked():
    """A likelihood given a part of the brief points at it."""
    event = Event("The vote", id="vote")
    brief = Brief("x", timeline=[event], scenarios=[Scenario("A", likelihood=Likelihood(given="vote")), Scenario("B")])
    blocks = made("scenarios", brief.scenarios, brief=brief)
    assert [node.target for node in walk(blocks) if isinstance(node, nodes.Reference)] == ["event-vote"]


def test_short_scenarios_stand_side_by_side_and_long_ones_do_not():
    """Cards hold up to sixty words; longer scenarios get sections of their own."""
    short = [Scenario("A", description="Short."), Scenario("B")]
    long = [Scenario("A", description="word " * 61), Scenario("B")]
    assert isinstance(made("scenarios", short, brief=Brief("x", scenarios=short))[0], nodes.Columns)
    assert isinstance(made("scenarios", long, brief=Brief("x", scenarios=long))[0], nodes.Section)


def test_a_judgment_without_likelihood_says_so():
    """Likelihood and confidence stand apart, and what was not given is called so."""
    brief = Brief("x", key_judgments=[Judgment("It holds.")])
    assert texts(made("key_judgments", brief.key_judgments, brief=brief)) == [
        "It holds.",
        "This brief’s judgment",
        "Likelihood:\u00a0not given\u2002Confidence:\u00a0not given",
    ]


def test_a_judgment_names_whose_it_is_and_what_it_rests_on():
    """A reported judgment is told apart from the brief's own, and its basis is linked."""
    brief = Brief(
        "x",
        sources=[Source("A report", id="r", described_as="the report")],
        timeline=[Event("The visit", id="visit")],
        key_judgments=[Judgment("It holds.", according_to="r", sources="r, p. 4", basis=["visit"])],
    )
    blocks = made("key_judgments", brief.key_judgments, brief=brief)
    assert texts(blocks)[1].startswith("According to the report")
    assert [n.target for n in walk(blocks) if isinstance(n, nodes.Reference)] == ["event-visit"]
    (citation,) = (n for n in walk(blocks) if isinstance(n, nodes.Citation))
    assert [(i.source, i.locator) for i in citation.items] == [("r", "p. 4")]


def test_reports_say_who_how_sure_and_what_conflicts():
    """Each report has a letter, its speaker, its status and the reports that it conflicts with."""
    claims = [
        Claim("It opens.", id="a", according_to="port", status="reported", credibility=3, conflicts_with=["b"]),
        Claim("It does not.", id="b", according_to=Attribution("unnamed", described_as="an official")),
        Claim("Nobody knows.", id="c"),
    ]
    brief = Brief("x", actors=[Actor("The port", id="port")], developments=[Event("E", reports=claims)])
    assert rows(made("events", brief.developments, brief=brief)) == [
        ["(a)", "The port", "It opens.", "Reported | 3, possibly true | Conflicts with (b)"],
        ["(b)", "An official | Not named", "It does not.", ""],
        ["(c)", "Not given", "Nobody knows.", ""],
    ]


def test_the_timeline_keeps_the_undated_apart():
    """Dated events come in order; the undated follow in the order given, with what they came after."""
    brief = Brief(
        "x",
        timeline=[
            Event("Second", date="2022"),
            Event("Undated", date="unknown", after="first", id="u"),
            Event("First", date="2014-02", id="first"),
            Event("No date"),
        ],
    )
    assert rows(made("timeline", brief.timeline, brief=brief)) == [
        ["February 2014", "First", ""],
        ["2022", "Second", ""],
        ["Undated: order only"],
        ["Not known, after First", "Undated", ""],
        ["Not given", "No date", ""],
    ]


def test_the_matrix_says_where_nothing_is_reported():
    """A cell without a stance says so; a party without any stance says what it says of the whole matter."""
    brief = Brief(
        "x",
        actors=[Actor("Port", id="p"), Actor("Union", id="u"), Actor("City", id="c")],
        issues=[Issue("Dredging", id="d", proposition="Dredge"), Issue("Fees", id="f", proposition="Raise")],
        positions=[
            Position("p", issue="d", stance="strongly for", basis="declared"),
            Position("u", issue="f", stance="conditional", caveat="If paid."),
            Position("c", says="No view yet."),
        ],
    )
    assert rows(made("position_matrix", brief.positions, brief=brief)) == [
        ["Port", "++\u00a0Strongly for | Declared", "None reported"],
        ["Union", "None reported", "if\u00a0Conditional | see the caveat"],
        ["City", "No stance on these issues. On the whole matter: No view yet."],
    ]


def test_positions_within_one_state_stand_under_its_name():
    """Two positions of one state are told apart below one heading."""
    brief = Brief(
        "x",
        actors=[Actor("State", id="s"), Actor("Ministry", id="m", part_of="s"), Actor("Court", id="c", part_of="s")],
        positions=[Position("m", says="Yes."), Position("c", says="No.")],
    )
    (section,) = made("positions", brief.positions, brief=brief)
    assert plain_text(section.heading) == "State"
    assert texts(section.blocks) == ["Ministry: Yes.", "Court: No."]


def test_effects_stand_by_party_and_by_order():
    """An effect of an effect is of the second order, and the table of causes says from what it follows."""
    brief = Brief(
        "x",
        actors=[Actor("Port", id="p")],
        timeline=[Event("Strike", id="strike")],
        effects=[
            Effect("Ships wait.", id="wait", affects="p", causes="strike", direction="negative", status="observed"),
            Effect("Prices rise.", id="rise", causes=["wait"], status="possible"),
        ],
    )
    assert rows(made("effects_table", brief.effects, brief=brief)) == [
        ["Port", "−", "Ships wait.", "", "Observed"],
        ["Not given", "", "Prices rise. | This brief’s judgment", "Second order", "Possible"],
    ]
    assert rows(made("effects_by_order", brief.effects, brief=brief)) == [
        ["First order", "Strike", "Port: Ships wait"],
        ["Second order", "Ships wait", "Prices rise"],
    ]


def test_a_gap_stands_beside_its_part_and_in_its_table():
    """What is not known is said in its section and where it matters."""
    gap = Gap("When.", kind="stale", about=["e", "s"], matters="It decides.", how_to_close="Ask.", owner="Desk")
    brief = Brief("x", timeline=[Event("E", id="e")], scenarios=[Scenario("S", id="s"), Scenario("T")], gaps=[gap])
    assert rows(made("timeline", brief.timeline, brief=brief))[0][1] == "E | Out of date: When."
    (note,) = (n for n in walk(made("scenarios", brief.scenarios, brief=brief)) if isinstance(n, nodes.Callout))
    assert (plain_text(note.title), texts(note.blocks)) == ("Out of date", ["When"])
    assert rows(made("gaps_table", brief.gaps, brief=brief)) == [
        ["Out of date", "When. | Concerns: E, S", "It decides. | To close it: Ask. | Owner: Desk"]
    ]


def test_a_source_says_where_it_was_seen():
    """A source that was not read itself is printed as cited in the one that was."""
    brief = Brief(
        "x",
        sources=[
            Source("An article", id="a", type="webpage", issued="unknown", reliability="F", caveat="No author."),
            Source("A broadcast", id="b", seen_in="a"),
        ],
    )
    (bibliography,) = made("source_list", brief.sources, brief=brief)
    first, second = (texts(entry.blocks) for entry in bibliography.entries)
    assert first == ["“An article”. Webpage, undated.", "Reliability F, cannot be judged", "Caveat: No author."]
    assert second == ["A broadcast. As cited in .", "Reliability not rated"]


def test_a_judgment_names_what_it_rests_on_without_a_full_stop():
    """Statements that stand in a row keep no full stop before the comma."""
    brief = Brief("x", key_judgments=Judgment("So.", basis=["a", "b"]), gaps=[Gap("How.", id="a"), Gap("Why.", id="b")])
    assert "Rests on How, Why" in texts(made("key_judgments", brief.key_judgments, brief=brief))[1]


@pytest.mark.parametrize(
    ("date", "as_of", "said"),
    [
        ("2026-03-03T08:00+01:00", "2026-03-03T07:15+01:00", "3 March 2026, 08:00 UTC+1 · Cut-off 07:15 UTC+1"),
        ("2026-03-03", "2026-03-03T07:15+01:00", "3 March 2026 · Cut-off 07:15 UTC+1"),
        ("2026-03-03", "2026-03-02T23:10Z", "3 March 2026 · Cut-off 2 March 2026, 23:10 UTC"),
        ("2026-03-03", "2026-03-03", "3 March 2026 · Cut-off 3 March 2026"),
    ],
)
def test_the_foot_of_a_page_says_the_cut_off_shortly(date, as_of, said):
    """A cut-off on the day of the brief is its time alone, so that the line has room for it."""
    assert meta(Context(Brief("x", date=date, as_of=as_of)), "").footer == said


def test_what_the_reader_is_asked_comes_with_boxes():
    """Choices are boxes to tick."""
    asked = Recommendation("Sign.", ask="decide", choices=["Agreed", "Not agreed"], owner="Desk", due="2026-04-01")
    blocks = made("recommendations", [asked], brief=Brief("x", recommendations=[asked]))
    assert texts(blocks) == ["Sign.", "To decide · Owner: Desk · Due: 1 April 2026", "Agreed", "Not agreed"]
    assert [n.checked for n in walk(blocks) if isinstance(n, nodes.ListItem)] == [None, False, False]


def test_figures_keep_their_digits_and_units():
    """A number is written with its separators and its unit; words stay words; only a short sign keeps to its number."""
    figures = [
        KeyFigure("Jobs", value=12500, unit="posts", as_of="2025"),
        KeyFigure("Cost", value="12–15", unit="%", change={"direction": "raised", "was": "10"}),
    ]
    assert rows(made("key_figures", figures, brief=Brief("x", key_figures=figures))) == [
        ["Jobs", "12,500 posts", "2025", ""],
        ["Cost", "12–15\u00a0%", "", "Raised; was: 10"],
    ]


def test_a_table_sets_numbers_right_and_names_its_rows():
    """Columns of numbers line up at the right, and words before them are the heads of the rows."""
    shown = Exhibit("Cases", table=[["District", "Cases", "Note"], ["Aldham", 14, "late"], ["Corvane", None, ""]])
    (table,) = (
        n for n in walk(made("exhibits", [shown], brief=Brief("x", exhibits=shown))) if isinstance(n, nodes.Table)
    )
    assert ([column.align for column in table.columns], table.row_heads) == (["", "right", ""], 1)


def test_a_table_of_many_columns_lies_on_its_side():
    """Up to 14 columns stand on the page; more have pages that lie."""
    for count, lies in ((14, False), (15, True)):
        shown = [Exhibit("Weeks", table=[[f"W{i}" for i in range(count)], list(range(count))])]
        (block,) = made("exhibits", shown, brief=Brief("x", exhibits=shown))
        assert ("landscape" in block.attrs.classes) is lies


def test_the_set_of_scenarios_says_what_it_claims():
    """Whether the scenarios exclude each other and are all there are is said only where it was given."""
    given = ScenarioSet(exhaustive=False, horizon=Horizon("a year"))
    assert texts(made("scenario_set", given, brief=Brief("x"))) == ["The list is not complete. Horizon: a year."]
    assert made("scenario_set", None, brief=Brief("x")) == ()


def test_numbers_make_a_chart_and_words_do_not():
    """Only likelihoods given as numbers are drawn; the rest are listed in words."""
    shown = [Scenario("A", likelihood=Likelihood((0.2, 0.4))), Scenario("B", likelihood=Likelihood("likely"))]
    (figure,) = made("likelihood_chart", shown, brief=Brief("x", scenarios=shown))
    assert [(r.label, r.low, r.high) for r in figure.content.ranges] == [("A", 0.2, 0.4), ("B", None, None)]
    assert made("likelihood_chart", shown[1:], brief=Brief("x", scenarios=shown[1:])) == ()


def test_risks_people_and_terms_are_listed():
    """Risks, people and terms say everything that they were given."""
    risk = Risk("It leaks.", likelihood="likely", impact="severe", mitigation="Seal it.", owner="Desk")
    assert rows(made("risks_table", [risk], brief=Brief("x", risks=[risk]))) == [
        ["It leaks.", "Likely", "severe", "Seal it. | Owner: Desk"]
    ]
    person = Person("A. Böll", role="Analyst", email="a@example.org", orcid="0000-0001")
    assert texts(made("people", [person], brief=Brief("x"))) == ["Analyst · a@example.org · ORCID 0000-0001"]
    term = Term("UN", expansion="United Nations", definition="A body.")
    assert texts(made("glossary", [term], brief=Brief("x", glossary=[term]))) == ["United Nations", "A body."]


def test_every_passage_knows_its_field():
    """What comes from the data says from which part and field."""
    brief = Brief("x", scenarios=[Scenario("It reopens", id="r", description="In May.", drivers=["Trade"])])
    blocks = made("scenarios", brief.scenarios, brief=brief)
    found = {(node.origin.id, node.origin.path) for node in walk(blocks) if node.origin}
    assert {path for _, path in found} >= {
        "scenarios[0].name",
        "scenarios[0].description",
        "scenarios[0].drivers[0]",
    }
    assert {id for id, _ in found} == {"scenario-r"}
