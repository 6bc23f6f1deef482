"""Figures: a picture with its words, or a chart as a table that says the same."""

from __future__ import annotations

from ...document.nodes import (
    Attrs,
    Cell,
    Column,
    Figure,
    Image,
    Paragraph,
    Range,
    RangeChart,
    Row,
    Table,
    TableBody,
    Text,
)
from ...document.walk import plain_text
from .captions import caption
from .context import Context
from .dispatch import block
from .paragraphs import paragraph
from .pictures import picture
from .tables import written_table


def figure(node: Figure, at: Context) -> str:
    """Write a figure below its caption; its alternative text says what it shows."""
    head = caption(node, at)
    words = " ".join(filter(None, (node.alt, plain_text(node.description))))
    if isinstance(node.content, Image):
        return head + paragraph(at, "Figure", picture(node.content, words or node.content.alt, at))
    return head + _chart(node.content, words, at)


def _chart(chart: RangeChart, words: str, at: Context) -> str:
    rows = tuple(Row((_cell(row.label), _cell(_said(row)))) for row in chart.ranges)
    columns = (Column(width=0.4), Column(width=0.6))
    table = Table(columns, (TableBody(rows),), row_heads=1, attrs=Attrs(classes=("wide",)))
    return written_table(table, at, about=words) + _bands(chart, at)


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


def _said(row: Range) -> str:
    """Give a range's words, or the range itself where it has none."""
    return row.words or _span(row.low, row.high)


def _bands(chart: RangeChart, at: Context) -> str:
    """Say what the scale's terms mean, below the table."""
    words = " · ".join(f"{band.label} {_span(band.low, band.high)}" for band in chart.bands)
    return block(Paragraph((Text(words),), attrs=Attrs(classes=("source-line",))), at) if words else ""


def _span(low: float | None, high: float | None) -> str:
    """Write a range of probabilities as percentages.

    >>> _span(0.55, 0.8)
    '55–80\\xa0%'
    """
    ends = [f"{round(end * 100, 1):g}" for end in (low, high) if end is not None]
    return "–".join(dict.fromkeys(ends)) + "\u00a0%" if ends else ""
