"""Every example as PDF: what the standards ask for, and what a listener hears."""

import re
import shutil
import subprocess
from itertools import islice, takewhile
from pathlib import Path

import pytest
from backends.pdf.readback import findings, heard, squeezed

from briefgen import compose, load
from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.testing import read_aloud
from briefgen.themes import load_theme

MARGIN = 22 * 72 / 25.4
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/brief.yaml"))
OPTIONS = {
    "as it is": {},
    "author and year": {"citations": "author-date", "contents": "always", "number_sections": True, "backlinks": True},
    "endnotes": {"citations": "note", "notes": "endnotes", "legend": "always"},
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_example_is_accessible_archival_and_heard_word_for_word(path, options, size):
    """The file passes PDF/UA-1 and PDF/A-2a, and its structure tree says the document's text and nothing else."""
    document = compose(load(path), options=options)
    rendered = PdfBackend().prepare(load_theme(page_size=size), RenderOptions()).render(document)
    assert findings(rendered.data) == []
    assert squeezed(heard(rendered.data)) == squeezed(read_aloud(document, rendered.pages))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler says where each word stands")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_no_word_stands_on_another_or_over_the_margin(path, size, tmp_path):
    """Every word of every page has a place of its own between the margins."""
    document = compose(load(path), options={"contents": "always", "cover": True})
    file = tmp_path / "brief.pdf"
    file.write_bytes(PdfBackend().prepare(load_theme(page_size=size), RenderOptions()).render(document).data)
    said = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    for page in said.split("<page ")[1:]:
        width = float(re.match(r'width="([\d.]+)"', page)[1])
        words = [tuple(map(float, box)) for box in re.findall(WORD, page)]
        assert all(left > MARGIN - 1 and right < width - MARGIN + 2 for left, _, right, _ in words)
        assert list(_overlapping(words)) == []


WORD = 'xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)"'


def _overlapping(words):
    words = sorted(words, key=lambda box: box[1])
    for i, one in enumerate(words):
        near = takewhile(lambda other, foot=one[3]: other[1] < foot, islice(words, i + 1, None))
        yield from ((one, other) for other in near if _overlap(one, other))


def _overlap(one, other):
    """Say whether two boxes share half of their height, and more than a hair of their width."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > min(one[3] - one[1], other[3] - other[1]) / 2
