"""The page of what is printed for each likelihood, confidence, magnitude and grade: on each scale, in each language.

Run from the repository's root to renew it, and read what changed:
`PYTHONPATH=.:tests python tests/printed_page.py > docs/reference/scales-printed.md`
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from briefgen.composition.components import Context, components
from briefgen.composition.components.marks import grading, magnitude
from briefgen.document import nodes, plain_text, walk
from briefgen.language import language_name
from briefgen.model import Brief, Confidence, Effect, Judgment, Likelihood, Scales, Scenario

HEAD = """\
# What is printed on each scale

Every line is made by briefgen; `PYTHONPATH=.:tests python tests/printed_page.py` renews the page. Each row is what a
brief says of a likelihood, each column the scale that the brief has chosen. `·` parts the badges and the words beside
them.

The terms of a scale stay in the words of their source: no translation of them is made up. The legend says in which
language they are and, after `=`, what they mean. Only briefgen's own five steps are translated.
"""
LANGUAGES = ("en-GB", "de")
SCALES = (None, "icd203", "phia", "ipcc-ar5")
NAMES = ("given", "no scale", "ICD 203", "PHIA", "IPCC AR5")
IF = Likelihood("likely", given="it rains")
LIKELIHOODS: Sequence[tuple[str, Likelihood]] = (
    ("`likely`", Likelihood("likely")),
    ("`probable`", Likelihood("probable")),
    ("`PROBABLY`", Likelihood("PROBABLY")),
    ("`who knows`", Likelihood("who knows")),
    ("`not assessed`", Likelihood("not assessed")),
    ("`0`", Likelihood(0)),
    ("`0.05`", Likelihood(0.05)),
    ("`0.37`", Likelihood(0.37)),
    ("`0.5`", Likelihood(0.5)),
    ("`0.55`", Likelihood(0.55)),
    ("`0.7`", Likelihood(0.7)),
    ("`0.995`", Likelihood(0.995)),
    ("`[0.6, 0.7]`", Likelihood((0.6, 0.7))),
    ("`[0.4, 0.6]`", Likelihood((0.4, 0.6))),
    ("`[0.1, 0.9]`", Likelihood((0.1, 0.9))),
    ("`highly likely` of PHIA", Likelihood("highly likely", scale="phia")),
    ("`almost certain` of PHIA", Likelihood("almost certain", scale="phia")),
    ("`likely` of ICD 203", Likelihood("likely", scale="icd203")),
    ("`unlikely` of ICD 203", Likelihood("unlikely", scale="icd203")),
    ("`likely` of IPCC AR5", Likelihood("likely", scale="ipcc-ar5")),
    ("`likely` of a scale that nobody knows", Likelihood("likely", scale="nowhere")),
    ("a wording: `on the cards`, said by the port", Likelihood(wording="on the cards", according_to="the port")),
    ("a rank: 1", Likelihood(rank=1)),
    ("a rank and a wording", Likelihood(wording="most likely", rank=2)),
    ("`likely`, given that it rains", IF),
)  # fmt: skip
CONFIDENCES = (
    ("high", "us-confidence"),
    ("moderate", "us-confidence"),
    ("not assessed", "us-confidence"),
    ("very high", "ipcc-confidence"),
    ("high agreement, limited evidence", "ipcc-confidence"),
)
MAGNITUDES = ("severe", "two ships")


def printed_page() -> str:
    """Write the page: likelihoods by language, then the other kinds."""
    return "\n".join([HEAD, *(_likelihoods(language) for language in LANGUAGES), _others(), _legends()])


def printed(
    likelihood: object, on: str | None = None, language: str = "en-GB", folders: tuple[Path, ...] = (), by: str = " | "
) -> str:
    """Give what is printed for a likelihood: its badges and the words beside them."""
    scenario = Scenario("It", likelihood=likelihood)  # type: ignore[arg-type]
    brief = Brief("x", language=language, scales=Scales(likelihood=on), scenarios=[scenario])
    (section,) = components(Context(brief, folders))["scenarios"](brief.scenarios)
    badges = [node.text for node in walk((section,)) if isinstance(node, nodes.Badge)]
    lines = [plain_text(block.inlines) for block in section.blocks if isinstance(block, nodes.Paragraph)]
    return by.join([*badges, *lines]).replace("\N{NO-BREAK SPACE}", " ")


def _likelihoods(language: str) -> str:
    rows = [(name, *(printed(given, on, language, by=" · ") for on in SCALES)) for name, given in LIKELIHOODS]
    return f"## Likelihood, in {language_name(language, 'en')}\n\n{_table(NAMES, rows)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)) + "\n"


def _others() -> str:
    rows = [
        *((f"confidence `{c}`, {on}", *(_confidence(c, on, tag) for tag in LANGUAGES))
          for c, on in CONFIDENCES),
        *((f"magnitude `{m}`, five-step", *(_magnitude(m, tag) for tag in LANGUAGES)) for m in MAGNITUDES),
        *((f"{axis} `{code}`, admiralty", *(_grade(axis, code, tag) for tag in LANGUAGES))
          for axis, code in (("reliability", "B"), ("reliability", "F"), ("credibility", "2"), ("credibility", "5"))),
    ]  # fmt: skip
    heads = ("given", *(language_name(tag, "en") for tag in LANGUAGES))
    return f"## Confidence, magnitude and grades\n\n{_table(heads, rows)}"


def _confidence(level: str, on: str, language: str) -> str:
    judged = Judgment("It ends.", confidence=Confidence(level))
    brief = Brief("x", language=language, scales=Scales(confidence=on), key_judgments=[judged])
    return _paragraphs(brief, "key_judgments", brief.key_judgments)[-1].split("\u2002")[-1]


def _magnitude(given: str, language: str) -> str:
    effect = Effect("E", magnitude=given)
    brief = Brief("x", language=language, scales=Scales(magnitude="five-step"), effects=[effect])
    return plain_text(magnitude(Context(brief), effect, "magnitude"))


def _grade(axis: str, code: str, language: str) -> str:
    return grading(Context(Brief("x", language=language)), axis, code)


def _legends() -> str:
    given = Judgment("J", likelihood="likely", confidence="high")
    named = Scales(likelihood="phia", confidence="us-confidence", grading="admiralty", magnitude="five-step")
    said = ["## The legends of four scales\n"]
    for tag in LANGUAGES:
        brief = Brief("x", language=tag, scales=named, key_judgments=[given], developments=[], effects=[])
        said += [f"In {language_name(tag, 'en')}:\n"]
        said += [f"> {line}\n" for line in _paragraphs(brief, "scale_legend", "always")]
    return "\n".join(said)


def _paragraphs(brief: Brief, component: str, shown: object) -> list[str]:
    blocks = components(Context(brief))[component](shown)
    found = [plain_text(node.inlines) for node in walk(blocks) if isinstance(node, nodes.Paragraph)]
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in found]


if __name__ == "__main__":
    print(printed_page(), end="")
