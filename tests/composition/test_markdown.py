"""The Markdown of templates: headings, divs, attributes, tables, notes."""

import pytest
from composing import blocks, fails

from briefgen.document import nodes as n

T = n.Text


def par(text):
    return n.Paragraph((T(text),))


def test_headings_make_sections_within_sections():
    """`#` is the document's title, `##` a section, `###` one within."""
    made = blocks("# Title\n\n## A {#a .wide}\n\nx\n\n### B\n\ny\n\n## C\n")
    assert made == (
        n.Paragraph((T("Title"),), attrs=n.Attrs(classes=("title",))),
        n.Section(
            (T("A"),),
            (par("x"), n.Section((T("B"),), (par("y"),))),
            attrs=n.Attrs(id="a", classes=("wide",)),
        ),
        n.Section((T("C"),)),
    )


@pytest.mark.parametrize(
    ("template", "line", "hint"),
    [
        ("## A\n\n#### B\n", 3, "use ###"),
        ("### B\n", 1, "use ##"),
        ("## A\n\n::: x\n## B\n:::\n", 4, "use ###"),
        ("- ## A\n", 1, ""),
    ],
)
def test_a_heading_that_skips_a_level_is_an_error(template, line, hint):
    """The error names the line and the level that fits."""
    found = fails(template)
    assert (found.place.line, found.hint) == (line, hint)


def test_divs_nest_with_fences_of_one_length():
    """Callouts have a title, cards stand side by side, any other kind is a role."""
    made = blocks(
        '::: note {title="Mind"}\nx\n:::\n\n::: gap\n## Not known\n\ny\n:::\n\n'
        "::: cards\n::: card\na\n:::\n::: card {.first}\nb\n:::\n:::\n\n::: {.aside lang=de}\nz\n:::\n"
    )
    card = lambda text, *roles: n.Div((par(text),), attrs=n.Attrs(classes=("card", *roles)))  # noqa: E731
    assert made == (
        n.Callout("note", (par("x"),), title=(T("Mind"),)),
        n.Callout("gap", (par("y"),), title=(T("Not known"),)),
        n.Columns((card("a"), card("b", "first")), attrs=n.Attrs(classes=("cards",))),
        n.Div((par("z"),), attrs=n.Attrs(classes=("aside",), language="de")),
    )


def test_a_code_block_may_show_a_fence_of_colons():
    """Colons within code close no div."""
    (div,) = blocks("::: x\n```\n:::\n```\n:::\n")
    assert div.blocks == (n.CodeBlock(":::"),)


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("a\n\n::: note\nx\n", 3, "never closed"),
        ("a\n:::\n", 2, "closes nothing"),
        ("::: note extra\nx\n:::\n", 1, "a line of colons"),
        ("::: note {titel=x}\nx\n:::\n", 1, "'titel' is no attribute"),
        ('::: aside {title="x"}\nx\n:::\n', 1, "has no title"),
        ("::: columns\nx\n:::\n", 1, "nothing but divs"),
        ("## A {#a b}\n", 1, "'b' is no attribute"),
        ("## A {dir=up}\n", 1, "a direction can't be"),
        ("x\n\na[^1]\n", 3, "not defined"),
        ("x\n\n[^1]: a\n", 3, "nothing refers to it"),
        ("[a](javascript:b)\n", 1, "a link can't lead"),
        ("![a](b.png)\n", 1, "a picture can't stand here"),
        ("a [@ b]\n", 1, "looks like a citation"),
        ("| a |\n|---|\n| b | c |\n", 3, "2 cells"),
    ],
)
def test_what_markdown_passes_over_in_silence_is_an_error(template, line, said):
    """A template's author hears of every mistake, with its line, which is shown."""
    found = fails(template)
    assert said in found.message
    assert found.place.line == line
    assert template.split("\n")[line - 1] in found.message


def test_what_is_indented_in_a_template_is_no_code():
    """Indenting within a loop is for the author's eye."""
    assert blocks("{% for i in [1] %}\n        ## A\n\n        x\n{% endfor %}\n") == (
        n.Section((T("A"),), (par("x"),)),
    )


def test_a_comment_is_told_from_attributes():
    """`{# … #}` is Jinja's comment, `{#id}` an attribute."""
    assert blocks("{# note #}\n## A {#a}\n{#- more\nlines #}\n") == (n.Section((T("A"),), attrs=n.Attrs(id="a")),)


def test_notes_citations_tables_and_html():
    """A template has all that prose has; HTML is shown as it is written."""
    made = blocks("a[^1] [@x, p. 4] <b>\n\n[^1]: why\n\n| a |\n|--:|\n| *b* |\n")
    note = n.Note((par("why"),))
    assert made[0].inlines == (T("a"), note, T(" "), n.Citation((n.CitationItem("x", locator="p. 4"),)), T(" <b>"))
    assert made[1].columns == (n.Column(align="right"),)


def test_contents_notes_and_breaks_are_at_hand():
    """What is filled in later has a name in every template."""
    made = blocks("{{ contents(3) }}\n\n{{ page_break() }}\n\n{{ notes() }}\n\n{{ bibliography() }}\n")
    chapter = n.Attrs(classes=("chapter",))
    assert made == (n.Contents(depth=3, attrs=chapter), n.PageBreak(), n.Notes(attrs=chapter), n.Bibliography())
