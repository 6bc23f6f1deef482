"""Key judgments and key figures."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...document.nodes import Attrs, Block, Blocks, Inline, Inlines, ListItem, OrderedList, Reference, Row, Text
from ...language import format_number
from ...model import Judgment, KeyFigure, anchor
from . import marks
from .context import Context
from .likelihood import likelihood_badges, likelihood_words
from .notes import below, lines, supports
from .pieces import NBSP, bullets, cell, head, in_role, paragraph, row, span, table, words

LONGEST_SIGN = 3


def key_judgments(ctx: Context, judgments: Sequence[Judgment]) -> Blocks:
    """List judgments: each with whose it is, what it rests on, how likely and how sure, as far as that was given."""
    if not judgments:
        return ()
    items = tuple(ListItem(_judgment(ctx, j), attrs=Attrs(id=anchor(j)), origin=ctx.origin(j)) for j in judgments)
    return (OrderedList(items, attrs=Attrs(classes=("judgments",))), *below(ctx, *judgments))


def _judgment(ctx: Context, judgment: Judgment) -> Blocks:
    statement = [in_role(block, "judgment") for block in ctx.blocks(judgment, "statement")]
    lines = (_whose(ctx, judgment), _how_sure(ctx, judgment), marks.change(ctx, judgment.change))
    details = tuple(paragraph(*line, role="detail") for line in lines if line)
    return (*statement, *details, *_because(ctx, judgment), *_lists(ctx, judgment), *supports(ctx, judgment))


def _whose(ctx: Context, judgment: Judgment) -> Inlines:
    who = judgment.according_to
    said = ctx.according_to(who) if who else ctx.say("This brief’s judgment")
    whose = words(said, ctx.terms(who), between=" · ")
    basis = [part for reference in judgment.basis if (part := ctx.part(reference))]
    rests: list[Inline] = []
    for part in basis:
        rests += [Text(", " if rests else " "), Reference(anchor(part), (Text(ctx.title(part)),))]
    label = span(ctx.say("Rests on"), "label")
    return words((*whose, *ctx.cite(judgment)), (label, *rests) if rests else (), between="\u2002")


def _how_sure(ctx: Context, judgment: Judgment) -> Inlines:
    """Say likelihood and confidence apart from each other, and that they were not given where they were not."""
    given = words(*likelihood_badges(ctx, judgment.likelihood))
    likely = words(given, likelihood_words(ctx, judgment.likelihood)) or (Text(ctx.say("not given")),)
    sure = marks.confidence(ctx, judgment.confidence) or (Text(ctx.say("not given")),)
    return words(
        (span(f"{ctx.say('Likelihood')}:", "label"), Text(NBSP), *likely),
        (span(f"{ctx.say('Confidence')}:", "label"), Text(NBSP), *sure),
        between="\u2002",
    )


def _because(ctx: Context, judgment: Judgment) -> Blocks:
    if judgment.confidence is None or judgment.confidence.because is None:
        return ()
    return ctx.labelled("Confidence because", judgment.confidence.because.blocks, "detail")


def _lists(ctx: Context, judgment: Judgment) -> Blocks:
    out: list[Block] = []
    for label, field in (("Assumes", "assumptions"), ("Would change if", "would_change_if")):
        if items := ctx.each(judgment, field):
            out += [paragraph(span(f"{ctx.say(label)}:", "label"), role="detail"), bullets(items, "detail")]
    return tuple(out)


def key_figures(ctx: Context, figures: Sequence[KeyFigure]) -> Blocks:
    """Make a table of figures: what, how much, as of when, and how it changed."""
    if not figures:
        return ()
    heads = head(ctx.word("figures", "figure"), ctx.say("Value"), ctx.say("As of"), ctx.say("Change"))
    rows = [_figure(ctx, figure) for figure in figures]
    made = table("figures wide", heads, [rows], widths=(0.36, 0.12, 0.26, 0.26), row_heads=1)
    columns = (*made.columns[:1], evolve(made.columns[1], align="right"), *made.columns[2:])
    return (evolve(made, columns=columns),)


def _figure(ctx: Context, figure: KeyFigure) -> Row:
    value = figure.value if isinstance(figure.value, str) else format_number(figure.value, ctx.language)
    # a sign such as % stays on the line of its number; words may take the next
    space = "\u00a0" if len(figure.unit or "") <= LONGEST_SIGN else " "
    amount = words((Text(value, origin=ctx.origin(figure, "value")),), ctx.text(figure, "unit"), between=space)
    return row(
        cell((*ctx.text(figure, "label"), *ctx.cite(figure)), lines(ctx, figure)),
        cell(amount),
        cell(ctx.date(figure.as_of) if figure.as_of else ""),
        cell(marks.changed(ctx, figure.change)),
        id=anchor(figure),
    )
