"""What a brief prints for each likelihood, confidence and magnitude: table by table, in each scale and language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefgen
from briefgen.composition.components import Context, components
from briefgen.document import nodes, plain_text, walk
from briefgen.language import catalogue
from briefgen.language import catalogue as catalogues
from briefgen.model import Brief, Claim, Confidence, Effect, Judgment, Likelihood, Risk, Scales, Scenario, Source
from briefgen.scales import names, scale

LIKELIHOODS = [name for name in names() if scale(name).kind == "likelihood"]


def printed(likelihood, on=None, language="en-GB", folders=()):
    """Give what is printed for a likelihood: its badges and the words beside them."""
    brief = Brief(
        "x", language=language, scales=Scales(likelihood=on), scenarios=[Scenario("It", likelihood=likelihood)]
    )
    (section,) = components(Context(brief, folders))["scenarios"](brief.scenarios)
    badges = [node.text for node in walk((section,)) if isinstance(node, nodes.Badge)]
    lines = [plain_text(block.inlines) for block in section.blocks if isinstance(block, nodes.Paragraph)]
    return " | ".join([*badges, *lines]).replace("\N{NO-BREAK SPACE}", " ")


IF = Likelihood("likely", given="it rains")
SAID = Likelihood(wording="most likely", rank=1, according_to="the port")


@pytest.mark.parametrize(
    ("likelihood", "none", "icd203", "phia", "ipcc"),
    [
        ("likely", "Likely", "Likely", "Likely", "Likely"),
        ("PROBABLY", "PROBABLY", "Likely", "Likely", "PROBABLY"),
        ("probable", "Probable", "Probable", "Probable", "Probable"),
        ("who knows", "Who knows", "Who knows", "Who knows", "Who knows"),
        ("not assessed", "Not assessed", "Not assessed", "Not assessed", "Not assessed"),
        (0.7, "70 %", "Likely, 70 %", "Likely, 70 %", "Likely, 70 %"),
        (0.55, "55 %", "Roughly even chance, 55 %", "Likely, 55 %", "About as likely as not, 55 %"),
        (
            0.37,
            "37 %",
            "Unlikely, 37 %",
            "37 % | in a gap of the scale PHIA, between “unlikely” and “realistic possibility”",
            "About as likely as not, 37 %",
        ),
        (
            0.995,
            "99.5 %",
            "99.5 % | beyond the terms of the scale ICD 203, of which “almost certain” is the nearest",
            "Almost certain, 99.5 %",
            "Virtually certain, 99.5 %",
        ),
        ((0.6, 0.7), "60–70 %", "Likely, 60–70 %", "Likely, 60–70 %", "More likely than not, 60–70 %"),
        (
            (0.4, 0.6),
            "40–60 %",
            "40–60 % | no one term of the scale ICD 203 covers this range",
            "Realistic possibility to likely, 40–60 %",
            "About as likely as not, 40–60 %",
        ),
        (IF, "Likely | Conditional | if it rains", *["Likely | Conditional | if it rains"] * 3),
        (SAID, "Ranked 1st | “most likely”, says the port", *["Ranked 1st | “most likely”, says the port"] * 3),
        (
            Likelihood("highly likely", scale="phia"),
            "Highly likely | on the scale PHIA",
            "Very likely | given as “highly likely” on the scale PHIA",
            "Highly likely",
            "Likely | given as “highly likely” on the scale PHIA",
        ),
        (
            Likelihood("likely", scale="icd203"),
            "Likely | on the scale ICD 203",
            "Likely",
            "Likely to highly likely | given as “likely” on the scale ICD 203",
            "More likely than not | given as “likely” on the scale ICD 203",
        ),
        (
            Likelihood("unlikely", scale="icd203"),
            "Unlikely | on the scale ICD 203",
            "Unlikely",
            "Unlikely (ICD 203)",
            "Unlikely (ICD 203)",
        ),
        (
            Likelihood("likely", scale="nowhere"),
            "Likely | on the scale nowhere",
            *["Likely | on the scale nowhere"] * 3,
        ),
    ],
)
def test_a_likelihood_is_said_on_the_brief_s_scale(likelihood, none, icd203, phia, ipcc):
    """As much as was given, in the words of the scale, and no number that nobody gave."""
    assert printed(likelihood) == none
    assert printed(likelihood, "icd203") == icd203
    assert printed(likelihood, "phia") == phia
    assert printed(likelihood, "ipcc-ar5") == ipcc


GERMAN = """
[messages]
"{first} to {second}" = "{first} bis {second}"
"in a gap of the scale {scale}, between {near}" = "in einer Lücke der Skala {scale}, zwischen {near}"
"given as {term} on the scale {scale}" = "angegeben als {term} auf der Skala {scale}"
"Ranked {place}" = "Rang {place}"
[contexts.likelihood]
"Likely" = "Wahrscheinlich"
"Highly likely" = "Sehr wahrscheinlich"
"Unlikely" = "Unwahrscheinlich"
"Realistic possibility" = "Reale Möglichkeit"
"Not assessed" = "Nicht bewertet"
"""


@pytest.fixture
def german(tmp_path, monkeypatch):
    """Give briefs in German a small catalogue."""
    module = __import__("sys").modules[catalogues.__module__]
    (tmp_path / "de.toml").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


@pytest.mark.parametrize(
    ("likelihood", "read"),
    [
        ("likely", "Wahrscheinlich"),
        ("not assessed", "Nicht bewertet"),
        (0.575, "Wahrscheinlich, 57,5 %"),
        (0.37, "37 % | in einer Lücke der Skala PHIA, zwischen „unwahrscheinlich“ und „reale Möglichkeit“"),
        (
            Likelihood("likely", scale="icd203"),
            "Wahrscheinlich bis sehr wahrscheinlich | angegeben als „wahrscheinlich“ auf der Skala ICD 203",
        ),
        (Likelihood(rank=2), "Rang 2."),
    ],
)
def test_a_likelihood_is_said_in_the_brief_s_language(german, likelihood, read):
    """Terms, numbers and what stands between them follow the language."""
    assert printed(likelihood, "phia", "de") == read


def test_a_house_s_scale_can_have_numbers_printed(tmp_path):
    """Only a scale that says so turns a term into a number."""
    text = 'name = "House"\nkind = "likelihood"\ncitation = "x"\nnumbers = true\n'
    (tmp_path / "h.toml").write_text(text + '[[terms]]\nterm = "likely"\npercent = [50, 100]\nwithout = ["low"]')
    assert printed("likely", "h.toml", folders=(tmp_path,)) == "Likely (>50–100 %)"
    assert printed(0.7, "h.toml", folders=(tmp_path,)) == "Likely, 70 %"


@given(st.sampled_from(LIKELIHOODS), st.sampled_from(LIKELIHOODS), st.data())
def test_no_number_is_printed_that_nobody_gave(own, chosen, data):
    """A term stays words on every scale that ships."""
    term = data.draw(st.sampled_from([term.name for term in scale(own).terms]))
    said = printed(Likelihood(term, scale=own), chosen)
    assert not re.search(r"\d", said.replace("ICD 203", "").replace("IPCC AR5", ""))


@given(st.sampled_from(LIKELIHOODS), st.integers(0, 1000).map(lambda number: number / 1000))
def test_a_number_that_was_given_is_always_printed(chosen, probability):
    """The term stands beside it, or the words that there is none."""
    number = f"{probability * 100:.6g} %"
    said = printed(probability, chosen)
    assert number in said
    assert said != number


# --- confidence, magnitude, grades ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "level", "read"),
    [
        (None, "fair", "Fair confidence"),
        ("us-confidence", "Moderate", "Moderate confidence"),
        ("ipcc-confidence", "very high", "Very high confidence"),
        ("ipcc-confidence", "high agreement, limited evidence", "Limited evidence, high agreement"),
        ("us-confidence", "high agreement, limited evidence", "High agreement, limited evidence confidence"),
    ],
)
def test_confidence_is_said_on_its_scale(on, level, read):
    """Evidence and agreement are no level, and are not made one."""
    judged = Judgment("It ends.", confidence=Confidence(level))
    brief = Brief("x", scales=Scales(confidence=on), key_judgments=[judged])
    blocks = components(Context(brief))["key_judgments"](brief.key_judgments)
    lines = [plain_text(node.inlines) for node in walk(blocks) if isinstance(node, nodes.Paragraph)]
    assert next(line for line in lines if "Confidence:" in line).endswith(f"Confidence: {read}")


def test_likelihood_and_confidence_never_share_a_sentence():
    """They are parted by line, or at least stand under labels of their own."""
    both = {"likelihood": "likely", "confidence": "high"}
    scenarios = [Scenario("A", **both), Scenario("B", description="Long. " * 70, **both)]
    brief = Brief("x", key_judgments=[Judgment("J", **both)], scenarios=scenarios, effects=[Effect("E", **both)])
    for block in walk(briefgen.compose(brief).blocks):
        inlines = getattr(block, "inlines", None) or getattr(block, "heading", ())
        kinds = {node.kind for node in walk(inlines) if isinstance(node, nodes.Badge)}
        labels = [node for node in inlines if isinstance(node, nodes.Span) and "label" in node.attrs.classes]
        assert not {"likelihood", "confidence"} <= kinds or len(labels) == 2


def test_magnitudes_and_grades_are_words_of_their_scales():
    """A magnitude that is no term, and a grade, are printed as they were given."""
    brief = Brief(
        "x",
        scales=Scales(magnitude="five-step"),
        effects=[Effect("E", magnitude="major"), Effect("F", magnitude="two ships")],
        risks=[Risk("R", impact="severe")],
        sources=[Source("S", id="s", reliability="B")],
        developments=[{"title": "D", "reports": [Claim("C", credibility=2)]}],
    )
    words = briefgen.render(briefgen.compose(brief), "md").data.decode()
    for said in ("| Major |", "| Two ships |", "| Severe |", "Reliability B, usually reliable", "2, probably true"):
        assert said in words


# --- the chart and the legend -----------------------------------------------------------------------------------------


def charted(on, *likelihoods):
    """Give the chart of scenarios with these likelihoods, and the line below it."""
    scenarios = [Scenario(f"S{i}", likelihood=likelihood) for i, likelihood in enumerate(likelihoods)]
    brief = Brief("x", scales=Scales(likelihood=on), scenarios=scenarios)
    found = components(Context(brief))["likelihood_chart"](scenarios)
    return found and (found[0].content, [plain_text(block.inlines) for block in found[1:]])


def test_the_chart_draws_ranges_on_the_scale_and_lists_the_rest():
    """A bar spans its term's range, a number stands as it was given; what has no range is said in words."""
    chart, below = charted("icd203", "likely", 0.7, (0.6, 0.7), Likelihood(wording="quite likely"), "not assessed", IF)
    assert [(r.low, r.high) for r in chart.ranges] == [
        *[(0.55, 0.8), (0.7, 0.7), (0.6, 0.7), (None, None), (None, None), (0.55, 0.8)]
    ]
    assert [r.words.replace("\N{NO-BREAK SPACE}", " ") for r in chart.ranges] == [
        "Likely, 55–80 %",
        "Likely, 70 %",
        "Likely, 60–70 %",
        "“quite likely”",
        "Not assessed",
        "Likely, 55–80 %, if it rains",
    ]
    assert [band.label for band in chart.bands][:2] == ["Almost no chance", "Very unlikely"]
    assert below == ["Scale: ICD 203. A bar spans the term’s range and has no point inside it."]


def test_the_chart_draws_no_bands_for_ranges_that_nest():
    """They can't stand side by side, and the line below says so."""
    chart, below = charted("ipcc-ar5", "likely")
    assert chart.bands == ()
    assert below[0].endswith("Its ranges nest, so no bands are drawn.")


def test_a_number_in_a_gap_is_listed_in_words():
    """A point would say too much, and there is no term whose range a bar could span."""
    chart, _ = charted("phia", "likely", 0.37)
    assert (chart.ranges[1].low, chart.ranges[1].high) == (None, None)
    assert chart.ranges[1].words.endswith("in a gap of the scale PHIA, between “unlikely” and “realistic possibility”")


def test_there_is_no_chart_of_words():
    """Nothing is drawn where nothing has a range."""
    assert charted("icd203", "not assessed", Likelihood(rank=1), "who knows") == ()
    assert charted(None, "likely") == ()


def legend(brief, *shown):
    """Give the lines of a brief's legend."""
    blocks = components(Context(brief))["scale_legend"](*shown)
    return [plain_text(block.inlines).replace("\N{NO-BREAK SPACE}", " ") for block in blocks]


def test_the_legend_explains_the_scales_whose_terms_are_used():
    """Each with its terms, and where it is from; that of another scale too."""
    both = [Judgment("J", likelihood="likely"), Judgment("K", likelihood=Likelihood("likely", scale="phia"))]
    lines = legend(Brief("x", scales=Scales(likelihood="icd203", confidence="us-confidence"), key_judgments=both))
    assert lines[0].startswith("Likelihood (ICD 203): almost no chance or remote 1–5 % · very unlikely")
    assert lines[1].startswith("Scale: Office of the Director of National Intelligence")
    assert "Terms joined by “or” mean the same." in lines[1]
    assert lines[2].startswith("Likelihood (PHIA): remote chance 0–5 %")
    assert "Read second-hand." in lines[3]
    assert len(lines) == 4


def test_the_legend_comes_when_asked_for_and_only_then():
    """`always` explains what the brief names, `never` nothing, `auto` nothing where no term is said."""
    brief = Brief("x", scales=Scales(likelihood="phia", grading="admiralty"), scenarios=[Scenario("S", likelihood=IF)])
    words = Brief("x", scales=brief.scales, scenarios=[Scenario("S", likelihood="not assessed")])
    assert [line.partition(":")[0] for line in legend(words, "always")[::2]] == [
        "Likelihood (PHIA)",
        "Admiralty grading",
    ]
    assert legend(words) == legend(brief, "never") == []
    for shown, count in (("auto", 1), ("never", 0)):
        document = briefgen.compose(brief, options={"legend": shown})
        assert briefgen.render(document, "md").data.decode().count("## Scales") == count
