"""Markdown with front matter: data above, prose below."""

import pytest

from briefgen.errors import InputError
from briefgen.files import load, loads

TEXT = """\
---
status: draft
actors:
  - name: Russia
---
# Talks in Moscow

Nothing moved on *territory*.

## Background {#background}

It began in 2014.

### Before that

```
## not a heading
```

## What it costs {#financial}

Much.

## Ask ##
"""


def test_headings_fill_the_brief(tmp_path):
    """The title, the bottom line, the fields that a heading names, and sections."""
    path = tmp_path / "talks.md"
    path.write_text(TEXT, encoding="utf-8")
    brief = load(path).brief
    assert brief.title == "Talks in Moscow"
    assert brief.status == "draft"
    assert brief.bottom_line.source == "Nothing moved on *territory*."
    assert brief.background.source.startswith("It began in 2014.\n\n### Before that")
    assert "## not a heading" in brief.background.source
    assert [(s.title, s.key, s.body and s.body.source) for s in brief.sections] == [
        ("What it costs", "financial", "Much."),
        ("Ask", None, None),
    ]


def test_front_matter_may_be_missing():
    """A heading is title enough."""
    assert loads("# Talks\n", form="markdown").brief.title == "Talks"


def test_a_field_is_filled_by_its_name_too():
    """`## Bottom line` is the bottom line."""
    brief = loads("# T\n## Bottom line\na\n## BACKGROUND\nb", form="markdown").brief
    assert (brief.bottom_line.source, brief.background.source) == ("a", "b")


def test_what_stands_above_and_below_is_a_mistake():
    """Neither of two texts is dropped in silence."""
    with pytest.raises(InputError, match=r"^b\.md:5:1 background: is filled twice: above, and by the text here$"):
        loads("---\ntitle: T\nbackground: a\n---\n## Background\nb", "b.md", form="markdown")
    with pytest.raises(InputError, match=r"^b\.md:4:1 title: is filled twice"):
        loads("---\ntitle: T\n---\n# U", "b.md", form="markdown")


def test_mistakes_have_the_lines_of_the_whole_file():
    """In the front matter and in the headings below it."""
    with pytest.raises(InputError) as caught:
        loads("---\ntitle: T\nstatus: drafted\n---\n\n## Money {#3 x}\n## Costs {#a,b}\ntext", "b.md", form="markdown")
    assert str(caught.value) == "b.md:3:9 status: 'drafted' is none of: draft, final, superseded; nearest: 'draft'"


def test_front_matter_that_is_never_closed_is_a_mistake():
    """The rest of the file is not swallowed."""
    with pytest.raises(
        InputError, match=r"b\.md:1: the front matter that opens here is never closed; close it with ---"
    ):
        loads("---\ntitle: T\n\n# U", "b.md", form="markdown")


def test_sections_of_the_front_matter_come_first():
    """One of them may stand alone there, as everywhere."""
    text = "---\ntitle: T\nsections: {title: A, body: a}\n---\n## B\nb"
    assert [s.title for s in loads(text, form="markdown").brief.sections] == ["A", "B"]
