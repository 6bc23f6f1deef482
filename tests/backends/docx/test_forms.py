"""Forms of departments as Word leaves them: empty controls, fields never updated, all kinds of places for a brief."""

import io
import re

import docx
import pytest
from backends.docx.house_files import NS, themed
from backends.docx.lint import lint
from backends.docx.reading import W, paragraphs, text, xml
from documents import bare_document, p
from docx.oxml import parse_xml

from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend

TITLE = "A & B <c>"
BOX = (
    f'<w:p {NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:r><mc:AlternateContent>'
    '<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="999999" cy="999999"/><wp:docPr id="5" name="Box"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    "<wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:rect style="width:9pt;height:9pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict>'
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
SPLIT = (
    '<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/>'
    '<w:r><w:t xml:space="preserve"> ti</w:t></w:r><w:r><w:t>tle }}</w:t></w:r></w:p>'
)


def form(*elements):
    """Make a house's file of these elements."""
    document = docx.Document()
    end = document.element.body[-1]
    for element in elements:
        end.addprevious(parse_xml(re.sub("(<w:\\w+)", rf"\1 {NS}", element, count=1) if NS not in element else element))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def filled(tmp_path, *elements, more="", **meta):
    """Fill a form with a brief that says one thing."""
    renderer = DocxBackend().prepare(themed(tmp_path, form(*elements), more), RenderOptions())
    rendered = renderer.render(bare_document(p("The brief."), title=TITLE, **meta))
    assert lint(rendered.data) == []
    return rendered, [said for _, said in paragraphs(xml(rendered.data))]


def codes(rendered):
    """Give what was said, by code."""
    return {d.code: d.message for d in rendered.diagnostics}


def control(content, tag="title", more=""):
    """Write a content control."""
    properties = f'<w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="7"/>{more}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9000'/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
BODY = "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>"


def test_a_box_of_today_s_word_is_filled_both_times_that_it_is_written(tmp_path):
    """Word writes a text box once for itself and once for programs that are older."""
    rendered, _ = filled(tmp_path, BOX.format(SPLIT, SPLIT), BODY)
    boxes = list(xml(rendered.data).iter(f"{W}txbxContent"))
    assert [text(box) for box in boxes] == [TITLE, TITLE]


@pytest.mark.parametrize(
    "content",
    [
        control("<w:p/>"),
        control("<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>"),
        f"<w:p>{control('')}</w:p>",
        f"<w:p>{control('<w:r/>')}</w:p>",
        f"<w:p>{control('<w:r><w:t>Click here</w:t></w:r><w:r><w:br/></w:r>', more='<w:showingPlcHdr/>')}</w:p>",
        TABLE.format(f"{control('<w:p/>')}<w:p/>"),
    ],
)
def test_a_control_that_holds_nothing_is_filled(tmp_path, content):
    """Empty, with a run without words, in a line, or around a table's cell."""
    _, said = filled(tmp_path, content, BODY)
    assert said.count(TITLE) == 2  # in the form, and above the brief


@pytest.mark.parametrize(
    "runs",
    [
        "<w:fldSimple w:instr='DOCPROPERTY Title'/>",
        "<w:fldSimple w:instr=' DOCPROPERTY  &quot;Title&quot; \\* MERGEFORMAT '><w:r/></w:fldSimple>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DOCPROPERTY Title</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DOCPROP</w:instrText></w:r>"
        "<w:r><w:instrText>ERTY Title</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
    ],
)
def test_a_field_that_was_never_updated_is_filled(tmp_path, runs):
    """It has no result yet, or an empty one."""
    _, said = filled(tmp_path, f"<w:p>{runs}</w:p>", BODY)
    assert said.count(TITLE) == 2  # in the form, and above the brief


def test_a_field_within_another_is_filled_alone(tmp_path):
    """As in IF fields, which compare a property."""
    inner = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DOCPROPERTY Title</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>old</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    outer = (
        f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{inner}"
        "<w:r><w:instrText> = x</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t>kept</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    _, said = filled(tmp_path, outer, BODY)
    assert f"{TITLE}kept" in said  # Word itself shows only the outer result


START, END = '<w:bookmarkStart w:id="3" w:name="{}"/>', '<w:bookmarkEnd w:id="3"/>'


@pytest.mark.parametrize(
    "place",
    [
        [f"<w:p>{START}{END}<w:r><w:t>Here.</w:t></w:r></w:p>"],
        [f"<w:p>{START}<w:r><w:t>Here.</w:t></w:r></w:p>", "<w:p/>", f"<w:p><w:r><w:t>gone</w:t></w:r>{END}</w:p>"],
        [START, "<w:p><w:r><w:t>Here.</w:t></w:r></w:p>", END],
        [control("<w:p><w:r><w:t>Here.</w:t></w:r></w:p>", tag="{}")],
        ["<w:p><w:r><w:t>{{{{ {} }}}}</w:t></w:r></w:p>"],
        [TABLE.format("<w:p><w:r><w:t>{{{{ {} }}}}</w:t></w:r></w:p>")],
    ],
)
@pytest.mark.parametrize(("name", "more"), [("body", ""), ("Inhalt", '[word.fields]\n"Inhalt" = "body"\n')])
def test_the_brief_goes_where_the_form_says(tmp_path, place, name, more):
    """A bookmark, over one paragraph or several; a control; a placeholder, in a table too; by the house's own name."""
    before, after = "<w:p><w:r><w:t>Dear all,</w:t></w:r></w:p>", "<w:p><w:r><w:t>Yours</w:t></w:r></w:p>"
    rendered, said = filled(tmp_path, before, *(part.format(name) for part in place), after, more=more)
    assert [words for words in said if words] == ["Dear all,", TITLE, "The brief.", "Yours"]
    assert "form-unfilled" not in codes(rendered)


def test_what_was_not_filled_is_told_whichever_way_it_was_asked_for(tmp_path):
    """A placeholder, a control, a field; and what the brief does not say."""
    field = "<w:p><w:fldSimple w:instr='DOCPROPERTY Budget'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
    marks = "<w:p><w:r><w:t>{{ brief.nope }} {{ reference }}</w:t></w:r></w:p>"
    rendered, said = filled(
        tmp_path, marks, control("<w:p><w:r><w:t>y</w:t></w:r></w:p>", tag="Sachgebiet"), field, BODY
    )
    assert {"'brief.nope'", "'Sachgebiet'", "'Budget'"} <= set(
        codes(rendered)["form-unfilled"].replace(",", "").split()
    )
    assert "'reference'" in codes(rendered)["form-empty"]
    assert "{{ brief.nope }} " in said


def test_a_date_is_filled_as_it_is_written(tmp_path):
    """In the words of the brief's language, and the reference as given."""
    marks = "<w:p><w:r><w:t>{{ brief.date }} · {{ reference }} · {{ prepared for }}</w:t></w:r></w:p>"
    _, said = filled(tmp_path, marks, BODY, dated="2 March 2026", reference="X/1", prepared_for="The Minister")
    assert "2 March 2026 · X/1 · The Minister" in said


def test_what_was_filled_in_is_not_filled_again(tmp_path):
    """A reference in braces stays as its author wrote it, in a control and in a field too."""
    field = "<w:p><w:fldSimple w:instr='DOCPROPERTY Reference'/></w:p>"
    content = "<w:p><w:r><w:t>{{ reference }}</w:t></w:r></w:p>"
    _, said = filled(tmp_path, control("<w:p/>", tag="reference"), field, content, BODY, reference="{{ title }}")
    assert said.count("{{ title }}") == 3
