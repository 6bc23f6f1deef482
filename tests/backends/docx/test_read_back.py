"""What other programs make of the file: pandoc and mammoth find the structure that the document has."""

import io
import json

import mammoth
import pypandoc
import pytest
from documents import everything

from briefgen.document import nodes
from briefgen.document.walk import plain_text, walk

from .reading import render, squeezed


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """Read the file with everything through pandoc."""
    path = tmp_path_factory.mktemp("docx") / "everything.docx"
    path.write_bytes(render(everything()).data)
    return json.loads(pypandoc.convert_file(str(path), "json", format="docx"))


def found(tree, kind):
    """Yield every element of a kind, at any depth."""
    if isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree.get("c")
        for value in tree.values():
            yield from found(value, kind)
    elif isinstance(tree, list):
        for value in tree:
            yield from found(value, kind)


def words(tree):
    """Give the words of pandoc's tree."""
    if isinstance(tree, dict):
        plain = {"Str": tree.get("c"), "Code": (tree.get("c") or [0, 0])[-1], "Space": " ", "SoftBreak": " "}
        return plain[tree["t"]] if tree.get("t") in plain else words(tree.get("c"))
    return "".join(words(value) for value in tree) if isinstance(tree, list) else ""


def test_pandoc_finds_the_headings(tree):
    """Each section's heading, in order, with its level."""
    read = [(level, squeezed(words(inlines))) for level, _, inlines in found(tree, "Header")]
    assert read == [
        (1, "Inlines"),
        (1, "Blocks Reported"),
        (2, "A deeper heading"),
        (3, "Deepest"),
        (1, "Tables"),
        (1, "Figures"),
        (1, "Sources"),
    ]


def test_pandoc_finds_the_lists(tree):
    """Each list with its start and its way of counting, nested as they were."""
    ordered = [(start, style["t"]) for (start, style, _), _ in found(tree, "OrderedList")]
    assert ordered == [(1, "Decimal"), (3, "Decimal"), (1, "LowerAlpha")]
    bullets = [[squeezed(words(item[0])) for item in items] for items in found(tree, "BulletList")]
    assert bullets[:2] == [["bullet one", "bullet two"], ["inner one", "inner two"]]


def test_pandoc_finds_the_notes_and_quotes(tree):
    """A note is a note with its link, a quote a quote, code is code."""
    (note,) = found(tree, "Note")
    assert squeezed(words(note)) == "A note with a link."
    assert next(found(note, "Link"))[2][0] == "https://example.org/n"
    assert squeezed(words(next(found(tree, "BlockQuote")))).startswith("Nobody said who would pay.")
    assert [c[1] for c in found(tree, "CodeBlock")] == ["if a < b:\n    print('&')"]


def test_pandoc_finds_every_cell(tree):
    """The tables of data hold the same cells in the same rows."""
    document = everything()
    tables = [node for node in walk(document) if isinstance(node, nodes.Table)]
    expected = [[squeezed(plain_text(c)) for c in walk(t) if isinstance(c, nodes.Cell)] for t in tables]
    read = [[squeezed(words(cell[4])) for cell in every_cell(table)] for table in found(tree, "Table")]
    squashed = [[text.replace(" ", "") for text in cells] for cells in read]
    for cells in expected:
        assert [text.replace(" ", "") for text in cells] in squashed


def every_cell(table):
    """Give the cells of pandoc's table, row by row."""
    _, _, _, head, bodies, foot = table
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
    return [cell for row in rows for cell in row[1]]


def test_mammoth_finds_the_same_structure():
    """Headings, lists, a repeated head, a spanned cell and the note survive the way to HTML."""
    html = mammoth.convert_to_html(io.BytesIO(render(everything()).data)).value
    assert "<h2><a id=" in html
    assert "<ul><li>bullet one</li><li>bullet two<ul><li>inner one</li>" in html
    assert "<thead><tr><th><p>Party</p></th>" in html
    assert '<td rowspan="2"><p>Port</p></td>' in html
    assert 'id="footnote-1"' in html
    assert '<a href="#source_port">' in html
