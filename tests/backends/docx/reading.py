"""Reading a finished Word file back: its parts, its text, and the words of the document it was made from."""

import io
import re
import zipfile

from lxml import etree

from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend
from briefgen.document import nodes
from briefgen.document.walk import walk
from briefgen.themes import load_theme

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {"tab": "\t", "br": "\n", "softHyphen": "\xad", "noBreakHyphen": "\u2011"}


def render(document, *, comments=False):
    """Render a document in the institute's theme."""
    return DocxBackend().prepare(load_theme(), RenderOptions(comments=comments)).render(document)


def parts(data):
    """Give every part's bytes by name."""
    package = zipfile.ZipFile(io.BytesIO(data))
    return {name: package.read(name) for name in package.namelist()}


def xml(data, name="word/document.xml"):
    """Parse one part."""
    return etree.fromstring(parts(data)[name])


def paragraphs(root):
    """Give (style, text) of every paragraph in order."""
    return [(style(p), text(p)) for p in root.iter(f"{W}p")]


def style(paragraph):
    """Give a paragraph's style."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def text(element):
    """Give the text of an element's runs, without field instructions."""
    pieces = (piece for run in element.iter(f"{W}r") for piece in run)
    return "".join(
        piece.text or "" if piece.tag == f"{W}t" else SIGNS.get(piece.tag.removeprefix(W), "") for piece in pieces
    )


def all_text(data):
    """Give the text of the body, its notes and the words for those who can't see, with single spaces."""
    stories = [xml(data, f"word/{name}.xml") for name in ("document", "footnotes", "endnotes")]
    heard = [e.get("descr") or e.get(f"{W}val") for e in stories[0].iter("{*}docPr", f"{W}tblDescription")]
    return squeezed(" ".join([said for root in stories for _, said in paragraphs(root)] + heard))


def squeezed(words):
    """Put single spaces for any white space."""
    return re.sub(r"\s+", " ", words).strip()


def said(document):
    """Yield everything that a document says to its readers, piece by piece."""
    for node in walk(document):
        match node:
            case nodes.Text() | nodes.Code() | nodes.CodeBlock() | nodes.Badge() | nodes.Abbreviation():
                yield node.text
            case nodes.Range() | nodes.Band():
                yield node.label
