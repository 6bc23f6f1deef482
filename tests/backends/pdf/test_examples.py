"""Every example as PDF: what the standards ask for, and what a listener hears."""

from pathlib import Path

import pytest
from backends.pdf.readback import findings, heard, squeezed

from briefgen import compose, load
from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.testing import read_aloud
from briefgen.themes import load_theme

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
