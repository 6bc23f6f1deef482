"""What is written in Markdown reads back as what the document says, whatever characters it holds."""

import re

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_reading import read, read_with_pandoc, runs, said

from briefgen.backends.base import RenderOptions
from briefgen.backends.markdown import MarkdownBackend
from briefgen.document.nodes import (
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emphasis,
    LineBreak,
    Link,
    ListItem,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Rule,
    Section,
    SoftBreak,
    Span,
    Strikeout,
    Strong,
    Subscript,
    Superscript,
    Table,
    TableBody,
    Text,
)
from briefgen.themes import load_theme

RENDERER = MarkdownBackend().prepare(load_theme(), RenderOptions())
TITLE = ("heading", 1, runs([("T", ())]))

MARKS = "*_`~#>|[](){}!<&;:=-+\\$^@/.,?'\"%1 2a b\t\n\u00a0\u2003é“—€½я中"
TRAPS = (
    *("http://a.bc", "www.a.bc", "me@a.bc", "&amp;", "&#60;", "<b>", "</b>", "<!--", "-->", "1. ", "2) ", "- ", "+ "),
    *("[x]: y", ":smile:", "](", "![", "[^1]", "^[", "[^1]:", "---", "***", "___", "===", "> ", "# ", " #", "```"),
    *(
        "~~~",
        "~~",
        "**",
        "__",
        "| - |",
        "|",
        ":-:",
        "[ ] ",
        "[x] ",
        "-[ ]",
        "1.[x]",
        "[!NOTE]",
        "\\",
        "$$",
        "$x$",
        "<a@b.c>",
        "{#i}",
    ),
)
TEXT = st.lists(st.text(MARKS, max_size=4) | st.sampled_from(TRAPS), max_size=5).map("".join)
URLS = st.sampled_from(("https://a.bc", "https://a.bc/?a=1&b=(2)#c", "mailto:me@a.bc", 'https://a.bc/x)_*y|z\\&amp;"'))


def write(*blocks):
    """Write a document of some blocks in Markdown, below the title T."""
    return RENDERER.render(Document(meta=Meta(title="T"), blocks=blocks)).data.decode()


# --- documents that may hold anything, and what they say ----------------------------------------------------------

LEAVES = st.one_of(
    *(TEXT.map(Text), TEXT.map(Text), TEXT.map(Code)),
    *(st.builds(SoftBreak), st.builds(LineBreak)),
    st.builds(Link, URLS, TEXT.map(lambda text: (Text(text),)), title=TEXT),
)


def _spans(inlines):
    several = st.lists(inlines, max_size=3).map(tuple)
    kinds = (Strong, Emphasis, Strikeout, Superscript, Subscript, Span)
    return st.one_of(*(st.builds(kind, several) for kind in kinds))


INLINES = st.lists(st.recursive(LEAVES, _spans, max_leaves=6), max_size=5).map(tuple)
PARAGRAPHS = st.builds(Paragraph, INLINES)
CELLS = st.builds(Cell, st.tuples(PARAGRAPHS))
ROWS = st.tuples(CELLS, CELLS).map(Row)
TABLES = st.builds(
    Table,
    st.just((Column(), Column(align="right"))),
    st.lists(ROWS, max_size=2).map(lambda rows: (TableBody(tuple(rows)),)),
    head=st.tuples(ROWS),
)


def _containers(blocks):
    several = st.lists(blocks, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, several), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(BulletList, items),
        st.builds(OrderedList, items, start=st.integers(0, 12)),
        st.builds(Quote, several),
    )


CODE = st.builds(CodeBlock, TEXT, syntax=st.sampled_from(("", "python", "c++")))
FLOW = st.recursive(PARAGRAPHS | TABLES | CODE | st.builds(Rule), _containers, max_leaves=6)
SECTIONS = st.recursive(
    st.builds(Section, INLINES, st.lists(FLOW, max_size=2).map(tuple)),
    lambda inner: st.builds(Section, INLINES, st.tuples(FLOW, inner)),
    max_leaves=3,
)


class Shown(tuple):
    """Blocks that show themselves as the Markdown that they become; their tree would fill pages."""

    def __repr__(self):
        """Give the Markdown."""
        return write(*self)


@st.composite
def documents(draw):
    """Make the blocks of a document."""
    return Shown(draw(st.lists(FLOW | SECTIONS, max_size=4)))


STYLES = {Strong: "strong", Emphasis: "em", Strikeout: "del", Superscript: "sup", Subscript: "sub"}


def characters(inlines, styles=()):
    """Say inlines as characters with the styles that they stand in."""
    for node in inlines:
        match node:
            case Text():
                yield node.text.replace("\n", " "), styles
            case Code():
                yield node.text.replace("\n", " "), {*styles, "code"}
            case SoftBreak():
                yield " ", ()
            case LineBreak():
                yield "\n", ()
            case Link():
                yield from characters(node.inlines, {*styles, "link"})
                if not any(n.text.strip(" \t\n") for n in node.inlines):
                    yield from characters((Text(node.url),), {*styles, "link"})
            case Span():
                yield from characters(node.inlines, styles)
            case _:
                yield from characters(node.inlines, {*styles, STYLES[type(node)]})


def expected(blocks, level=1):
    """Say blocks as a reader of the Markdown should see them."""
    out = []
    for block in blocks:
        match block:
            case Section():
                words = runs(list(characters(block.heading)))
                out.append(("heading", level + 1, flat(words)))
                out += expected(block.blocks, level + 1)
            case Paragraph():
                words = runs(list(characters(block.inlines)))
                out += [("paragraph", words)] if words else []
            case BulletList():
                out.append(("bullets", [expected(item.blocks, level) for item in block.items]))
            case OrderedList():
                out.append(("numbers", block.start, [expected(item.blocks, level) for item in block.items]))
            case Quote():
                inner = expected(block.blocks, level)
                out += [("quote", inner)] if inner else []
            case CodeBlock():
                out.append(
                    (
                        "code",
                        block.syntax,
                        block.text.removesuffix("\n") + "\n" if block.text.removesuffix("\n") else "",
                    )
                )
            case Rule():
                out.append(("rule",))
            case Table():
                rows = [*block.head, *block.bodies[0].rows]
                out.append(
                    ("table", [[runs(list(characters(c.blocks[0].inlines))) for c in row.cells] for row in rows])
                )
    return out


def flat(words):
    """Put a heading's words on one line."""
    return runs([(" " if c == "\n" else c, s) for c, s in words])


def seen(blocks):
    """Reduce what was read to what is compared: a link's address apart."""
    if isinstance(blocks, str):
        return "link" if blocks.startswith("link:") else blocks
    return type(blocks)(map(seen, blocks)) if isinstance(blocks, list | tuple) else blocks


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_document_reads_back_as_it_is(blocks):
    """Headings, lists, tables, quotations, code and every character with its styles survive."""
    markdown = write(*blocks)
    assert seen(read(markdown)) == seen([TITLE, *expected(blocks)])


# Many texts at once, for each call of pandoc costs a new process.
MANY = st.lists(TEXT.filter(lambda text: text.strip(" \t\n")), min_size=40, max_size=40)


def collapsed(text):
    """Collapse blanks, as readers do."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


# No shrinking: each step would cost a process.
@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(MANY)
def test_pandoc_reads_every_text_as_text(texts):
    """In paragraphs, headings, list items and cells pandoc finds the characters and nothing else."""
    paragraphs = tuple(Paragraph((Text(text),)) for text in texts)
    rows = tuple(Row((Cell((p,)), Cell((Paragraph((Code(text),)),)))) for text, p in zip(texts, paragraphs))
    items = tuple(ListItem((p,)) for p in paragraphs)
    table = Table((Column(), Column()), (TableBody(rows),))
    headings = (Section((Text(text),)) for text in texts)
    _, *found = read_with_pandoc(write(*paragraphs, BulletList(items), table, *headings))
    count = len(texts)
    assert [collapsed(said(node)) for node in found[:count]] == list(map(collapsed, texts))
    assert [collapsed(said(item)) for item in found[count]["c"]] == list(map(collapsed, texts))
    assert [[collapsed(said(cell[4])) for cell in row[1]] for row in found[count + 1]["c"][4][0][3]] == [
        [collapsed(text)] * 2 for text in texts
    ]
    assert [collapsed(said(node["c"][2])) for node in found[count + 2 :]] == list(map(collapsed, texts))
