"""What a chart shows, as a table: for formats without pictures and for readers who listen."""

from __future__ import annotations

from ..document.nodes import Band, Cell, Column, Inline, Paragraph, Range, RangeChart, Row, Table, TableBody, Text


def as_table(
    chart: RangeChart, *, term: str = "Likelihood", interval: str = "Range", scale: str = "Scale", unknown: str = "–"
) -> Table:
    """Say a chart as a table: a row for each range, then one for each band of the scale.

    The words are the heads of the columns, the name of the scale's rows, and what stands where no range was given.
    """
    head = Row((_cell(""), _cell(term), _cell(interval)))
    rows = TableBody(tuple(_row(chart, assessed, unknown) for assessed in chart.ranges))
    bands = TableBody(
        tuple(_band(band, scale if i == 0 else "", len(chart.bands)) for i, band in enumerate(chart.bands))
    )
    bodies = tuple(body for body in (rows, bands) if body.rows)
    return Table((Column(), Column(), Column(align="right")), bodies, head=(head,), row_heads=1)


def _row(chart: RangeChart, assessed: Range, unknown: str) -> Row:
    interval = percent(assessed.low, assessed.high) or unknown
    return Row((_cell(assessed.label), _cell(_words(chart, assessed)), _cell(interval)), origin=assessed.origin)


def _words(chart: RangeChart, assessed: Range) -> str:
    """Give the words that came with a range, or the scale's own term for just this range."""
    terms = (band.label for band in chart.bands if (band.low, band.high) == (assessed.low, assessed.high))
    return assessed.words or next(terms, "")


def _band(band: Band, scale: str, count: int) -> Row:
    named = (Cell((Paragraph((Text(scale),)),), row_span=count),) if scale else ()
    return Row((*named, _cell(band.label), _cell(percent(band.low, band.high))))


def percent(low: float | None, high: float | None) -> str:
    """Write a range of probabilities in percent; nothing where none is given.

    >>> percent(0.55, 0.8), percent(0.5, 0.5), percent(None, None)
    ('55–80\\xa0%', '50\\xa0%', '')
    """
    ends = dict.fromkeys(f"{end * 100:.4g}" for end in (low, high) if end is not None)
    return "–".join(ends) + "\N{NO-BREAK SPACE}%" if ends else ""


def _cell(text: str) -> Cell:
    words: tuple[Inline, ...] = (Text(text),) if text else ()
    return Cell((Paragraph(words),))
