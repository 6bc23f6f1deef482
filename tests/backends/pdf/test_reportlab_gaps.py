"""Why some of ReportLab's objects are finished by hand: each test shows what would be missing."""

import io

import reportlab
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefgen.backends.pdf.reportlab_gaps import WRITTEN_FOR, plain_canvas


def _saved(canvas):
    canvas.line(0, 0, 1, 1)
    canvas.showPage()
    return canvas._doc.GetPDFData(canvas)


def test_the_gaps_were_found_in_the_version_that_is_installed():
    """Another ReportLab may have closed some gaps, or opened others: look at each test here, then raise the version."""
    assert reportlab.Version.startswith(WRITTEN_FOR)


def test_a_canvas_of_reportlabs_own_begins_each_page_with_helvetica():
    """Its pages name a font that is not embedded; ours name none."""
    assert b"Helvetica" in _saved(Canvas(io.BytesIO(), pageCompression=0, invariant=1))
    assert b"Helvetica" not in _saved(plain_canvas(100, 100, "en"))


def test_reportlab_writes_only_the_entries_it_knows():
    """Pages would lose their structure keys, the catalog its output intents."""
    assert not {"StructParents", "Tabs"} <= set(pdfdoc.PDFPage.__NoDefault__)
    assert "OutputIntents" not in pdfdoc.PDFCatalog.__NoDefault__


def test_reportlabs_streams_end_without_a_line_end():
    """PDF/A-2 (6.1.7.1) wants one before `endstream`, so every stream of ours is written by `fontfile.stream`."""
    document = pdfdoc.PDFDocument(invariant=1)
    assert b"contentendstream" in pdfdoc.PDFStream(content=b"content", filters=[]).format(document)
