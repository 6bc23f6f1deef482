"""A document that holds every node of the tree."""

from __future__ import annotations

from typing import Literal

from ..document.nodes import (
    Abbreviation,
    Attrs,
    Badge,
    Band,
    Bibliography,
    BibliographyEntry,
    Blocks,
    BulletList,
    Callout,
    Cell,
    Citation,
    CitationItem,
    Code,
    CodeBlock,
    Column,
    Columns,
    Comment,
    Contents,
    Definition,
    DefinitionList,
    Div,
    Document,
    Emphasis,
    Figure,
    Image,
    Item,
    LineBreak,
    Link,
    Marking,
    Meta,
    Note,
    Notes,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Range,
    RangeChart,
    Reference,
    Row,
    Rule,
    Section,
    Settings,
    SoftBreak,
    Span,
    Strikeout,
    Strong,
    Subscript,
    Superscript,
    Table,
    TableBody,
    Text,
)
from ..document.numbering import number
from .pieces import PICTURE, cell, li, p


def everything(notes: Literal["footnotes", "endnotes"] = "footnotes") -> Document:
    """Make a numbered document that holds every node of the tree, each at least once."""
    head = (
        p("Ports · Access", "kicker"),
        p("Every node & <nothing> else", "title"),
        p("A document to test with", "subtitle"),
        DefinitionList(
            (
                Definition((Text("Published"),), (p("2 March 2026"),)),
                Definition((Text("Status"),), (Paragraph((Badge("draft", "draft", "Draft", "Status: draft"),)),)),
            ),
            attrs=Attrs(classes=("meta",)),
        ),
        Callout("bottom-line", (p("The harbour reopens, says the port."),), title=(Text("Bottom line"),)),
        Contents(depth=2),
    )
    document = Document(
        meta=Meta(
            title="Every node & <nothing> else",
            subtitle="A document to test with",
            short_title="Every node",
            kind="Policy brief",
            footer="Draft · 2 March 2026",
            authors=("A. Author", "B. Böll & Co"),
            date="2026-03-02",
            keywords=("ports", "access"),
            status="draft",
            marking=Marking("TLP:AMBER", "tlp"),
        ),
        blocks=(*head, *_sections(), Notes(), _sources()),
        settings=Settings(notes=notes),
        references=(Item("port", '{"type": "report", "title": "Port report"}'), Item("union")),
        resources=(PICTURE,),
    )
    return number(document)[0]


def _sections() -> tuple[Section, ...]:
    ranges = (Range("Reopening", 0.55, 0.8), Range("Closure", words="not assessed"))
    chart = RangeChart(ranges, (Band("Unlikely", 0.2, 0.45), Band("Likely", 0.55, 0.8)))
    return (
        Section((Text("Inlines"),), (_inlines(), PageBreak(), _more_inlines()), attrs=Attrs(id="inlines")),
        Section((Text("Blocks "), Badge("status", "reported", "Reported", "Status: reported")), _blocks()),
        Section((Text("Tables"),), (_table(), _matrix())),
        Section(
            (Text("Figures"),),
            (
                Figure(Image(PICTURE.id, "", width=40), "A red and a blue square", caption=(Text("Two squares"),)),
                Figure(
                    chart,
                    "Reopening is likely; closure is not assessed",
                    caption=(Text("How likely"),),
                    description=(p("Reopening lies between 55 and 80 percent."),),
                ),
            ),
        ),
    )


def _inlines() -> Paragraph:
    note = Paragraph((Text("A note with a "), Link("https://example.org/n", (Text("link"),)), Text(".")))
    return Paragraph(
        (
            Text("Plain, "),
            Strong((Text("strong"),)),
            Text(", "),
            Emphasis((Text("stressed "), Strong((Text("and strong"),)))),
            Text(", x"),
            Superscript((Text("2"),)),
            Text(", H"),
            Subscript((Text("2"),)),
            Text("O, "),
            Strikeout((Text("withdrawn"),)),
            Text(", "),
            Code("a | b `c`"),
            SoftBreak(),
            Text("and a "),
            Link("https://example.org/?a=1&b=(2)", (Text("way out"),), title="Out"),
            Text("."),
            Note((note,)),
            LineBreak(),
            Text("A new line\u00a0here, said by two "),
            Citation((CitationItem("port", locator="p. 4"), CitationItem("union", prefix="see"))),
            Text("."),
        )
    )


def _more_inlines() -> Paragraph:
    return Paragraph(
        (
            Badge("status", "unconfirmed", "Unconfirmed", "Status: unconfirmed"),
            Text(" "),
            Badge("likelihood", "likely", "Likely", "Likelihood: likely"),
            Text(" "),
            Badge("confidence", "low", "Low confidence", "Confidence: low"),
            Text(" "),
            Abbreviation("UN", "United Nations"),
            Text(" and "),
            Span((Text("la même chose"),), attrs=Attrs(language="fr")),
            Text(", a "),
            Reference("inlines", ()),
            Text(" and "),
            Reference("the-table", ()),
            Comment("Is this so?", "B. Böll"),
            Text(" and a picture "),
            Image(PICTURE.id, "two squares", width=10),
            Text("."),
        )
    )


def _blocks() -> Blocks:
    nested = BulletList((li("inner one"), li("inner two", OrderedList((li("deep"),)))))
    ranked = Paragraph((Badge("likelihood", "ranked", "Ranked 1st"),))
    first = Div(
        (ranked, p("It reopens", "card-title"), p("In May.")),
        attrs=Attrs(id="scenario-reopens", classes=("card",)),
    )
    second = Div((p("It stays shut", "card-title"), p("Until autumn.")), attrs=Attrs(classes=("card",)))
    return (
        BulletList((li("bullet one"), li("bullet two", nested))),
        OrderedList((li("third"), li("fourth")), start=3),
        OrderedList((li("alpha"), li("beta")), style="lower-alpha"),
        BulletList((li("open", checked=False), li("done", checked=True))),
        DefinitionList((Definition((Text("Berth"),), (p("A place at the quay."), p("For one ship."))),)),
        Section((Text("A deeper heading"),), (p("Below it."), Section((Text("Deepest"),), (p("Text."),)))),
        Quote((p("Nobody said who would pay."),), attribution=(Text("The union"),)),
        Callout("gap", (p("Who pays."), p("It decides the rest.", "small")), title=(Text("Not known"),)),
        Callout("caveat", (p("One source only."),), title=(Text("Caveat"),)),
        Callout("caveat", (p("And that one is old."),), title=(Text("Caveat"),)),
        Callout("note", (p("How to read this."),)),
        Callout("warning", (p("Do not hand on."),), title=(Text("Warning"),)),
        CodeBlock("if a < b:\n    print('&')\n", syntax="python"),
        Rule(),
        Columns((Div((p("Left."),)), Div((p("Right."),)))),
        Columns((first, second), attrs=Attrs(classes=("cards",))),
        Div((p("In a division.", id="inside"),), attrs=Attrs(classes=("aside",))),
    )


def _table() -> Table:
    parties = (
        Row((cell("Port", row_span=2), cell("wants"), cell("12"))),
        Row((cell("fears"), cell("7"))),
    )
    return Table(
        (Column(), Column(), Column(align="right", width=0.3)),
        (TableBody(parties), TableBody((Row((cell("Union"), cell("spans two", column_span=2))),))),
        head=(Row((cell("Party"), cell("What"), cell("How many"))),),
        foot=(Row((cell("Sum"), cell(""), cell("19"))),),
        caption=(Text("Parties and numbers"),),
        row_heads=1,
        attrs=Attrs(id="the-table", classes=("wide",)),
    )


def _matrix() -> Table:
    sign = Span((Text("++"),), attrs=Attrs(classes=("sign",)))
    stance = Cell((Paragraph((sign, Text(" Strongly for"))),), attrs=Attrs(classes=("strongly-for",)))
    several = Cell((p("Two paragraphs."), BulletList((li("and"), li("a list")))))
    rows = (
        Row((cell("Port"), stance, cell("None reported", "absent"))),
        Row((cell("Union"), several, cell("x"))),
    )
    return Table(
        (Column(), Column(), Column()),
        (TableBody(rows),),
        head=(Row((cell("Party"), cell("Dredging"), cell("Fees"))),),
        row_heads=1,
        attrs=Attrs(classes=("matrix", "wide")),
    )


def _sources() -> Section:
    letter = Paragraph((Text("Union letter. As cited in "), Citation((CitationItem("port"),)), Text(".")))
    entries = (
        BibliographyEntry("port", (p("Port report. 2025."), p("Reliability B, usually reliable", "small"))),
        BibliographyEntry("union", (letter,)),
    )
    return Section((Text("Sources"),), (Bibliography(entries),))
