"""Files broken on purpose: what the validators of this suite have to find, or its other tests show nothing."""

import io

import pikepdf
import pytest
from backends.pdf.readback import elements, findings, heard, opened, page_texts, squeezed
from documents import everything

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.themes import load_theme

GOOD = PdfBackend().prepare(load_theme(), RenderOptions()).render(everything()).data
Name, Array, Dictionary = pikepdf.Name, pikepdf.Array, pikepdf.Dictionary


def saved(pdf):
    """Give the bytes of a file that was changed."""
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def without(key):
    """Take an entry away from all elements of a kind."""

    def breaker(tag):
        def change(pdf):
            for element in elements(pdf, tag):
                if key in element:
                    del element[key]

        return change

    return breaker


def no_scope(pdf):
    for element in elements(pdf, "TH"):
        del element.A["/Scope"]


def no_language(pdf):
    del pdf.Root.Lang


def no_title(pdf):
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def title_not_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


def no_structure(pdf):
    del pdf.Root.StructTreeRoot


def no_parents(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


def no_said_link(pdf):
    del next(a for page in pdf.pages for a in page.get("/Annots", []))["/Contents"]


def loose_link(pdf):
    del next(a for page in pdf.pages for a in page.get("/Annots", []))["/StructParent"]


def no_tab_order(pdf):
    for page in pdf.pages:
        if "/Tabs" in page:
            del page["/Tabs"]


def unmarked_text(pdf):
    page = pdf.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    page.contents_add(f"BT {font} 9 Tf 9 9 Td <0003> Tj ET".encode())


def text_in_a_row(pdf):
    elements(pdf, "TR")[0].K[0].S = Name.P


def skipped_heading(pdf):
    for element in elements(pdf, "H2"):
        element.S = Name.H4


def unknown_kind(pdf):
    elements(pdf, "BlockQuote")[0].S = Name.Saying


def note_without_id(pdf):
    del elements(pdf, "Note")[0]["/ID"]


def no_unicode(pdf):
    del next(iter(pdf.pages[0].Resources.Font.values()))["/ToUnicode"]


def no_font_file(pdf):
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def no_colours_meant(pdf):
    del pdf.Root["/OutputIntents"]


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="1")


BROKEN = {
    "a figure without words": without("/Alt")("Figure"),
    "a head without scope": no_scope,
    "no language": no_language,
    "no title": no_title,
    "a title that is not shown": title_not_shown,
    "marks that do not count": not_marked,
    "no structure": no_structure,
    "no way from marks to elements": no_parents,
    "a link without words": no_said_link,
    "a link without an element": loose_link,
    "tabs in any order": no_tab_order,
    "text without a mark": unmarked_text,
    "a paragraph as a cell": text_in_a_row,
    "a level of headings left out": skipped_heading,
    "an unknown kind of element": unknown_kind,
    "a note without an id": note_without_id,
    "glyphs that say nothing": no_unicode,
    "a font that is not embedded": no_font_file,
    "no colours meant": no_colours_meant,
    "a script": script,
}


def test_the_file_is_good_before_it_is_broken():
    """Saving the file again breaks nothing by itself."""
    assert findings(saved(opened(GOOD))) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_found(name):
    """Each way of breaking a file is found by one of the two standards."""
    pdf = opened(GOOD)
    BROKEN[name](pdf)
    assert findings(saved(pdf)) != []


def test_an_order_that_was_changed_is_found_by_the_reader_of_the_structure():
    """Paragraphs that changed places pass both standards; the comparison of texts finds it."""
    pdf = opened(GOOD)
    section = next(e for e in elements(pdf, "Sect") if len(e.K) > 3)
    section.K = pikepdf.Array([section.K[0], *reversed(list(section.K)[1:])])
    data = saved(pdf)
    assert findings(data) == []
    assert sorted(squeezed(heard(data))) == sorted(squeezed(heard(GOOD)))
    assert squeezed(heard(data)) != squeezed(heard(GOOD))


def test_text_that_no_element_holds_is_found_by_the_reader_of_the_structure():
    """Text that became decoration passes both standards; the comparison of texts finds it."""
    pdf = opened(GOOD)
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    start = content.index(b"/Title<</MCID")
    end = content.index(b"BDC", start) + 3
    page.Contents = pdf.make_stream(content[:start] + b"/Artifact BMC" + content[end:])
    data = saved(pdf)
    assert findings(data) == []
    assert "Every node" in "".join(page_texts(data))
    assert "Every node & <nothing> else" not in heard(data)
