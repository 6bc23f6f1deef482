"""ReportLab's platypus as its user guide teaches it: a story of flowables, with embedded fonts."""

import io
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table

from briefgen.themes import shipped

FACES = {"Body": "400Regular", "Body-Bold": "600SemiBold", "Body-Italic": "400Regular_Italic"}
BODY = ParagraphStyle("body", fontName="Body", fontSize=10.5, leading=14, spaceAfter=7)
HEADING = ParagraphStyle("heading", fontName="Body-Bold", fontSize=17, leading=21, spaceBefore=20, keepWithNext=1)
CELL = ParagraphStyle("cell", fontName="Body", fontSize=9, leading=12)
WIDTHS = [90, 210, 34]


def prepare():
    """Give a function that builds the story of what `source` made, and the file."""
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(shipped("themes", "fonts", f"SourceSerif4_{file}.ttf"))))
    pdfmetrics.registerFontFamily("Body", normal="Body", bold="Body-Bold", italic="Body-Italic")
    return _render


def source(chapters):
    """Give the content as it is: a story is built anew for each file."""
    return chapters


def _render(chapters):
    out = io.BytesIO()
    margins = {"leftMargin": 22 * mm, "rightMargin": 70 * mm, "topMargin": 28 * mm, "bottomMargin": 25 * mm}
    document = SimpleDocTemplate(out, pagesize=A4, **margins)
    document.build([flowable for chapter in chapters for flowable in _story(chapter)], onLaterPages=_footer)
    return out.getvalue()


def _footer(canvas, document):
    canvas.setFont("Body", 8)
    canvas.drawCentredString(A4[0] / 2, 16 * mm, f"Page {document.page}")


def _story(chapter):
    yield Paragraph(escape(chapter.title), HEADING)
    for runs in chapter.paragraphs:
        yield Paragraph("".join(_inline(run) for run in runs), BODY)
    yield ListFlowable([ListItem(Paragraph(escape(item), BODY)) for item in chapter.items], bulletType="bullet")
    yield Paragraph(escape(chapter.caption), BODY)
    rows = [[Paragraph(escape(cell), CELL) for cell in row] for row in [chapter.head, *chapter.rows]]
    yield Table(rows, colWidths=WIDTHS, repeatRows=1, style=[("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey")])


def _inline(run):
    text = escape(run.text)
    match run.kind:
        case "strong":
            return f"<b>{text}</b>"
        case "emphasis":
            return f"<i>{text}</i>"
        case "link":
            return f'<a href="https://example.org/source?page=1">{text}</a>'
        case "note":
            return f" ({text})"
    return text
