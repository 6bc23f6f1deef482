"""What a value may be where it stands."""

import pytest
from composing import Thing, blocks, fails

from briefgen.document import nodes as n
from briefgen.prose import LongProse, Prose

T = n.Text


def par(*inlines):
    return n.Paragraph(tuple(T(i) if isinstance(i, str) else i for i in inlines))


def bare(nodes):
    """Drop where nodes come from, to compare what they are."""
    from attrs import evolve

    from briefgen.document.walk import rewrite_all

    return rewrite_all(nodes, lambda node: evolve(node, origin=None))


def test_prose_alone_on_its_line_takes_the_place_of_the_paragraph():
    """Several paragraphs of prose stand where the template printed them, also within a list or a cell."""
    made = bare(blocks("before\n{{ brief.many }}\n\n- {{ brief.many }}\n\n| a |\n|---|\n| {{ brief.many }} |\n"))
    assert made[:3] == (par("before"), par("one"), par("two"))
    assert made[3] == n.BulletList((n.ListItem((par("one"), par("two"))),))
    assert made[4].bodies[0].rows[0].cells[0].blocks == (par("one"), par("two"))


def test_values_on_lines_of_their_own_are_paragraphs_of_their_own():
    """A loop that prints prose needs no blank lines; plain text runs on as Markdown says."""
    assert bare(blocks("{% for i in [1, 2] %}\n{{ brief.text }}\n{% endfor %}\n")) == (
        par("some ", n.Emphasis((T("prose"),))),
        par("some ", n.Emphasis((T("prose"),))),
    )
    assert bare(blocks("{% for i in [1, 2] %}\n{{ i }}\n{% endfor %}\n")) == (par("1", n.SoftBreak(), "2"),)


def test_prose_of_one_paragraph_runs_within_a_line():
    """Its markup stays."""
    assert bare(blocks("So: {{ brief.text }}.\n")) == (par("So: ", "some ", n.Emphasis((T("prose"),)), "."),)


@pytest.mark.parametrize("template", ["a {{ brief.many }}\n", "## {{ brief.many }}\n", "**{{ brief.many }}**\n"])
def test_prose_of_many_paragraphs_within_a_line_is_an_error(template):
    """The message names the line and the field."""
    found = fails(template)
    assert "more than one paragraph" in found.message
    assert (found.place.line, found.path) == (1, "many")


def test_what_is_absent_does_not_appear():
    """None, an empty list and a component without anything to show leave no empty paragraph, list or box."""
    assert blocks("{{ brief.none }}\n\n{{ f() }}\n\n::: note\n{{ brief.none }}\n:::\n", functions={"f": tuple}) == ()
    assert bare(blocks("a{{ brief.none }}b\n")) == (par("a", "b"),)


def test_code_holds_the_plain_text_of_a_value():
    """Prose in code is its words."""
    assert bare(blocks("`{{ brief.text }}`\n\n```\n{{ brief.name }}\n```\n")) == (
        par(n.Code("some prose")),
        n.CodeBlock("plain"),
    )


def test_the_address_of_a_link_is_checked_after_it_is_filled_in():
    """An address that is data may be http, https, mailto or an anchor; else the error names the field."""
    assert blocks("[x](https://e.org/{{ brief.name }})\n")[0].inlines[0].url == "https://e.org/plain"
    found = fails("\n[x]({{ brief.name }})\n", brief=Thing(name="javascript:alert(1)"))
    assert (found.code, found.path, found.place.line) == ("refused-link", "name", 2)


def test_a_link_within_a_links_words_is_flattened():
    """A link is never nested."""
    made = blocks("[a {{ brief.text }}](https://e.org)\n", brief=Thing(text=Prose("b [c](https://x.org) [](#d)")))
    assert made[0].inlines[0].inlines == (T("a "), T("b "), T("c"), T(" "), T("d")) or [
        i.text for i in made[0].inlines[0].inlines
    ] == ["a ", "b ", "c", " ", "d"]


@pytest.mark.parametrize(
    "template",
    [
        "::: {{ brief.name }}\nx\n:::\n",
        "```{{ brief.name }}\nx\n```\n",
        "a[^{{ brief.name }}]\n",
        "[{{ brief.name }}]: https://e.org\n\n[a][{{ brief.name }}]\n",
        "## A {#{{ brief.text }}}\n",
        "[x]({{ brief.text }})\n",
    ],
)
def test_a_value_where_none_may_stand_is_an_error(template):
    """A fence's kind, a label, and prose in an attribute or address are refused with their line."""
    assert fails(template).place.line == 1


def test_attributes_take_text_as_words():
    """A stance of two words becomes one class; an id keeps its spelling."""
    made = blocks("## A {#x-{{ brief.name }} .{{ brief.id }}}\n", brief=Thing(name="Ab", id="strongly for"))
    assert made[0].attrs == n.Attrs(id="x-Ab", classes=("strongly-for",))


def test_long_prose_nests_beneath_the_section_that_it_stands_in():
    """Its headings become sections within the template's."""
    (section,) = bare(blocks("## A\n\n{{ p }}\n", p=LongProse("x\n\n#### B\n\ny")))
    assert section == n.Section((T("A"),), (par("x"), n.Section((T("B"),), (par("y"),))))


def test_nodes_of_a_component_stand_alone_or_in_a_line():
    """Inlines run on; blocks stand alone, and are refused within a line."""
    functions = {"badge": lambda s: n.Badge("status", s, s), "box": lambda: (n.Rule(), par("x"))}
    assert bare(blocks("a {{ brief.name | badge }}\n\n{{ box() }}\n", functions=functions)) == (
        par("a ", n.Badge("status", "plain", "plain")),
        n.Rule(),
        par("x"),
    )
    assert "blocks can't stand" in fails("a {{ box() }}\n", functions=functions).message


def test_a_component_gets_the_real_things():
    """Parts, prose and lists come unwrapped; Markdown written in the template comes as blocks."""
    got = []
    functions = {"f": lambda *args, caller=None: got.extend([*args, caller() if caller else None])}
    blocks(
        "{% set c %}*a* {{ brief.name }}{% endset %}{{ f(brief, brief.text, brief.words, c) }}\n"
        "{% call f(1) %}**b**{% endcall %}\n",
        functions=functions,
    )
    assert got[:3] == [Thing(), Prose("some *prose*"), ("a", "b")]
    assert type(got[0]) is Thing
    assert [bare(blocks) for blocks in (got[3], got[6])] == [
        (par(n.Emphasis((T("a"),)), " ", "plain"),),
        (par(n.Strong((T("b"),))),),
    ]


def test_every_value_remembers_its_field():
    """Text and prose carry the part's id and the field's path, also within loops."""
    thing = Thing(parts=(Thing(id="sub", name="n", text=Prose("a *b*")),))
    made = blocks("{% for p in brief.parts %}\n{{ p.name }}: {{ p.text }}\n{% endfor %}\n", brief=thing)
    origins = [inline.origin for inline in made[0].inlines]
    name, text = n.Origin("sub", "parts[0].name"), n.Origin("sub", "parts[0].text")
    assert origins == [name, None, text, text]
