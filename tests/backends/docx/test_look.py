"""How a Word file looks: as the PDF of the same brief, by styles that a person can change."""

from backends.docx.lint import lint
from backends.docx.reading import W, paragraphs, render, style, xml
from documents import bare_document, p

from briefgen.document.nodes import Attrs, Callout, Columns, Div, ListItem, OrderedList, Text

CARDS = Attrs(classes=("cards",))


def card(words):
    """A card of so many words."""
    return Div((p("Stalemate", "card-title"), p("word " * words)), attrs=Attrs(classes=("card",)))


def tables(*blocks):
    """Give the number of columns of each table."""
    data = render(bare_document(*blocks)).data
    assert lint(data) == []
    return [len(table.findall(f"{W}tblGrid/{W}gridCol")) for table in xml(data).iter(f"{W}tbl")]


def test_short_cards_stand_side_by_side_long_ones_below_each_other():
    """Above sixty words a narrow column is no longer read with ease."""
    assert tables(Columns((card(9), card(9), card(9)), attrs=CARDS)) == [5]  # with the gaps between them
    assert tables(Columns((card(9), card(90), card(9)), attrs=CARDS)) == [1, 1, 1]
    assert tables(Columns((card(9),), attrs=CARDS)) == [1]
    assert tables(Columns((card(1),) * 6, attrs=CARDS)) == [1] * 6  # too narrow


def test_what_is_asked_has_a_style_of_its_own():
    """It is an item of a numbered list, close to the details below it."""
    item = ListItem((p("Agree.", "action"), p("To agree", "facts")))
    root = xml(render(bare_document(OrderedList((item,), attrs=Attrs(classes=("recommendations",))))).data)
    assert paragraphs(root)[1:3] == [("Recommendation", "Agree."), ("FactLine", "To agree")]
    numbered = [style(e) for e in root.iter(f"{W}p") if e.find(f"{W}pPr/{W}numPr") is not None]
    assert numbered == ["Recommendation"]


def test_a_callout_in_a_card_begins_on_the_line_of_its_name():
    """There is little room; the kind stands out by weight and colour, and no word of it is lost."""
    gap = Callout("gap", (p("Who pays."), p("It matters.")), title=(Text("Not known"),))
    root = xml(render(bare_document(Columns((Div((gap,)), Div((p("x"),)))))).data)
    assert ("GapNote", "Not known\u2002Who pays.") in paragraphs(root)
    assert [e.get(f"{W}val") for e in root.iter(f"{W}rStyle")] == ["GapName"]


def test_panels_stand_apart():
    """Two remarks, and a remark above the bottom line, have room between them; notes below rules bring their own."""
    kinds = ("note", "bottom-line", "gap", "caveat")
    root = xml(render(bare_document(*(Callout(kind, (p("x"),)) for kind in kinds))).data)
    styles = [style for style, _ in paragraphs(root)][1:]
    assert styles[:7] == ["BriefNote", "Spacer", "BottomLine", "Spacer", "GapNote", "CellEnd", "Caveat"]
