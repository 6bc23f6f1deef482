"""What a person gets who opens the PDF."""

import re

import page as page_validation
import pytest
from attrs import evolve
from backends.pdf.readback import elements, findings, heard, opened, page_texts, squeezed
from documents import bare_document, everything, hostile, p

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.document.numbering import number
from briefgen.document.walk import walk
from briefgen.testing import read_aloud, samples
from briefgen.themes import load_theme


@pytest.fixture(scope="module")
def pdf():
    """A renderer in the institute's theme."""
    return PdfBackend().prepare(load_theme(), RenderOptions())


DOCUMENTS = {
    **{f"a {name}": (lambda document=document: document) for name, document in samples().items()},
    "everything": everything,
    "endnotes": lambda: everything("endnotes"),
    "hostile": hostile,
    "title only": bare_document,
    "nothing": lambda: n.Document(meta=n.Meta(title="")),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_conforms_to_pdf_ua_and_pdf_a(pdf, name):
    """The file is accessible and archival, and a parser finds nothing to repair."""
    data = pdf.render(DOCUMENTS[name]()).data
    assert findings(data) == []
    assert opened(data).Root.MarkInfo.Marked


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_listener_hears_the_documents_text_and_nothing_else(pdf, name):
    """The structure tree's text is the document's text: nothing is lost, added, or out of place."""
    document = DOCUMENTS[name]()
    rendered = pdf.render(document)
    assert squeezed(heard(rendered.data)) == squeezed(read_aloud(document, rendered.pages))


@pytest.mark.parametrize("name", ["everything", "hostile"])
def test_the_text_read_back_from_the_pages_is_whole(pdf, name):
    """Copying the pages' text gives the document's text, and the labels of charts."""
    document = DOCUMENTS[name]()
    said = squeezed("".join(page_texts(pdf.render(document).data)))
    for node in walk(document):
        match node:
            case n.Text() | n.Code() | n.Abbreviation() | n.CodeBlock() | n.Badge():
                assert squeezed(node.text) in said
            case n.Band() | n.Range():
                assert squeezed(node.label) in said


def test_headings_make_the_outline(pdf):
    """A reader can go to each section from the outline, nested as the sections are."""
    with opened(pdf.render(everything()).data).open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [child.title for child in outline.root[1].children]
    assert titles == ["Inlines", "Blocks", "Tables", "Figures", "Sources"]
    assert below == ["A deeper heading"]


def test_links_lead_out_and_within(pdf):
    """Links keep their addresses to the letter; references and the contents lead to their places."""
    file = opened(pdf.render(everything()).data)
    links = [a for page in file.pages for a in page.get("/Annots", [])]
    addresses = {str(a.A.URI) for a in links if "/A" in a}
    assert addresses == {"https://example.org/?a=1&b=%282%29", "https://example.org/n"}
    assert all(str(a.Contents) for a in links)
    assert sum("/Dest" in a for a in links) >= 8


def test_the_contents_say_where_each_section_begins(pdf):
    """The number at the end of an entry is that of the page on which its heading stands."""
    sections = tuple(
        n.Section((n.Text(f"Section number {i}x"),), (p("Some words. " * 90 * (i + 1)),)) for i in range(9)
    )
    out = pdf.render(number(bare_document(n.Contents(), *sections))[0])
    texts = page_texts(out.data)
    told = dict(re.findall(r"Section number (\d)x *[. ]+ *(\d+)", texts[0]))
    assert len(told) == 9
    for i, page in told.items():
        assert f"Section number {i}x" in texts[int(page) - 1]
    assert len(set(told.values())) > 4


def test_a_link_that_leads_somewhere_unsafe_is_text(pdf):
    """A javascript link keeps its words, loses its address, and says so."""
    link = n.Link("javascript:alert(1)", (n.Text("press here"),), pos=n.Pos("brief.md.j2", 7))
    out = pdf.render(bare_document(n.Paragraph((link,))))
    assert "press here" in "".join(page_texts(out.data))
    file = opened(out.data)
    assert "/Annots" not in file.pages[0]
    assert str(out.diagnostics[0]).startswith("brief.md.j2:7: warning: the link to 'javascript:alert(1)'")


def test_every_page_has_its_header_and_footer(pdf):
    """Each page names the brief, its marking and its number; the first names the kind of brief."""
    out = pdf.render(everything())
    texts = page_texts(out.data)
    assert len(texts) == out.page_count
    for count, text in enumerate(texts, 1):
        assert f"Page {count} / {len(texts)}" in text
        assert text.count("TLP:AMBER") == 2
        assert ("Policy brief" if count == 1 else "Every node") in text


def test_the_file_says_what_it_is(pdf):
    """Title, authors, keywords, language and date are those of the document, in both kinds of metadata."""
    file = opened(pdf.render(everything()).data)
    assert str(file.docinfo.Title) == "Every node & <nothing> else"
    assert str(file.docinfo.CreationDate) == "D:20260302000000Z"
    assert str(file.Root.Lang) == "en-GB"
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == "Every node & <nothing> else"
        assert metadata["dc:creator"] == ["A. Author, B. Böll & Co"]


def test_anchors_know_their_pages(pdf):
    """Who renders learns on which page each anchor stands."""
    out = pdf.render(everything())
    assert out.pages["inlines"] == 1
    assert {"the-table", "scenario-reopens", "inside", "source-port"} <= set(out.pages)


def test_a_tables_head_is_on_every_page_and_heard_once(pdf):
    """A long table repeats its head for the eye only."""
    rows = tuple(n.Row((n.Cell((p(f"row {i}"),)), n.Cell((p("value"),)))) for i in range(120))
    head = (n.Row((n.Cell((p("Name of it"),)), n.Cell((p("Value"),)))),)
    table = n.Table((n.Column(), n.Column()), (n.TableBody(rows),), head=head, caption=(n.Text("Long"),))
    data = pdf.render(bare_document(table)).data
    texts = page_texts(data)
    assert len(texts) > 2
    assert all("Name of it" in text for text in texts)
    assert "Table 1, continued" in texts[1]
    assert heard(data).count("Name of it") == 1
    assert findings(data) == []


def test_a_cell_taller_than_a_page_goes_on_over_the_page(pdf):
    """No text is lost in a cell that no page can hold."""
    text = " ".join(f"word{i}" for i in range(3000))
    row = n.Row((n.Cell((p(text),)), n.Cell((p("short"),))))
    out = pdf.render(bare_document(n.Table((n.Column(), n.Column()), (n.TableBody((row, row)),))))
    said = heard(out.data).split()
    assert [word for word in said if word.startswith("word")] == text.split() * 2
    assert findings(out.data) == []


def test_notes_stand_at_the_foot_of_their_page(pdf):
    """A note is on the page of its number and read right after it."""
    note = n.Note((p("What the note says."),))
    filler = tuple(p("Some text that takes its room. " * 12) for _ in range(14))
    document = bare_document(*filler, n.Paragraph((n.Text("A claim."), note, n.Text(" More."))), *filler)
    data = pdf.render(document).data
    texts = page_texts(data)
    at = next(i for i, text in enumerate(texts) if "A claim." in text)
    assert "What the note says." in texts[at]
    assert "Aclaim.11WhatthenotesaysMore" not in squeezed(heard(data))
    assert squeezed("A claim. 1 1 What the note says. More.") in squeezed(heard(data))


def test_a_character_that_no_face_has_is_seen_and_told(pdf):
    """An emoji is a box to the eye, itself when read back, and a warning with its place."""
    text = n.Text("a 🚢 ship", pos=n.Pos("brief.md.j2", 3), origin=n.Origin("x", "bottom_line"))
    out = pdf.render(bare_document(n.Paragraph((text,))))
    assert [d.code for d in out.diagnostics] == ["missing-glyph"]
    assert "brief.md.j2:3 bottom_line" in str(out.diagnostics[0])
    assert "U+1F6A2 (ship)" in str(out.diagnostics[0])
    assert "a 🚢 ship" in heard(out.data)
    assert "a 🚢 ship" in page_texts(out.data)[0]
    assert findings(out.data) == []


def test_a_broken_picture_leaves_a_frame_and_a_warning(pdf):
    """Bytes that are no picture, or a picture that is not there, stop nothing."""
    broken = n.Resource("0" * 64, "image/png", b"\x89PNG no more")
    figures = (n.Figure(n.Image("0" * 64), "Broken"), n.Figure(n.Image("1" * 64), "Missing"))
    document = n.Document(meta=n.Meta(title="T"), blocks=(p("T", "title"), *figures), resources=(broken,))
    out = pdf.render(document)
    assert [d.code for d in out.diagnostics] == ["broken-picture", "missing-picture"]
    assert findings(out.data) == []


def test_wide_spaces_keep_their_widths_and_let_lines_end(pdf):
    """An en space is as wide as meant, so that what is underlined after it is underlined where it stands."""
    link = n.Link("https://example.org", (n.Text("linked"),))
    file = opened(pdf.render(bare_document(n.Paragraph((n.Text("a\u2002b\u2003"), link)))).data)
    content = file.pages[0].Contents.read_bytes().decode("latin-1")
    left = float(file.pages[0].Annots[0].Rect[0])
    stroke = next(line.split() for line in content.splitlines() if line.endswith("l S") and "RG" in line)
    assert float(stroke[6]) == pytest.approx(left, abs=0.02)
    narrow = n.Paragraph((n.Text("\u2002".join(f"w{i}" for i in range(200))),))
    assert len(heard(pdf.render(bare_document(narrow)).data).split()) > 200


def test_figures_say_what_they_show(pdf):
    """Each picture and chart has its words and its place on the page; decoration has neither."""
    file = opened(pdf.render(everything()).data)
    figures = elements(file, "Figure")
    assert {str(f.Alt) for f in figures} >= {"A red and a blue square", "two squares"}
    assert all(len(f.A.BBox) == 4 for f in figures)


def test_files_ride_along(pdf):
    """What is attached can be taken out again byte for byte, and the file is PDF/A-3a for it."""
    held = {"figures.csv": b"a,b\n1,2\n", "Übersicht (1).json": b"{}" * 5000}
    kinds = dict(zip(held, ("text/csv", "application/json")))
    attachments = tuple(n.Attachment(name, kinds[name], data, f"About {name}") for name, data in held.items())
    data = pdf.render(evolve(bare_document(p("Text.")), attachments=attachments)).data
    file = opened(data)
    assert {name: item.get_file().read_bytes() for name, item in file.attachments.items()} == held
    assert {item.get_file().mime_type for item in file.attachments.values()} == set(kinds.values())
    assert len(file.Root.AF) == len(held)
    assert findings(data, archival=page_validation.ValidationProfile.PDF_A_3A) == []
    assert findings(data) != []
