"""Pages of other kinds: such as lie on their side, and the cover."""

import re

import pytest
from attrs import evolve
from backends.pdf.readback import findings, heard, opened, page_texts, runs, squeezed, strokes
from documents import bare_document, cell, p

from briefgen import compose, from_dict
from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.testing import read_aloud
from briefgen.themes import load_theme

THEME = load_theme()
PAGE = THEME.page
RENDERER = PdfBackend().prepare(THEME, RenderOptions())
MARKING = n.Marking("TLP:AMBER", "tlp")


def lying(*blocks):
    """Put blocks on pages that lie on their side."""
    return n.Div(blocks, attrs=n.Attrs(classes=("landscape",)))


def table(rows):
    """Make a table of many rows."""
    made = tuple(n.Row((cell(f"row {i}"), cell("x"))) for i in range(rows))
    return n.Table((n.Column(), n.Column()), (n.TableBody(made),), head=(n.Row((cell("a"), cell("b"))),))


def sizes(file):
    """Say of each page whether it stands or lies."""
    boxes = [[float(value) for value in page.MediaBox] for page in file.pages]
    return ["lies" if width > height else "stands" for _, _, width, height in boxes]


@pytest.fixture(scope="module")
def turned():
    """A document with a section whose long table lies on its side, and text before and after."""
    section = n.Section((n.Text("Many columns"),), (lying(table(60)),))
    document = bare_document(p("Before."), section, n.Section((n.Text("On"),), (p("After."),)))
    document = evolve(document, meta=evolve(document.meta, marking=MARKING))
    return document, RENDERER.render(document)


def test_only_what_asks_for_it_lies_on_its_side(turned):
    """Pages stand again after the part, and everything is read in order, within both standards."""
    document, out = turned
    kinds = sizes(opened(out.data))
    assert kinds[0] == kinds[-1] == "stands"
    assert set(kinds[1:-1]) == {"lies"}
    assert len(kinds) > 4
    assert squeezed(heard(out.data)) == squeezed(read_aloud(document, out.pages))
    assert findings(out.data) == []


def test_a_heading_comes_along_to_the_page_that_lies(turned):
    """The heading right above stands over its table, below a rule from margin to margin."""
    file = opened(turned[1].data)
    assert "Many columns" not in page_texts(turned[1].data)[0]
    assert "Many columns" in page_texts(turned[1].data)[1]
    rule = next(s for s in strokes(file.pages[1]) if s[:2] == (0.75, THEME.colours["accent"]))
    assert rule[4] == pytest.approx(PAGE.height - PAGE.left - PAGE.right, abs=0.02)


def test_tables_and_markings_reach_to_the_margins_of_pages_that_lie(turned):
    """A table is as wide as such a page's measure; text keeps within its head and foot."""
    file = opened(turned[1].data)
    wide = PAGE.height - PAGE.left - PAGE.right
    for page in list(file.pages)[1:-1]:
        edges = [width for thickness, _, _, _, width in strokes(page) if thickness == 0.9]
        assert edges
        assert all(width == pytest.approx(wide, abs=0.1) for width in edges)
        rows = [y for text, size, _, _, y in runs(page) if text.startswith("row ")]
        assert min(rows) > PAGE.bottom
        assert max(rows) < PAGE.width - PAGE.top
        assert {round(x) for text, _, _, x, _ in runs(page) if text == "TLP:AMBER"} < set(range(700, 790))


def test_a_part_that_lies_may_begin_and_end_the_document():
    """No page is empty before or after it."""
    document = n.Document(meta=n.Meta(title="T"), blocks=(lying(p("T", "title"), p("Only this.")),))
    assert sizes(opened(RENDERER.render(document).data)) == ["lies"]


def test_a_break_before_a_part_that_lies_leaves_no_page_empty():
    """A page that was asked for anyway is the one that lies; a heading before the break stays where it is."""
    blocks = (n.Section((n.Text("Alone"),), (n.PageBreak(), lying(p("inside")), lying(p("again")))), p("after"))
    out = RENDERER.render(bare_document(*blocks))
    assert sizes(opened(out.data)) == ["stands", "lies", "lies", "stands"]
    assert "Alone" in page_texts(out.data)[0]


def test_what_cannot_have_pages_of_its_own_stays_where_it_is():
    """Within a cell, a card or a quotation, a part that asks for pages is set in its place."""
    inner = lying(p("inside"))
    within = n.Table((n.Column(),), (n.TableBody((n.Row((n.Cell((inner,)),)),)),))
    out = RENDERER.render(bare_document(within, n.Quote((inner,)), n.Columns((n.Div((inner,)),))))
    assert sizes(opened(out.data)) == ["stands"]
    assert page_texts(out.data)[0].count("inside") == 3


BRIEF = {
    "title": "Harbour",
    "subtitle": "What reopens",
    "organisation": "Desk",
    "date": "2026-03-02",
    "status": "draft",
    "marking": "TLP:AMBER",
    "bottom_line": "It reopens in May.",
}


def test_a_cover_stands_alone_with_what_has_to_be_known_first():
    """Title, subtitle, organisation, date, status and marking have a page of their own, which has no number."""
    document = compose(from_dict(BRIEF), options={"cover": True})
    out = RENDERER.render(document)
    cover, first = page_texts(out.data)
    for said in ("Harbour", "What reopens", "Desk", "2 March 2026", "Draft"):
        assert said in cover
    assert squeezed(cover).count("TLP:AMBER") == 3
    assert "Page" not in cover
    assert "Page 2 / 2" in first
    assert "It reopens in May." in first
    assert squeezed(heard(out.data)) == squeezed(read_aloud(document, out.pages))
    assert findings(out.data) == []


def test_a_covers_facts_stand_at_its_foot():
    """The title stands in the upper half, dates and status at the end of the text's height."""
    file = opened(RENDERER.render(compose(from_dict(BRIEF), options={"cover": True})).data)
    at = {text: y for text, _, _, _, y in runs(file.pages[0])}
    assert PAGE.height / 2 < at["Harbour"] < PAGE.height * 0.75
    assert PAGE.bottom < at["Desk"] < PAGE.bottom + 30


def test_contents_stand_whole_where_little_is_left_empty():
    """A short list of contents begins the next page rather than ending one; no entry stands alone."""
    sections = tuple(n.Section((n.Text(f"Part {i}"),), (p("Text."),), attrs=n.Attrs(id=f"p{i}")) for i in range(8))
    entries = tuple(n.ContentsEntry(1, f"p{i}", (n.Text(f"Part {i}"),)) for i in range(8))
    for lines in range(22, 27):
        blocks = (*(p(f"line {i}") for i in range(lines)), n.Contents(entries=entries), *sections)
        texts = page_texts(RENDERER.render(bare_document(*blocks)).data)
        page = squeezed(next(text for text in texts if "Contents" in text))
        assert len(re.findall(r"Part\d\.\.", page)) == (6 if lines == 24 else 8)
