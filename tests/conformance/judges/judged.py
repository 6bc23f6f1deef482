"""What is judged: every example, set by some of its template's options, and documents with every node."""

from pathlib import Path

from attrs import evolve

from briefgen import compose, load
from briefgen.backends.base import RenderOptions
from briefgen.document.nodes import Attachment
from briefgen.testing import everything, hostile
from briefgen.themes import load_theme

EXAMPLES = Path(__file__).parents[3] / "examples"
OPTIONS = {
    "plain": {},
    "full": {"citations": "author-date", "contents": "always", "backlinks": True, "notes": "endnotes", "cover": True},
}


def documents():
    """Give the documents by name."""
    made = {"everything": everything(), "endnotes": everything("endnotes"), "hostile": hostile()}
    for path in sorted(EXAMPLES.glob("*/brief.yaml")):
        for name, options in OPTIONS.items():
            made[f"{path.parent.name}-{name}"] = compose(load(path), options=options)
    return made


def carrying():
    """Give a document with a file attached."""
    attachment = Attachment("numbers.csv", "text/csv", b"a,b\n1,2\n", "The numbers")
    return {"attached": evolve(everything(), attachments=(attachment,))}


def written(made, backend, folder):
    """Write documents into a folder in the theme that ships; give the files."""
    renderer, paths = backend.prepare(load_theme(), RenderOptions()), []
    for name, document in made.items():
        paths.append(Path(folder) / f"{name}{backend.suffix}")
        paths[-1].write_bytes(renderer.render(document).data)
    return paths
