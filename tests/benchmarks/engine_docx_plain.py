"""python-docx as its guide teaches: paragraphs, runs, lists, tables; no notes, links or contents, which it has not."""

import io

from docx import Document


def prepare():
    """Give a function that renders what `source` made."""
    return _render


def source(chapters):
    """Take the content as it is."""
    return chapters


def _render(chapters):
    document = Document()
    document.add_heading("A brief to measure with", 0)
    for chapter in chapters:
        document.add_heading(chapter.title, 1)
        for runs in chapter.paragraphs:
            paragraph = document.add_paragraph()
            for run in runs:
                added = paragraph.add_run(run.text)
                added.bold, added.italic = run.kind == "strong", run.kind == "emphasis"
        for item in chapter.items:
            document.add_paragraph(item, style="List Bullet")
        document.add_paragraph(chapter.caption, style="Caption")
        table = document.add_table(rows=1, cols=len(chapter.head), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, chapter.head):
            cell.text = text
        for row in chapter.rows:
            for cell, text in zip(table.add_row().cells, row):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
