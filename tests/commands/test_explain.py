"""`briefgen explain`: what a field is, for whoever writes a brief."""

import pytest

from briefgen.cli import main
from briefgen.files.explain import explain
from briefgen.files.kinds import kinds
from briefgen.model.describe import doc_of, fields_of


def test_a_field_is_explained(capsys):
    """Its sentence, what it takes, the fields of what it takes, and an example."""
    assert main(["explain", "scenario.likelihood"]) == 0
    assert (
        capsys.readouterr().out
        == """\
scenario.likelihood: How likely it is, as far as that is said.

It takes a likelihood, or its value alone: a term of the scale, a probability from 0 to 1, a range [low, high], or \
'not assessed'.

Likelihood: How likely something is, kept as written; it can say less than a term. A plain value is `value`.

  value         A term of the scale, a probability from 0 to 1, a range of two, or `not assessed`.
  scale         The scale of the term, if not the brief's.
  wording       The source's own words.
  rank          Its place among the others, 1 for the likeliest.
  given         What it is conditional on: a part of the brief, or words.
  according_to  Who says so.

For example:

likelihood: likely
"""
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("position.stance", "It takes one of: strongly against, against, neutral, for,"),
        ("effect.causes", "It takes a list; each item is the id of an event, claim, issue, scenario or effect."),
        ("key-figure", "key figure: A number that the reader should take away."),
        ("Key_Figure.value", "It takes a number, or text. It must be given."),
        ("scenarios[0].indicators[1].state", "It takes one of: not seen, emerging, seen, reversed, unknown."),
        ("title", "title: The title.\n\nIt takes text. It must be given."),
        ("source.container_title", "source.container-title: "),
        ("marking", "It takes a marking, or its level alone: text."),
        ("exhibit.table.rows", "It takes rows, each a list of cells."),
    ],
)
def test_a_path_may_be_written_as_it_stands_in_messages(path, said):
    """By the part's name, from the brief, with positions, with hyphens or underscores."""
    assert said in explain(path)


@pytest.mark.parametrize("kind", kinds())
def test_everything_that_a_brief_may_hold_is_explained(kind):
    """Each field with its own sentence, as in the documents and the schema."""
    for name, attribute in fields_of(kinds()[kind]).items():
        assert f".{name}: {doc_of(attribute)}\n\nIt takes " in explain(f"{kind}.{name}")
        assert f"  {name} " in explain(kind)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("scenario.likelihod", "there is no 'scenario.likelihod'; nearest: 'scenario.likelihood'"),
        ("scenarois", "there is no 'scenarois'; nearest: 'scenarios'"),
        ("title.x", "'title' has no fields"),
        ("nix", "there is no 'nix'; `briefgen explain` lists a brief's fields"),
        ("quote.xyz", "there is no 'quote.xyz'; known: text, language, translation, translator"),
    ],
)
def test_what_does_not_exist_is_a_mistake_of_the_command_line(path, said, capsys):
    """With the nearest name."""
    assert main(["explain", path]) == 2
    assert capsys.readouterr().err == f"briefgen: {said}\n"
