"""Risks, options and recommendations, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from ...document.nodes import (
    Attrs,
    Block,
    Blocks,
    BulletList,
    Inline,
    Inlines,
    ListItem,
    OrderedList,
    Reference,
    Row,
    Section,
    Text,
)
from ...model import Gap, Option, Part, Recommendation, Risk, Source, anchor
from . import marks
from .context import Context
from .likelihood import likelihood_badges, likelihood_words
from .notes import below, beside, closing, lines, supports
from .pieces import after, bullets, cell, head, in_role, paragraph, row, span, table, words


def risks_table(ctx: Context, shown: Sequence[Risk]) -> Blocks:
    """Make a table of risks: what may go wrong, how likely, how bad, and what is done about it."""
    if not shown:
        return ()
    heads = head(ctx.say("Risk"), ctx.say("Likelihood"), ctx.say("Impact"), ctx.say("Mitigation"))
    made = table("risks wide", heads, [[_risk(ctx, risk) for risk in shown]], widths=(0.34, 0.2, 0.14, 0.32))
    return (made,)


def _risk(ctx: Context, risk: Risk) -> Row:
    scenario = ctx.part(risk.scenario) if risk.scenario else None
    within: Inlines = (Text(f"{ctx.say('Scenario')}: "), Reference(anchor(scenario))) if scenario else ()
    owner = (span(f"{ctx.say('Owner')}:", "label"), Text(" "), *ctx.text(risk, "owner")) if risk.owner else ()
    badges = likelihood_badges(ctx, risk.likelihood) or [span(ctx.say("Not given"), "absent")]
    return row(
        cell(after(ctx.blocks(risk, "statement"), ctx.cite(risk)), ctx.small(*within), lines(ctx, risk)),
        cell(words(*badges), ctx.small(*likelihood_words(ctx, risk.likelihood))),
        cell(marks.magnitude(ctx, risk, "impact") or (span(ctx.say("Not given"), "absent"),)),
        cell(ctx.blocks(risk, "mitigation"), ctx.small(*owner)),
        id=anchor(risk),
    )


def options(ctx: Context, shown: Sequence[Option]) -> Blocks:
    """Make a section of each option: what it involves, what speaks for and against it, what it costs."""
    return tuple(_option(ctx, option) for option in shown)


def _option(ctx: Context, option: Option) -> Section:
    blocks: list[Block] = [*after(ctx.blocks(option, "description"), ctx.cite(option))]
    for label in ("Advantages", "Disadvantages"):
        if items := ctx.each(option, label.lower()):
            blocks += [paragraph(span(ctx.say(label), "label"), role="list-head"), bullets(items)]
    if option.cost:
        blocks.append(paragraph(span(f"{ctx.say('Cost')}:", "label"), " ", *ctx.text(option, "cost")))
    preferred = f"({ctx.say('preferred')})" if option.preferred else ""
    heading = words(ctx.text(option, "name"), preferred)
    return Section(heading, (*blocks, *beside(ctx, option)), attrs=Attrs(id=anchor(option)), origin=ctx.origin(option))


def recommendations(ctx: Context, shown: Sequence[Recommendation]) -> Blocks:
    """List what the reader is asked to do, with boxes to tick where choices are given."""
    if not shown:
        return ()
    items = tuple(
        ListItem(_recommendation(ctx, asked), attrs=Attrs(id=anchor(asked)), origin=ctx.origin(asked))
        for asked in shown
    )
    return (OrderedList(items, attrs=Attrs(classes=("recommendations",))), *below(ctx, *shown))


def _recommendation(ctx: Context, asked: Recommendation) -> Blocks:
    option = ctx.part(asked.option) if asked.option else None
    taken_up: Inlines = (Text(f"{ctx.say('Option')}: "), Reference(anchor(option))) if option else ()
    facts = words(
        ctx.word("ask", asked.ask) if asked.ask else "",
        taken_up,
        (Text(f"{ctx.say('Owner')}: "), *ctx.text(asked, "owner")) if asked.owner else (),
        f"{ctx.say('Due')}: {ctx.date(asked.due)}" if asked.due else "",
        between=" · ",
    )
    return (
        *(in_role(block, "action") for block in after(ctx.blocks(asked, "action"), ctx.cite(asked))),
        *((paragraph(*facts, role="detail"),) if facts else ()),
        *ctx.labelled("Because", ctx.blocks(asked, "because"), "detail"),
        *_choices(ctx, asked),
        *supports(ctx, asked),
    )


def _choices(ctx: Context, asked: Recommendation) -> Blocks:
    if not asked.choices:
        return ()
    items = (
        ListItem((paragraph(Text(choice, origin=ctx.origin(asked, f"choices[{i}]"))),), checked=False)
        for i, choice in enumerate(asked.choices)
    )
    return (BulletList(tuple(items), attrs=Attrs(classes=("choices",))),)


def gaps_table(ctx: Context, shown: Sequence[Gap]) -> Blocks:
    """Make a table of what is not known: in what way, what, about what, why it matters, how it could be closed."""
    if not shown:
        return ()
    heads = head(ctx.say("Kind"), ctx.say("Gap"), ctx.say("Why it matters, how to close it"))
    return (table("gaps wide", heads, [[_gap(ctx, gap) for gap in shown]], widths=(0.19, 0.41, 0.4), row_heads=1),)


def _gap(ctx: Context, gap: Gap) -> Row:
    touched: list[Inline] = []
    for reference in gap.about:
        if part := ctx.part(reference):
            touched += [Text(", " if touched else " "), Reference(_shown_at(part), (Text(ctx.title(part)),))]
    about = (paragraph(span(f"{ctx.say('Concerns')}:", "label"), *touched, role="small"),) if touched else ()
    return row(
        cell(ctx.word("gap", gap.kind or "unknown")),
        cell(after(ctx.blocks(gap, "statement"), ctx.cite(gap)), about, lines(ctx, gap)),
        cell(ctx.blocks(gap, "matters"), closing(ctx, gap)),
        id=anchor(gap),
    )


def _shown_at(part: Part) -> str:
    """Give the anchor at which a document shows a part; a source is shown in the list of sources."""
    return f"source-{part.id}" if isinstance(part, Source) else anchor(part)
