"""What the look asks for beyond measures: the column of prose, the strokes of grouped rows, even titles."""

from itertools import pairwise

from backends.pdf.readback import opened, runs, strokes
from documents import bare_document, cell, p

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.themes import load_theme

THEME = load_theme()
RENDERER = PdfBackend().prepare(THEME, RenderOptions())
LEFT = THEME.page.left


def test_text_begins_at_the_margin_and_prose_keeps_to_its_column():
    """Lines of prose begin at the left margin and leave the side column free."""
    words = "The committee noted that dredging would resume, and that nobody had said who would pay for it. " * 9
    page = opened(RENDERER.render(bare_document(p(words))).data)
    body = [run for run in runs(page.pages[0]) if run[1] == THEME.roles["body"].size]
    assert {round(run[3], 1) for run in body} == {round(LEFT, 1)}
    steps = {round(above[4] - below[4], 2) for above, below in pairwise(body)}
    assert steps == {THEME.roles["body"].leading}


def test_tables_have_strong_edges_and_light_rules():
    """A table is edged in ink, its head parted by a mute rule, its rows by light ones, rows of a group by hairs."""
    rows = [n.Row((cell(f"{i}"), cell("x"))) for i in range(4)]
    bodies = (n.TableBody(tuple(rows[:2])), n.TableBody(tuple(rows[2:])))
    table = n.Table((n.Column(), n.Column()), bodies, head=(n.Row((cell("a"), cell("b"))),))
    page = opened(RENDERER.render(bare_document(table)).data)
    colours = {value: name for name, value in THEME.colours.items()}
    lines = sorted(strokes(page.pages[0]), key=lambda s: -s[3])
    named = [(thickness, colours[colour]) for thickness, colour, *_ in lines]
    edge, rule, hair = (0.9, "ink"), (0.5, "rule"), (0.5, "hair")
    assert named == [edge, (0.5, "mute"), hair, rule, hair, edge]


def test_a_title_is_broken_into_lines_of_about_one_length():
    """No title ends in a short line."""
    title = "Envoys in Moscow: a channel opens, the territorial question does not move"
    page = opened(RENDERER.render(bare_document(title=title)).data)
    lines = [text for text, size, *_ in runs(page.pages[0]) if size == THEME.roles["title"].size]
    assert lines == ["Envoys in Moscow: a channel opens,", "the territorial question does not move"]


def test_figures_keep_clear_of_the_words_beside_them():
    """A number at the right of its column is not read together with a word at the left of the next."""
    columns = (n.Column(), n.Column(align="right"), n.Column(), n.Column(align="right"), n.Column(align="right"))
    row = n.Row(tuple(cell(text) for text in ("a", "1", "2 March", "5", "6")))
    file = opened(RENDERER.render(bare_document(n.Table(columns, (n.TableBody((row,)),)))).data)
    at = {text: x for text, size, _, x, _ in runs(file.pages[0]) if size == THEME.roles["table-cell"].size}
    assert at["2 March"] - at["1"] > 4.5 + 8 + 6.9
    assert at["6"] > THEME.page.left + THEME.page.text - 10
