"""Words that are no term of the scale named, scales that don't exist, and likelihoods that don't add up are told."""

import pytest

import briefgen
from briefgen.checks import check
from briefgen.model import Brief, Confidence, Effect, Likelihood, Risk, Scales, Scenario, ScenarioSet

ON = Scales(likelihood="icd203", confidence="us-confidence", magnitude="five-step")
WHOLE = ScenarioSet(exclusive=True, exhaustive=True)


def told(**fields):
    """Give what is told about a brief."""
    return [str(found) for found in check(Brief("x", **fields))]


@pytest.mark.parametrize(
    ("likelihood", "message"),
    [
        ("probable-ish", ": 'probable-ish' is no term of ICD 203; nearest: 'probable' (55–80 %)"),
        (
            Likelihood("may be", given="it rains"),
            ".value: 'may be' is no term of ICD 203; its terms: almost no chance, very unlikely, unlikely, "
            "roughly even chance, likely, very likely, almost certain",
        ),
        (
            Likelihood("very likely", scale="phia"),
            ".value: 'very likely' is no term of PHIA; nearest: 'likely' (55–75 %)",
        ),
        (Likelihood("likely", scale="fia"), ".scale: there is no scale 'fia'"),
        (Likelihood("high", scale="us-confidence"), ".scale: 'us-confidence' is a scale of confidence"),
    ],
)
def test_a_word_that_is_no_term_is_told_with_the_nearest(likelihood, message):
    """The place, the scale and the nearest term with its range are in the message."""
    (found,) = told(scales=ON, scenarios=[Scenario("S", likelihood=likelihood)])
    assert found.startswith(f"scenarios[0].likelihood{message}")


@pytest.mark.parametrize(
    "likelihood", ["Likely", "probably", "not assessed", 0.7, (0.1, 0.9), Likelihood(wording="quite likely")]
)
def test_what_a_scale_has_is_right(likelihood):
    """Terms in any spelling, numbers and words of the source are not questioned."""
    assert told(scales=ON, scenarios=[Scenario("S", likelihood=likelihood)]) == []


def test_confidence_may_be_left_unassessed():
    """`not assessed` is no term of any scale and no mistake."""
    assert told(scales=ON, scenarios=[Scenario("S", confidence="not assessed")]) == []


def test_without_a_scale_words_stand():
    """Nobody has to choose a scale."""
    assert told(scenarios=[Scenario("S", likelihood="may be", confidence="quite")]) == []


def test_confidence_and_magnitudes_are_looked_at_too():
    """Any words may stand for a magnitude; one that looks like a slip is a warning."""
    assert told(
        scales=ON,
        effects=[Effect("E", magnitude="two ships"), Effect("F", magnitude="sever", confidence=Confidence("hihg"))],
        risks=[Risk("R", impact="mayor")],
    ) == [
        "effects[1].magnitude: warning: 'sever' is no term of five steps, so it is printed as words; nearest: 'severe'",
        "effects[1].confidence: 'hihg' is no term of US confidence; nearest: 'high'",
        "risks[0].impact: warning: 'mayor' is no term of five steps, so it is printed as words; nearest: 'major'",
    ]


def test_a_scale_that_does_not_exist_or_is_of_another_kind_is_told():
    """Each where the brief names it."""
    assert told(scales=Scales(likelihood="icd20", confidence="phia", grading="../x.toml")) == [
        "scales.likelihood: there is no scale 'icd20'; nearest: 'icd203'",
        "scales.confidence: 'phia' is a scale of likelihood; expected one of confidence",
        "scales.grading: the scale '../x.toml' is not within the brief's folder; put the file beside the brief",
    ]


def test_a_brief_finds_the_scale_beside_it(tmp_path):
    """Wherever the command runs; a mistake in the scale's file is told at the brief's line."""
    house = 'name = "House"\nkind = "likelihood"\ncitation = "x"\n[[terms]]\nterm = "odds on"\npercent = [50, 100]\n'
    (tmp_path / "house.toml").write_text(house)
    text = "title: x\nscales:\n  likelihood: ./house.toml\nscenarios:\n  - name: S\n    likelihood: odds on\n"
    (tmp_path / "brief.yaml").write_text(text)
    brief = briefgen.load(tmp_path / "brief.yaml")
    assert briefgen.check(brief) == ()
    assert "Likelihood (House)" in briefgen.render(briefgen.compose(brief), "md").data.decode()
    (tmp_path / "house.toml").write_text(house.replace("percent", "per_cent"))
    (found,) = briefgen.check(brief)
    assert str(found).endswith(
        "brief.yaml:3:15 scales.likelihood: the scale './house.toml': terms[0]: 'per_cent' is not known; "
        "nearest: 'percent'"
    )


@pytest.mark.parametrize(
    ("likelihoods", "sum_"),
    [
        ([0.5, 0.5], None),
        ([0.33, 0.33, 0.33], None),
        ([0.6, 0.6], "120"),
        ([0.2, 0.3], "50"),
        ([(0.2, 0.4), 0.7], None),
        ([(0.2, 0.4), 0.9], "110 to 130"),
        ([0.6, 0.6, "likely"], None),
        ([0.6, 0.6, None], None),
        ([0.6, Likelihood(0.6, given="it rains")], None),
    ],
)
def test_likelihoods_make_one_whole_where_exactly_one_scenario_comes_about(likelihoods, sum_):
    """Only numbers are added, only when there is nothing else, and rounding is allowed for."""
    scenarios = [Scenario(f"S{i}", likelihood=likelihood) for i, likelihood in enumerate(likelihoods)]
    found = told(scenarios=scenarios, scenario_set=WHOLE)
    assert len(found) == (sum_ is not None)
    assert all(f"make {sum_} % together" in one for one in found)


@pytest.mark.parametrize("given", [ScenarioSet(exclusive=True), ScenarioSet(exhaustive=True), None])
def test_likelihoods_are_not_added_up_unless_both_are_said(given):
    """Scenarios that overlap, or leave some out, need not make one whole."""
    scenarios = [Scenario("S", likelihood=0.9), Scenario("T", likelihood=0.9)]
    assert told(scenarios=scenarios, scenario_set=given) == []


@pytest.mark.parametrize(
    ("first", "second", "hint"),
    [
        ("likely", "highly improbable", "say 'very unlikely', which means the same"),
        ("improbable", 0.7, "say 'probable', which means the same"),
        ("nearly certain", Likelihood("highly likely", scale="phia"), "say 'highly probable', which means the same"),
    ],
)
def test_terms_of_both_rows_are_told(first, second, hint):
    """ICD 203 asks that its two rows are not mixed; what a number or another scale's term is printed as counts too."""
    (found,) = told(scales=ON, scenarios=[Scenario("S", likelihood=first), Scenario("T", likelihood=second)])
    assert found.startswith("scenarios[1].likelihood: warning: ")
    assert found.endswith(f"are of the two rows of ICD 203, which are not to be mixed; {hint}")


def test_one_row_and_scales_of_one_row_are_right():
    """PHIA's `probable` stands beside `likely` in one row."""
    likely, probable = Scenario("S", likelihood="likely"), Scenario("T", likelihood="probable")
    assert told(scales=ON, scenarios=[likely, Scenario("T", likelihood="very unlikely")]) == []
    assert told(scales=Scales(likelihood="phia"), scenarios=[likely, probable]) == []
    assert told(scenarios=[likely, probable]) == []


def test_a_houses_scale_may_have_two_rows_too(tmp_path):
    """A term that names its scale by its file counts as one of the brief's own."""
    text = 'name = "House"\nkind = "likelihood"\ncitation = "x"\nrows = true\n'
    text += '[[terms]]\nterm = "likely"\nsynonyms = ["probable"]\npercent = [50, 100]\n'
    (tmp_path / "h.toml").write_text(text)
    scenarios = [Scenario("S", likelihood="likely"), Scenario("T", likelihood=Likelihood("probable", scale="h.toml"))]
    brief = Brief("x", scales=Scales(likelihood="h.toml"), scenarios=scenarios)
    assert [found.code for found in check(brief, folders=[tmp_path])] == ["mixed-rows"]
