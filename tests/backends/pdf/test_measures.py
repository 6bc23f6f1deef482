"""The institute's look by measure, in its own numbers: what a page says when it is read back, on A4 and Letter."""

import re
from itertools import pairwise

import pytest
from attrs import evolve
from backends.pdf.readback import faces, fills, opened, runs, strokes
from documents import bare_document, cell, everything, p

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document import nodes as n
from briefgen.document.numbering import number
from briefgen.themes import load_theme

MM = 72 / 25.4
INK, SEC, MUTE, ACCENT, COUNTER = "#1A1F24", "#4A545E", "#65707A", "#0F4C5C", "#96400F"
RULE, PANEL, TINT = "#B9C2C9", "#F3F5F7", "#E4EEF0"
SERIF, SANS = "SourceSerif4-", "SourceSans3-"
R, S, B = "Regular", "SemiBold", "Bold"
SIZES = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
LEFT, TOP, BOTTOM = 22 * MM, 28 * MM, 25 * MM


def baseline(size, leading):
    """Say how far below the top of its line a text stands: ½ leading + 0.33 × size."""
    return leading / 2 + 0.33 * size


def blocks():
    """Make a document in which each role of the look can be found by its words."""
    document = everything()
    judged = n.OrderedList(
        (li_of(p("They will not agree.", "judgment"), p("Rests on two reports", "detail")),),
        attrs=n.Attrs(classes=("judgments",)),
    )
    claims = n.Table(
        (n.Column(), n.Column()),
        (n.TableBody((n.Row((cell("Union"), n.Cell((p("Said in a claim", "claim"),)))),)),),
        head=(n.Row((cell("Who says it"), cell("What is said"))),),
        caption=(n.Text("Who says what"),),
    )
    deep = n.Section((n.Text("Third"),), (p("x"), n.Section((n.Text("Fourth"),), (p("x"),))))
    added = n.Section(
        (n.Text("First"),),
        (
            n.Section((n.Text("Second"),), (p("One line of prose."), p("Another paragraph."), deep)),
            judged,
            claims,
            p("Source: the port", "source-line"),
            n.Paragraph((n.Text("Noted."), n.Note((p("A note at the foot."),)))),
        ),
    )
    return number(evolve(document, blocks=(*document.blocks[:-2], added, *document.blocks[-2:])))[0]


def li_of(*inside):
    """Make an item."""
    return n.ListItem(inside)


@pytest.fixture(scope="module", params=SIZES)
def sheet(request):
    """The file on each size of paper, with that size."""
    renderer = PdfBackend().prepare(load_theme(page_size=request.param), RenderOptions())
    return opened(renderer.render(blocks()).data), *SIZES[request.param]


ROLES = {
    "Ports · Access": (SANS + S, 9, ACCENT),
    "Every node & <nothing> else": (SANS + B, 27, INK),
    "A document to test with": (SERIF + R, 13.5, SEC),
    "Published": (SANS + R, 7.8, SEC),
    "2 March 2026": (SANS + S, 9, INK),
    "First": (SANS + S, 17, ACCENT),
    "Second": (SANS + S, 12.5, INK),
    "Third": (SANS + S, 10.5, INK),
    "Fourth": (SANS + S, 9.5, SEC),
    "One line of prose.": (SERIF + R, 10.5, INK),
    "The harbour reopens, says the port.": (SERIF + R, 13, INK),
    "They will not agree.": (SERIF + S, 11.5, INK),
    "Rests on two reports": (SANS + R, 8.5, SEC),
    "Who says what": (SANS + S, 9, INK),
    "Source: the port": (SANS + R, 7.8, SEC),
    "A note at the foot.": (SANS + R, 7.8, SEC),
    "Who says it": (SANS + S, 8.2, SEC),
    "wants": (SANS + R, 9, INK),
    "Said in a claim": (SERIF + R, 9.5, INK),
    "Unconfirmed": (SANS + S, 7.8, INK),
    "Policy brief": (SANS + S, 8, SEC),
    "Draft · 2 March 2026": (SANS + R, 8, SEC),
    "TLP:AMBER": (SANS + B, 12, "#FFC000"),
    "Not known": (SANS + S, 8.5, COUNTER),
    "Who pays.": (SANS + R, 8.5, INK),
}


@pytest.mark.parametrize("text", ROLES)
def test_each_role_has_its_face_size_and_colour(sheet, text):
    """Words of a role are set as the look says."""
    said = [
        (face, size, colour)
        for page in sheet[0].pages
        for face, (t, size, colour, *_) in zip(faces(page), runs(page))
        if t == text
    ]
    assert ROLES[text] in said


def placed(file, text):
    """Give the page, left edge and baseline of a text of its own; not of its entry in the contents."""
    size = ROLES[text][1] if text in ROLES else 0
    found = ((page, run) for page in file.pages for run in runs(page))
    return next((page, *run[3:]) for page, run in found if run[0] == text and size in (0, run[1]))


def test_the_head_of_the_first_page_stands_line_by_line(sheet):
    """Kicker, title, deck and facts stand at their leadings, with the space after each, below the upper margin."""
    file, _, height = sheet
    y = height - TOP
    chain = [
        ("Ports · Access", 9, 14, 0, 3),
        ("Every node & <nothing> else", 27, 31, 0, 7),
        ("A document to test with", 13.5, 18.5, 0, 13),
        ("Published", 7.8, 10.5, 5, 0),
        ("2 March 2026", 9, 11.5, 0, 5),
    ]
    for text, size, leading, before, after in chain:
        y -= before
        assert placed(file, text)[1:] == (
            pytest.approx(LEFT, abs=0.01),
            pytest.approx(y - baseline(size, leading), abs=0.02),
        )
        y -= leading + after


def test_headings_keep_their_distances(sheet):
    """A rule stands 5 points above a chapter's words; headings keep the space below them, body text its 14 points."""
    file, width, _ = sheet
    page, _, first = placed(file, "First")
    rule = next(s for s in strokes(page) if s[1] == ACCENT and first < s[3] < first + 30)
    assert rule[0] == 0.75
    assert rule[2:] == (
        pytest.approx(LEFT, abs=0.01),
        pytest.approx(first + baseline(17, 21) + 5 - 0.375, abs=0.4),
        pytest.approx(width - 2 * LEFT, abs=0.02),
    )
    _, _, second = placed(file, "Second")
    _, _, prose = placed(file, "One line of prose.")
    _, _, another = placed(file, "Another paragraph.")
    assert first - second == pytest.approx(21 - baseline(17, 21) + 7 + baseline(12.5, 16), abs=0.02)
    assert second - prose == pytest.approx(16 - baseline(12.5, 16) + 4 + baseline(10.5, 14), abs=0.02)
    assert prose - another == pytest.approx(14 + 7, abs=0.02)
    _, _, third = placed(file, "Third")
    assert another - third == pytest.approx(14 - baseline(10.5, 14) + 9 + baseline(10.5, 14), abs=0.02)


def test_the_bottom_line_stands_on_its_panel(sheet):
    """The panel spans the page's measure; the edge is 3 wide, the padding 14 at the sides, 9 above and 11 below."""
    file, width, _ = sheet
    page, x, y = placed(file, "The harbour reopens, says the port.")
    panel = next(box for box in fills(page) if box[0] == PANEL and box[2] < y < box[2] + box[4])
    edge = next(box for box in fills(page) if box[0] == ACCENT and box[3] == 3)
    assert panel[1::2] == (pytest.approx(LEFT, abs=0.01), pytest.approx(width - 2 * LEFT, abs=0.02))
    assert edge[1:3] == panel[1:3]
    assert x == pytest.approx(LEFT + 3 + 14, abs=0.01)
    assert y - (19 - baseline(13, 19)) - 11 == pytest.approx(panel[2], abs=0.1)
    _, _, title = placed(file, "Bottom line")
    assert title + baseline(10.5, 14) + 9 == pytest.approx(panel[2] + panel[4], abs=0.1)


def test_a_table_has_its_strokes_and_paddings(sheet):
    """Strong edges, a lighter rule under the head; text 4 below each, and none at the left margin."""
    file, *_ = sheet
    page, x, head = placed(file, "Who says it")
    _, _, claim = placed(file, "Said in a claim")
    lines = sorted((s for s in strokes(page) if claim - 20 < s[3] < head + 20 and s[4] > 300), key=lambda s: -s[3])
    assert [s[:2] for s in lines[:3]] == [(0.9, INK), (0.5, MUTE), (0.9, INK)]
    assert x == pytest.approx(LEFT, abs=0.01)
    assert lines[0][3] - head == pytest.approx(4 + baseline(8.2, 11), abs=0.02)
    assert head - lines[1][3] == pytest.approx(11 - baseline(8.2, 11) + 4.5, abs=0.02)
    assert lines[1][3] - claim == pytest.approx(4 + baseline(9.5, 12.6), abs=0.02)
    _, _, caption = placed(file, "Who says what")
    assert caption - lines[0][3] == pytest.approx(12 - baseline(9, 12) + 5, abs=0.02)


def test_notes_stand_in_the_side_column(sheet):
    """The side column begins 6 mm right of the text's 118 mm and ends at the margin; its rules are 1 point wide."""
    file, width, _ = sheet
    page, x, y = placed(file, "Who pays.")
    side = LEFT + 124 * MM
    assert x == pytest.approx(side, abs=0.01)
    rule = next(s for s in strokes(page) if s[1] == COUNTER and y < s[3] < y + 40 and s[4] > 50)
    assert (rule[0], rule[2], rule[2] + rule[4]) == (
        1,
        pytest.approx(side, abs=0.01),
        pytest.approx(width - LEFT, abs=0.02),
    )


def test_every_page_keeps_its_margins(sheet):
    """Header and footer stand where they should; all else is within the margins of 22, 28 and 25 mm."""
    file, width, height = sheet
    for page in file.pages:
        boxes = [box for box in fills(page) if box[0] == "#000000"]
        assert {round(y / MM, 1) for _, _, y, _, _ in boxes} == {
            round((height - 20.5 * MM) / MM, 1),
            round((16.5 * MM - boxes[0][4]) / MM, 1),
        }
        body = [(x, y) for text, _, _, x, y in runs(page) if BOTTOM - 8 < y < height - TOP + 2]
        assert all(LEFT - 0.01 <= x < width - LEFT for x, _ in body)
        assert all(y > BOTTOM for _, y in body)
        assert all(s[2] >= LEFT - 0.01 and s[2] + s[4] <= width - LEFT + 0.02 for s in strokes(page))


def test_prose_has_its_measure(sheet):
    """Lines of prose are no longer than 118 mm, and most hold 55 to 80 characters."""
    *_, width, height = sheet
    text = "The committee noted that dredging would resume, and that nobody had said who would pay for it. " * 12
    size = next(name for name, measures in SIZES.items() if measures == (width, height))
    renderer = PdfBackend().prepare(load_theme(page_size=size), RenderOptions())
    page = opened(renderer.render(bare_document(p(text))).data)
    lines = [t for t, points, *_ in runs(page.pages[0]) if points == 10.5]
    assert sum(55 <= len(line) <= 80 for line in lines) >= len(lines) - 1
    marks = [y for t, points, _, _, y in runs(page.pages[0]) if points == 10.5]
    assert {round(above - below, 2) for above, below in pairwise(marks)} == {14.0}
    assert not re.search("­", "".join(lines))
