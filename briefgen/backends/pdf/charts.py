"""Charts: ranges on a scale from 0 to 1 with its terms, and in words what has no place on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document import nodes as n
from .inlines import Run
from .lines import Line, set_lines
from .marks import box, path
from .strips import Drawing
from .styles import Style, number
from .tagging import Element
from .words import Words

if TYPE_CHECKING:
    from .job import Job

LABELS = 0.28
"""What the labels take of the chart's width."""
ROW = 30.0
BAR = 9.0
WORDS_ROW = 16.0
GAP = 8.0
LEAST_BAR = 2.0
NEAR_END = 0.02
"""A tick nearer than this to an end of the scale gives way to the end's own."""


def range_chart(chart: n.RangeChart, job: Job, width: float, element: Element) -> Drawing:
    """Draw a chart as wide as `width` points."""
    drawing = Drawing(width, 0.0, element)
    y = 0.0
    if any(_placed(item) for item in chart.ranges):
        y = _Scale(chart, drawing, job).draw() + GAP
    for item in chart.ranges:
        if not _placed(item):
            y = _in_words(item, y, drawing, job)
    drawing.height = y
    return drawing


def _placed(item: n.Range) -> bool:
    return item.low is not None and item.high is not None


class _Row:
    """A range with its label and what is said of it, set in lines."""

    __slots__ = ("height", "high", "label", "low", "words")

    def __init__(self, low: float, high: float, label: list[Line], words: list[Line], leading: float) -> None:
        self.low = low
        self.high = high
        self.label = label
        self.words = words
        self.height = max(ROW + (len(words) - 1) * leading, len(label) * leading + GAP)


class _Scale:
    """The part of a chart that has a scale: bands with their terms, a bar a range, and ticks."""

    def __init__(self, chart: n.RangeChart, drawing: Drawing, job: Job) -> None:
        self.chart = chart
        self.drawing = drawing
        self.job = job
        self.left = drawing.width * LABELS
        self.span = drawing.width * (1 - LABELS) - 14.0
        self.small = job.styles.style("small")
        self.tiny = job.styles.style("source-line")

    def draw(self) -> float:
        """Draw it from the top; give how far down it reaches."""
        placed = [(r.label, r.low, r.high, r.words) for r in self.chart.ranges]
        bars = [(label, low, high, words) for label, low, high, words in placed if low is not None and high is not None]
        rows = [self._row(*bar) for bar in bars]
        y = top = self._terms()
        bottom = top + sum(row.height for row in rows)
        self._bands(top, bottom)
        for row in rows:
            self._draw_row(row, y)
            y += row.height
        return self._ticks(bottom)

    def _row(self, label: str, low: float, high: float, words: str) -> _Row:
        """Set a row's label and what is said of its range, on as many lines as they take."""
        said = words or f"{low * 100:.3g}–{high * 100:.3g}\u00a0%"
        strong = self.small._replace(look=self.small.look._replace(weight=600))
        labels = _lines(label, self.left - GAP, self.small, self.job, self.drawing.element)
        told = _lines(said, self.drawing.width - self.left, strong, self.job, self.drawing.element)
        return _Row(low, high, labels, told, self.small.leading)

    def _draw_row(self, row: _Row, y: float) -> None:
        leading, width = self.small.leading, max((line.width for line in row.words), default=0.0)
        start = y + (row.height - len(row.label) * leading) / 2
        _set(row.label, 0.0, start, self.small, self.drawing)
        x = min(self.left + row.low * self.span, self.drawing.width - width)
        _set(row.words, x, y + 2.0, self.small, self.drawing)
        self._bar(row.low, row.high, y + 4.0 + len(row.words) * leading)

    def _bands(self, top: float, bottom: float) -> None:
        colours = [self.job.styles.colour(name) for name in ("hair", "panel")]
        for i, band in enumerate(self.chart.bands):
            shape = box(self.left + band.low * self.span, -bottom, (band.high - band.low) * self.span, bottom - top)
            self.drawing.ops.append(f"{colours[i % 2]} rg {shape} f")

    def _terms(self) -> float:
        """Set each band's term above it; terms that would touch take a line further up."""
        rows: list[float] = []
        terms = []
        for band in self.chart.bands:
            line = self.job.line(band.label, self.tiny.look, self.drawing.element)
            x = self.left + (band.low + band.high) / 2 * self.span - line.width / 2
            x = min(max(x, self.left), self.drawing.width - line.width)
            row = next((i for i, end in enumerate(rows) if x > end + 4.0), len(rows))
            rows[row : row + 1] = [x + line.width]
            terms.append((x, row, line))
        for x, row, line in terms:
            down = (len(rows) - 1 - row) * self.tiny.leading + self.tiny.baseline
            self.drawing.texts.append((x, down, line))
        return len(rows) * self.tiny.leading + 3.0

    def _bar(self, low: float, high: float, y: float) -> None:
        """Draw a range as a bar, and a number, which has no width, as a diamond at its place."""
        x, colour = self.left + low * self.span, self.job.styles.colour("accent")
        if low == high:
            r = BAR / 2
            shape = path((x, -y), (x + r, -y - r), (x, -y - BAR), (x - r, -y - r)) + " h"
        else:
            shape = box(x, -(y + BAR), max((high - low) * self.span, LEAST_BAR), BAR)
        self.drawing.ops.append(f"{colour} rg {shape} f")

    def _ticks(self, y: float) -> float:
        start, end, ink = number(self.left), number(self.left + self.span), self.job.styles.colour("ink")
        self.drawing.ops.append(f".75 w {ink} RG {start} {number(-y)} m {end} {number(-y)} l S")
        reach = 0.0
        edges = {edge for band in self.chart.bands for edge in (band.low, band.high)}
        for value in sorted({0.0, 1.0, *(edge for edge in edges if NEAR_END < edge < 1 - NEAR_END)}):
            x = number(self.left + value * self.span)
            self.drawing.ops.append(f".75 w {ink} RG {x} {number(-y)} m {x} {number(-y - 4)} l S")
            line = self.job.line(
                f"{value * 100:.3g}" + ("\u00a0%" if value == 1 else ""), self.tiny.look, self.drawing.element
            )
            at = self.left + value * self.span - line.width / 2
            if at > reach + 2.0:
                self.drawing.texts.append((at, y + 4.0 + self.tiny.baseline, line))
                reach = at + line.width
        return y + 4.0 + self.tiny.leading


def _in_words(item: n.Range, y: float, drawing: Drawing, job: Job) -> float:
    """Say in words what has no place on the scale."""
    small, left = job.styles.style("small"), drawing.width * LABELS
    labels = _lines(item.label, left - GAP, small, job, drawing.element)
    words = _lines(item.words, drawing.width - left, small, job, drawing.element)
    _set(labels, 0.0, y, small, drawing)
    _set(words, left, y, small, drawing)
    return y + max(len(labels), len(words), 1) * small.leading + WORDS_ROW - small.leading


def _set(lines: list[Line], x: float, y: float, style: Style, drawing: Drawing) -> None:
    """Put lines one below the other, the top of the first at `y`."""
    for i, line in enumerate(lines):
        drawing.texts.append((x, y + i * style.leading + style.baseline, line))


def _lines(text: str, width: float, style: Style, job: Job, element: Element | None) -> list[Line]:
    words = Words(job.shaper, element)
    Run(job, words, style.look).text(text)
    found = words.finish()
    return set_lines(found, width, style, job.shaper) if found else []
