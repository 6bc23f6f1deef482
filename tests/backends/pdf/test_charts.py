"""Charts and badges: what is drawn for a range, a number, and a degree of confidence."""

from itertools import pairwise

import pytest
from backends.pdf.readback import elements, findings, opened, runs
from documents import bare_document

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.backends.pdf.marks import bars
from briefgen.document import nodes as n
from briefgen.themes import load_theme

THEME = load_theme()
RENDERER = PdfBackend().prepare(THEME, RenderOptions())
BANDS = (n.Band("Unlikely", 0.2, 0.45), n.Band("Likely", 0.55, 0.8))


def chart(*ranges):
    """Draw ranges; give the opened file."""
    data = RENDERER.render(bare_document(n.Figure(n.RangeChart(ranges, BANDS), "What the chart shows"))).data
    assert findings(data) == []
    return opened(data)


def content(file):
    """Give the operators of the first page."""
    return file.pages[0].Contents.read_bytes().decode("latin-1")


LONG = "A settlement whose name is long enough to take several lines of the room that a label has beside the scale"


def test_labels_of_several_lines_do_not_touch():
    """Every line of a chart's labels and words stands clear of the next."""
    ranges = (
        n.Range(LONG, 0.1, 0.2),
        n.Range("B", 0.55, 0.8, LONG * 2),
        n.Range(LONG, 0.5, 0.5),
        n.Range("D", words=LONG),
    )
    file = chart(*ranges)
    lines = sorted({(round(x), round(y, 1)) for _, size, _, x, y in runs(file.pages[0]) if size == 8.5})
    for (x, low), (other, high) in pairwise(lines):
        assert x != other or high - low >= 11


def test_nothing_of_a_chart_reaches_over_the_margin():
    """Words beside a bar at the scale's end stay within the page's measure."""
    file = chart(n.Range("Edge", 0.97, 0.99, LONG * 2))
    left, _, right, _ = (float(value) for value in elements(file, "Figure")[0].A.BBox)
    assert (left, right) == (pytest.approx(THEME.page.left, abs=0.01), pytest.approx(left + THEME.page.wide, abs=0.01))
    assert all(THEME.page.left - 0.01 <= x for _, _, _, x, _ in runs(file.pages[0]))


def test_a_number_is_a_diamond_and_a_range_a_bar():
    """What has no width is drawn as a sign at its place, so that nobody takes it for a range."""
    accent = RENDERER.styles.colour("accent")
    shapes = [
        line for line in content(chart(n.Range("A", 0.4, 0.6), n.Range("B", 0.5, 0.5))).split("\n") if accent in line
    ]
    assert [shape.rstrip()[-4:] for shape in shapes if shape.endswith(" f")] == ["re f", " h f"]


@pytest.mark.parametrize(
    ("value", "filled", "drawn"),
    [("very low", 0, 3), ("low", 1, 3), ("moderate", 2, 3), ("high", 3, 3), ("very high", 4, 4)],
)
def test_each_degree_of_confidence_has_its_bars(value, filled, drawn):
    """No two degrees look the same."""
    operators = bars(value, 0, 0, 8, "0 0 0").split()
    assert (operators.count("B"), operators.count("re")) == (filled, drawn)
