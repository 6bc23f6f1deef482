"""Briefs written out: what a person reads in the file, and that it is read back as it was."""

import json
from pathlib import Path

import attrs
import pytest
from briefs import HOLDERS, briefs, whole
from hypothesis import given, settings

import briefgen
from briefgen.errors import InputError
from briefgen.files import loads
from briefgen.files.dump import dumps
from briefgen.model import Brief, Source, SourceRef
from briefgen.prose import Prose

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMS = ("yaml", "json", "markdown")


@pytest.mark.parametrize("form", FORMS)
@given(brief=briefs())
def test_a_brief_that_is_written_is_read_back_as_it_was(form, brief):
    """Whatever the model can hold, in every form; nothing is warned of, and writing again changes nothing."""
    text = dumps(brief, form)
    loaded = loads(text, form="markdown" if form == "markdown" else "yaml")
    assert loaded.brief == brief
    assert loaded.diagnostics == ()
    assert dumps(loaded.brief, form) == text


@pytest.mark.parametrize("kind", [Brief, *HOLDERS], ids=lambda kind: kind.__name__)
def test_every_field_of_every_class_is_written_and_read_back(kind):
    """None is left to chance: each is filled, in a part that stands where a brief may hold it."""
    filled = set()

    @settings(max_examples=5)
    @given(brief=whole(kind))
    def comes_back(brief):
        for form in FORMS:
            assert loads(dumps(brief, form), form="markdown" if form == "markdown" else "yaml").brief == brief
        filled.update(name for holder, name in given_in(brief) if holder is kind)

    comes_back()
    assert filled == {field.name for field in attrs.fields(kind)}


def given_in(value):
    """Give each field that is filled, at any depth, with its class."""
    if isinstance(value, tuple):
        for item in value:
            yield from given_in(item)
    elif attrs.has(type(value)):
        for name, item in attrs.asdict(value, recurse=False).items():
            yield from [(type(value), name)] if item not in (None, ()) else []
            yield from given_in(item)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/brief.yaml")), ids=lambda path: path.parent.name)
def test_the_examples_are_written_and_read_back(path, form):
    """Whole briefs, with all that they say."""
    brief = briefgen.load(path)
    assert loads(dumps(brief, form), form="markdown" if form == "markdown" else "yaml").brief == brief


def test_the_file_of_a_brief_reads_well():
    """Block style, `format` first, ids written out, plain forms, quotes only where they are needed."""
    brief = Brief(
        "Talks: a start",
        language="no",
        date="2014",
        marking="TLP:CLEAR",
        keywords=["no", "#4", "2014"],
        bottom_line="One.\n\n- two\n",
        key_judgments=[
            {"statement": "Long " + "and longer " * 10, "likelihood": [0.5, 0.75], "sources": ["cbc, p. 4"]},
        ],
        actors=[{"name": "Ukraine", "aka": "Kyiv", "remark": "Trump's: not ours"}],
        exhibits=[{"caption": "Homes", "table": {"columns": ["a, b", "n"], "rows": [["x", 3], [None, "[y]"]]}}],
        sources=[Source("Report", id="cbc", url="https://example.org/a#b", author=["CBC"], container_title="News")],
    )
    assert (
        dumps(brief)
        == """\
format: 1
title: 'Talks: a start'
language: no
keywords:
  - no
  - '#4'
  - '2014'
date: 2014
marking: TLP:CLEAR

bottom_line: |
  One.

  - two

key_judgments:
  - id: long-and-longer-and-longer-and-longer
    statement: >-
      Long and longer and longer and longer and longer and longer and longer and longer and longer
      and longer and longer
    likelihood: [0.5, 0.75]
    sources:
      - cbc, p. 4

actors:
  - id: ukraine
    name: Ukraine
    aka:
      - Kyiv
    remark: "Trump's: not ours"

exhibits:
  - id: homes
    caption: Homes
    table:
      columns:
        - a, b
        - n
      rows:
        - [x, 3]
        - [null, '[y]']

sources:
  - id: cbc
    title: Report
    author:
      - CBC
    container-title: News
    URL: https://example.org/a#b
"""
    )


def test_markdown_holds_the_prose_below_the_front_matter():
    """The title, the bottom line, the background and plain sections stand below; what can't be told apart above."""
    brief = Brief(
        "Talks",
        bottom_line="Nothing *moved*.",
        background="It began in 2014.\n\n### Before",
        sections=[
            {"title": "Handling", "body": "As agreed.", "remark": "check"},
            {"title": "What it costs", "key": "financial", "body": "Much."},
            {"title": "Background", "id": "more"},
        ],
    )
    text = dumps(brief, "markdown")
    assert (
        text
        == """\
---
format: 1

sections:
  - id: handling
    title: Handling
    body: As agreed.
    remark: check
---

# Talks

Nothing *moved*.

## Background

It began in 2014.

### Before

## What it costs {#financial id=what-it-costs}

Much.

## Background {id=more}
"""
    )
    assert loads(text, form="markdown").brief == brief


def test_prose_that_would_be_parted_below_stays_above():
    """A heading of level 2 or a fence that is never closed would swallow what follows."""
    for source in ("One.\n\n## Two", "```\nnever closed"):
        text = dumps(Brief("T", bottom_line=source, background="B"), "markdown")
        assert text.index("bottom_line: |") < text.index("\n---\n") < text.index("## Background")


def test_json_is_plain_json():
    """Any reader of JSON gets the same fields, with dates as text."""
    brief = Brief("Talks", date="2014", actors=[{"name": "Україна"}])
    assert json.loads(dumps(brief, "json")) == {
        "format": 1,
        "title": "Talks",
        "date": "2014",
        "actors": [{"id": "україна", "name": "Україна"}],
    }


def test_prose_from_python_is_kept_as_a_file_would_keep_it():
    """White space around it goes, and blank prose is absent, so that writing and reading change nothing."""
    brief = Brief("T", bottom_line=Prose("  a\n"), background=Prose(" \n"))
    assert (brief.bottom_line, brief.background) == (Prose("a"), None)
    assert loads(dumps(brief)).brief == brief


def test_a_reference_to_an_id_that_was_made_is_that_id_from_the_start():
    """`actor-russia-2` is the second Russia's anchor, whether its id is made or written out."""
    brief = Brief("T", actors=[{"name": "Russia"}, {"name": "Russia"}], positions=[{"actor": "actor-russia-2"}])
    assert brief.positions[0].actor == "russia-2"
    assert loads(dumps(brief)).brief == brief


def test_an_id_with_a_comma_is_not_taken_for_a_place_in_a_source():
    """It is written with its fields."""
    brief = Brief("T", actors=[{"name": "A", "sources": [SourceRef("a, b")]}])
    assert "    sources:\n      - id: a, b\n" in dumps(brief)
    assert loads(dumps(brief)).brief == brief


def test_an_unknown_form_is_told():
    """With the forms there are."""
    with pytest.raises(InputError, match="'toml' is no form of a file; known: yaml, json, markdown"):
        briefgen.dump(Brief("T"), "toml")
