"""The page of every scale that ships, made from the scales' own files.

Run from the repository's root to renew it: `PYTHONPATH=. python tests/scales_page.py > docs/reference/scales.md`
"""

from briefgen.composition.components.legend import NESTED, TIES
from briefgen.scales import Scale, Term, names, scale

HEAD = """\
# Scales

A brief chooses its scales by name, or a house's own by the path of a file within the brief's folder (or its project's):

```yaml
title: The north pier
scales:
  likelihood: icd203
  confidence: us-confidence
  magnitude: five-step
```

Without a choice, words stand as they were written; grades are the Admiralty's.

## What is printed

| given | printed, with a scale of likelihood chosen |
| --- | --- |
| a term of the scale, or what means the same on it | that term, as written |
| a term of another scale (`scale:` names it) | the term whose range holds it, or two neighbours that do so together |
| a probability or a range | its term and the number; where no term is for it, the number, and that this is so |
| `not assessed`, a wording, a rank, a condition | just that |
| words that are no term | `briefgen check` says so and names the nearest term (`unknown-term`) |

[What is printed on each scale](scales-printed.md) shows it line by line, in each language that briefgen has words of.
Terms stay in the words of their source; in a brief of another language the legend says what they mean, as a translation
that is not official.

Beside a term that comes from another scale stands the term as it was given; one whose range fits nowhere is printed as
it is, with the name of its scale: PHIA's "almost certain" reaches 100 %, that of ICD 203 only 99 %.

Nothing is ever said more precisely than it was given, and a term is not printed as a number unless the scale's file has
`numbers = true`. The chart of scenarios shows ranges: a bar spans the range of the term.

Where a scenario set is `exclusive` and `exhaustive` and every scenario has a number without a condition, the check
`sum-of-likelihoods` adds them up, allowing for rounding to a hundredth. ICD 203 has two rows of terms of one meaning,
which are not to be mixed; `mixed-rows` tells the first that is printed in the other row than those before it.

A magnitude (`magnitude` of an effect, `impact` of a risk) may be a term or any words; what looks like a term with a
slip in it is a warning. The template's option `legend` (`auto`, `always`, `never`) decides whether the terms are
explained in the brief.

## A house's own

```toml house.toml
name = "House scale"
kind = "likelihood"         # or confidence, grading, magnitude
citation = "House style, 2026"
read = "in full"            # or "second-hand", which the legend then says
tie = "nearer-even"         # whose a number on a shared bound is: the term nearer to even, "lower" or "higher"
nested = false              # true: ranges lie within one another, and the narrowest that holds a number speaks
gaps = "Every number has a term."
numbers = true              # print a term's range with it
rows = false                # true: synonyms are a second row, and `briefgen check` tells where the two are mixed
language = "en"             # of the terms, where briefs in other languages use them too

[[terms]]
term = "improbable"
synonyms = ["unlikely"]     # printed as written
forms = ["improbably"]      # printed as the term
percent = [0, 50]

[[terms]]
term = "probable"
percent = [50, 100]
without = ["low"]           # more than 50
```

```yaml brief.yaml
title: The north pier
scales:
  likelihood: ./house.toml
scenarios:
  - name: Repair before the summer
    likelihood: improbable
```

```console
$ briefgen check brief.yaml
```

Only a term of likelihood has `percent`. Any term may have a `meaning`. `axis` parts a scale in two: the evidence and
agreement of a confidence, or the `reliability` and `credibility` of a grading, whose terms have a `code`.

## The scales that ship

This part is made from the scales' files; renew it with
`PYTHONPATH=. python tests/scales_page.py > docs/reference/scales.md`.
"""
COLUMNS = ("code", "term", "means the same", "also written", "range", "meaning", "of")


def scales_page() -> str:
    """Write the page: how scales work, then each scale by its name."""
    return "\n".join([HEAD, *(section(scale(name)) for name in names())])


def section(shown: Scale) -> str:
    """Write a scale's section: where it is from, its rules, its terms."""
    return f"### `{shown.id}`: {shown.name}\n\n{' '.join(rules(shown))}\n\n{table(shown)}"


def rules(shown: Scale) -> list[str]:
    """Say what kind of scale it is, where it is from, whether that was read, and the rules for numbers."""
    said = [
        f"A scale of {shown.kind}.",
        f"{shown.citation}.",
        {"in full": "Read in full.", "second-hand": "**Read second-hand.**"}[shown.read],
        NESTED if shown.nested else "",
        TIES[shown.tie] if shown.shares else "",
        shown.gaps,
        shown.rule,
    ]
    if shown.kind == "likelihood":
        said.append("Ranges are printed with terms." if shown.numbers else "Ranges are not printed with terms.")
    return [words for words in said if words]


def table(shown: Scale) -> str:
    """Write a table of a scale's terms; a column that would be empty is left out."""
    rows = [cells(term) for term in shown.terms]
    used = [i for i, _ in enumerate(COLUMNS) if any(row[i] for row in rows)]
    lines = [COLUMNS, ["---"] * len(COLUMNS), *rows]
    return "\n".join(f"| {' | '.join(line[i] for i in used)} |" for line in lines) + "\n"


def cells(term: Term) -> list[str]:
    """Write a term's cells."""
    span = str(term.span) if term.span else ""
    return [term.code, term.name, ", ".join(term.synonyms), ", ".join(term.forms), span, term.meaning, term.axis]


if __name__ == "__main__":
    print(scales_page(), end="")
