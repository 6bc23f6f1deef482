"""The built-in backends keep what the kit asks of any backend."""

import html
import re
from urllib.parse import unquote

import pikepdf
from backends.docx.lint import lint
from backends.docx.reading import all_text, parts, text, xml
from backends.pdf.readback import elements, heard, opened, page_texts
from markdown_reading import READER

from briefgen.backends.docx import DocxBackend
from briefgen.backends.markdown import MarkdownBackend
from briefgen.backends.pdf import PdfBackend
from briefgen.testing import BackendConformance


class TestMarkdown(BackendConformance):
    """Markdown, as markdown-it reads it."""

    backend = MarkdownBackend

    def read(self, data):
        """Give the text of all tokens, and the addresses of links."""
        return "\n".join(_token(token) for token in READER.parse(data.decode()))


def _token(token):
    inside = "".join(map(_token, token.children or ()))
    named = "".join(f" {value} " for name, value in token.attrs.items() if name in ("href", "src"))
    if token.type == "html_inline":
        return " ".join(re.findall(r'title="([^"]*)"', token.content))
    return inside or token.content * (token.type != "inline") + named


class TestWord(BackendConformance):
    """Word files, as their parts say."""

    backend = DocxBackend

    def read(self, data):
        """Give the text of all stories, and the addresses of relationships."""
        relations = b"".join(content for name, content in parts(data).items() if name.endswith(".rels"))
        addresses = re.findall(r'Target="([^"]*)"', html.unescape(relations.decode()))
        headers = [text(xml(data, name)) for name in parts(data) if name.startswith("word/header")]
        return " ".join([all_text(data), *addresses, *headers])

    def check(self, data):
        """The lint finds nothing."""
        assert lint(data) == []


class TestPdf(BackendConformance):
    """PDF, as a listener hears it."""

    backend = PdfBackend

    def read(self, data):
        """Give what is heard, what the pages show besides, the words for pictures and the addresses of links."""
        pdf = opened(data)
        words = [str(each.get(key, "")) for each in _all(pdf) for key in ("/Alt", "/E")]
        return "\n".join([heard(data), *words, *_addresses(pdf), *page_texts(data)])


def _all(pdf):
    return [each for tag in ("Figure", "Span") for each in elements(pdf, tag)]


def _addresses(pdf):
    notes = (note for page in pdf.pages for note in page.get("/Annots", pikepdf.Array()))
    return [unquote(str(note.A.URI)) for note in notes if "/A" in note and "/URI" in note.A]
