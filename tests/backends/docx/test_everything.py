"""A document with every node, one with nothing and one of attacks: sound files that say all that was said."""

import os
import subprocess
import sys

import pytest
from documents import bare_document, everything, hostile
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.document import nodes
from briefgen.document.nodes import Document, Meta, Paragraph, Text

from .lint import lint
from .reading import all_text, parts, render, said, squeezed

DOCUMENTS = {
    "everything": everything,
    "endnotes": lambda: everything("endnotes"),
    "hostile": hostile,
    "title": bare_document,
    "nothing": lambda: Document(meta=Meta(title="")),
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("comments", [False, True])
def test_a_file_is_sound(name, comments):
    """Fields are closed, styles, lists, relationships and bookmarks defined, ids unique, no cell empty."""
    assert lint(render(DOCUMENTS[name](), comments=comments).data) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_that_is_said_stands_in_the_file(name):
    """No words are lost on the way, and nothing had to be repaired."""
    document = DOCUMENTS[name]()
    rendered = render(document)
    text = all_text(rendered.data)
    assert [piece for piece in said(document) if squeezed(piece) not in text] == []
    assert rendered.diagnostics == ()


def test_every_block_and_inline_can_be_written():
    """No node is without a writer, but those that only stand within their own parents."""
    from briefgen.backends.docx import render as _  # noqa: F401
    from briefgen.backends.docx.dispatch import BLOCKS, INLINES

    within = {"ListItem", "Definition", "Column", "Cell", "Row", "TableBody", "BibliographyEntry"}
    assert {k.__name__ for k in nodes.Block.__subclasses__()} == {k.__name__ for k in BLOCKS} | within
    assert set(nodes.Inline.__subclasses__()) == set(INLINES)


def test_the_same_document_gives_the_same_bytes():
    """Whatever the process, its hash seed, its time zone and its locale."""
    script = (
        "import sys, hashlib; sys.path[:0] = ['tests', 'tests/backends/docx'];"
        "from documents import everything; from briefgen.backends.base import RenderOptions;"
        "from briefgen.backends.docx import DocxBackend; from briefgen.themes import load_theme;"
        "r = DocxBackend().prepare(load_theme(), RenderOptions());"
        "print(hashlib.sha256(r.render(everything()).data).hexdigest())"
    )
    seen = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        seen.add(subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True).stdout)
    assert len(seen) == 1
    assert render(everything()).data == render(everything()).data


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_characters_make_a_sound_file(words):
    """Text is never markup; what XML can't hold is left out and told."""
    rendered = render(bare_document(Paragraph((Text(words),)), title=words, keywords=(words,), footer=words))
    assert lint(rendered.data) == []
    kept = all_text(rendered.data)
    dropped = any(d.code == "characters-dropped" for d in rendered.diagnostics)
    assert dropped or squeezed(words.replace("\x85", " ")) in kept or not words.strip()


def test_controls_are_left_out_and_told():
    """A character that a Word file can't hold is named."""
    rendered = render(bare_document(Paragraph((Text("a\x00b\x1bc\ud800d\uffffe"),))))
    assert "abcde" in all_text(rendered.data)
    (told,) = rendered.diagnostics
    assert told.code == "characters-dropped"
    assert "U+0000, U+001B, U+D800, U+FFFF" in told.message


def test_nothing_makes_word_ask_about_fields():
    """No setting asks for an update when the file is opened; every field has its result."""
    assert b"updateFields" not in parts(render(everything()).data)["word/settings.xml"]


def test_the_archive_begins_with_its_content_types():
    """Readers that stream a file find the types first; the rest stands in order."""
    names = list(parts(render(everything()).data))
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_python_docx_opens_it():
    """The library that most scripts use opens the file and finds its headings and properties."""
    import io

    import docx

    opened = docx.Document(io.BytesIO(render(everything()).data))
    assert next(p.text for p in opened.paragraphs if p.style.name == "Heading 1") == "Inlines"
    assert opened.core_properties.title == "Every node & <nothing> else"
    assert opened.core_properties.author == "A. Author; B. Böll & Co"
    assert opened.core_properties.created.date().isoformat() == "2026-03-02"
