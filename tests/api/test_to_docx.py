"""A brief as python-docx's own document, for scripts that go on where briefgen stops."""

import io

from backends.docx.lint import lint

import briefgen


def test_a_script_goes_on_with_the_document():
    """A paragraph added by python-docx stands in the file, which is as sound as before."""
    brief = briefgen.from_dict({"title": "Talks", "bottom_line": "Nothing has moved."})
    document = briefgen.to_docx(brief)
    document.add_paragraph("Added by a script.", style="Body Text")
    out = io.BytesIO()
    document.save(out)
    texts = [paragraph.text for paragraph in briefgen_texts(out)]
    assert texts[0] == "Talks"
    assert texts[-1] == "Added by a script."
    assert lint(out.getvalue()) == []


def briefgen_texts(out: io.BytesIO):
    """Open the saved file again."""
    from docx import Document

    return [p for p in Document(io.BytesIO(out.getvalue())).paragraphs if p.text]
