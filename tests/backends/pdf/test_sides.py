"""The side column: notes stand beside their part, and clear of each other and of what is wide."""

from itertools import pairwise

import pytest
from attrs import evolve
from backends.pdf.readback import findings, heard, opened, runs, squeezed, strokes
from documents import bare_document, cell, li, p
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.backends.pdf.paginate import TOLERANCE, paginate
from briefgen.backends.pdf.strips import Aside, Edge, RowContent, Strip
from briefgen.document import nodes as n
from briefgen.themes import load_theme

THEME = load_theme()
PAGE = THEME.page
RENDERER = PdfBackend().prepare(THEME, RenderOptions())
SIDE = PAGE.left + PAGE.text + PAGE.gutter


def gap(*texts, title="Not known", kind="gap"):
    """Make a note of some paragraphs."""
    return n.Callout(kind, tuple(p(text) for text in texts), title=(n.Text(title),))


def part(*blocks, title="A part"):
    """Make a section."""
    return n.Section((n.Text(title),), blocks)


WIDE = n.Table(
    (n.Column(), n.Column()),
    (n.TableBody((n.Row((cell("wide"), cell("table"))),)),),
    caption=(n.Text("Wide one"),),
    number="1",
    attrs=n.Attrs(classes=("wide",)),
)


def placed(file, text):
    """Say on which page a text stands, how far from its left edge and above its foot."""
    return next((i, x, y) for i, page in enumerate(file.pages) for t, _, _, x, y in runs(page) if text in t)


@pytest.mark.parametrize("kind", ["gap", "caveat"])
def test_a_note_stands_beside_the_first_line_of_its_part(kind):
    """Its rule is as high as the top of the first line below the heading, in the side column."""
    blocks = [p(f"Line {i} of the part.") for i in range(4)]
    file = opened(RENDERER.render(bare_document(part(*blocks, gap("Who pays.", kind=kind)))).data)
    _, left, line = placed(file, "Line 0")
    _, x, _ = placed(file, "Who pays.")
    rules = [(at, y) for _, _, at, y, width in strokes(file.pages[0]) if width == pytest.approx(PAGE.side, abs=0.1)]
    assert left == pytest.approx(PAGE.left, abs=0.01)
    assert x == pytest.approx(SIDE, abs=0.01)
    assert len(rules) == 1
    assert rules[0][0] == pytest.approx(SIDE, abs=0.01)
    assert 8 < rules[0][1] - line < 13


def test_notes_of_one_part_stand_one_below_the_other():
    """Two notes of a part do not overlap."""
    file = opened(RENDERER.render(bare_document(part(p("Text."), gap("First."), gap("Second.")))).data)
    first, second = placed(file, "First."), placed(file, "Second.")
    assert first[1] == second[1]
    assert first[2] - second[2] > 30


def test_a_note_is_read_after_its_part():
    """A listener hears the part first, then the note."""
    data = RENDERER.render(bare_document(part(p("One."), p("Two."), gap("Three.")), part(p("Four.")))).data
    assert squeezed("One. Two. Not known Three. A part Four.") in squeezed(heard(data))
    assert findings(data) == []


def test_a_long_note_moves_the_next_wide_element_down_with_its_caption():
    """A table as wide as the page begins below the note, and its caption comes along."""
    file = opened(RENDERER.render(bare_document(part(p("Text."), gap(*["word " * 20] * 3, "Last."), WIDE))).data)
    note, caption, first = (placed(file, text) for text in ("Last.", "Wide one", "wide"))
    assert first[2] < note[2] - 15
    assert 0 < caption[2] - first[2] < 40


@pytest.mark.parametrize(
    "blocks",
    [
        (n.Quote((p("Quoted."), gap("Here."))),),
        (n.Table((n.Column(),), (n.TableBody((n.Row((n.Cell((p("In."), gap("Here."))),)),)),)),),
        (n.Columns((n.Div((p("Card"), gap("Here.")), attrs=n.Attrs(classes=("card",))),)),),
        (gap("Here."),),
        (WIDE, gap("Here.")),
        (p("Text."), gap("Here.", "word " * 300)),
        (p("Text."), n.Callout("gap", (p("Here."), n.CodeBlock("code")))),
    ],
    ids=["quote", "cell", "card", "nothing before", "a wide table", "long", "code"],
)
def test_what_cannot_stand_beside_stands_in_the_text(blocks):
    """Notes in cells and cards, long ones and such as follow nothing are set where they come."""
    file = opened(RENDERER.render(bare_document(part(*blocks))).data)
    inside = blocks[0].__class__ is n.Quote
    assert (placed(file, "Here.")[1] < SIDE - 10) != inside


def test_a_theme_without_a_side_column_sets_notes_in_the_text():
    """Where the text is as wide as the page there is no column to stand in."""
    plain = evolve(THEME, page=evolve(PAGE, text=PAGE.wide, gutter=0.0, side=0.0))
    data = PdfBackend().prepare(plain, RenderOptions()).render(bare_document(part(p("Text."), gap("Here.")))).data
    assert placed(opened(data), "Here.")[1] < PAGE.left + 20


def test_a_note_in_a_list_stands_beside_its_item():
    """The second item's note is as high as the second item."""
    items = n.BulletList((li("one"), li("two", gap("Here."))))
    file = opened(RENDERER.render(bare_document(part(items, p("After.")))).data)
    assert 0 < placed(file, "two")[2] - placed(file, "Here.")[2] < 25


def test_notes_of_notes_stand_at_the_foot():
    """A note in the side column may have a footnote, which stands at the foot of the page."""
    noted = n.Callout("gap", (n.Paragraph((n.Text("Here"), n.Note((p("At the foot."),), number="1"))),))
    file = opened(RENDERER.render(bare_document(part(p("Text."), noted))).data)
    assert placed(file, "At the foot.")[1] < SIDE
    assert placed(file, "At the foot.")[2] < PAGE.bottom + 20


def test_notes_that_would_reach_far_below_a_short_part_stand_in_the_text():
    """The first of many notes stand beside a part of one line, the others below it, before the next part."""
    notes = [gap("Something that nobody knows.", title=f"Gap {i}") for i in range(6)]
    file = opened(RENDERER.render(bare_document(part(p("Short."), *notes), part(p("Next."), title="B"))).data)
    at = [placed(file, f"Gap {i}") for i in range(6)]
    beside = [x > SIDE - 1 for _, x, _ in at]
    assert beside == sorted(beside, reverse=True)
    assert (beside[0], beside[-1]) == (True, False)
    assert all(PAGE.left < x < PAGE.left + 20 for (_, x, _), there in zip(at, beside) if not there)
    assert placed(file, "Next.")[2] < min(y for _, _, y in at)


def test_a_part_near_a_pages_end_takes_its_notes_to_the_next():
    """Notes that have no room beside their part don't go on alone: the part begins the next page."""
    notes = [gap("Something that nobody knows. " * 3, title=f"Gap {i}") for i in range(2)]
    for lines in range(26, 34):
        file = opened(
            RENDERER.render(bare_document(*[p(f"line {i}") for i in range(lines)], part(p("Short."), *notes))).data
        )
        pages = {placed(file, text)[0] for text in ("Short.", "Gap 0", "Gap 1")}
        assert len(pages) == 1


MEASURE, HEIGHT, FOOT = 300.0, 600.0, 70.0
strips = st.lists(
    st.tuples(
        st.floats(5, 200), st.booleans(), st.lists(st.floats(20, 500), max_size=2), st.sampled_from([0, 0, 2, 3])
    ),
    max_size=40,
)


@given(measures=strips)
@settings(max_examples=300, deadline=None)
def test_notes_keep_clear_of_all_else_on_every_page(measures):
    """Each note stands once, within its page, not before its part, clear of other notes and of what is wide."""
    made = [_strip(*measure) for measure in measures]
    pages = paginate(made, HEIGHT, FOOT, MEASURE)
    assert [strip for page in pages for strip, _ in page.strips] == made
    at = {id(strip): i for i, page in enumerate(pages) for strip, _ in page.strips}
    on = {id(strip): i for i, page in enumerate(pages) for strip, _ in page.asides}
    for strip in made:
        for aside in strip.asides:
            assert on[id(aside.strips[0])] >= at[id(strip)]
    assert sum(len(page.asides) for page in pages) == sum(len(strip.asides) for strip in made)
    for page in pages:
        wide = [(strip, y) for strip, y in page.strips if strip.content.edges[0].width > MEASURE]
        bands = sorted((y - strip.height, y) for strip, y in [*page.asides, *wide])
        assert all(below[1] <= above[0] + TOLERANCE for below, above in pairwise(bands))
        assert all(y - strip.height >= FOOT - TOLERANCE and y <= FOOT + HEIGHT for strip, y in page.asides)


def _strip(height, wide, notes, level):
    strip = Strip(RowContent([], [Edge(0.0, 450.0 if wide else 250.0, 0.0, 1.0, "0 0 0")]), height)
    strip.level = level
    strip.asides = () if wide else tuple(Aside([Strip(None, note)]) for note in notes)
    return strip
