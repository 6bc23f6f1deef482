"""Documents for the tests of several rooms: one with every node, one with nothing, one of hostile text."""

import hashlib
import io

from PIL import Image as Picture

from briefgen.document import number
from briefgen.document.nodes import (
    Abbreviation,
    Attrs,
    Badge,
    Band,
    Bibliography,
    BibliographyEntry,
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
    ListItem,
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
    Resource,
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


def _png() -> bytes:
    """Make a picture of two squares, red and blue."""
    picture = Picture.new("RGB", (40, 20), "red")
    picture.paste("blue", (20, 0, 40, 20))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


PNG = _png()
PICTURE = Resource(hashlib.sha256(PNG).hexdigest(), "image/png", PNG)


def p(text: str, *classes: str, id: str = "") -> Paragraph:
    """Make a paragraph of plain text."""
    return Paragraph((Text(text),), attrs=Attrs(id=id, classes=classes))


def li(text: str, *more, checked=None) -> ListItem:
    """Make a list item of a paragraph and further blocks."""
    return ListItem((p(text), *more), checked=checked)


def cell(text: str, *classes: str, **spans) -> Cell:
    """Make a cell of one paragraph."""
    return Cell((p(text),), attrs=Attrs(classes=classes), **spans)


def bare_document(*blocks, **meta) -> Document:
    """Make a numbered document of some blocks below a title."""
    title = meta.setdefault("title", "A title")
    return number(Document(meta=Meta(**meta), blocks=(p(title, "title"), *blocks)))[0]


def everything(notes: str = "footnotes") -> Document:
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


def _sections():
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


def _inlines():
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


def _more_inlines():
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


def _blocks():
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


def _table():
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


def _matrix():
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


def _sources():
    letter = Paragraph((Text("Union letter. As cited in "), Citation((CitationItem("port"),)), Text(".")))
    entries = (
        BibliographyEntry("port", (p("Port report. 2025."), p("Reliability B, usually reliable", "small"))),
        BibliographyEntry("union", (letter,)),
    )
    return Section((Text("Sources"),), (Bibliography(entries),))


HOSTILE = (
    "AT&T a<b </w:t></w:r>",
    "<img src='/etc/passwd'> <font color=red>x</font> <!-- --> <script>alert(1)</script>",
    "{{7*7}} {% for x in y %} {{ ''.__class__ }}",
    "| a | b | # heading 1. one - two * three _four_ `five` ~~six~~ [x](javascript:alert(1)) ![i](http://e.example/x)",
    "(\\) )( \\n \\050 %PDF ]TJ ET endstream endobj",
    "tab\there, quote \" ' and &amp; &#60; ]]> \\ $ ^ @cite [@cite] [^1] ::: div",
    "Ἑλλάς Україна Việt Nam — – ‘’ “” … € ½ −",
)


def hostile() -> Document:
    """Make a numbered document whose every text is an attack on some format."""
    blocks = tuple(_attack(text) for text in HOSTILE)
    words = {"keywords": HOSTILE, "authors": HOSTILE, "footer": HOSTILE[1], "kind": HOSTILE[2]}
    return bare_document(*blocks, title=HOSTILE[0], **words)


def _attack(text: str) -> Section:
    table = Table(
        (Column(), Column()),
        (TableBody((Row((cell(text), cell(text))),)),),
        head=(Row((cell(text), cell("b"))),),
        caption=(Text(text),),
    )
    callout = Callout("gap", (p(text),), title=(Text(text),))
    return Section((Text(text),), (p(text), BulletList((li(text),)), callout, table))
