"""Charts: ranges on a scale from 0 to 1 with its terms, and in words what has no place on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document import nodes as n
from .flow import set_lines
from .inlines import Run
from .marks import box
from .strips import Drawing
from .styles import Style, number
from .tagging import Element
from .words import Word, Words

if TYPE_CHECKING:
    from .job import Job

LABELS = 0.28
"""What the labels take of the chart's width."""
ROW = 30.0
BAR = 9.0
WORDS_ROW = 16.0
GAP = 8.0
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
        top = self._terms()
        bottom = top + ROW * len(bars)
        self._bands(top, bottom)
        for i, (label, low, high, words) in enumerate(bars):
            _label(label, top + i * ROW + (ROW - self.small.leading) / 2, self.drawing, self.job, self.small)
            self._bar(low, high, words, top + i * ROW)
        return self._ticks(bottom)

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

    def _bar(self, low: float, high: float, words: str, y: float) -> None:
        said = words or f"{low * 100:.3g}–{high * 100:.3g}\u00a0%"
        line = self.job.line(said, self.small.look._replace(weight=600), self.drawing.element)
        x = self.left + low * self.span
        self.drawing.texts.append((min(x, self.drawing.width - line.width), y + 2.0 + self.small.baseline, line))
        shape = box(x, -(y + 15.0 + BAR), max((high - low) * self.span, 1.0), BAR)
        self.drawing.ops.append(f"{self.job.styles.colour('accent')} rg {shape} f")

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
    small = job.styles.style("small")
    below = _label(item.label, y, drawing, job, small)
    left = drawing.width * LABELS
    words = _words(item.words, job, small, drawing.element)
    lines = set_lines(words, drawing.width - left, small, job.shaper) if words else []
    for i, line in enumerate(lines):
        drawing.texts.append((left, y + i * small.leading + small.baseline, line))
    return max(below, y + len(lines) * small.leading) + WORDS_ROW - small.leading


def _label(text: str, y: float, drawing: Drawing, job: Job, style: Style) -> float:
    words = _words(text, job, style, drawing.element)
    lines = set_lines(words, drawing.width * LABELS - GAP, style, job.shaper) if words else []
    for i, line in enumerate(lines):
        drawing.texts.append((0.0, y + i * style.leading + style.baseline, line))
    return y + len(lines) * style.leading


def _words(text: str, job: Job, style: Style, element: Element | None) -> list[Word]:
    words = Words(job.shaper, element)
    Run(job, words, style.look).text(text)
    return words.finish()
