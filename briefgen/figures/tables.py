"""What a chart shows, as a table: for formats without pictures and for readers who listen."""

from __future__ import annotations

from decimal import Decimal

from ..document.nodes import Band, Cell, Column, Inline, Paragraph, Range, RangeChart, Row, Table, TableBody, Text
from ..language import format_number


def as_table(
    chart: RangeChart,
    *,
    term: str = "Likelihood",
    interval: str = "Range",
    scale: str = "Scale",
    unknown: str = "–",
    language: str = "en",
) -> Table:
    """Say a chart as a table: a row for each range, then one for each band of the scale.

    The words are the heads of the columns, the name of the scale's rows, and what stands where no range was given.
    Numbers have the separators of the language.
    """
    head = Row((_cell(""), _cell(term), _cell(interval)))
    rows = TableBody(tuple(_row(chart, assessed, unknown, language) for assessed in chart.ranges))
    bands = TableBody(
        tuple(_band(band, scale if i == 0 else "", len(chart.bands), language) for i, band in enumerate(chart.bands))
    )
    bodies = tuple(body for body in (rows, bands) if body.rows)
    return Table((Column(), Column(), Column(align="right")), bodies, head=(head,), row_heads=1)


def _row(chart: RangeChart, assessed: Range, unknown: str, language: str) -> Row:
    interval = percent(assessed.low, assessed.high, language) or unknown
    return Row((_cell(assessed.label), _cell(_words(chart, assessed)), _cell(interval)), origin=assessed.origin)


def _words(chart: RangeChart, assessed: Range) -> str:
    """Give the words that came with a range, or the scale's own term for just this range."""
    terms = (band.label for band in chart.bands if (band.low, band.high) == (assessed.low, assessed.high))
    return assessed.words or next(terms, "")


def _band(band: Band, scale: str, count: int, language: str) -> Row:
    named = (Cell((Paragraph((Text(scale),)),), row_span=count),) if scale else ()
    return Row((*named, _cell(band.label), _cell(percent(band.low, band.high, language))))


def percent(low: float | None, high: float | None, language: str = "en") -> str:
    """Write a range of probabilities in percent; nothing where none is given.

    >>> percent(0.55, 0.8), percent(0.995, 0.995, "de"), percent(None, None)
    ('55–80\\xa0%', '99,5\\xa0%', '')
    """
    ends = dict.fromkeys(format_number(Decimal(f"{end * 100:.4g}"), language) for end in (low, high) if end is not None)
    return "–".join(ends) + "\N{NO-BREAK SPACE}%" if ends else ""


def _cell(text: str) -> Cell:
    words: tuple[Inline, ...] = (Text(text),) if text else ()
    return Cell((Paragraph(words),))
