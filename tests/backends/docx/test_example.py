"""Each shipped example as a Word file: sound, whole, and with the same structure for whoever reads it."""

import json
from pathlib import Path

import pypandoc
import pytest
import uharfbuzz

from briefgen.api import compose, load
from briefgen.document import nodes
from briefgen.document.walk import plain_text, walk
from briefgen.themes import load_theme

from .lint import lint
from .reading import W, all_text, render, said, squeezed, text, xml
from .test_read_back import every_cell, found, words

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module", params=sorted(path.parent.name for path in EXAMPLES.glob("*/brief.yaml")))
def document(request):
    """Compose each example once."""
    return compose(load(EXAMPLES / request.param / "brief.yaml"))


def test_the_example_is_sound_and_says_everything(document):
    """Nothing is wrong with the file, nothing was repaired and no words are missing."""
    rendered = render(document)
    assert lint(rendered.data) == []
    assert rendered.diagnostics == ()
    text = all_text(rendered.data)
    assert [piece for piece in said(document) if squeezed(piece) not in text] == []


def test_pandoc_finds_the_examples_structure(document, tmp_path):
    """Its headings with their levels, its lists item by item, and every cell of its tables."""
    path = tmp_path / "example.docx"
    path.write_bytes(render(document).data)
    tree = json.loads(pypandoc.convert_file(str(path), "json", format="docx"))
    headings = [(level, squeezed(words(inlines))) for level, _, inlines in found(tree, "Header")]
    assert headings == list(sections(document.blocks, 1))
    lists = [node for node in walk(document) if isinstance(node, nodes.BulletList)]
    assert [len(items) for items in found(tree, "BulletList")] == [len(node.items) for node in lists]
    cells = [plain(cell) for cell in walk(document) if isinstance(cell, nodes.Cell)]
    read = {squeezed(words(cell[4])).replace(" ", "") for table in found(tree, "Table") for cell in every_cell(table)}
    assert [cell for cell in cells if cell.replace(" ", "") not in read] == []


def test_the_letters_of_reports_stand_on_one_line():
    """The column of the letters has room for the widest of them."""
    theme = load_theme()
    face = uharfbuzz.Face(theme.fonts["sans"].faces["400"].read_bytes())
    font = uharfbuzz.Font(face)
    advances = [font.get_glyph_h_advance(font.get_nominal_glyph(ord(sign))) for sign in "(m)"]
    needed = sum(advances) / face.upem * theme.roles["table-cell"].size
    padding = 8
    tables = xml(render(compose(load(EXAMPLES / "moscow-talks/brief.yaml"))).data).iter(f"{W}tbl")
    lettered = [t for t in tables if "Who says it" in text(t)]
    assert lettered
    widths = [int(table.find(f"{W}tblGrid/{W}gridCol").get(f"{W}w")) / 20 for table in lettered]
    assert min(widths) > needed + padding


def sections(blocks, level):
    """Yield every heading with its level."""
    for block in blocks:
        if isinstance(block, nodes.Section):
            yield level, squeezed(plain_text(block.heading))
            yield from sections(block.blocks, level + 1)
        elif isinstance(block, nodes.Div):
            yield from sections(block.blocks, level)


def plain(cell):
    """Give the words of a cell, block by block."""
    return squeezed(" ".join(plain_text(block) for block in cell.blocks))
