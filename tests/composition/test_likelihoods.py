"""What a brief prints for each likelihood, confidence and magnitude: table by table, in each scale and language."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_page import IF, printed, printed_page

import briefgen
from briefgen.composition.components import Context, components
from briefgen.document import nodes, plain_text, walk
from briefgen.model import Brief, Claim, Confidence, Effect, Judgment, Likelihood, Risk, Scales, Scenario, Source
from briefgen.scales import names, scale

LIKELIHOODS = [name for name in names() if scale(name).kind == "likelihood"]
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "scales-printed.md"


def test_the_page_of_what_is_printed_is_what_is_printed():
    """Table by table, in each scale and language; whoever changes a line reads it."""
    assert PAGE.read_text(encoding="utf-8") == printed_page()


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
    assert next(line for line in lines if "Confidence:" in line).endswith(f"Confidence:\u00a0{read}")


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
        "Likely",
        "Likely, 70 %",
        "Likely, 60–70 %",
        "“quite likely”",
        "Not assessed",
        "Likely, if it rains",
    ]
    assert [band.label for band in chart.bands][:2] == ["Almost no chance", "Very unlikely"]
    assert below == ["Scale: ICD 203. A bar spans the term’s range and has no point inside it."]


def test_the_numbers_of_a_chart_are_written_as_the_language_writes_them(tmp_path):
    """Where a chart is told as a table, a German brief has a comma where an English one has a point."""
    for language, written in ("en", "99.5\N{NO-BREAK SPACE}%"), ("de", "99,5\N{NO-BREAK SPACE}%"):
        brief = Brief("x", language=language, scenarios=[Scenario("A", likelihood=0.995)])
        briefgen.write(brief, tmp_path / "told.md")
        assert f" | {written} |" in (tmp_path / "told.md").read_text(encoding="utf-8")


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
