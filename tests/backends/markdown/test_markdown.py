"""Markdown as a person reads it: what each node becomes, and what is promised of the file as a whole."""

import re
from pathlib import Path

import pytest
from documents import bare_document, cell, everything, hostile, li, p
from markdown_reading import read, read_with_pandoc, words

import briefgen
from briefgen.backends.base import RenderOptions
from briefgen.backends.markdown import MarkdownBackend
from briefgen.document import number
from briefgen.document.nodes import (
    Attrs,
    Badge,
    BulletList,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Column,
    Contents,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    LineBreak,
    Link,
    Meta,
    Note,
    OrderedList,
    Paragraph,
    Reference,
    Row,
    Rule,
    Section,
    Strong,
    Table,
    TableBody,
    Text,
)
from briefgen.errors import Severity
from briefgen.themes import load_theme

HERE = Path(__file__).parent
BACKEND = MarkdownBackend()
EXAMPLE = HERE.parents[2] / "examples" / "moscow-talks" / "brief.yaml"


def example():
    """Compose the shipped example."""
    return briefgen.compose(briefgen.load(EXAMPLE))


def render(document, **options):
    """Render a document with some options."""
    return BACKEND.prepare(load_theme(), RenderOptions(**options)).render(document)


def written(*blocks, **meta):
    """Write numbered blocks below a title; give what stands below it."""
    return render(bare_document(*blocks, **meta)).data.decode().removeprefix("# A title\n\n").removesuffix("\n")


def test_every_node_reads_as_in_the_golden_file():
    """The document with every node is written as the reviewed file shows."""
    assert render(everything()).data.decode() == (HERE / "everything.md").read_text("utf-8")


@pytest.mark.parametrize(
    "document", [everything(), everything("endnotes"), hostile()], ids=["all", "endnotes", "hostile"]
)
def test_the_file_is_text_that_diffs_well(document):
    """Line feeds only, one at the end, no blanks at line ends, and the same bytes each time."""
    data = render(document).data
    assert data == render(document).data
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert not re.search(rb"[ \t]\n", data)
    assert b"\n\n\n" not in data


@pytest.mark.parametrize("document", [everything(), hostile(), example()], ids=["everything", "hostile", "example"])
def test_pandoc_and_markdown_it_find_the_same_outline(document):
    """Both readers see the same headings, the same lists and the same tables."""
    text = render(document).data.decode()
    ours, theirs = read(text), read_with_pandoc(text)
    assert list(_outline(ours)) == list(_pandoc_outline(theirs))


def _outline(blocks):
    for block in blocks:
        match block:
            case ("heading", level, heading):
                yield "heading", level, "".join(c for c, _ in heading)
            case ("bullets", items) | ("numbers", _, items):
                yield block[0], len(items)
                for item in items:
                    yield from _outline(item)
            case ("quote", inner):
                yield from _outline(inner)
            case ("table", rows):
                yield "table", ["".join(c for c, _ in cell) for row in rows for cell in row]


def _pandoc_outline(blocks):
    for block in blocks:
        match block["t"]:
            case "Header":
                yield "heading", block["c"][0], words(block["c"][2])
            case "BulletList" | "OrderedList":
                items = block["c"] if block["t"] == "BulletList" else block["c"][1]
                yield "bullets" if block["t"] == "BulletList" else "numbers", len(items)
                for item in items:
                    yield from _pandoc_outline(item)
            case "BlockQuote":
                yield from _pandoc_outline(block["c"])
            case "Table":
                rows = [*block["c"][3][1], *block["c"][4][0][3]]
                yield "table", [words(cell[4]) for row in rows for cell in row[1]]


@pytest.mark.parametrize("document", [everything(), everything("endnotes"), example()], ids=["foot", "end", "example"])
def test_every_link_within_the_file_leads_somewhere(document):
    """Each `#anchor` is an anchor written out or the name that a heading gets by itself."""
    text = render(document).data.decode()
    headings = {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.M)}
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))
    targets = set(re.findall(r"\]\(#([^) ]+)", text))
    assert targets
    assert targets <= headings | anchors
    assert anchors <= targets


def test_notes_are_called_and_said_once_also_notes_within_notes():
    """A note in a note gets its own entry, and no entry is lost or doubled."""
    inner = Note((p("Inner."),), number="2")
    outer = Note((Paragraph((Text("Outer"), inner, Text("."))), p("Second paragraph.")), number="1")
    said = Paragraph((Text("Said"), outer, Text(".")))
    text = render(Document(meta=Meta(title="T"), blocks=(said,))).data.decode()
    assert text == "# T\n\nSaid[^1].\n\n[^1]: Outer[^2].\n\n    Second paragraph.\n\n[^2]: Inner.\n"


def test_sections_deeper_than_headings_go_stand_as_bold_paragraphs():
    """The sixth level below the title has no heading in Markdown; it is not lost."""
    block = p("Deep down.")
    for level in range(6, 0, -1):
        block = Section((Text(f"Level {level}"),), (block,))
    text = written(block)
    assert "\n###### Level 5\n\n**Level 6**\n\nDeep down." in text


def test_the_marking_stands_first():
    """Whoever opens the file sees how it may be handled."""
    assert render(everything()).data.startswith(b"**TLP:AMBER**\n\n")


def test_a_document_without_title_paragraph_is_headed_by_its_title():
    """The title that is said about the document stands at the top all the same."""
    assert render(Document(meta=Meta(title="Only *this*"))).data == b"# Only \\*this\\*\n"


def test_remarks_stay_out_unless_asked_for():
    """An author's remark is printed by option only."""
    assert b"Is this so" not in render(everything()).data
    assert b"[B. B\xc3\xb6ll: Is this so?]" in render(everything(), comments=True).data


def test_pictures_are_said_in_words_and_that_is_told():
    """The alternative text stands in the picture's place, with a note to the author."""
    rendered = render(everything())
    assert "[A red and a blue square]" in rendered.data.decode()
    told = [d for d in rendered.diagnostics if d.code == "picture-in-words"]
    assert len(told) == 2
    assert {d.severity for d in told} == {Severity.INFO}


def test_characters_that_no_text_file_holds_are_replaced_and_told():
    """NUL and half characters become U+FFFD, with a warning for each text."""
    rendered = render(bare_document(p("a\x00b\ud800c\u2028d")))
    assert rendered.data.decode().endswith("a\ufffdb\ufffdc d\n")
    assert [d.code for d in rendered.diagnostics] == ["unwritable-character"]


def test_cells_that_span_leave_their_other_places_empty():
    """Rows below and beside a spanning cell keep their columns."""
    rows = (
        Row((cell("a", row_span=2, column_span=2), cell("b"))),
        Row((cell("c"),)),
        Row((cell("d"), cell("e", column_span=9))),
    )
    table = Table((Column(), Column(align="center"), Column()), (TableBody(rows),))
    assert written(table) == "| | | |\n| --- | :---: | --- |\n| a | | b |\n| | | c |\n| d | e | |"


def test_a_row_head_is_told_by_bold_type():
    """What stands in the first column names its row; what is said below it in the cell does not."""
    head = Cell((p("Russia"), p("State", "small")))
    table = Table((Column(), Column()), (TableBody((Row((head, cell("x"))),)),), row_heads=1)
    assert written(table).splitlines()[2] == "| **Russia**<br>State | x |"


def test_a_badge_reads_as_a_mark_in_text_and_as_a_word_in_a_cell():
    """Brackets tell a badge from the words around it; alone in a cell it needs none."""
    badge = Paragraph((Badge("status", "reported", "Reported", "Status: reported"),))
    assert written(badge) == "[Reported]"
    assert written(Section((Text("Talks "), *badge.inlines))) == "## Talks [Reported]"
    table = Table((Column(),), (TableBody((Row((Cell((badge,)),)),)),))
    assert written(table).splitlines()[2] == "| Reported |"


def test_facts_on_one_line_are_parted_by_a_dot():
    """The wide space that parts facts on a page would not be seen in text."""
    assert written(Paragraph((Text("Date 2014"), Text("\u2002"), Text("Parties EU")))) == "Date 2014 · Parties EU"


def test_a_head_of_two_rows_becomes_one():
    """No word of a second head row is lost."""
    head = (Row((cell("Party"), cell("Fees", column_span=2))), Row((cell(""), cell("2024"), cell("2025"))))
    table = Table((Column(), Column(), Column()), (), head=head)
    assert written(table).splitlines()[0] == "| Party | Fees<br>2024 | 2025 |"


def test_a_cell_says_lists_code_and_tables_in_lines():
    """Whatever blocks a cell holds, a person reads them in order."""
    listed = Cell((BulletList((li("y"),)),))
    inner = Table((Column(), Column()), (TableBody((Row((cell("x"), listed)),)),))
    blocks = (
        *(p("First."), OrderedList((li("one", BulletList((li("deep"),))), li("two")), start=4)),
        BulletList((li("open", checked=False), li("done", checked=True))),
        *(CodeBlock("a|b\nc"), Callout("gap", (p("Who?"),), title=(Text("Not known"),)), inner, Rule()),
    )
    text = written(Table((Column(),), (TableBody((Row((Cell(blocks),)),)),)))
    lines = text.splitlines()[2].strip("| ").split("<br>")
    assert lines[:6] == ["First.", "4. one", "&#160;&#160;• deep", "5. two", "☐ open", "☑ done"]
    assert lines[6:] == ["`a\\|b`", "`c`", "**Not known**", "Who?", "x; • y"]


def test_lists_in_a_row_stay_two():
    """A list after a list of the same kind does not continue it, even past an empty paragraph."""
    first, second = BulletList((li("a"),)), BulletList((li("b"),))
    assert [kind for kind, *_ in read(written(first, p(""), second))] == ["bullets", "bullets"]
    assert written(OrderedList((li("a"),)), OrderedList((li("b"),))) == "1. a\n\n1) b"


def test_a_table_of_contents_nests_by_level():
    """Sections stand below those that they belong to, each leading to its heading."""
    inner = Section((Text("B & c!"),), (p("x"),))
    text = written(Contents(depth=2), Section((Text("A"),), (inner,)), Section((Text("D"),), (p("y"),)))
    assert text.startswith(
        '**Contents**\n\n- [A](#a)\n  - [B & c!](#b-c)\n- [D](#d)\n\n## A\n\n### <a id="b-c"></a>B & c!'
    )


def test_repeated_headings_keep_their_anchors_apart():
    """Two headings of one wording are told apart by readers in their own way; references find the right one."""
    text = written(
        Section((Text("A title"),), attrs=Attrs(id="first")),
        Section((Text("Twice"),), attrs=Attrs(id="twice")),
        Section((Text("Twice"),), attrs=Attrs(id="twice-1")),
        Section((Text("Twice"),), attrs=Attrs(id="third")),
        Paragraph(tuple(Reference(target, (Text("x"),)) for target in ("first", "twice", "twice-1", "third"))),
    )
    assert re.findall(r"^## (.*)$", text, re.M) == [
        '<a id="first"></a>A title',
        "Twice",
        "Twice",
        '<a id="third"></a>Twice',
    ]


@pytest.mark.parametrize(
    ("inlines", "text"),
    [
        ((Text("a"), Strong((Text("b"),)), Text("c")), "a**b**c"),
        ((Text("a"), Emphasis((Text("(b)"),)), Text("c")), "a<em>(b)</em>c"),
        ((Text("a "), Strong((Text(" b "),)), Text("c")), "a  **b** c"),
        ((Strong((Text("a"), Strong((Text("b"),)))),), "**ab**"),
        ((Strong((Text("a"),)), Emphasis((Text("b"),))), "__a__*b*"),
        ((Strong((Emphasis((Text("a"),)),)),), "**_a_**"),
        ((Emphasis((Text(" "),)), Text("x")), "x"),
        ((Text("a"), LineBreak(), Text("# b"), LineBreak()), "a\\\n\\# b"),
        ((Code("`a`"), Code("b")), "`` `a`b ``"),
        ((Link("https://a.bc/x", (Text("https://a.bc/x"),)),), "<https://a.bc/x>"),
        ((Link("mailto:me@a.bc", (Text("me@a.bc"),)),), "<me@a.bc>"),
        ((Link("https://a.bc", (Text("see [2]"),)),), "[see \\[2\\]](https://a.bc)"),
        ((Text("Stop!"), Link("https://a.bc", (Text("x"),))), "Stop\\![x](https://a.bc)"),
        ((Text("\u2003x\u00a0"),), "&#8195;x&#160;"),
    ],
)
def test_inlines_are_marked_as_a_person_would_and_surely(inlines, text):
    """Delimiters stand where readers take them for such; elsewhere a tag does."""
    assert written(Paragraph(inlines)) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "AT&T",
            "a < b > c",
            "5 * 3",
            "snake_case",
            "[2]",
            "[Reported]",
            "1.5",
            "-3",
            "#1",
            "100 %",
            "50/50",
            "C:\\Users",
        ),
        *("$5 and $6", "10:30:45", "e.g. this", "(a) b", "x^2", "a | b", "Stop!", "“quoted” – and so on…"),
    ],
)
def test_plain_text_needs_no_backslash(text):
    """What no reader takes for markup is written as it is."""
    assert written(p(text)) == text


@pytest.mark.parametrize("text", [":" + "a" * 50_000, "[" * 20_000, "*_" * 20_000, "\\ " * 20_000, "`" * 20_000])
def test_long_hostile_texts_do_not_stop_the_writer(text):
    """A text of one repeated trick takes the time of any other text of its length."""
    assert len(written(p(text))) >= len(text.strip())


def test_labels_with_values_read_as_lines_of_a_list():
    """A label gets its colon, unless it ends with a mark of its own."""
    items = (Definition((Text("Date"),), (p("2 March"),)), Definition((Text("Sure?"),), (p("No."), p("Not at all."))))
    assert written(DefinitionList(items)) == "- **Date:** 2 March\n\n- **Sure?** No.\n\n  Not at all."


def test_a_document_of_nothing_but_a_title_is_one_line():
    """The smallest brief is a heading."""
    assert render(number(Document(meta=Meta(title="T"), blocks=(p("T", "title"),)))[0]).data == b"# T\n"
