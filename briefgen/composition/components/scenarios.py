"""Scenarios: side by side while they are short, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from ...document.nodes import (
    Attrs,
    Band,
    Block,
    Blocks,
    Columns,
    Div,
    Figure,
    Inlines,
    Range,
    RangeChart,
    Section,
    Text,
)
from ...document.walk import plain_text, walk
from ...language import capitalised
from ...model import Indicator, Likelihood, Scenario, ScenarioSet, anchor
from ...scales import Scale, Span
from . import marks
from .context import Context
from .likelihood import chance, condition, likelihood_badges, likelihood_words, resolved
from .notes import beside, lines
from .pieces import after, bullets, flat, paragraph, span, words

CARD_WORDS = 60
CARDS = 4


def scenarios(ctx: Context, shown: Sequence[Scenario]) -> Blocks:
    """Show scenarios as cards side by side, up to four of at most 60 words each; else a section of each."""
    bodies = [_body(ctx, scenario) for scenario in shown]
    if 1 < len(shown) <= CARDS and all(_count(body) <= CARD_WORDS for body in bodies):
        return (Columns(tuple(_card(ctx, s) for s in shown), attrs=Attrs(classes=("cards",))),)
    return tuple(_section(ctx, scenario, body) for scenario, body in zip(shown, bodies))


def _count(blocks: Blocks) -> int:
    return len(" ".join(plain_text((node,)) for node in walk(blocks) if hasattr(node, "text")).split())


def _card(ctx: Context, scenario: Scenario) -> Div:
    likely = words(*likelihood_badges(ctx, scenario.likelihood))
    title = paragraph(*_named(ctx, scenario), role="card-title")
    blocks = (*([paragraph(*likely)] if likely else []), title, *_body(ctx, scenario), *beside(ctx, scenario))
    return Div(blocks, attrs=Attrs(id=anchor(scenario), classes=("card",)), origin=ctx.origin(scenario))


def _section(ctx: Context, scenario: Scenario, body: Blocks) -> Section:
    heading = words(_named(ctx, scenario), *likelihood_badges(ctx, scenario.likelihood))
    blocks = (*body, *beside(ctx, scenario))
    return Section(heading, blocks, attrs=Attrs(id=anchor(scenario)), origin=ctx.origin(scenario))


def _named(ctx: Context, scenario: Scenario) -> Inlines:
    """Name a scenario, with its sources where nothing below could carry them."""
    bare = scenario.description is None and not likelihood_words(ctx, scenario.likelihood)
    return (*ctx.text(scenario, "name"), *(ctx.cite(scenario) if bare else ()))


def _body(ctx: Context, scenario: Scenario) -> Blocks:
    likely = likelihood_words(ctx, scenario.likelihood)
    sure = marks.confidence(ctx, scenario.confidence)
    because = scenario.confidence.because.blocks if scenario.confidence and scenario.confidence.because else ()
    horizon = marks.horizon(ctx, scenario.horizon)
    change = marks.change(ctx, scenario.change)
    described = ctx.blocks(scenario, "description")
    return (
        *((paragraph(*likely, *([] if described else ctx.cite(scenario)), role="likelihood"),) if likely else ()),
        *after(described, ctx.cite(scenario) if described else ()),
        *((paragraph(*sure),) if sure else ()),
        *ctx.labelled("Confidence because", because),
        *((paragraph(span(f"{ctx.say('Horizon')}:", "label"), " ", horizon),) if horizon else ()),
        *_lists(ctx, scenario),
        *_indicators(ctx, scenario.indicators),
        *((paragraph(*change, role="small"),) if change else ()),
    )


def _lists(ctx: Context, scenario: Scenario) -> Blocks:
    out: list[Block] = []
    for label in ("Drivers", "Assumptions", "Implications", "Risks"):
        if items := ctx.each(scenario, label.lower()):
            out += [paragraph(span(ctx.say(label), "label"), role="list-head"), bullets(items)]
    return tuple(out)


def _indicators(ctx: Context, shown: Sequence[Indicator]) -> Blocks:
    if not shown:
        return ()
    items = [_indicator(ctx, indicator) for indicator in shown]
    return (paragraph(span(ctx.say("Indicators"), "label"), role="list-head"), bullets(items))


def _indicator(ctx: Context, indicator: Indicator) -> Blocks:
    facts = words(
        ctx.word("indicator", indicator.state) if indicator.state else "",
        (Text(f"{ctx.say('Threshold')}: "), *ctx.text(indicator, "threshold")) if indicator.threshold else (),
        ctx.say("checked {date}").format(date=ctx.date(indicator.checked)) if indicator.checked else "",
        between=" · ",
    )
    statement = after(ctx.blocks(indicator, "statement"), ctx.cite(indicator))
    return (*statement, *ctx.small(*facts), *lines(ctx, indicator))


def scenario_set(ctx: Context, given: ScenarioSet | None) -> Blocks:
    """Say what holds of the scenarios together: whether they exclude each other and whether they are all."""
    if given is None:
        return ()
    told = {
        "exclusive": {True: "At most one of them can come about.", False: "More than one of them can come about."},
        "exhaustive": {True: "One of them must come about.", False: "The list is not complete."},
    }
    said = [ctx.say(told[field][held]) for field in told if (held := getattr(given, field)) is not None]
    horizon = marks.horizon(ctx, given.horizon)
    method = flat(given.method.blocks) if given.method else ()
    line = words(*said, f"{ctx.say('Horizon')}: {horizon}." if horizon else "", method)
    return (paragraph(*line),) if line else ()


def likelihood_chart(ctx: Context, shown: Sequence[Scenario]) -> Blocks:
    """Draw what has a range on the scale, as its bands and bars, and list the rest in words; nothing without any."""
    ranges = tuple(_range(ctx, scenario) for scenario in shown if scenario.likelihood)
    if all(r.low is None for r in ranges):
        return ()
    scale = ctx.scale("likelihood")
    chart = RangeChart(ranges, _bands(ctx, scale) if scale else ())
    alt = "; ".join(f"{r.label}: {r.words}" for r in ranges)
    caption = (Text(ctx.say("Likelihood of the scenarios")),)
    note = (paragraph(*_how_drawn(ctx, scale), role="source-line"),) if scale else ()
    return (Figure(chart, alt, caption=caption, marking=ctx.highest(shown)), *note)


def _range(ctx: Context, scenario: Scenario) -> Range:
    given = scenario.likelihood
    assert given is not None
    found, said = resolved(ctx, given), chance(ctx, given)
    if found.span is None:
        unplaced = words(said, likelihood_words(ctx, given), between=", ")
        return Range(scenario.name, words=plain_text(unplaced))
    # The bar shows a term's range; with the term in words it would read as a number that the author gave.
    beside_bar = words(said, condition(ctx, given), between=", ")
    low, high = _ends(given, found.span)
    return Range(scenario.name, low, high, words=plain_text(beside_bar))


def _ends(given: Likelihood, span: Span) -> tuple[float, float]:
    """Give what is drawn: the numbers where numbers were given, else the term's range."""
    match given.value:
        case (low, high):
            return low, high
        case float() | int():
            return given.value, given.value
    return span.low, span.high


def _bands(ctx: Context, scale: Scale) -> tuple[Band, ...]:
    """Give the bands of a scale; ranges that nest can't stand side by side."""
    if scale.nested:
        return ()
    named = ((capitalised(ctx.term(scale, term.name)), term.span) for term in scale.terms if term.span)
    return tuple(Band(name, span.low, span.high) for name, span in sorted(named, key=lambda band: band[1].low))


def _how_drawn(ctx: Context, scale: Scale) -> Inlines:
    return words(
        f"{ctx.say('Scale')}: {ctx.say(scale.name)}.",
        ctx.say("A bar spans the term’s range and has no point inside it."),
        ctx.say("Its ranges nest, so no bands are drawn.") if scale.nested else "",
    )
