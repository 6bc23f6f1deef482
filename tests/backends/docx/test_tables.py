"""Tables in a Word file: heads that repeat, spans, widths, tints, groups."""

from contextlib import suppress

import pytest
from documents import bare_document, cell, everything
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.document.nodes import Attrs, Callout, Cell, Column, Columns, Div, Row, Table, TableBody, Text
from briefgen.errors import RenderError

from .lint import lint
from .reading import W, render, text, xml


def made(table):
    """Render a table alone and give its element."""
    return next(xml(render(bare_document(table)).data).iter(f"{W}tbl"))


def grid(rows, columns=3, **more):
    """Make a table of rows of words."""
    body = TableBody(tuple(Row(tuple(cell(word) for word in row)) for row in rows))
    return Table(tuple(Column() for _ in range(columns)), (body,), **more)


def test_the_head_repeats_and_rows_stay_whole():
    """Every head row is marked to repeat on the next page; no row breaks over two."""
    table = made(grid([("a", "b", "c")], head=(Row((cell("x"), cell("y"), cell("z"))),)))
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_widths_hold_on_grid_and_cells():
    """The shares decide; the same twips stand on the grid and on every cell, so that every program agrees."""
    columns = (Column(width=0.5), Column(width=0.25), Column(width=0.25))
    table = made(Table(columns, (TableBody((Row((cell("a"), cell("b"), cell("c"))),)),)))
    widths = [int(e.get(f"{W}w")) for e in table.iter(f"{W}gridCol")]
    assert widths == [int(e.get(f"{W}w")) for e in table.iter(f"{W}tcW")]
    assert abs(widths[0] - 2 * widths[1]) <= 1
    assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


def test_a_column_without_a_width_takes_what_its_words_need():
    """Long words get more room than short ones."""
    table = made(grid([("a", "a much longer text than the others", "b")]))
    first, second, third = (int(e.get(f"{W}w")) for e in table.iter(f"{W}gridCol"))
    assert second > 2 * first
    assert first == third


def test_spans_go_over_rows_and_columns():
    """A cell that spans holds its places; those below it go on with it and say nothing."""
    spanning = Row((cell("both", row_span=2, column_span=2), cell("1")))
    table = made(Table((Column(),) * 3, (TableBody((spanning, Row((cell("2"),)))),)))
    first, second = table.findall(f"{W}tr")
    assert [text(c) for c in first.findall(f"{W}tc")] == ["both", "1"]
    assert [text(c) for c in second.findall(f"{W}tc")] == ["", "2"]
    assert first.find(f".//{W}vMerge").get(f"{W}val") == "restart"
    assert second.find(f".//{W}vMerge").get(f"{W}val") == "continue"
    assert second.find(f".//{W}gridSpan").get(f"{W}val") == "2"


def test_a_stance_tints_its_cell_and_an_absence_does_not():
    """The theme's colour of the stance; what was not reported is muted."""
    cells = (cell("Port"), cell("For", "for"), cell("None reported", "absent"))
    table = made(Table((Column(),) * 3, (TableBody((Row(cells),)),), row_heads=1, attrs=Attrs(classes=("matrix",))))
    fills = [c.find(f"{W}tcPr/{W}shd") for c in table.iter(f"{W}tc")]
    assert [None if f is None else f.get(f"{W}fill") for f in fills] == [None, "E2EAEB", None]
    styles = [p.get(f"{W}val") for p in table.iter(f"{W}pStyle")]
    assert styles == ["TableRowHead", "TableText", "TableAbsent"]
    assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "PositionMatrix"


def test_a_short_row_is_filled_and_a_long_one_refused():
    """No cell is missing, and none is dropped in silence."""
    assert [text(c) for c in made(grid([("a",)])).iter(f"{W}tc")] == ["a", "", ""]
    with pytest.raises(RenderError, match="4 cells of a row do not fit into the table's 3 columns"):
        made(grid([("a", "b", "c", "d")]))


@pytest.mark.parametrize("columns", [0, 64, 300])
def test_columns_that_word_can_not_hold_are_an_error(columns):
    """Word would call the file damaged."""
    with pytest.raises(RenderError, match=f"{columns} columns; Word holds 1 to 63"):
        made(grid([()], columns=columns))


def test_tables_in_a_row_stay_apart():
    """Word joins tables that follow each other; a small paragraph parts them."""
    one = grid([("a", "b", "c")])
    assert lint(render(bare_document(one, one, Callout("gap", (one, one)))).data) == []


def test_cards_are_one_row_of_equal_height():
    """Each card is a cell, with a gap between two."""
    cards = tuple(Div((cell(word).blocks), attrs=Attrs(classes=("card",))) for word in ("one", "two", "three"))
    table = made(Columns(cards, attrs=Attrs(classes=("cards",))))
    assert [text(c) for c in table.iter(f"{W}tc")] == ["one", "", "two", "", "three"]
    assert len(table.findall(f"{W}tr")) == 1


def test_a_chart_says_its_numbers_in_a_table():
    """What a picture would show is read: each range, what was not assessed, and the scale's terms."""
    said = text(xml(render(everything()).data))
    assert "Reopening55–80\u00a0%Closurenot assessed" in said
    assert "Unlikely 20–45\u00a0% · Likely 55–80\u00a0%" in said


spans = st.integers(1, 4)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.tuples(spans, spans), max_size=3), max_size=5), st.integers(1, 3))
def test_any_spans_make_a_sound_table(rows, heads):
    """Spans that overlap or leave the table are cut to what there is; every row fills the grid."""
    made_rows = tuple(Row(tuple(Cell((), row_span=down, column_span=across) for down, across in row)) for row in rows)
    table = Table((Column(),) * 4, (TableBody(made_rows),), head=(Row(()),), row_heads=heads, caption=(Text("c"),))
    with suppress(RenderError):  # more cells than fit
        assert lint(render(bare_document(table)).data) == []
