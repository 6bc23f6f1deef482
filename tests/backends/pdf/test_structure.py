"""The structure tree: which elements a screen reader finds, and what each of them has to say."""

from itertools import pairwise

import pikepdf
import pytest
from attrs import evolve
from backends.pdf.readback import elements, heard, opened, runs, squeezed
from documents import bare_document, cell, everything, li, p

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.document.numbering import number
from briefgen.themes import load_theme

RENDERER = PdfBackend().prepare(load_theme(), RenderOptions())


@pytest.fixture(scope="module")
def file():
    """The document with every node, in German but for a word, opened."""
    document = everything()
    return opened(RENDERER.render(evolve(document, meta=evolve(document.meta, language="de-AT"))).data)


def tags(element):
    """Give the kinds of elements right below an element."""
    return [str(kid.S)[1:] for kid in _kids(element)]


def _kids(element):
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"]


def test_headings_skip_no_level(file):
    """Each section begins with its heading, and none is more than a level below the one before."""
    levels = [int(tag[1:]) for tag in _tags_in_order(file) if tag[0] == "H"]
    assert levels[0] == 1
    assert max(below - above for above, below in pairwise(levels)) == 1


def _tags_in_order(file):
    stack = elements(file, "Document")
    while stack:
        element = stack.pop()
        yield str(element.S)[1:]
        stack.extend(reversed(_kids(element)))


def test_lists_hold_items_with_label_and_body(file):
    """Every list says how it is numbered, every item has its label and its body."""
    numbering = {str(e.A.ListNumbering) for e in elements(file, "L")}
    assert {"/Disc", "/Decimal", "/LowerAlpha", "/None"} <= numbering
    assert {tuple(tags(item)) for item in elements(file, "LI")} == {("Lbl", "LBody")}


def test_tables_hold_head_body_and_foot(file):
    """A table is made of its caption and groups of rows; rows hold nothing but cells."""
    assert tags(elements(file, "Table")[0]) == ["Caption", "THead", "TBody", "TBody", "TFoot"]
    assert {kind for row in elements(file, "TR") for kind in tags(row)} == {"TH", "TD"}


def test_figures_have_words_and_a_place(file):
    """Each figure says what it shows, and where on the page."""
    figures = elements(file, "Figure")
    assert len(figures) == 3
    assert all(str(figure.Alt) for figure in figures)
    assert sum("/A" in figure and len(figure.A.BBox) == 4 for figure in figures) == 3


def test_every_note_has_a_name_of_its_own(file):
    """Notes have ids, all different, and the file knows where each leads."""
    notes = elements(file, "Note")
    names = [str(note.ID) for note in notes]
    assert notes
    assert len(set(names)) == len(names)
    assert [str(each) for each in file.Root.StructTreeRoot.IDTree.Names[::2]] == sorted(names)


def test_the_same_note_twice_has_two_names():
    """A note that two places share is a note at each of them."""
    note = n.Note((p("Said once."),))
    document = number(bare_document(n.Paragraph((n.Text("a"), note, n.Text(" b"), note))))[0]
    opened_file = opened(RENDERER.render(document).data)
    assert len({str(e.ID) for e in elements(opened_file, "Note")}) == 2


def test_links_are_elements_with_their_annotation(file):
    """Every link element holds its words and the place on the page where it can be pressed."""
    links = elements(file, "Link")
    assert links
    for link in links:
        kids = [kid for kid in link.K if isinstance(kid, pikepdf.Dictionary)]
        assert any(kid.get("/Type") == "/OBJR" for kid in kids)
        assert any(kid.get("/Type") != "/OBJR" for kid in kids) or len(kids) < len(link.K)


def test_the_contents_are_a_list_of_references(file):
    """Each entry of the contents is a reference that holds a link."""
    (contents,) = elements(file, "TOC")
    assert tags(contents) == ["Caption"] + ["TOCI"] * (len(tags(contents)) - 1)
    assert all(tags(entry) == ["Reference"] for entry in elements(file, "TOCI"))
    assert all(tags(entry) == ["Link"] for item in elements(file, "TOCI") for entry in _kids(item))


def test_languages_are_named_for_the_whole_and_for_parts(file):
    """The catalog names the document's language, a span that of its words."""
    assert str(file.Root.Lang) == "de-AT"
    assert "fr" in {str(e.Lang) for e in elements(file, "Span") if "/Lang" in e}


def test_quotations_and_code_are_named_as_such(file):
    """What somebody said and what a program reads are told apart from prose."""
    assert len(elements(file, "BlockQuote")) == 1
    assert len(elements(file, "Code")) == 2


def test_headers_and_footers_are_told_from_other_decoration(file):
    """What runs from page to page is marked as a header or a footer, with its marking and its words."""
    for page in file.pages:
        said = {}
        for kind, text in _running(page):
            said[kind] = said.get(kind, "") + text
        assert set(said) == {"/Header", "/Footer"}
        assert all("TLP:AMBER" in text for text in said.values())
        assert "Page" in said["/Footer"]


def _running(page):
    kinds, at = [], iter(runs(page))
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                running = str(operator) == "BDC" and str(operands[0]) == "/Artifact"
                kinds.append(str(operands[1].Subtype) if running else "")
            case "EMC":
                kinds.pop()
            case "TJ":
                text = next(at)[0]
                if kinds[-1]:
                    yield kinds[-1], text


def test_readers_show_the_title_and_the_printed_page_numbers(file):
    """The window's title is the document's, and page 3 is called 3."""
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert [(int(start), str(label.S)) for start, label in _pairs(file.Root.PageLabels.Nums)] == [(0, "/D")]


def _pairs(names):
    return list(zip(names[::2], names[1::2], strict=True))


def test_a_list_in_a_cell_is_heard_where_it_stands():
    """What stands before and after a list in a cell is heard before and after it."""
    blocks = (p("before"), n.BulletList((li("inside"),)), p("after"))
    table = n.Table((n.Column(),), (n.TableBody((n.Row((n.Cell(blocks),)), n.Row((cell("last"),)))),))
    said = squeezed(heard(RENDERER.render(bare_document(table)).data))
    assert "before–insideafterlast" in said
