"""Lists, callouts, contents, pictures, pages and properties of a Word file."""

import re
import struct
from pathlib import Path

import pytest
from documents import PICTURE, PNG, bare_document, everything, li, p

from briefgen.backends.docx.images import read_picture
from briefgen.backends.docx.styles.sheet import all_styles
from briefgen.document import number
from briefgen.document.nodes import (
    Attrs,
    BulletList,
    Callout,
    Contents,
    Document,
    Figure,
    Image,
    ListItem,
    Marking,
    Meta,
    OrderedList,
    Resource,
    Section,
    Settings,
    Text,
)
from briefgen.errors import RenderError
from briefgen.themes import load_theme

from .lint import lint
from .reading import W, paragraphs, render, style, text, xml


def numbers(root):
    """Give (list, level) of every paragraph that is in a list."""
    found = [e.find(f"{W}pPr/{W}numPr") for e in root.iter(f"{W}p")]
    return [
        (e.find(f"{W}numId").get(f"{W}val"), int(e.find(f"{W}ilvl").get(f"{W}val"))) for e in found if e is not None
    ]


def test_every_list_counts_on_its_own():
    """Two lists never share their numbers; a nested one goes a level deeper."""
    inner = OrderedList((li("deep"),))
    data = render(bare_document(OrderedList((li("one", inner), li("two"))), OrderedList((li("again"),), start=7))).data
    (one, deep, two, again) = numbers(xml(data))
    assert one == two
    assert (one[1], deep[1], again[1]) == (0, 1, 0)
    assert len({one[0], deep[0], again[0]}) == 3
    starts = {
        n.get(f"{W}numId"): n.find(f".//{W}startOverride").get(f"{W}val")
        for n in xml(data, "word/numbering.xml").findall(f"{W}num")
        if n.find(f".//{W}startOverride") is not None
    }
    assert (starts[one[0]], starts[again[0]]) == ("1", "7")


def test_what_goes_on_in_an_item_has_no_number():
    """The second paragraph of an item is indented as far as its text."""
    root = xml(render(bare_document(BulletList((li("first", p("second")),)))).data)
    first, second = list(root.iter(f"{W}p"))[1:3]
    assert (style(first), style(second)) == ("ListBullet", "ListContinue")
    assert second.find(f"{W}pPr/{W}ind").get(f"{W}left") == "220"
    assert len(numbers(root)) == 1


def test_a_list_may_be_deep_and_an_item_may_begin_with_a_list():
    """Word has nine levels; what is deeper stays on the ninth, and no item is lost."""
    items = li("bottom")
    for _ in range(12):
        items = ListItem((BulletList((items,)),))
    data = render(bare_document(BulletList((items,)))).data
    assert lint(data) == []
    assert max(level for _, level in numbers(xml(data))) == 8


def test_key_judgments_have_their_styles():
    """The statement is numbered, what it rests on is not."""
    item = ListItem((p("It opens.", "judgment"), p("Likely.", "detail")))
    root = xml(render(bare_document(OrderedList((item,), attrs=Attrs(classes=("judgments",))))).data)
    assert paragraphs(root)[1:3] == [("KeyJudgment", "It opens."), ("JudgmentDetail", "Likely.")]
    assert len(numbers(root)) == 1


def test_two_notes_of_a_kind_are_two_boxes():
    """Word joins the borders of equal paragraphs; a small one parts them."""
    gap = Callout("gap", (p("Who pays."),), title=(Text("Not known"),))
    styles = [name for name, _ in paragraphs(xml(render(bare_document(gap, gap)).data))]
    assert styles[1:6] == ["GapNoteTitle", "GapNote", "CellEnd", "GapNoteTitle", "GapNote"]


def test_the_contents_are_a_field_with_its_entries():
    """Each entry leads to its heading; no page is named, so that none is wrong."""
    root = xml(render(everything()).data)
    entries = [said for name, said in paragraphs(root) if name.startswith("TOC") and name != "TOCHeading"]
    assert [entry.split("\\u ")[-1].strip() for entry in entries][:2] == ["Inlines", "Blocks"]
    assert next(e.text for e in root.iter(f"{W}instrText")).strip() == r'TOC \o "1-2" \h \z \u'


def test_contents_without_sections_are_left_out():
    """A short document has no empty contents."""
    assert "TOCHeading" not in [name for name, _ in paragraphs(xml(render(bare_document(Contents())).data))]


def test_numbered_sections_are_numbered_by_word():
    """The number is a list's, so that Word counts on when somebody adds a section."""
    inner = Section((Text("Inner"),), (p("x"),))
    document = Document(
        meta=Meta(title="t"),
        blocks=(Section((Text("Outer"),), (inner,)),),
        settings=Settings(number_sections=True),
    )
    data = render(number(document)[0]).data
    assert numbers(xml(data)) == [("1", 0), ("1", 1)]
    assert lint(data) == []


def test_a_picture_has_its_words_and_no_more_than_its_place():
    """It is shrunk to the page; who can't see it hears what it shows."""
    figure = Figure(Image(PICTURE.id, width=9000), "Two squares", caption=(Text("Squares"),))
    document, _ = number(Document(meta=Meta(title="t"), blocks=(figure,), resources=(PICTURE,)))
    root = xml(render(document).data)
    (extent,) = root.iter("{*}extent")
    assert int(extent.get("cx")) <= 166 * 36000 + 1
    assert int(extent.get("cx")) == pytest.approx(2 * int(extent.get("cy")), abs=2)
    assert next(root.iter("{*}docPr")).get("descr") == "Two squares"


def test_mere_decoration_says_so():
    """A picture without words is marked, so that no reader stops at it."""
    document = Document(meta=Meta(title="t"), blocks=(Figure(Image(PICTURE.id), ""),), resources=(PICTURE,))
    assert next(xml(render(document).data).iter("{*}decorative")).get("val") == "1"


def jpeg(width, height):
    """Make the head and the end of a JPEG of a size."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\1\0\x48\0\x48\0\0\xff\xc0" + struct.pack(">H", 11) + frame + b"\xff\xd9"


def test_the_size_of_a_picture_is_read_from_its_head():
    """Pixels an inch as it says, else 96."""
    assert read_picture(jpeg(144, 72)).width == 144
    assert read_picture(PNG).width == 30


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", PNG[:30], PNG[:-4], PNG[:45] + b"\0" + PNG[46:], jpeg(4, 4)[:-2], jpeg(0, 4), b"\xff\xd8\xff"],
)
def test_a_broken_picture_is_an_error(data):
    """It is found before a file is written, and told in one message."""
    document = Document(
        meta=Meta(title="t"), blocks=(Figure(Image("x"), "Words"),), resources=(Resource("x", "image/png", data),)
    )
    with pytest.raises(RenderError, match="a picture can't be shown: the picture"):
        render(document)


def test_a_picture_that_is_not_there_is_an_error():
    """A document that names bytes it does not hold can't be written."""
    with pytest.raises(RenderError, match="is not among the document's resources"):
        render(Document(meta=Meta(title="t"), blocks=(Figure(Image("nowhere"), "Words"),)))


@pytest.mark.parametrize(
    ("label", "name"), [("TLP:RED", "TLPRed"), ("TLP:AMBER+STRICT", "TLPAmber"), ("TLP:CLEAR", "TLPClear")]
)
def test_the_marking_stands_on_every_page(label, name):
    """In the header and footer of the first page and of the others, in its colour, never changed."""
    data = render(bare_document(marking=Marking(label, "tlp"))).data
    for part in ("header1", "header2", "footer1", "footer2"):
        run = xml(data, f"word/{part}.xml").findall(f".//{W}r")[-1]
        assert text(run).strip("\u2007") == label
        assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == name


def test_header_and_footer_say_what_they_should():
    """The kind of document first, its short title later; status and date, and page x of y."""
    data = render(everything()).data
    assert text(xml(data, "word/header1.xml")).startswith("Policy brief\t")
    assert text(xml(data, "word/header2.xml")).startswith("Every node\t")
    assert "Draft · 2 March 2026\tPage " in text(xml(data, "word/footer1.xml"))
    fields = [e.text.strip() for e in xml(data, "word/footer2.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("date", "said"), [("2026-03-02", 2), ("2026-03", 0), ("2026", 0), ("", 0)])
def test_the_clock_is_never_asked(date, said):
    """A file's dates are the document's own, and only where the day is known."""
    core = xml(render(bare_document(date=date)).data, "docProps/core.xml")
    assert len(core.findall("{http://purl.org/dc/terms/}*")) == said


def test_a_title_too_long_for_the_properties_is_cut_there_and_told():
    """Word takes 255 characters; the page shows all of them."""
    rendered = render(bare_document(title="word " * 80))
    assert [d.code for d in rendered.diagnostics] == ["title-cut"]
    assert len(xml(rendered.data, "docProps/core.xml").find("{*}title").text) <= 255


def test_the_styles_have_the_names_that_are_published():
    """People map by these names: one that goes away breaks their work, one that is not told helps nobody."""
    page = (Path(__file__).parents[3] / "docs" / "reference" / "word.md").read_text(encoding="utf-8")
    silent = ("Default Paragraph Font", "Normal Table", "No List", "annotation")
    names = [s.name for s in all_styles(load_theme()) if not s.name.startswith(silent)]
    counted = re.compile(r"(heading|toc) [1-9]|.* Title$")
    assert [name for name in names if not counted.fullmatch(name) and name.lower() not in page.lower()] == []
