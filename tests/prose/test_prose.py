"""What an author gets from Markdown in a prose field."""

import pickle
import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.document import nodes as n
from briefgen.prose import LongProse, Mention, Prose
from briefgen.prose.markdown import read_markdown
from briefgen.prose.plain import read_plain


def line(source: str) -> tuple[n.Inline, ...]:
    found = Prose(source).inlines
    assert found is not None
    return found


def codes(source: str, kind: type[Prose] = Prose) -> list[tuple[str, int | None]]:
    return [(d.code, d.place.line if d.place else None) for d in kind(source).diagnostics]


T = n.Text
IN_TEXT = n.CitationItem("cbc", mode="author-in-text")


@pytest.mark.parametrize(
    ("source", "inlines"),
    [
        ("plain", (T("plain"),)),
        ("", ()),
        ("a\nb", (T("a"), n.SoftBreak(), T("b"))),
        ("a  \nb", (T("a"), n.LineBreak(), T("b"))),
        (
            "*a* **b** ~~c~~ `d`",
            (
                n.Emphasis((T("a"),)),
                T(" "),
                n.Strong((T("b"),)),
                T(" "),
                n.Strikeout((T("c"),)),
                T(" "),
                n.Code("d"),
            ),
        ),
        ("[words](https://example.org/a)", (n.Link("https://example.org/a", (T("words"),)),)),
        ("[](https://example.org)", (n.Link("https://example.org", (T("https://example.org"),)),)),
        ("<mailto:a@b.org>", (n.Link("mailto:a@b.org", (T("mailto:a@b.org"),)),)),
        ("[](#scenario-x)", (n.Reference("scenario-x"),)),
        ("[this](#claim-ü)", (n.Reference("claim-ü", (T("this"),)),)),
        ("[@cbc]", (n.Citation((n.CitationItem("cbc"),)),)),
        ("[@cbc, p. 4]", (n.Citation((n.CitationItem("cbc", locator="p. 4"),)),)),
        (
            "[see @a, pp. 4–6 and later; -@b, as told]",
            (
                n.Citation(
                    (
                        n.CitationItem("a", prefix="see", locator="pp. 4–6", suffix="and later"),
                        n.CitationItem("b", suffix="as told", mode="suppress-author"),
                    )
                ),
            ),
        ),
        ("said^[an *aside*]", (T("said"), n.Note((n.Paragraph((T("an "), n.Emphasis((T("aside"),)))),)))),
        ("x[^1]\n\n[^1]: why", (T("x"), n.Note((n.Paragraph((T("why"),)),)))),
        ("AT&T, a<b, R&amp;D", (T("AT&T, a<b, R&D"),)),
        ("<b>bold</b>", (T("<b>bold</b>"),)),
        ("ask me@example.org, https://a.org/@b or \\@handle", (T("ask me@example.org, https://a.org/@b or @handle"),)),
        ("@cbc says", (n.Citation((IN_TEXT,), inlines=(T("@cbc"),)), T(" says"))),
        (
            "(as @cbc [p. 4])",
            (T("(as "), n.Citation((evolve(IN_TEXT, locator="p. 4"),), inlines=(T("@cbc [p. 4]"),)), T(")")),
        ),
        ("@cbc [sic]", (n.Citation((IN_TEXT,), inlines=(T("@cbc"),)), T(" [sic]"))),
        ("[me@example.org]", (T("[me@example.org]"),)),
        ("[@handle](https://example.org)", (n.Link("https://example.org", (T("@handle"),)),)),
        ('"quoted" -- it\'s...', (T('"quoted" -- it\'s...'),)),
    ],
)
def test_a_line_reads_as_its_author_meant_it(source, inlines):
    """Each kind of markup within a line becomes its node, and nothing else is altered."""
    assert line(source) == inlines
    assert codes(source) == []


def test_lists_quotes_and_code_nest():
    """Lists keep their order and first number; quotes and code hold what they hold."""
    item = lambda *blocks: n.ListItem(blocks)  # noqa: E731
    par = lambda text: n.Paragraph((T(text),))  # noqa: E731
    assert Prose("- a\n\n  3. b\n\n     4. c\n- d").blocks == (
        n.BulletList(
            (
                item(par("a"), n.OrderedList((item(par("b"), n.OrderedList((item(par("c")),), start=4)),), start=3)),
                item(par("d")),
            )
        ),
    )
    assert Prose("> said\n\n```py\nx\n  y\n```").blocks == (n.Quote((par("said"),)), n.CodeBlock("x\n  y", syntax="py"))


def test_long_prose_nests_its_headings_without_gaps():
    """A skipped level leaves no gap, and the shallowest heading stands at the top."""
    blocks = LongProse("intro\n\n### A\n\n##### B\n\ntext\n\n### C").blocks
    par = n.Paragraph((T("text"),))
    assert blocks == (
        n.Paragraph((T("intro"),)),
        n.Section((T("A"),), (n.Section((T("B"),), (par,)),)),
        n.Section((T("C"),)),
    )


def test_long_prose_has_tables():
    """A table keeps its head, rows and alignment."""
    (table,) = LongProse("| a | b |\n|---|--:|\n| 1 | **2** |").blocks
    assert isinstance(table, n.Table)
    assert [c.align for c in table.columns] == ["", "right"]
    assert table.head[0].cells[1].blocks == (n.Paragraph((T("b"),)),)
    assert table.bodies[0].rows[0].cells[1].blocks == (n.Paragraph((n.Strong((T("2"),)),)),)


@pytest.mark.parametrize(
    ("source", "code", "at", "kept"),
    [
        ("a\n\n[x](javascript:alert(1))", "refused-link", 3, "x"),
        ("[x](file:///etc/passwd)", "refused-link", 1, "x"),
        ("[x](data:text/html,1)", "refused-link", 1, "x"),
        ("[x](//host/share)", "refused-link", 1, "x"),
        ("[x](page.html)", "refused-link", 1, "x"),
        (f"[x](https://a/{'a' * 3000})", "refused-link", 1, "x"),
        ("[x]()", "refused-link", 1, "x"),
        ("a\n![a *map*](map.png)", "refused-picture", 2, "a map"),
        ("a\n\n# Head", "heading-in-prose", 3, "Head"),
        ("|a|b|\n|-|-|\n|cell|d|", "table-in-prose", 1, "cell"),
        ("a\n[^9] b", "undefined-note", 2, "[^9]"),
        ("a [@ x]", "citation-syntax", 1, "[@ x]"),
        ("a [@x, @y]", "citation-syntax", 1, "[@x, @y]"),
        ("a\n\n[^1]: nobody", "unused-note", 3, "a"),
        ("a\n\n[one]: https://example.org", "unused-address", 3, "a"),
        ("a[^1]\n\n[^1]: x [^2]\n[^2]: y", "nested-note", 3, "a"),
        ("a[^1] b[^1]\n\n[^1]: x\n[^1]: y", "repeated-definition", 4, "a"),
        ("a^[b ^[c]]", "nested-note", 1, "a"),
        ("> " * 70 + "deep", "too-deep", 1, ""),
    ],
)
def test_what_prose_cannot_show_is_said_and_its_words_stay(source, code, at, kept):
    """Nothing is lost in silence: each refusal has a code and the line within the prose."""
    assert (code, at) in codes(source)
    assert kept in Prose(source).text


def test_a_row_with_too_many_cells_is_an_error():
    """Markdown drops surplus cells; the author hears of it."""
    assert codes("|a|b|\n|-|-|\n|1|2|3|\n|1\\|2|3|", LongProse) == [("table-row", 3)]


def test_citations_and_references_are_listed_with_their_lines():
    """The checks can say where an unknown source is cited, also within notes and lists."""
    prose = Prose("See [@a].\n\n- and [](#x)\n  [@b; @c]^[not [@d]]")
    assert prose.citations == (Mention("a", 1), Mention("b", 4), Mention("c", 4), Mention("d", 4))
    assert prose.references == (Mention("x", 3),)


def test_a_note_that_cites_itself_ends():
    """A circle of notes is an error, not an endless document."""
    assert ("nested-note", 3) in codes("a[^1]\n\n[^1]: see [^1]")


def test_a_megabyte_of_markup_is_shown_unread():
    """Prose past the limit is shown whole, as text, and said to be too long."""
    source = "*a* [b](c) " * 100_000
    assert Prose(source).text == source.strip()
    (said,) = Prose(source).diagnostics
    assert said.code == "prose-too-long"
    assert str(said) == "1: the text has 1,100,000 characters, and may have 100,000; part it"


def test_prose_is_equal_by_source_and_survives_pickling():
    """Prose can be a key, cross a process and be compared without being read."""
    prose = Prose("*a*")
    assert prose.blocks
    assert pickle.loads(pickle.dumps(prose)) == prose == Prose("*a*")
    assert {prose: 1}[Prose("*a*")] == 1
    assert Prose("a") != LongProse("a")


def test_plain_prose_never_imports_the_markdown_reader():
    """A cold start with plain text only does not pay for markdown-it."""
    code = "import sys; from briefgen.prose import Prose; Prose('Talks open, he said (twice).').blocks; "
    code += "sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PLAIN = st.text(st.sampled_from("ab1.):;,!?()]}{@$%'\"/^|=~-+#>&\n\n  é—\t\r"), max_size=30)


@given(PLAIN)
@example("a \n\n  b\n c  d")
@example("1) a")
@example("a\n---")
@example("a\n:-")
@example("a &amp b &x;")
def test_the_fast_path_reads_as_the_markdown_reader_does(source):
    """Whatever the fast path takes on reads just as Markdown says."""
    fast = read_plain(source)
    if fast is not None:
        assert fast == read_markdown(source, long=True)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
@example("# *evil* | x\n\n- a\n\t1. b\n```\n[^1]: c")
@example("[@cite] [see @a b @c] [^1] ^[x]")
@example("    code\n\n\n<b>&amp;  \n---")
def test_literal_prose_shows_every_character(text):
    """`Prose.literal` gives back the words it was given, as paragraphs and nothing else."""
    prose = Prose.literal(text)
    assert all(isinstance(block, n.Paragraph) for block in prose.blocks)
    assert "".join(prose.text.split()) == "".join(text.split())
    assert prose.diagnostics == ()


@pytest.mark.parametrize("source", ["\\[@cite]", "\\[see \\@a, b]", "^[\\[@cite]]", "^[a \\* ![b \\* c](d)]"])
def test_an_escaped_character_means_itself(source):
    """Whoever writes a bracket for its own sake escapes it, as the message says; at any depth."""
    assert [d.code for d in Prose(source).diagnostics if d.code != "refused-picture"] == []


@given(st.text(max_size=60), st.booleans())
def test_any_text_can_be_read(text, long):
    """No prose breaks the reader, and reading twice gives the same."""
    prose = (LongProse if long else Prose)(text)
    assert prose.blocks == read_markdown(text, long).blocks
