"""Briefs as plain text, for mail and terminals."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from briefgen.backends.base import Rendered, RenderOptions
from briefgen.document import children, rewrite_all, walk
from briefgen.document import nodes as n
from briefgen.errors import Diagnostic, Severity
from briefgen.figures import as_table
from briefgen.themes import Theme

SAFE = ("http://", "https://", "mailto:")
TICKS = {None: "", False: "[ ] ", True: "[x] "}
UNWRITABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class TextBackend:
    """Writes plain text; a theme has no say in it."""

    name: ClassVar[str] = "txt"
    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain"

    def prepare(self, theme: Theme, options: RenderOptions) -> "TextRenderer":
        """Keep the options; a backend with fonts or styles reads them here, once."""
        return TextRenderer(options)


@frozen
class TextRenderer:
    """Writes any number of documents, the same bytes for the same document."""

    options: RenderOptions

    def render(self, document: n.Document) -> Rendered:
        """Write the marking, the blocks and the notes, as UTF-8 with line feeds."""
        hidden = () if self.options.comments else (n.Comment,)
        blocks = rewrite_all(document.blocks, lambda node: () if isinstance(node, hidden) else node)
        notes = {node.number: node.blocks for node in walk(blocks) if isinstance(node, n.Note)}
        marking = document.meta.marking.label if document.meta.marking else ""
        below = (item(f"({number}) ", note, document.labels) for number, note in notes.items())
        parts = [marking, stack(blocks, document.labels), *below]
        text = joined(parts) + "\n"
        return Rendered(data=UNWRITABLE.sub("\ufffd", text).encode(), diagnostics=(*told(document, text),))


def told(document: n.Document, text: str) -> Iterator[Diagnostic]:
    """Say what plain text can't hold."""
    if UNWRITABLE.search(text):
        yield Diagnostic("unwritable", "control characters or halves of characters became U+FFFD", Severity.WARNING)
    for node in walk(document):
        match node:
            case n.Link() if not node.url.lower().startswith(SAFE):
                yield Diagnostic("unsafe-link", f"the address {node.url!r} is left out", Severity.WARNING)
            case n.Image():
                yield Diagnostic("picture", f"words stand in place of a picture: {node.alt!r}", Severity.INFO)
            case n.Cell() if node.row_span > 1:
                yield Diagnostic("span", "a cell that spans rows stands in the first of them", Severity.INFO)


# --- blocks: one below the other, an empty line between them -------------------------------------------------------


def stack(blocks: Iterable[n.Node], labels: n.Labels, level: int = 1) -> str:
    """Write blocks; `labels` are the words that a format adds itself, in the document's language."""
    return joined(block(each, labels, level) for each in blocks)


def block(node: n.Node, labels: n.Labels, level: int) -> str:
    """Write one block; a node that only holds others is not seen."""
    match node:
        case n.Section():
            heading = underlined(f"{node.number} {words(node.heading)}".strip(), "=-~"[min(level, 3) - 1])
            return joined([heading, stack(node.blocks, labels, level + 1)])
        case n.Paragraph():
            text = "\n".join(textwrap.fill(line, 72) for line in words(node.inlines).split("\n"))
            return underlined(text, "#") if "title" in node.attrs.classes else text
        case n.BulletList():
            return "\n".join(item(f"- {TICKS[each.checked]}", each.blocks, labels) for each in node.items)
        case n.OrderedList():
            return "\n".join(item(f"{i}. ", each.blocks, labels) for i, each in enumerate(node.items, node.start))
        case n.DefinitionList():
            return "\n".join(item(f"{words(each.term)}: ", each.blocks, labels) for each in node.items)
        case n.Table():
            return joined([caption(labels.table, node), table(node, labels)])
        case n.Figure():
            chart = () if isinstance(node.content, n.Image) else (as_table(node.content),)
            words_for_it = f"[{node.alt}]" if node.alt else ""
            return joined([caption(labels.figure, node), words_for_it, stack((*chart, *node.description), labels)])
        case n.Quote():
            by = f"— {words(node.attribution)}" if node.attribution else ""
            return textwrap.indent(joined([stack(node.blocks, labels), by]), "    ")
        case n.Callout():
            return item(f"{words(node.title) or labels.note}: ", node.blocks, labels)
        case n.CodeBlock():
            return textwrap.indent(node.text.rstrip("\n"), "    ")
        case n.Rule():
            return "* * *"
        case n.Contents():
            return "\n".join([labels.contents, *("  " * each.level + words(each.inlines) for each in node.entries)])
        case n.BibliographyEntry():
            return item(f"{node.label} ", node.blocks, labels)
        case n.Notes():
            return ""  # all notes stand at the end of the file
    return stack(children(node), labels, level)


def joined(texts: Iterable[str]) -> str:
    """Put an empty line between texts, of which some may be empty."""
    return "\n\n".join(filter(None, texts))


def underlined(text: str, sign: str) -> str:
    """Draw a line of signs below a heading."""
    return f"{text}\n{sign * min(len(text), 72)}" if text else ""


def item(mark: str, blocks: Iterable[n.Node], labels: n.Labels) -> str:
    """Put a mark before blocks, and what follows the first line below its words."""
    return mark + textwrap.indent(stack(blocks, labels), " " * min(len(mark), 4)).lstrip(" ")


def caption(label: str, node: n.Table | n.Figure) -> str:
    """Write a caption with its number."""
    return f"{label} {node.number}. {words(node.caption)}" if node.caption else ""


def table(node: n.Table, labels: n.Labels) -> str:
    """Write a row a line, its cells parted by bars; the lines of a cell are joined."""
    rows = (*node.head, *(row for body in node.bodies for row in body.rows), *node.foot)
    cells = ([" ".join(stack(cell.blocks, labels).split("\n")) for cell in row.cells] for row in rows)
    return "\n".join(map(" | ".join, cells))


# --- inlines ------------------------------------------------------------------------------------------------------


def words(inlines: Iterable[n.Node]) -> str:
    """Write inlines one after another."""
    return "".join(map(inline, inlines))


def inline(node: n.Node) -> str:
    """Write one inline; of one that only holds others, their words."""
    match node:
        case n.Text() | n.Code():
            return node.text.replace("\n", " ")
        case n.Superscript():
            return f"^{words(node.inlines)}"
        case n.Strikeout():
            return f"~{words(node.inlines)}~"
        case n.Link() if node.url.lower().startswith(SAFE):
            return f"{words(node.inlines)} <{node.url}>"
        case n.Image():
            return f"[{node.alt}]" if node.alt else ""
        case n.Note():
            return f" ({node.number})"
        case n.Badge():
            return f"[{node.text}]"
        case n.Abbreviation():
            return f"{node.text} ({node.expansion})" if node.expansion else node.text
        case n.SoftBreak():
            return " "
        case n.LineBreak():
            return "\n"
        case n.Comment():
            return f"[{node.author}: {node.text}]"
    return words(children(node))
