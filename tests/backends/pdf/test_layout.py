"""What holds on every page: nothing is lost, nothing reaches over an edge, what belongs together stands together."""

import re
from itertools import pairwise

import pytest
from backends.pdf.readback import findings, heard, opened, page_texts, runs, squeezed, strokes
from documents import bare_document, cell, li, p
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.backends.pdf.breaks import SLACK
from briefgen.backends.pdf.lines import set_lines
from briefgen.backends.pdf.lists import item_number
from briefgen.backends.pdf.paginate import TOLERANCE, paginate
from briefgen.backends.pdf.shaping import Shaper
from briefgen.backends.pdf.splitting import split_group
from briefgen.backends.pdf.strips import FREE, HEADING, KEEP, WIDOW, Box, Strip, row_strip
from briefgen.backends.pdf.styles import Styles
from briefgen.backends.pdf.words import Words
from briefgen.document import nodes as n
from briefgen.document.numbering import number
from briefgen.testing import read_aloud
from briefgen.themes import load_theme

THEME = load_theme()
RENDERER = PdfBackend().prepare(THEME, RenderOptions())
STYLES = Styles(THEME)

letters = st.text(alphabet="abcdefghi-–­ \xa0“”’.,/()Жß", min_size=1, max_size=200)


@given(text=letters, width=st.floats(8, 400), role=st.sampled_from(["body", "title", "small", "judgment"]))
@example(text="a-a-aaaaa\xadaaaa", width=57.0, role="judgment")
@settings(max_examples=300, deadline=None)
def test_no_line_is_wider_than_its_measure(text, width, role):
    """Whatever the words and the measure, each line fits."""
    style = STYLES.style(role)
    shaper = Shaper(STYLES)
    words = Words(shaper, None)
    words.text(STYLES.pen(style.look), None, text)
    lines = set_lines(words.finish(), max(width, style.look.size * 1.5), style, shaper)
    assert all(line.width <= max(width, style.look.size * 1.5) + SLACK for line in lines)


strips = st.lists(
    st.tuples(st.floats(1, 300), st.floats(0, 40), st.sampled_from([FREE, FREE, FREE, KEEP, WIDOW, HEADING])),
    max_size=60,
)


@given(measures=strips, height=st.floats(310, 800))
@settings(max_examples=300, deadline=None)
def test_each_strip_stands_once_in_order_within_its_page(measures, height):
    """Pages hold all strips in their order, above the foot and below the head."""
    placed = [_strip(*measure) for measure in measures]
    pages = paginate(placed, height, 70.0)
    assert [strip for page in pages for strip, _ in page.strips] == placed
    for page in pages:
        bottom = 70.0 + height
        for strip, y in page.strips:
            assert y <= bottom + TOLERANCE
            bottom = y - strip.height
        assert bottom >= 70.0 - TOLERANCE


@given(measures=strips, height=st.floats(310, 800))
@settings(max_examples=300, deadline=None)
def test_a_page_ends_where_it_should_unless_nothing_else_is_possible(measures, height):
    """A page ends below a heading only when all that stands on it has to be kept together."""
    pages = paginate([_strip(*measure) for measure in measures], height, 70.0)
    for page in pages[:-1]:
        level = page.strips[-1][0].level
        assert level == min(strip.level for strip, _ in page.strips)


def _strip(height, before, level):
    strip = Strip(None, height)
    strip.before, strip.level = before, level
    return strip


words = st.integers(1, 70).map(lambda count: " ".join(f"w{i}" for i in range(count)))
paragraphs = words.map(p)
notes = words.map(lambda text: n.Paragraph((n.Text("Said"), n.Note((p(text),)), n.Text(" here."))))
lists = st.lists(words, min_size=1, max_size=5).map(lambda texts: n.BulletList(tuple(li(text) for text in texts)))
tables = st.lists(st.tuples(words, words), min_size=1, max_size=30).map(
    lambda rows: n.Table(
        (n.Column(), n.Column()),
        (n.TableBody(tuple(n.Row((cell(a), cell(b))) for a, b in rows)),),
        head=(n.Row((cell("First"), cell("Second"))),),
        caption=(n.Text("Rows"),),
    )
)
callouts = st.lists(paragraphs, min_size=1, max_size=3).map(
    lambda blocks: n.Callout("gap", tuple(blocks), title=(n.Text("Not known"),))
)
cards = st.lists(words, min_size=1, max_size=4).map(
    lambda texts: n.Columns(
        tuple(n.Div((p("Card", "card-title"), p(t)), attrs=n.Attrs(classes=("card",))) for t in texts),
        attrs=n.Attrs(classes=("cards",)),
    )
)
flat = st.one_of(paragraphs, notes, lists, tables, callouts, cards, paragraphs.map(lambda b: n.Quote((b,))))
lying = st.lists(flat, max_size=3).map(lambda blocks: n.Div(tuple(blocks), attrs=n.Attrs(classes=("landscape",))))
sections = st.lists(st.one_of(flat, flat, flat, lying), min_size=1, max_size=8).map(
    lambda blocks: n.Section((n.Text("Heading"),), tuple(blocks))
)


@given(blocks=st.lists(st.one_of(flat, sections), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_document_is_whole_and_accessible(blocks):
    """Generated documents are heard word for word, and pass both standards."""
    document = number(bare_document(*blocks))[0]
    out = RENDERER.render(document)
    assert out.diagnostics == ()
    assert findings(out.data) == []
    assert squeezed(heard(out.data)) == squeezed(read_aloud(document, out.pages))


def _words(text):
    return re.findall(r"w\d+", text)


@given(before=st.integers(0, 60), below=st.integers(3, 20))
@settings(max_examples=40, deadline=None)
def test_three_lines_stand_below_a_heading(before, below):
    """A heading never stands at a page's foot with fewer than three lines below it."""
    filler = [p(f"line {i}") for i in range(before)]
    text = n.Paragraph(tuple(part for i in range(below) for part in (n.Text(f"below {i}"), n.LineBreak())))
    texts = page_texts(RENDERER.render(bare_document(*filler, n.Section((n.Text("A heading"),), (text,)))).data)
    page = next(t for t in texts if "A heading" in t)
    assert len(re.findall(r"below \d+", page)) >= 3


def test_short_parts_do_not_hang_together():
    """A page may end between two parts of one line each."""
    filler = [p(f"line {i}") for i in range(20)]
    parts = [n.Section((n.Text(f"Part {i}"),), (p(f"said {i}"),)) for i in range(12)]
    texts = page_texts(RENDERER.render(bare_document(*filler, *parts)).data)
    assert "said 0" in texts[0]
    assert all(text.count("Part ") == text.count("said ") for text in texts)


@given(before=st.integers(0, 50), lines=st.integers(2, 12))
@settings(max_examples=40, deadline=None)
def test_no_line_of_a_paragraph_stands_alone(before, lines):
    """Two lines of a paragraph stand on either side of a page's end."""
    filler = [p(f"line {i}") for i in range(before)]
    text = n.Paragraph(tuple(part for i in range(lines) for part in (n.Text(f"part {i}."), n.LineBreak()))[:-1])
    texts = page_texts(RENDERER.render(bare_document(*filler, text)).data)
    counts = [len(re.findall(r"part \d+\.", t)) for t in texts]
    assert sum(counts) == lines
    assert 1 not in counts


def test_narrow_columns_make_room_for_their_words():
    """A column whose share is less than its longest word takes what that word needs from the others."""
    table = n.Table(
        (n.Column(width=0.9), n.Column(width=0.1)),
        (n.TableBody((n.Row((cell("wide enough"), cell("Constantinople"))),)),),
    )
    texts = page_texts(RENDERER.render(bare_document(table)).data)
    assert "Constantinople" in texts[0]


@given(before=st.integers(0, 45), rows=st.integers(2, 40), words_in_caption=st.integers(1, 40))
@settings(max_examples=25, deadline=None)
def test_a_caption_stands_with_the_head_and_two_rows(before, rows, words_in_caption):
    """No caption or head of a table ends a page."""
    caption = (n.Text(" ".join(f"caption{i}" for i in range(words_in_caption))),)
    body = n.TableBody(tuple(n.Row((cell(f"row {i}."),)) for i in range(rows)))
    table = n.Table((n.Column(),), (body,), head=(n.Row((cell("The head"),)),), caption=caption)
    texts = page_texts(RENDERER.render(bare_document(*[p(f"line {i}") for i in range(before)], table)).data)
    page = next(text for text in texts if "caption0" in text)
    assert "The head" in page
    assert {"row 0.", "row 1."} <= set(re.findall(r"row \d+\.", page))


def test_columns_that_need_little_get_it_whole():
    """Beside a column of long texts, no line of a short column is broken."""
    long = "The committee noted that dredging would resume, and that nobody had said who would pay. " * 2
    rows = tuple(n.Row((cell("Fishered budgets"), cell(long), cell("14 March 2026"))) for _ in range(3))
    texts = page_texts(RENDERER.render(bare_document(n.Table((n.Column(),) * 3, (n.TableBody(rows),)))).data)
    assert texts[0].count("Fishered budgets") == texts[0].count("14 March 2026") == 3


def test_a_small_table_is_never_parted():
    """A table of less than a third of a page stands whole, wherever it falls."""
    table = n.Table((n.Column(),), (n.TableBody(tuple(n.Row((cell(f"row {i}"),)) for i in range(6))),))
    for before in range(0, 45, 3):
        texts = page_texts(RENDERER.render(bare_document(*[p(f"line {i}") for i in range(before)], table)).data)
        assert [len(re.findall(r"row \d", t)) for t in texts if "row" in t] == [6]


def _grouped(groups, texts):
    """Make a table in which a cell spans each group of rows."""
    bodies = []
    for name, count in groups:
        rows = [n.Row((cell(f"Group {name}", row_span=count), cell(next(texts))), attrs=n.Attrs(id=f"{name}-0"))]
        rows += [n.Row((cell(next(texts)),), attrs=n.Attrs(id=f"{name}-{i}")) for i in range(1, count)]
        bodies.append(n.TableBody(tuple(rows)))
    return n.Table((n.Column(), n.Column()), tuple(bodies), head=(n.Row((cell("On"), cell("What"))),), row_heads=1)


def test_rows_below_a_spanning_cell_go_on_over_the_page():
    """A page is filled with rows of a group; the next one shows the group's name again, and it is heard once."""
    texts = (f"w{i} " * 90 for i in range(100))
    out = RENDERER.render(bare_document(*[p(f"line {i}") for i in range(12)], _grouped([("a", 9), ("b", 30)], texts)))
    pages = page_texts(out.data)
    assert sum("Groupb" in squeezed(text) for text in pages) > 2
    assert squeezed(heard(out.data)).count("Groupb") == 1
    assert set(out.pages) == {f"{name}-{i}" for name, count in (("a", 9), ("b", 30)) for i in range(count)}
    assert all(f"w{9 + i} " in pages[out.pages[f"b-{i}"] - 1] for i in range(30))
    assert findings(out.data) == []
    assert _words(heard(out.data)) == [f"w{i}" for i in range(39) for _ in range(90)]


@given(rows=st.integers(2, 12), height=st.floats(60, 560))
def test_rows_that_are_parted_take_no_more_room(rows, height):
    """Both parts of a group together are as high as the group was."""
    spanning = Box(0.0, 0.0, 50.0, rows * 50.0, [Strip(None, 20.0)])
    boxes = [Box(50.0, i * 50.0, 50.0, 50.0, [Strip(None, 40.0)]) for i in range(rows)]
    for box in (spanning, *boxes):
        box.pad = 4.0
    parts = split_group(row_strip([spanning, *boxes], [], rows * 50.0), height, 1)
    if parts is None:
        return
    assert parts[0].height <= height
    assert sum(part.height for part in parts) == pytest.approx(rows * 50.0)
    assert parts[1].content.boxes[0].echo == spanning.strips


groups = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 12)), min_size=1, max_size=6)


@given(groups=groups, before=st.integers(0, 40), length=st.integers(1, 90))
@settings(max_examples=40, deadline=None)
def test_grouped_rows_are_whole_wherever_a_page_ends(groups, before, length):
    """No word of a table with spanning cells is lost, seen or heard twice."""
    count = sum(size for _, size in groups)
    texts = iter([" ".join(f"w{i}" for i in range(j, j + length)) for j in range(0, count * length, length)])
    out = RENDERER.render(bare_document(*[p(f"line {i}") for i in range(before)], _grouped(groups, texts)))
    assert _words(heard(out.data)) == [f"w{i}" for i in range(count * length)]
    assert sorted(_words("".join(page_texts(out.data)))) == sorted(f"w{i}" for i in range(count * length))
    assert findings(out.data) == []


@given(
    lengths=st.lists(st.integers(1, 1400), min_size=2, max_size=4), classes=st.sampled_from([(), ("matrix", "wide")])
)
@example(lengths=[900, 900], classes=("matrix", "wide"))
@settings(max_examples=15, deadline=None)
def test_lines_of_rows_that_are_cut_stand_clear_of_each_other(lengths, classes):
    """Where rows below a spanning cell are taller than pages, no line stands on another."""
    cells = [cell(" ".join(f"w{i}" for i in range(count))) for count in lengths]
    first = n.Row((cell("Group", row_span=len(cells)), cells[0]))
    body = n.TableBody((first, *(n.Row((each,)) for each in cells[1:])))
    table = n.Table((n.Column(), n.Column()), (body,), row_heads=1, attrs=n.Attrs(classes=classes))
    out = RENDERER.render(bare_document(*[p("line")] * 9, table))
    assert len(_words(heard(out.data))) == sum(lengths)
    for page in opened(out.data).pages:
        lines = sorted({(round(x), y) for text, size, _, x, y in runs(page) if size == 9 and text.startswith("w")})
        assert all(above[1] - low[1] > 11.9 for low, above in pairwise(lines) if low[0] == above[0])


def test_a_small_table_is_parted_before_much_of_a_page_is_empty():
    """A table of less than a third of a page is parted when more than a fifth of the page would be left."""
    table = n.Table((n.Column(),), (n.TableBody(tuple(n.Row((cell(f"row {i}"),)) for i in range(10))),))
    split = 0
    for before in range(0, 45, 2):
        texts = page_texts(RENDERER.render(bare_document(*[p(f"line {i}") for i in range(before)], table)).data)
        counts = [len(re.findall(r"row \d", t)) for t in texts if "row" in t]
        split += len(counts) > 1
        assert all(count >= 2 for count in counts)
    assert split


def test_a_title_within_a_table_stays_with_the_row_below():
    """A cell from margin to margin never ends a page."""
    row = n.Row((cell("row"), cell("a")))
    body = n.TableBody((*[row] * 12, n.Row((cell("Undated", column_span=2),)), *[row] * 12))
    for before in range(12, 26):
        lines = [p(f"line {i}") for i in range(before)]
        texts = page_texts(RENDERER.render(bare_document(*lines, n.Table((n.Column(),) * 2, (body,)))).data)
        assert all("row" in text.split("Undated")[1] for text in texts if "Undated" in text)


def test_a_table_of_few_tall_rows_is_parted_before_much_of_a_page_is_empty():
    """A page ends below one row of several lines sooner than it leaves a third of itself empty."""
    rows = tuple(n.Row((cell(f"row {i}. " + "It was said again. " * 18),)) for i in range(3))
    table = n.Table((n.Column(),), (n.TableBody(rows),))
    split = 0
    for before in range(16, 25):  # so that more than a fifth of the page is left
        section = n.Section((n.Text("Rows"),), (table,))
        texts = page_texts(RENDERER.render(bare_document(*[p(f"line {i}") for i in range(before)], section)).data)
        split += len([text for text in texts if "row" in text]) > 1
        assert "row 0" in texts[0]
    assert split


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [(27, "lower-alpha", "aa"), (4, "lower-roman", "iv"), (0, "lower-roman", "0"), (12, "decimal", "12")],
)
def test_list_numbers_are_written_as_lists_do(value, style, written):
    """Letters go on after z, and what Roman numerals can't say is a figure."""
    assert item_number(value, style) == written


def test_a_long_note_goes_on_at_the_foot_of_the_next_page():
    """A note longer than a page is whole, and so is the text around it."""
    text = " ".join(f"w{i}" for i in range(3000))
    out = RENDERER.render(
        bare_document(n.Paragraph((n.Text("Said"), n.Note((p(text),)), n.Text(" here."))), p("After."))
    )
    assert out.page_count > 2
    assert _words("".join(page_texts(out.data))) == text.split()
    assert squeezed("After.") in squeezed(heard(out.data))


def test_notes_that_go_on_stand_below_a_long_rule():
    """The rule above notes is short where they begin and as long as the text where they go on."""
    text = " ".join(f"w{i}" for i in range(3000))
    out = RENDERER.render(bare_document(n.Paragraph((n.Text("Said"), n.Note((p(text),)), n.Text(" here.")))))
    rules = [s for page in opened(out.data).pages for s in strokes(page) if s[1] == THEME.colours["mute"]]
    assert [round(width) for *_, width in rules] == [113] + [round(THEME.page.text)] * (len(rules) - 1)
    assert len(rules) > 1


@pytest.mark.parametrize("number", ["", "7"])
def test_a_table_that_goes_on_says_so(number):
    """On each further page stands that it is continued, with its number if it has one."""
    rows = tuple(n.Row((cell(f"row {i}"),)) for i in range(90))
    table = n.Table((n.Column(),), (n.TableBody(rows),), head=(n.Row((cell("Rows"),)),), number=number)
    texts = page_texts(RENDERER.render(bare_document(table)).data)
    said = "Table 7, continued" if number else "continued"
    assert [said in text for text in texts] == [False] + [True] * (len(texts) - 1)


def test_the_list_of_sources_stands_with_what_is_said_of_it():
    """Two lines of the paragraph above stand on the page where the list begins."""
    entries = tuple(n.BibliographyEntry(f"s{i}", (p(f"Source number {i}. " * 6),), f"[{i}]") for i in range(9))
    for before in range(20, 46, 2):
        summary = n.Paragraph(tuple(part for i in range(4) for part in (n.Text(f"sum {i}"), n.LineBreak()))[:-1])
        blocks = (*(p(f"line {i}") for i in range(before)), summary, n.Bibliography(entries))
        texts = page_texts(RENDERER.render(bare_document(*blocks)).data)
        first = next(text for text in texts if "number 0" in text)
        assert first.count("sum ") in (2, 4)


LARGE = {
    "a paragraph of 30,000 words": lambda: p(" ".join(f"w{i}" for i in range(30_000))),
    "a word of 20,000 letters": lambda: p("w" * 20_000),
    "5,000 line ends": lambda: n.Paragraph((n.Text("w1"), n.LineBreak()) * 5_000),
    "lists 40 deep": lambda: _deep(40),
}


def _deep(levels):
    below = (_deep(levels - 1),) if levels else ()
    return n.BulletList((n.ListItem((p(f"w{levels}"), *below)),))


@pytest.mark.parametrize("name", LARGE)
def test_very_large_parts_are_whole(name):
    """Nothing is too long, too deep or too many to be shown."""
    document = bare_document(LARGE[name]())
    out = RENDERER.render(document)
    wanted = "".join(node.text for node in _texts(document))
    assert squeezed("".join(page_texts(out.data))).count("w") >= wanted.count("w")


def _texts(document):
    from briefgen.document.walk import walk

    return [node for node in walk(document) if isinstance(node, n.Text)]
