"""Every field of the model finds its place in a brief of the built-in template."""

from attrs import evolve
from full_brief import full_brief

import briefgen
from briefgen.document import walk

# Words that are there for something else than to be printed.
UNPRINTED_WORDS = {
    "brief.unmarked": "the level of what has no marking counts in the marking of the whole",
    "marking.scheme": "the scheme decides how the level is shown",
    "exhibits.alt": "alternative text belongs to pictures; this exhibit is a table",
    "sources.title_short": "the short title is how other parts name the source",
    "sources.described_as": "the description stands in for a source that has no title",
    "sources.author": "the name is printed as it stands in `literal`",
    "sources.editor": "the name is printed as it stands in `literal`",
    "sources.translator": "the name is printed as it stands in `literal`",
}


def _said(document) -> str:
    fields = ("text", "expansion", "url")
    return " ".join(getattr(node, name, "") for node in walk(document) for name in fields).casefold()


def test_every_field_is_printed():
    """Each text, date and prose of a brief that fills every field stands in the document."""
    brief, words = full_brief()
    said = _said(briefgen.compose(brief))
    lost = [where for word, where in words.items() if word not in said]
    assert [where for where in lost if not where.startswith(tuple(UNPRINTED_WORDS))] == []


def test_remarks_stay_out():
    """What authors remark among themselves is in no document."""
    brief, _ = full_brief()
    (event,) = brief.developments
    brief = evolve(brief, developments=(evolve(event, remark="secretremark"),))
    assert "secretremark" not in _said(briefgen.compose(brief))


def test_a_brief_of_nothing_but_a_title():
    """A title alone is a brief."""
    document = briefgen.compose(briefgen.Brief("Talks"))
    assert _said(document).split() == ["talks"]


def test_free_sections_stand_beside_those_of_the_template():
    """A section of the brief's own ends the template's section before it, and so do contents and notes."""
    data = {
        "title": "Talks",
        "background": "Before.",
        "key_judgments": [{"statement": "It holds."}],
        "sections": [{"title": "Handling", "body": "Careful."}],
        "sources": [{"id": "a", "title": "A"}],
        "annexes": [{"title": "Annex"}],
    }
    document = briefgen.compose(briefgen.from_dict(data), options={"contents": "always"})
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Section", "Contents", "Section", "Section", "Section", "Notes", "Section"]
