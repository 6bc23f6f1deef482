"""Pages of a Word file: those that lie on their side, and the pages that its contents name."""

from attrs import evolve
from backends.docx.lint import lint
from backends.docx.reading import W, paragraphs, parts, render, text, xml
from documents import bare_document, cell, p

import briefgen
from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend
from briefgen.document.nodes import (
    Attrs,
    Callout,
    Column,
    Columns,
    Contents,
    Div,
    Marking,
    Row,
    Section,
    Table,
    TableBody,
    Text,
)
from briefgen.themes import load_theme

TABLE = Table((Column(),) * 2, (TableBody((Row((cell("a"), cell("b"))),)),), attrs=Attrs(classes=("wide",)))
LANDSCAPE = Div((p("wide"), TABLE), attrs=Attrs(classes=("landscape",)))


def same_faces():
    """A theme whose fonts are called alike in Word and PDF."""
    theme = load_theme()
    fonts = {key: evolve(font, word=font.family) for key, font in theme.fonts.items()}
    return evolve(theme, fonts=fonts, digest="same faces")


def test_a_landscape_div_has_pages_of_its_own():
    """Three sections; the middle one lies on its side, keeps the marking, and its table fills the longer line."""
    document = bare_document(p("before"), LANDSCAPE, p("after"), marking=Marking("TLP:RED", "tlp"))
    data = render(document).data
    sections = list(xml(data).iter(f"{W}sectPr"))
    sizes = [s.find(f"{W}pgSz") for s in sections]
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape", None]
    assert sizes[0].get(f"{W}w") == sizes[1].get(f"{W}h")
    assert [s.find(f"{W}titlePg") is not None for s in sections] == [True, False, False]
    assert "TLP:RED" in text(xml(data, "word/header3.xml"))
    margins = sections[1].find(f"{W}pgMar")
    room = int(sizes[1].get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert abs(sum(int(c.get(f"{W}w")) for c in xml(data).iter(f"{W}gridCol")) - room) < 5
    assert lint(data) == []


def test_a_file_without_such_pages_has_no_parts_for_them():
    """And a landscape div within a cell is what it holds, as sections can't stand there."""
    inside = Columns((Div((LANDSCAPE,)), Div((p("x"),))))
    data = render(bare_document(inside)).data
    assert "word/header3.xml" not in parts(data)
    assert len(list(xml(data).iter(f"{W}sectPr"))) == 1
    assert lint(data) == []


def with_contents(*blocks):
    """A document of two sections with their contents, as numbered."""
    sections = (Section((Text("One"),), blocks, attrs=Attrs(id="one")), Section((Text("Two"),), attrs=Attrs(id="two")))
    return bare_document(Contents(), *sections)


def instructions(theme, document, *named):
    """Give what the fields ask for, and the entries of the contents, where the PDF knows the pages of these anchors."""
    pages = tuple((name, 7) for name in named)
    data = DocxBackend().prepare(theme, RenderOptions(pages=pages)).render(document).data
    assert lint(data) == []
    said = [said for style, said in paragraphs(xml(data)) if style.startswith("TOC") and style != "TOCHeading"]
    return [e.text.strip() for e in xml(data).iter(f"{W}instrText")], said


def test_the_contents_take_over_the_pages_of_the_pdf():
    """With the same faces on the same paper; each number is a field that leads to its heading."""
    asked, entries = instructions(same_faces(), with_contents(p("x")), "one", "two")
    assert asked[:3] == [r'TOC \o "1-2" \h \z \u', r"PAGEREF one \h", r"PAGEREF two \h"]
    assert entries == ["One\t7", "Two\t7"]


def test_no_page_is_named_that_word_might_not_agree_with():
    """Where an entry has none, or where notes stand beside the text in PDF, and in the text in Word."""
    _, entries = instructions(same_faces(), with_contents(p("x")), "one")
    assert entries == ["One", "Two"]
    gap = Callout("gap", (p("Who pays."),))
    assert instructions(same_faces(), with_contents(gap), "one", "two")[1] == ["One", "Two"]
    in_the_text = evolve(same_faces(), page=evolve(same_faces().page, side=0.0), digest="no side column")
    assert instructions(in_the_text, with_contents(gap), "one", "two")[1] == ["One\t7", "Two\t7"]


def test_with_other_faces_no_page_is_named(tmp_path):
    """Lines break elsewhere, and a wrong number is worse than none."""
    brief = briefgen.from_dict({"title": "Talks", "bottom_line": "Nothing has moved."})
    briefgen.write(brief, tmp_path / "a.docx", tmp_path / "a.pdf")
    briefgen.write(brief, tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_draft_says_so_across_every_page():
    """On the first page, the others and those that lie on their side; behind the text, and unheard."""
    data = render(bare_document(p("before"), LANDSCAPE, watermark="Draft")).data
    for number in (1, 2, 3):
        (shape,) = xml(data, f"word/header{number}.xml").iter("{urn:schemas-microsoft-com:vml}shape")
        assert shape.get("id").startswith("PowerPlusWaterMarkObject")  # the name by which Word takes it away
        assert shape.find("{*}textpath").get("string") == "DRAFT"
        assert (shape.get("alt"), "z-index:-" in shape.get("style")) == ("", True)
        assert text(xml(data, f"word/header{number}.xml")).strip() != "DRAFT"
    assert lint(data) == []
    final = render(bare_document(p("x"))).data
    assert not any(b"v:shape " in part for part in parts(final).values())


def test_the_watermark_follows_the_status():
    """A draft has one, a final brief has none."""
    brief = briefgen.from_dict({"title": "T", "bottom_line": "B", "status": "draft"})
    assert b'string="DRAFT"' in parts(render(briefgen.compose(brief)).data)["word/header1.xml"]
    final = briefgen.from_dict({"title": "T", "bottom_line": "B", "status": "final"})
    assert b"textpath" not in parts(render(briefgen.compose(final)).data)["word/header1.xml"]


def test_a_long_marking_has_a_line_of_its_own():
    """Beside the page's number there is room for a short one only; either is said whole."""
    for label, lines in (("SECRET", 1), ("OFFICIAL-SENSITIVE · COMMERCIAL · No copies · Return by hand", 2)):
        data = render(bare_document(p("x"), footer="Draft", marking=Marking(label))).data
        footer = [said for _, said in paragraphs(xml(data, "word/footer2.xml"))]
        assert len(footer) == lines
        assert footer[-1].endswith(label)


def test_a_cover_is_a_page_of_its_own():
    """The title stands lower there, by a style that a person can change; what follows begins the next page."""
    brief = briefgen.from_dict({"title": "Talks", "subtitle": "In Moscow", "bottom_line": "Nothing has moved."})
    with_cover = briefgen.compose(brief, options={"cover": True})
    data = render(with_cover).data
    styles = [style for style, _ in paragraphs(xml(data))]
    assert styles[:2] == ["CoverTitle", "Subtitle"]
    assert b'<w:br w:type="page"/>' in parts(data)["word/document.xml"].partition(b"BottomLine")[0]
    assert lint(data) == []
    assert next(style for style, _ in paragraphs(xml(render(briefgen.compose(brief)).data))) == "Title"
