"""The look of the institute's theme, read back from the pages: sizes, colours and places of the main roles."""

from itertools import pairwise

import pytest
from backends.pdf.readback import opened, runs, strokes
from documents import bare_document, cell, everything, p

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.themes import load_theme

THEME = load_theme()
RENDERER = PdfBackend().prepare(THEME, RenderOptions())
LEFT = THEME.page.left


@pytest.fixture(scope="module")
def file():
    """The document with every node, rendered and opened."""
    return opened(RENDERER.render(everything()).data)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ports · Access", "kicker"),
        ("Every node & <nothing> else", "title"),
        ("A document to test with", "subtitle"),
        ("Published", "meta-label"),
        ("2 March 2026", "meta-value"),
        ("The harbour reopens, says the port.", "bottom-line"),
        ("Inlines", "h1"),
        ("A deeper heading", "h2"),
        ("Deepest", "h3"),
        ("Below it.", "body"),
        ("Party", "table-head"),
        ("wants", "table-cell"),
        ("Who pays.", "small"),
        ("if a < b:", "code"),
    ],
)
def test_each_role_has_its_size_and_colour(file, text, role):
    """Text is set as the theme says for its role."""
    wanted = THEME.roles[role]
    found = {(size, colour) for page in file.pages for t, size, colour, _, _ in runs(page) if t == text}
    assert (wanted.size, THEME.colours[wanted.colour]) in found


def test_text_begins_at_the_margin_and_prose_keeps_to_its_column():
    """Lines of prose begin at the left margin and leave the side column free."""
    words = "The committee noted that dredging would resume, and that nobody had said who would pay for it. " * 9
    page = opened(RENDERER.render(bare_document(p(words))).data)
    body = [run for run in runs(page.pages[0]) if run[1] == THEME.roles["body"].size]
    assert {round(run[3], 1) for run in body} == {round(LEFT, 1)}
    steps = {round(above[4] - below[4], 2) for above, below in pairwise(body)}
    assert steps == {THEME.roles["body"].leading}


def test_a_chapter_begins_below_a_rule_across_the_page(file):
    """The rule above a heading of the first level is in the accent colour and as wide as the page's measure."""
    rules = [s for page in file.pages for s in strokes(page) if s[:2] == (0.75, THEME.colours["accent"])]
    assert rules
    assert all(x == pytest.approx(LEFT, abs=0.01) for _, _, x, _, _ in rules)
    assert all(width == pytest.approx(THEME.page.wide, abs=0.02) for *_, width in rules)


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


def test_header_and_footer_stand_where_the_theme_says(file):
    """The marking's box ends where the header ends and begins where the footer starts."""
    page = file.pages[0]
    marks = [y for text, size, _, _, y in runs(page) if text == "TLP:AMBER" and size == THEME.roles["marking"].size]
    header, footer = max(marks), min(marks)
    assert header - 3.2 == pytest.approx(THEME.page.height - THEME.page.header, abs=0.1)
    assert footer + 0.66 * 12 + 3.2 == pytest.approx(THEME.page.footer, abs=0.1)


def test_a_title_is_broken_into_lines_of_about_one_length():
    """No title ends in a short line."""
    title = "Envoys in Moscow: a channel opens, the territorial question does not move"
    page = opened(RENDERER.render(bare_document(title=title)).data)
    lines = [text for text, size, *_ in runs(page.pages[0]) if size == THEME.roles["title"].size]
    assert lines == ["Envoys in Moscow: a channel opens,", "the territorial question does not move"]
