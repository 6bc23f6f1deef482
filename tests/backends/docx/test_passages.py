"""Passages that keep their origin: unseen in the file, and read back by field after somebody has edited it."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from backends.docx.lint import lint
from backends.docx.reading import W, render, text, xml
from documents import bare_document, everything
from hypothesis import given
from hypothesis import strategies as st

import briefgen
from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend, passages
from briefgen.document.nodes import Origin, Paragraph, Text
from briefgen.errors import InputError
from briefgen.themes import load_theme

EXAMPLE = Path("examples/moscow-talks/brief.yaml")
BRIEF = {
    "title": "Talks",
    "bottom_line": "Nothing has *moved*.\n\nNot at all.",
    "key_judgments": [{"statement": "It may open."}],
    "background": "First.\n\n- one\n- two\n\nLast.",
}


def marked(document):
    """Render with passages."""
    return DocxBackend().prepare(load_theme(), RenderOptions(passages=True)).render(document).data


def rewritten(data, change, part="word/document.xml"):
    """Change one part's text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return out.getvalue()


@pytest.fixture(scope="module")
def data():
    """A brief as a Word file with passages."""
    return marked(briefgen.compose(briefgen.from_dict(BRIEF)))


def test_every_field_reads_back(data):
    """Paragraphs and items are parted by an empty line; emphasis is not in the text."""
    read = passages(data)
    assert read["title"] == "Talks"
    assert read["bottom_line"] == "Nothing has moved.\n\nNot at all."
    assert read["key_judgments[0].statement"] == "It may open."
    assert read["background"] == "First.\n\none\n\ntwo\n\nLast."


def test_an_edit_is_read_where_it_was_made(data):
    """Word keeps the controls."""
    assert (
        passages(rewritten(data, lambda x: x.replace("It may open.", "It will open.")))["key_judgments[0].statement"]
        == "It will open."
    )


def test_without_the_controls_the_bookmarks_are_enough(data):
    """LibreOffice drops every tag when it saves."""
    dropped = rewritten(data, lambda x: re.sub(r"<w:tag [^>]*/>", "", x))
    assert passages(dropped) == passages(data)
    unmarked = rewritten(data, lambda x: re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", x))
    assert passages(unmarked) == passages(data)


def test_a_paragraph_put_between_belongs_to_the_passage(data):
    """What somebody adds within a passage is not lost."""
    added = "<w:p><w:r><w:t>Added.</w:t></w:r></w:p>"
    edited = rewritten(data, lambda x: re.sub(r"(Nothing has .*?</w:p>)", rf"\1{added}", x, count=1))
    assert passages(edited)["bottom_line"] == "Nothing has moved.\n\nAdded.\n\nNot at all."


def test_tracked_changes_count_as_accepted(data):
    """What was struck out is gone, what was put in is there."""
    struck = '<w:del w:id="9" w:author="A"><w:r><w:delText>may</w:delText></w:r></w:del>'
    put = '<w:ins w:id="8" w:author="A"><w:r><w:t>will</w:t></w:r></w:ins>'
    change = f'It </w:t></w:r>{struck}{put}<w:r><w:t xml:space="preserve"> open.'
    edited = rewritten(data, lambda x: x.replace("It may open.", change))
    assert passages(edited)["key_judgments[0].statement"] == "It will open."


def test_the_file_looks_and_reads_as_without(data):
    """The same paragraphs with the same words and styles; nothing of it in a file that was not asked to."""
    document = briefgen.compose(briefgen.load(EXAMPLE))
    plain, with_them = render(document).data, marked(document)

    def seen(data):
        return [(text(p), [e.get(f"{W}val") for e in p.iter(f"{W}pStyle")]) for p in xml(data).iter(f"{W}p")]

    assert seen(plain) == seen(with_them)
    assert not any("customXml" in name for name in zipfile.ZipFile(io.BytesIO(plain)).namelist())
    assert b"_passage" not in zipfile.ZipFile(io.BytesIO(plain)).read("word/document.xml")


@pytest.mark.parametrize("document", [everything(), everything("endnotes")])
def test_a_file_with_passages_is_sound(document):
    """Balanced bookmarks, ids given once, tags that Word can hold."""
    assert lint(marked(document)) == []
    root = xml(marked(briefgen.compose(briefgen.load(EXAMPLE))))
    ids = [e.get(f"{W}val") for e in root.iter(f"{W}id")]
    assert len(ids) == len(set(ids)) > 100
    assert all(len(e.get(f"{W}val")) <= 64 for e in root.iter(f"{W}tag"))
    assert {e.get("{*}val") for e in root.iter("{*}appearance")} <= {None, "hidden"}


def test_what_a_template_says_is_in_no_passage():
    """Sources, badges and labels beside a passage are not the author's words."""
    read = passages(marked(briefgen.compose(briefgen.load(EXAMPLE))))
    assert read["developments[0].reports[1].statement"] == "Witkoff went with him and met Russian officials too."
    assert not any(field.endswith(".sources") for field in read)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=200))
def test_any_path_and_any_words_come_back(words):
    """Long paths have a short tag of their own; words read back sign by sign."""
    path = f"sections[{'9' * 80}].{words}"
    document = bare_document(Paragraph((Text("x" + words + "x"),), origin=Origin("", path)))
    assert passages(marked(document)) == {path: f"x{words}x"}


@pytest.mark.parametrize("broken", [b"", b"PK\3\4", b"no zip at all" * 100])
def test_a_file_that_is_none_is_told(broken):
    """A message, no traceback."""
    with pytest.raises(InputError, match="no Word file"):
        passages(broken, "edited.docx")


def test_a_file_without_passages_has_none():
    """Any Word file can be asked."""
    assert passages(render(everything()).data) == {}


def test_an_edit_by_a_script_reads_back(data):
    """What python-docx changes, and what it adds within a passage, is read by field."""
    import docx

    document = docx.Document(io.BytesIO(data))
    (run,) = (e for e in document.element.body.iter(f"{W}t") if e.text == "It may open.")
    run.text = "It will open."
    last = next(p for p in document.element.body.iter(f"{W}p") if text(p) == "First.")
    docx.text.paragraph.Paragraph(last, document).insert_paragraph_before("Before all.")
    out = io.BytesIO()
    document.save(out)
    read = passages(out.getvalue())
    assert read["key_judgments[0].statement"] == "It will open."
    assert read["background"].endswith("First.\n\none\n\ntwo\n\nLast.")
    assert lint(out.getvalue()) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.slow
def test_every_passage_comes_back_from_libreoffice(tmp_path):
    """It drops the controls' tags when it saves, and keeps the bookmarks."""
    written = tmp_path / "a.docx"
    written.write_bytes(marked(briefgen.compose(briefgen.load(EXAMPLE))))
    profile, saved = f"-env:UserInstallation=file://{tmp_path}/profile", tmp_path / "saved"
    asked = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(saved), str(written)]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    assert passages((saved / "a.docx").read_bytes()) == passages(written.read_bytes())
