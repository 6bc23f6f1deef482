"""Ripple effects: by the party they fall on, and by what leads to what."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...document.nodes import Block, Blocks, Cell, Inline, Inlines, Reference, Row, Text
from ...model import Effect, anchor, effect_order
from . import marks
from .claims import reported
from .context import Context
from .likelihood import likelihood_badges, likelihood_words
from .notes import lines
from .pieces import after, begun, cell, flat, head, paragraph, row, span, table, words


def effects_table(ctx: Context, shown: Sequence[Effect]) -> Blocks:
    """Make a table of effects by the party they fall on: which way, what, how, and how far it has come."""
    if not shown:
        return ()
    parties: dict[tuple[str, ...], list[Effect]] = {}
    for effect in shown:
        parties.setdefault(effect.affects, []).append(effect)
    heads = head(ctx.say("On"), "", ctx.say("Effect"), ctx.say("Channel"), ctx.say("Status"))
    bodies = [_party(ctx, affected, felt) for affected, felt in parties.items()]
    made = table(
        "effects wide",
        heads,
        bodies,
        caption=ctx.say("Effects by the party they fall on"),
        widths=(0.19, 0.05, 0.42, 0.17, 0.17),
        row_heads=1,
    )
    return (made, _legend(ctx, shown))


def _party(ctx: Context, affected: tuple[str, ...], felt: Sequence[Effect]) -> list[Row]:
    """Make the rows of a party; its name heads the first and spans the others."""
    name = cell(ctx.names(affected)) if affected else cell(span(ctx.say("Not given"), "absent"))
    rows = [_effect(ctx, effect) for effect in felt]
    first = evolve(rows[0], cells=(evolve(name, row_span=len(rows)), *rows[0].cells))
    return [first, *rows[1:]]


def _effect(ctx: Context, effect: Effect) -> Row:
    return row(_sign(ctx, effect), _what(ctx, effect), _channel(ctx, effect), _status(ctx, effect), id=anchor(effect))


def _sign(ctx: Context, effect: Effect) -> Cell:
    return cell(span(marks.DIRECTIONS[effect.direction], "sign")) if effect.direction else cell("")


def _what(ctx: Context, effect: Effect) -> Cell:
    who = effect.according_to
    said = words(_own(ctx, effect), ctx.says(who, effect), ctx.terms(who), between=" · ")
    return cell(
        after(ctx.blocks(effect, "statement"), ctx.cite(effect)),
        *(reported(ctx, view) for view in effect.views),
        ctx.small(*begun(said)),
        ctx.small(*marks.change(ctx, effect.change)),
        _follows(ctx, effect),
        lines(ctx, effect),
    )


def _follows(ctx: Context, effect: Effect) -> Blocks:
    """Name the causes, each a link to it, beside an effect that names what rests on it."""
    if not effect.causes or not ctx.options.get("backlinks"):
        return ()
    return ctx.small(
        span(f"{ctx.say('Follows from')}:", "label"), Text(" "), *words(*_causes(ctx, effect.causes), between="; ")
    )


def _own(ctx: Context, effect: Effect) -> str:
    """Say that an effect is judged by the authors: nobody else is named or cited for it, and it is not yet observed."""
    judged = effect.according_to is None and not effect.sources and effect.status != "observed"
    return ctx.say("This brief’s judgment") if judged else ""


def _channel(ctx: Context, effect: Effect) -> Cell:
    order = effect_order(ctx.brief).get(effect.id or "", 1)
    named = begun(words(ctx.text(effect, "channel"), marks.magnitude(ctx, effect, "magnitude"), between=" · "))
    horizon = marks.horizon(ctx, effect.horizon)
    small = words(_order(ctx, order) if order > 1 else "", horizon, between=" · ")
    return cell(named, ctx.small(*small))


def _order(ctx: Context, order: int) -> str:
    names = {1: "First order", 2: "Second order", 3: "Third order"}
    return ctx.say(names[order]) if order in names else ctx.say("Order {number}").format(number=order)


def _status(ctx: Context, effect: Effect) -> Cell:
    badges = [*marks.status(ctx, effect.status), *likelihood_badges(ctx, effect.likelihood)]
    lines = [(paragraph(badge),) for badge in badges]
    said = likelihood_words(ctx, effect.likelihood)
    sure = marks.confidence(ctx, effect.confidence)
    because = flat(effect.confidence.because.blocks) if effect.confidence and effect.confidence.because else ()
    if not badges and not said and not sure:
        return cell((paragraph(ctx.say("Not given"), role="absent"),))
    return cell(*lines, ctx.small(*said), (paragraph(*sure),) if sure else (), ctx.small(*because))


def _legend(ctx: Context, shown: Sequence[Effect]) -> Block:
    """Explain the signs that the table uses."""
    used = [direction for direction in marks.DIRECTIONS if any(e.direction == direction for e in shown)]
    signs: list[Inline] = [span(f"{ctx.say('Direction')}:", "label")] if used else []
    for direction in used:
        signs += [Text("\u2002"), span(marks.DIRECTIONS[direction], "sign"), Text("\u00a0")]
        signs.append(Text(ctx.word("direction", direction).lower()))
    return paragraph(*signs, role="legend")


def effects_by_order(ctx: Context, shown: Sequence[Effect]) -> Blocks:
    """Make a table of what leads to what, first order first; nothing where no effect has a cause."""
    if not any(effect.causes for effect in shown):
        return ()
    orders = effect_order(ctx.brief)
    by_order: dict[int, dict[tuple[str, ...], list[Effect]]] = {}
    for effect in shown:
        by_order.setdefault(orders.get(effect.id or "", 1), {}).setdefault(effect.causes, []).append(effect)
    bodies = [_links(ctx, order, by_order[order]) for order in sorted(by_order)]
    heads = head(ctx.say("Order"), ctx.say("Follows from"), ctx.say("Effect"))
    caption = ctx.say("What leads to what, by order")
    return (table("causes wide", heads, bodies, caption=caption, widths=(0.19, 0.31, 0.5), row_heads=1),)


def _links(ctx: Context, order: int, by_cause: dict[tuple[str, ...], list[Effect]]) -> list[Row]:
    """Make the rows of an order; each cause stands once beside the effects that follow from it."""
    rows: list[Row] = []
    for causes, effects in by_cause.items():
        cause = evolve(cell(*_causes(ctx, causes)), row_span=len(effects))
        rows += [row(*([cause] if i == 0 else []), cell(_link(ctx, effect))) for i, effect in enumerate(effects)]
    name = evolve(cell(_order(ctx, order)), row_span=len(rows))
    return [evolve(rows[0], cells=(name, *rows[0].cells)), *rows[1:]]


def _causes(ctx: Context, references: Sequence[str]) -> list[Inline]:
    found = [(reference, ctx.part(reference)) for reference in references]
    named = [Reference(anchor(part), (Text(ctx.title(part)),)) if part else Text(said) for said, part in found]
    return list(named) or [span(ctx.say("Not given"), "absent")]


def _link(ctx: Context, effect: Effect) -> Inlines:
    affected = (span(f"{ctx.names(effect.affects)}:", "who"), Text(" ")) if effect.affects else ()
    return (*affected, Reference(anchor(effect), (Text(ctx.title(effect)),)))
