"""A small document for each node, each with words of its own, so that a test can say which node a format lost."""

from __future__ import annotations

from ..document import nodes as n
from ..document.numbering import number
from .pieces import PICTURE, cell, li, p

_BLOCKS: tuple[n.Block, ...] = (
    n.Section((n.Text("Harbour"),), (p("mole"), n.Section((n.Text("Basin"),), (p("lock"),)))),
    p("quay"),
    n.BulletList((li("anchor", n.BulletList((li("chain"),))), li("buoy", checked=True))),
    n.OrderedList((li("pilot"), li("tug", p("towline"))), start=3),
    n.DefinitionList((n.Definition((n.Text("Draught"),), (p("depth"), p("keel"))),)),
    n.Table(
        (n.Column(), n.Column()),
        (n.TableBody((n.Row((cell("grain"), cell("silo"))),)), n.TableBody((n.Row((cell("barge", column_span=2),)),))),
        head=(n.Row((cell("Cargo"), cell("Store"))),),
        foot=(n.Row((cell("Total"), cell("tonnage"))),),
        caption=(n.Text("Freight"),),
    ),
    n.Figure(
        n.Image(PICTURE.id, width=40), "Two squares at dusk", caption=(n.Text("Lights"),), description=(p("beacon"),)
    ),
    n.Quote((p("ahoy"),), attribution=(n.Text("The mate"),)),
    n.Callout("gap", (p("fog"),), title=(n.Text("Unseen"),)),
    n.Columns((n.Div((p("port"),)), n.Div((p("starboard"),)))),
    n.CodeBlock("fathoms = 6\n    sound(*lead)", syntax="python"),
    n.Rule(),
    n.PageBreak(),
    n.Contents(),
    n.Notes(),
    n.Bibliography((n.BibliographyEntry("pilot", (p("Pilot book"), p("reliable", "small"))),)),
    n.Div((p("ballast"),)),
)
_CHART = n.Figure(
    n.RangeChart(
        (n.Range("Landfall", 0.55, 0.8), n.Range("Wreck", words="unassessed")), (n.Band("Likely", 0.55, 0.8),)
    ),
    "Landfall is likely",
)
_INLINES: tuple[n.Inline, ...] = (
    n.Text("rope"),
    n.Strong((n.Text("hawser"),)),
    n.Emphasis((n.Text("drift"), n.Strong((n.Text("wood"),)))),
    n.Superscript((n.Text("mast"),)),
    n.Subscript((n.Text("hull"),)),
    n.Strikeout((n.Text("scuttled"),)),
    n.Code("rudder = `hard`"),
    n.Link("https://example.org/chart?a=1&b=2", (n.Text("sea chart"),)),
    n.Image(PICTURE.id, "a red light", width=10),
    n.Note((p("soundings"),)),
    n.Citation((n.CitationItem("pilot", prefix="cf.", locator="p. 7"),)),
    n.Reference("elsewhere", (n.Text("astern"),)),
    n.Badge("status", "reported", "Reported", "Status: reported"),
    n.Abbreviation("VTS", "vessel traffic service"),
    n.SoftBreak(),
    n.LineBreak(),
    n.Span((n.Text("bâbord"),), attrs=n.Attrs(language="fr")),
    n.Comment("Who wrote this?", "The bosun"),
)


def samples() -> dict[str, n.Document]:
    """Give a numbered document for each node that can stand in one, by the name of the node's class.

    Nodes that only stand within another, such as cells, are in that one's document.
    """
    blocks = {type(block).__name__: _sample(block) for block in _BLOCKS}
    inlines = {type(inline).__name__: _sample(_paragraph(inline)) for inline in _INLINES}
    return {**blocks, "RangeChart": _sample(_CHART), **inlines}


def _paragraph(inline: n.Inline) -> n.Paragraph:
    """Put an inline between words, with no blank to either side."""
    return n.Paragraph((n.Text("before"), inline, n.Text("after")))


def _sample(block: n.Block) -> n.Document:
    """Put a block between two others; what is referred to and cited stands below."""
    target = n.Div((p("Elsewhere"),), attrs=n.Attrs(id="elsewhere"))
    blocks = (p("Sample", "title"), p("Above."), block, target, n.Section((n.Text("End"),)))
    meta = n.Meta(title="Sample")
    return number(n.Document(meta=meta, blocks=blocks, references=(n.Item("pilot"),), resources=(PICTURE,)))[0]
