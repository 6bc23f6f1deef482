"""briefgen with everything on: contents, outline, notes at the foot, tags; document to bytes."""

from pathlib import Path

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.document.numbering import number
from briefgen.themes import load_theme

LINK = "https://example.org/source?page=1"


def prepare(theme="institute"):
    """Give a function that renders what `source` made."""
    renderer = PdfBackend().prepare(load_theme(theme), RenderOptions())
    return lambda document: renderer.render(document).data


def prepare_justified():
    """Set prose justified and hyphenated."""
    return prepare(str(Path(__file__).parent / "justified.toml"))


def source(chapters):
    """Make the document tree."""
    title = n.Paragraph((n.Text("A brief to measure with"),), attrs=n.Attrs(classes=("title",)))
    blocks = (title, n.Contents(), *(_section(chapter) for chapter in chapters))
    return number(n.Document(meta=n.Meta(title="A brief to measure with", language="en-GB"), blocks=blocks))[0]


def _section(chapter):
    paragraphs = tuple(n.Paragraph(tuple(_inline(run) for run in runs)) for runs in chapter.paragraphs)
    items = n.BulletList(tuple(n.ListItem((_p(text),)) for text in chapter.items))
    rows = tuple(n.Row(tuple(n.Cell((_p(text),)) for text in row)) for row in chapter.rows)
    head = (n.Row(tuple(n.Cell((_p(text),)) for text in chapter.head)),)
    table = n.Table((n.Column(),) * 3, (n.TableBody(rows),), head=head, caption=(n.Text(chapter.caption),))
    return n.Section((n.Text(chapter.title),), (*paragraphs, items, table))


def _p(text):
    return n.Paragraph((n.Text(text),))


def _inline(run):
    match run.kind:
        case "strong":
            return n.Strong((n.Text(run.text),))
        case "emphasis":
            return n.Emphasis((n.Text(run.text),))
        case "link":
            return n.Link(LINK, (n.Text(run.text),))
        case "note":
            return n.Note((_p(run.text),))
    return n.Text(run.text)
