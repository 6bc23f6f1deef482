"""Far too much of something: an error that names the field, or a document that holds all of it.

Nothing here is timed. The sizes are such that anything which took the square of them would not come to an end.
"""

import io

import pikepdf
import pytest
from backends.docx.reading import xml
from reading_back import FORMATS, built, comparable, rendered, text_of

import briefgen
from briefgen.api import Choices, produce
from briefgen.errors import BriefgenError
from briefgen.files.load import loads

MEGABYTE = "word " * 200_000


def refused(data):
    """Give what is told of a brief that can't be written."""
    with pytest.raises(BriefgenError) as caught:
        produce(briefgen.from_dict(data), FORMATS, Choices())
    return [(d.path, d.code) for d in caught.value.diagnostics]


def with_table(columns, *rows):
    """Make a brief of one table."""
    return {"title": "x", "exhibits": [{"caption": "Ships", "table": {"columns": columns, "rows": rows}}]}


# --- addresses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["https://e.example/" + "a" * 3000, "https://", "http:///x", "mailto:", "https:", "."])
def test_an_address_too_long_or_with_nothing_in_it(url):
    """A link field of 3,000 characters, or one that names no host, is an error."""
    assert refused({"title": "x", "sources": [{"title": "A", "URL": url}]}) == [("sources[0].URL", "unsafe-link")]


def test_the_length_of_an_address_is_told():
    """The message says how long an address may be."""
    brief = briefgen.from_dict({"title": "x", "sources": [{"title": "A", "URL": "https://e.example/" + "a" * 3000}]})
    assert "3,018 characters, an address 2,000 at most" in str(briefgen.check(brief)[0])


@pytest.mark.parametrize("field", ["URL: ''", 'URL: "  "', "archived: ''", "DOI: ''"])
def test_an_address_of_nothing(field):
    """Empty text in a link field of a file is an error with its place; a field with nothing behind it is none."""
    with pytest.raises(BriefgenError) as caught:
        loads(f"title: x\nsources:\n  - title: A\n    {field}\n", "brief.yaml")
    (found,) = caught.value.diagnostics
    name = field.split(":")[0]
    assert str(found).startswith(
        f"brief.yaml:4:{len(name) + 7} sources[0].{name}: expected an address, found empty text"
    )
    assert loads(f"title: x\nsources:\n  - title: A\n    {name}:\n").brief.sources[0].url is None


@pytest.mark.parametrize("url", ["", "  ", None])
def test_a_row_without_an_address(url):
    """In a table's row, a blank cell is one that was not filled in: no link, and nothing is broken."""
    brief = briefgen.from_dict({"title": "x", "sources": [{"title": "A", "URL": url}]})
    assert brief.sources[0].url is None
    assert "](" not in built(brief)["md"].decode()


@pytest.mark.parametrize("url", ["https://e.example/" + "a" * 3000, "", "https://"])
def test_an_address_in_prose_that_leads_nowhere(url):
    """Within prose the words stay, and a diagnostic says so."""
    brief = briefgen.from_dict({"title": "x", "bottom_line": f"see [the words]({url}) here"})
    assert [(d.path, d.code) for d in briefgen.check(brief)] == [("bottom_line", "refused-link")]
    assert all("see the words here" in said for said in text_of(built(brief)).values())


# --- text ---------------------------------------------------------------------------------------------------------


def test_a_label_of_a_megabyte():
    """Every word of it is there, in every format."""
    files = built(briefgen.from_dict({"title": MEGABYTE}))
    with pikepdf.open(io.BytesIO(files.pop("pdf"))) as pdf:
        assert len(pdf.pages) > 200
    assert all(said.count("word") >= 200_000 for said in text_of(files).values())


def test_prose_of_a_megabyte():
    """Prose is read up to 100,000 characters; more is an error that names the field."""
    assert refused({"title": "x", "bottom_line": MEGABYTE}) == [("bottom_line", "prose-too-long")]


def test_a_file_of_more_than_a_brief_can_be(tmp_path):
    """A file of five megabytes is refused before it is read."""
    path = tmp_path / "brief.yaml"
    path.write_text(f"title: {MEGABYTE * 5}")
    with pytest.raises(BriefgenError, match="bytes; a brief has") as caught:
        briefgen.load(path)
    assert caught.value.diagnostics[0].place.file == str(path)


@pytest.mark.parametrize("ends", ["\n", "\\\n", "  \n", "\n\n"])
def test_ten_thousand_line_breaks(ends):
    """As many lines or paragraphs as there are breaks, all of them there."""
    says = text_of(built(briefgen.from_dict({"title": "x", "bottom_line": f"a{ends}" * 9_999 + "a"})))
    assert all(said.count("a") >= 10_000 for said in says.values())


def test_ten_thousand_line_breaks_in_a_label():
    """They are blanks in a label, and take nothing with them."""
    says = text_of(built(briefgen.from_dict({"title": "y\n" * 10_000})))
    assert all(said.count("y") >= 10_000 for said in says.values())


@pytest.mark.parametrize(
    "letters", ["w" * 50_000, *(c * 10_000 for c in ("漢", "\u0301", "ffi", *"&*[(`\\@<", "^["))], ids=len
)
def test_an_unbroken_word_of_fifty_thousand_letters(letters):
    """It is cut to the line, in title, text and cell alike, and every letter is there."""
    word = f"q{letters}"
    data = with_table(["a", "b"], [word, "1"]) | {"title": word, "bottom_line": briefgen.Prose.literal(word).source}
    for to, said in text_of(built(briefgen.from_dict(data))).items():
        assert comparable(said, to).count(comparable(word, to)) == 3, to


@pytest.mark.parametrize(
    "letter", ["*", "_", "[", "[a](", "`", "~~", "> ", "- ", "1. ", "|", "^[", "[^1]", "[@a", "<", "&", "\\"]
)
def test_marks_of_markup_by_the_ten_thousand(letter):
    """What opens and never closes is read to its end; it is text, or an error names the field."""
    brief = briefgen.from_dict({"title": "x", "background": letter * 10_000})
    if all(d.severity is not d.severity.ERROR for d in briefgen.check(brief)):
        assert set(built(brief)) == set(FORMATS)


# --- tables -------------------------------------------------------------------------------------------------------


def test_a_row_taller_than_a_page():
    """It goes on on the next pages, head and all, and ends with its last word."""
    text = " ".join(f"w{number}" for number in range(6_000))
    files = built(briefgen.from_dict(with_table(["Name", "Text"], ["first", text], ["last", "end"])))
    assert all(comparable(text, to) in comparable(said, to) for to, said in text_of(files).items())
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        assert len(pdf.pages) > 3
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert not list(xml(files["docx"]).iter(f"{word}exact"))


def test_rows_of_different_lengths():
    """Cells that lack are empty; cells beyond the heads are shown, and a diagnostic names the row."""
    brief = briefgen.from_dict(with_table(["a", "b"], ["one"], ["two", 2, "beyond"], []))
    assert [(d.path, d.code) for d in briefgen.check(brief)] == [("exhibits[0].table.rows[1]", "ragged-table")]
    files = built(brief)
    assert "| 2 | beyond |" in files["md"].decode()
    assert all("beyond" in said for said in text_of(files).values())


def test_a_blank_head_keeps_its_place():
    """Above the names of rows there is often no head; the others stay above their columns."""
    brief = briefgen.from_dict(with_table(["", "Ships", None, "Crew"], ["May", 3, 4, 5]))
    assert brief.exhibits[0].table.columns == ("", "Ships", "", "Crew")
    assert loads(briefgen.dump(brief)).brief == brief
    assert "| | Ships | | Crew |" in built(brief)["md"].decode()


@pytest.mark.parametrize(
    "table", [{"columns": []}, {"columns": [], "rows": []}, {"columns": ["", ""]}, {"columns": [], "rows": [[]]}]
)
def test_a_table_of_nothing(table):
    """It is an error that names the exhibit; heads without rows are a table to be filled."""
    assert refused({"title": "x", "exhibits": [{"caption": "c", "table": table}]}) == [
        ("exhibits[0].table", "empty-table")
    ]
    assert briefgen.check(briefgen.from_dict(with_table(["a"]))) == ()


def test_a_table_of_three_hundred_columns():
    """No page holds it: an error that names the exhibit."""
    assert refused(with_table(["c"] * 300, ["v"] * 300)) == [("exhibits[0].table", "table-columns")]


def test_a_table_that_no_page_has_room_for():
    """What is too narrow to be read is told, in the PDF that draws it."""
    made = rendered(briefgen.from_dict(with_table(["c"] * 60, ["v"] * 60)))["pdf"]
    assert [(d.path, d.code) for d in made.diagnostics] == [("exhibits[0].table", "crowded-table")]


def test_a_table_of_three_hundred_columns_in_prose():
    """Written in Markdown it is the same."""
    row = "| " + " | ".join("c" * 300) + " |\n"
    with pytest.raises(BriefgenError, match="columns"):
        produce(
            briefgen.from_dict({"title": "x", "background": row + "|---" * 300 + "|\n" + row}),
            FORMATS,
            Choices(),
        )


# --- properties ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"), [("t" * 300, True), ("t" * 250 + "😀😀😀", True), ("a\x01b\x0b\x1fc", False)]
)
def test_titles_that_properties_cannot_hold(text, told):
    """Word's properties take 255 characters: the page has the whole title, and a diagnostic tells the cut."""
    brief = briefgen.from_dict({"title": text, "keywords": [text], "authors": [{"name": text}]})
    made = rendered(brief)["docx"]
    title = xml(made.data, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
    assert " ".join(brief.title.split()).startswith(title)
    assert len(title.encode("utf-16-le")) // 2 <= 255
    assert [d.code for d in made.diagnostics] == (["title-cut"] if told else [])
    assert comparable(brief.title, "docx") in comparable(text_of({"docx": made.data})["docx"], "docx")
