"""The document tree: a closed set of blocks and inlines that templates make and backends write.

Every node is frozen and picklable and knows where it came from. A backend dispatches on the class, one function a
node, in the order in which they stand here.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import Factory, field, frozen

from ..record import Record

Alignment: TypeAlias = Literal["", "left", "center", "right"]


@frozen
class Attrs:
    """What any node may carry: an anchor, roles for the theme, a language tag (BCP 47) and a direction."""

    id: str = ""
    classes: tuple[str, ...] = ()
    language: str = ""
    direction: Literal["", "ltr", "rtl"] = ""


@frozen
class Origin:
    """The passage of the brief that a node shows: the part's id and the field's path from the brief."""

    id: str
    path: str


@frozen
class Pos:
    """The template line that made a node; lines count from 1."""

    template: str
    line: int


NO_ATTRS = Attrs()


@frozen(kw_only=True, eq=False, repr=False)
class Node(Record):
    """What blocks and inlines share. `pos` is no part of equality."""

    attrs: Attrs = NO_ATTRS
    origin: Origin | None = None
    pos: Pos | None = field(default=None, eq=False)
    marking: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Block(Node):
    """A node that stands on lines of its own."""


@frozen(kw_only=True, eq=False, repr=False)
class Inline(Node):
    """A node that stands within a line."""


Blocks: TypeAlias = tuple[Block, ...]
Inlines: TypeAlias = tuple[Inline, ...]


# --- blocks -------------------------------------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Section(Block):
    """A heading and what belongs to it; its level is its depth of nesting, 1 for those right below the document."""

    heading: Inlines
    blocks: Blocks = ()
    number: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Paragraph(Block):
    """Running text."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class ListItem(Block):
    """An item of a list; `checked` draws a tick box, empty or ticked."""

    blocks: Blocks
    checked: bool | None = field(default=None, kw_only=True)


@frozen(eq=False, repr=False)
class BulletList(Block):
    """Items without an order."""

    items: tuple[ListItem, ...]


@frozen(eq=False, repr=False)
class OrderedList(Block):
    """Items in an order; `style` is how their numbers are written."""

    items: tuple[ListItem, ...]
    start: int = field(default=1, kw_only=True)
    style: Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"] = field(
        default="decimal", kw_only=True
    )


@frozen(eq=False, repr=False)
class Definition(Block):
    """A term and what is said of it."""

    term: Inlines
    blocks: Blocks


@frozen(eq=False, repr=False)
class DefinitionList(Block):
    """Terms with their definitions; also labels with their values (class `meta`)."""

    items: tuple[Definition, ...]


@frozen(eq=False, repr=False)
class Column(Block):
    """A table's column: alignment, and width as a share of the table (0: as its content needs)."""

    align: Alignment = field(default="", kw_only=True)
    width: float = field(default=0.0, kw_only=True)


@frozen(eq=False, repr=False)
class Cell(Block):
    """A table's cell; it stands where it begins, and the places that it spans hold no cell."""

    blocks: Blocks
    row_span: int = field(default=1, kw_only=True)
    column_span: int = field(default=1, kw_only=True)
    align: Alignment = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Row(Block):
    """A table's row: its cells from the reading side on."""

    cells: tuple[Cell, ...]


@frozen(eq=False, repr=False)
class TableBody(Block):
    """Rows that belong together; a stronger rule parts one body from the next."""

    rows: tuple[Row, ...]


@frozen(eq=False, repr=False)
class Table(Block):
    """A table. The first `row_heads` columns head their rows; `number` is filled in by the numbering pass."""

    columns: tuple[Column, ...]
    bodies: tuple[TableBody, ...]
    head: tuple[Row, ...] = field(default=(), kw_only=True)
    foot: tuple[Row, ...] = field(default=(), kw_only=True)
    caption: Inlines = field(default=(), kw_only=True)
    row_heads: int = field(default=0, kw_only=True)
    number: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Band(Node):
    """A term of a scale and its range, as probabilities from 0 to 1."""

    label: str
    low: float
    high: float


@frozen(eq=False, repr=False)
class Range(Node):
    """A row of a chart: what is assessed, its range if it has one, and what is said of it, by default the range."""

    label: str
    low: float | None = None
    high: float | None = None
    words: str = ""


@frozen(eq=False, repr=False)
class RangeChart(Node):
    """Ranges on a scale from 0 to 1 with named bands, such as the likelihoods of scenarios; numbers, not shapes."""

    ranges: tuple[Range, ...]
    bands: tuple[Band, ...] = ()


@frozen(eq=False, repr=False)
class Image(Inline):
    """A picture among the document's resources; `alt` says the same in words, and is empty for mere decoration."""

    resource: str
    alt: str = ""
    width: float = field(default=0.0, kw_only=True)
    """Points; 0 is its own width, never more than its place has."""


@frozen(eq=False, repr=False)
class Figure(Block):
    """A picture or chart with its caption; `alt` says in a sentence what it shows, `description` at length."""

    content: Image | RangeChart
    alt: str
    caption: Inlines = field(default=(), kw_only=True)
    description: Blocks = field(default=(), kw_only=True)
    number: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Quote(Block):
    """Somebody's words, set apart; `attribution` says whose."""

    blocks: Blocks
    attribution: Inlines = field(default=(), kw_only=True)


@frozen(eq=False, repr=False)
class Callout(Block):
    """A passage that stands out, with its title: `bottom-line`, `gap`, `caveat`, `note`, `warning`."""

    kind: str
    blocks: Blocks
    title: Inlines = field(default=(), kw_only=True)


@frozen(eq=False, repr=False)
class Columns(Block):
    """Blocks side by side, each a `Div`; `widths` are shares of the whole, equal when empty."""

    columns: tuple[Div, ...]
    widths: tuple[float, ...] = field(default=(), kw_only=True)


@frozen(eq=False, repr=False)
class CodeBlock(Block):
    """Text shown as it is, line by line; `syntax` names its language."""

    text: str
    syntax: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Rule(Block):
    """A break in thought."""


@frozen(eq=False, repr=False)
class PageBreak(Block):
    """What follows begins a page, where there are pages."""


@frozen(eq=False, repr=False)
class ContentsEntry(Node):
    """A line of the contents: the level (1 for sections right below the document), the anchor and the heading."""

    level: int
    target: str
    inlines: Inlines
    number: str = ""


@frozen(eq=False, repr=False)
class Contents(Block):
    """The list of sections down to `depth`, filled in by the numbering pass."""

    depth: int = field(default=2, kw_only=True)
    entries: tuple[ContentsEntry, ...] = field(default=(), kw_only=True)


@frozen(eq=False, repr=False)
class Notes(Block):
    """Where notes stand when the settings ask for endnotes; filled in by the numbering pass."""

    notes: tuple[Note, ...] = field(default=(), kw_only=True)


@frozen(eq=False, repr=False)
class BibliographyEntry(Block):
    """A source: the id that citations name, its label as citations print it, and what is said of it."""

    source: str
    blocks: Blocks
    label: str = ""


@frozen(eq=False, repr=False)
class Bibliography(Block):
    """The sources, each once."""

    entries: tuple[BibliographyEntry, ...] = ()


@frozen(eq=False, repr=False)
class Div(Block):
    """Blocks that share a role."""

    blocks: Blocks


# --- inlines ------------------------------------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Text(Inline):
    """Characters, shown as they are; never markup."""

    text: str


@frozen(eq=False, repr=False)
class Strong(Inline):
    """Of importance."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class Emphasis(Inline):
    """Stressed."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class Superscript(Inline):
    """Raised."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class Subscript(Inline):
    """Lowered."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class Strikeout(Inline):
    """No longer valid."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class Code(Inline):
    """Text shown as it is, within a line."""

    text: str


@frozen(eq=False, repr=False)
class Link(Inline):
    """A way out of the document: http, https or mailto."""

    url: str
    inlines: Inlines
    title: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Note(Inline):
    """A footnote or endnote, as the settings say; `number` is filled in by the numbering pass."""

    blocks: Blocks
    number: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class CitationItem(Node):
    """One source within a citation, with its locator (`page 4`); prefix and suffix are the words around it."""

    source: str
    prefix: str = field(default="", kw_only=True)
    locator: str = field(default="", kw_only=True)
    suffix: str = field(default="", kw_only=True)
    mode: Literal["normal", "author-in-text", "suppress-author"] = field(default="normal", kw_only=True)


@frozen(eq=False, repr=False)
class Citation(Inline):
    """Sources cited at this place; `inlines` is how the citation reads, filled in by the numbering pass.

    Each source named in `inlines` is a `Reference` to its bibliography entry (anchor `source-…`).
    """

    items: tuple[CitationItem, ...]
    inlines: Inlines = field(default=(), kw_only=True)


@frozen(eq=False, repr=False)
class Reference(Inline):
    """A pointer to an anchor of this document; without words of its own it takes its target's name.

    `title` says where it leads when its words, such as a number, do not.
    """

    target: str
    inlines: Inlines = ()
    title: str = field(default="", kw_only=True)


@frozen(eq=False, repr=False)
class Badge(Inline):
    """A small mark with its words, such as a status; `heard` is what a listener hears: `Status: reported`.

    `kind` is `status`, `likelihood`, `confidence` or `draft`; `value` the term in lower case, which picks the marker.
    """

    kind: str
    value: str
    text: str
    heard: str = ""


@frozen(eq=False, repr=False)
class Abbreviation(Inline):
    """A short form and what it stands for."""

    text: str
    expansion: str


@frozen(eq=False, repr=False)
class SoftBreak(Inline):
    """A line end in the source; a space on the page."""


@frozen(eq=False, repr=False)
class LineBreak(Inline):
    """A line ends here, the paragraph goes on."""


@frozen(eq=False, repr=False)
class Span(Inline):
    """Inlines that share a role or a language."""

    inlines: Inlines


@frozen(eq=False, repr=False)
class Comment(Inline):
    """A remark for those who work on the text; no output shows it unless asked."""

    text: str
    author: str = ""


# --- the document -------------------------------------------------------------------------------------------------


@frozen
class Marking:
    """A handling mark as printed, such as `TLP:AMBER`, and the scheme it belongs to (`tlp`, or empty)."""

    label: str
    scheme: str = ""


@frozen(kw_only=True)
class Meta:
    """What is said about the document: for its properties, and for the header and footer of its pages."""

    title: str
    subtitle: str = ""
    short_title: str = ""
    """For the header of later pages; the title when empty."""
    kind: str = ""
    """For the header of the first page, such as `Policy brief`."""
    footer: str = ""
    """For the left of every footer, such as `Draft · 2 March 2026`."""
    authors: tuple[str, ...] = ()
    language: str = "en-GB"
    direction: Literal["ltr", "rtl"] = "ltr"
    date: str = ""
    """ISO 8601, as far as known: `2026-03-02`, `2026-03`, `2026`."""
    dated: str = ""
    """The date as the document's readers write it: `2 March 2026`."""
    reference: str = ""
    edition: str = ""
    organisation: str = ""
    prepared_for: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    status: str = ""
    watermark: str = ""
    """A word that lies across every page, where a format knows such a thing: `Draft`."""
    marking: Marking | None = None


@frozen(kw_only=True)
class Settings:
    """What a template's options decide about numbering and notes."""

    number_sections: bool = False
    notes: Literal["footnotes", "endnotes"] = "footnotes"
    citation_style: Literal["numeric", "author-date", "note"] = "numeric"
    contents_depth: int = 2


@frozen(kw_only=True)
class Labels:
    """The words that a backend itself has to print or speak, in the document's language."""

    page: str = "Page"
    page_of: str = "Page {page} / {pages}"
    table: str = "Table"
    figure: str = "Figure"
    note: str = "Note"
    notes: str = "Notes"
    contents: str = "Contents"
    continued: str = "continued"
    section: str = "Section"
    likelihood: str = "Likelihood"
    range: str = "Range"
    scale: str = "Scale"


@frozen
class Resource:
    """Bytes that the document shows, named by the hash of their content (SHA-256, hexadecimal)."""

    id: str
    media_type: str
    data: bytes = field(repr=False)


@frozen
class Attachment:
    """A file that rides along with the document."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    description: str = ""


@frozen
class Item:
    """A cited source: its id and its CSL-JSON fields as a JSON object in text form."""

    id: str
    csl: str = "{}"


@frozen(kw_only=True)
class Document:
    """A whole brief, composed: everything that a backend needs and nothing that it has to look up."""

    meta: Meta
    blocks: Blocks = ()
    settings: Settings = Factory(Settings)
    labels: Labels = Factory(Labels)
    references: tuple[Item, ...] = ()
    resources: tuple[Resource, ...] = ()
    attachments: tuple[Attachment, ...] = ()
