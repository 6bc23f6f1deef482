"""Likelihoods as badges and in words: on the brief's scale, as much as was given, and no more."""

from __future__ import annotations

from decimal import Decimal

from ...document.nodes import Badge, Inline, Inlines, Reference, Text
from ...language import capitalised, format_number, join_words, ordinal
from ...model import Likelihood, anchor
from ...scales import Resolved, Scale, Span, is_not_assessed, resolve
from .context import Context
from .pieces import words


def likelihood_badges(ctx: Context, given: Likelihood | None) -> list[Inline]:
    """Make a badge for each thing that was said of a likelihood: term, rank, condition, or not assessed."""
    if given is None:
        return []
    found: list[Inline] = []
    if given.value is not None:
        found.append(_badge(ctx, _value(resolved(ctx, given)), chance(ctx, given)))
    if given.rank is not None:
        found.append(_badge(ctx, "ranked", ctx.say("Ranked {place}").format(place=ordinal(given.rank, ctx.language))))
    if given.given is not None:
        found.append(_badge(ctx, "conditional", ctx.say("Conditional")))
    return found


def _badge(ctx: Context, value: str, said: str) -> Badge:
    return Badge("likelihood", value, said, f"{ctx.say('Likelihood')}: {said}")


def _value(found: Resolved) -> str:
    if found.words:
        return "not assessed" if is_not_assessed(found.words) else found.words
    return found.terms[0] if found.terms else "number"


def resolved(ctx: Context, given: Likelihood) -> Resolved:
    """Say what a likelihood's value is on the brief's scale; a value that is not there has no words."""
    if given.value is None:
        return Resolved()
    chosen, own = ctx.scale("likelihood"), _own(ctx, given)
    if given.scale and own is None and isinstance(given.value, str):
        return Resolved(words=given.value)
    return resolve(given.value, own, chosen)


def _own(ctx: Context, given: Likelihood) -> Scale | None:
    return ctx.scale_named(given.scale, "likelihood") if given.scale else None


def chance(ctx: Context, given: Likelihood) -> str:
    """Write a likelihood's value: its term on the brief's scale, and its number where the author or scale gives it."""
    found = resolved(ctx, given)
    if found.words:
        return ctx.say("Not assessed") if is_not_assessed(found.words) else capitalised(found.words)
    said = _terms(ctx, found)
    if found.number:
        return ", ".join(part for part in (said, percent(ctx, found.number)) if part)
    if found.scale and found.scale.numbers and found.span:
        said += f" ({percent(ctx, found.span)})"
    return f"{said} ({ctx.say(found.scale.name)})" if found.scale and _elsewhere(ctx, found.scale) else said


def _elsewhere(ctx: Context, scale: Scale) -> bool:
    """Tell whether a scale is another than the brief's own."""
    chosen = ctx.scale("likelihood")
    return chosen is not None and chosen.id != scale.id


def _terms(ctx: Context, found: Resolved) -> str:
    if found.scale is None or not found.terms:
        return ""
    first, *second = (ctx.term(found.scale, term) for term in found.terms)
    return capitalised(ctx.say("{first} to {second}").format(first=first, second=second[0]) if second else first)


def percent(ctx: Context, span: Span) -> str:
    """Write a probability or a range of two in percent: `70 %`, `55–80 %`, `40–<50 %`."""
    # Twelve digits keep all that anybody gives and none that floating point adds.
    low, high = (format_number(Decimal(f"{end * 100:.12g}"), ctx.language) for end in (span.low, span.high))
    ends = low if low == high else f"{'>' * span.open_low}{low}–{'<' * span.open_high}{high}"
    return f"{ends}\N{NO-BREAK SPACE}%"


def likelihood_words(ctx: Context, given: Likelihood | None) -> Inlines:
    """Say in words what badges can't: the source's wording, the condition, the scale, and who says so."""
    if given is None:
        return ()
    wording = ctx.quoted(given.wording) if given.wording else ""
    who = ctx.says(given.according_to)
    said = words(wording, condition(ctx, given))
    scale = _scale(ctx, given)
    return words(said, scale, *([who, ctx.terms(given.according_to)] if who else []), between=", ")


def condition(ctx: Context, given: Likelihood) -> Inlines:
    """Say what a likelihood is conditional on: `if the port closes`."""
    if not given.given:
        return ()
    part = ctx.part(given.given)
    named: Inline = Reference(anchor(part), (Text(ctx.name(given.given)),)) if part else Text(given.given)
    return (Text(ctx.say("if") + " "), named)


def _scale(ctx: Context, given: Likelihood) -> str:
    """Say what a value was on its own scale, which scale that is, or that a number has no term."""
    found = resolved(ctx, given)
    if found.given_on:
        term = ctx.quoted(ctx.term(found.given_on, found.given_as))
        return ctx.say("given as {term} on the scale {scale}").format(term=term, scale=ctx.say(found.given_on.name))
    if found.number and found.scale and not found.terms:
        return _untermed(ctx, found, found.scale)
    if not given.scale or (found.scale and _elsewhere(ctx, found.scale)):
        return ""
    own = _own(ctx, given)
    same = own and ctx.scale("likelihood") is not None
    return "" if same else ctx.say("on the scale {scale}").format(scale=ctx.say(own.name) if own else given.scale)


def _untermed(ctx: Context, found: Resolved, scale: Scale) -> str:
    """Say that a number lies in a gap or beyond the terms, or that a range is wider than two neighbours."""
    said = (
        "no one term of the scale {scale} covers this range",
        "beyond the terms of the scale {scale}, of which {near} is the nearest",
        "in a gap of the scale {scale}, between {near}",
    )[len(found.near)]
    near = join_words([ctx.quoted(ctx.term(scale, term.name)) for term in found.near], ctx.language)
    return ctx.say(said).format(scale=ctx.say(scale.name), near=near)
