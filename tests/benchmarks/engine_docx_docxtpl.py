"""docxtpl with the same structure in a template, rich text and autoescape; no notes or contents, which it has not."""

import io

from docx import Document
from docxtpl import DocxTemplate, RichText


def prepare():
    """Make the template once and give a function that renders what `source` made."""
    template = _template()

    def render(chapters):
        file = DocxTemplate(io.BytesIO(template))
        file.render({"chapters": [_context(chapter) for chapter in chapters]}, autoescape=True)
        out = io.BytesIO()
        file.save(out)
        return out.getvalue()

    return render


def source(chapters):
    """Take the content as it is."""
    return chapters


def _context(chapter):
    return chapter._asdict() | {"paragraphs": [_rich(runs) for runs in chapter.paragraphs]}


def _rich(runs):
    text = RichText()
    for run in runs:
        text.add(run.text, bold=run.kind == "strong", italic=run.kind == "emphasis")
    return text


def _template():
    document = Document()
    document.add_heading("A brief to measure with", 0)
    document.add_paragraph("{%p for chapter in chapters %}")
    document.add_heading("{{ chapter.title }}", 1)
    for loop, line, style in (
        ("paragraph in chapter.paragraphs", "{{r paragraph }}", "Normal"),
        ("item in chapter['items']", "{{ item }}", "List Bullet"),
    ):
        document.add_paragraph(f"{{%p for {loop} %}}")
        document.add_paragraph(line, style=style)
        document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ chapter.caption }}", style="Caption")
    table = document.add_table(rows=4, cols=3, style="Table Grid")
    for i in range(3):
        table.rows[0].cells[i].text = f"{{{{ chapter.head[{i}] }}}}"
        table.rows[2].cells[i].text = f"{{{{ row[{i}] }}}}"
    table.rows[1].cells[0].text = "{%tr for row in chapter.rows %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
