"""What the finished files of a brief say and lead to, read back from each format as its readers would."""

import html
import re
from urllib.parse import unquote

from backends.docx.lint import lint
from backends.docx.reading import all_text, parts
from backends.pdf.readback import heard, opened
from markdown_reading import READER

import briefgen
from briefgen.testing.words import squeezed

FORMATS = ("md", "docx", "pdf")
# What the PDF writer leaves out: characters that are never seen and only steer those around them.
STEERING = re.compile("[\u061c\u200b-\u200f\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")


def rendered(brief):
    """Render a brief to every format: the bytes and the diagnostics by format."""
    document = briefgen.compose(brief)
    return {to: briefgen.render(document, to) for to in FORMATS}


def built(brief):
    """Render a brief to every format: the bytes by format."""
    return {to: made.data for to, made in rendered(brief).items()}


def text_of(files):
    """Read the text of each format back."""
    return {to: READ[to](data) for to, data in files.items()}


def markdown_text(data):
    """Give the text of a Markdown file, what abbreviations stand for included."""
    return "\n".join(_token(token) for token in READER.parse(data.decode()))


def _token(token):
    if token.type == "html_inline":
        return " ".join(html.unescape(title) for title in re.findall(r'title="([^"]*)"', token.content))
    inside = "".join(map(_token, token.children or ()))
    return inside or token.content * (token.type != "inline")


READ = {"md": markdown_text, "docx": all_text, "pdf": heard}


def comparable(text, to):
    """Give a text as it can be looked for in a format: without blanks, capitals and what the format leaves out."""
    bare = squeezed(text).casefold()
    return STEERING.sub("", bare) if to == "pdf" else bare


# --- where a file leads -------------------------------------------------------------------------------------------


def addresses(data, to):
    """Give every address that a file leads to; a file that does anything by itself is no file of ours."""
    return {"md": _markdown_addresses, "docx": _word_addresses, "pdf": _pdf_addresses}[to](data)


def _markdown_addresses(data):
    tokens = [child for token in READER.parse(data.decode()) for child in (token, *(token.children or ()))]
    assert not [token for token in tokens if token.type == "image"]
    tags = [token.content for token in tokens if token.type in ("html_inline", "html_block")]
    assert not [
        tag for tag in tags if not re.fullmatch(r'</?(a|abbr|br|sup|sub)( (id|title)="[^"]*")?>|<!-- -->\n?', tag)
    ]
    return [token.attrs["href"] for token in tokens if "href" in token.attrs]


def _word_addresses(data):
    assert lint(data) == []
    relations = b"".join(content for name, content in parts(data).items() if name.endswith(".rels")).decode()
    outside = [each for each in re.findall(r"<Relationship [^>]*>", relations) if "TargetMode" in each]
    assert all("/hyperlink" in each for each in outside)
    return [html.unescape(re.search(r'Target="([^"]*)"', each)[1]) for each in outside]


def _pdf_addresses(data):
    pdf = opened(data)
    for name in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA", b"/EmbeddedFile"):
        assert not any(_has_key(each, name.decode()) for each in pdf.objects)
    notes = [note for page in pdf.pages for note in page.get("/Annots", ())]
    return [unquote(str(note.A.URI)) for note in notes if "/A" in note and "/URI" in note.A]


def _has_key(thing, name):
    return hasattr(thing, "keys") and name in thing.keys()  # noqa: SIM118  # pikepdf's own mapping
