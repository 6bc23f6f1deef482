"""What the terms of the brief's scales mean: a line for each scale, and where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from ...document.nodes import Attrs, Blocks, Inline, Span, Text
from ...language import capitalised, language_name
from ...model import Claim, Confidence, Effect, Likelihood, Risk, Source
from ...model.walk import things
from ...scales import Kind, Scale, Term
from .context import Context
from .likelihood import percent, resolved
from .pieces import paragraph, span, words

TIES = {
    "nearer-even": "A number on a shared bound takes the term nearer to even.",
    "lower": "A number on a shared bound takes the lower term.",
    "higher": "A number on a shared bound takes the higher term.",
}
NESTED = "Ranges nest; the narrowest that holds a number speaks."
Shown = Literal["auto", "always", "never"]


def scale_legend(ctx: Context, shown: Shown = "auto") -> Blocks:
    """Explain the scales whose terms the brief uses (`auto`), or all that it names (`always`)."""
    if shown == "never":
        return ()
    scales = {scale.id: scale for scale in (*(_named(ctx) if shown == "always" else ()), *_used(ctx))}
    ordered = sorted(scales.values(), key=lambda scale: get_args(Kind).index(scale.kind))
    return tuple(block for scale in ordered for block in _legend(ctx, scale))


def _named(ctx: Context) -> Iterator[Scale]:
    kinds: tuple[Kind, ...] = get_args(Kind)
    for kind in kinds:
        scale = ctx.scale(kind) if getattr(ctx.brief.scales, kind, None) else None
        if scale:
            yield scale


def _used(ctx: Context) -> Iterator[Scale]:
    """Give the scale of each term that the brief says.

    Grades are explained wherever they stand, but for the language of their terms.
    """
    for _, thing in things(ctx.brief):
        match thing:
            case Likelihood(value=value) if value is not None:
                found = resolved(ctx, thing)
                yield from (scale for scale in (found.scale, found.given_on) if scale)
            case Confidence(level=level):
                yield from _if_term(ctx.scale("confidence"), level)
            case Source(reliability=str()) | Claim(credibility=int()):
                grading = ctx.scale("grading")
                yield from [grading] if grading and ctx.is_foreign(grading) else []
            case Effect(magnitude=said) | Risk(impact=said) if said:
                yield from _if_term(ctx.scale("magnitude"), said)


def _if_term(scale: Scale | None, said: str) -> Iterator[Scale]:
    if scale and scale.spelled(said):
        yield scale


def _legend(ctx: Context, scale: Scale) -> Blocks:
    label = span(f"{_name(ctx, scale)}:", "label")
    groups = [words(*_terms(ctx, scale, axis), between=" · ") for axis in ("", *scale.axes)]
    terms = words(*groups, between=". ")
    return (paragraph(label, " ", *terms, role="legend"), paragraph(*_source(ctx, scale), role="source-line"))


def _name(ctx: Context, scale: Scale) -> str:
    name = ctx.say(scale.name)
    return capitalised(name) if scale.kind in scale.name else f"{ctx.say(scale.kind.capitalize())} ({name})"


def _terms(ctx: Context, scale: Scale, axis: str) -> Iterator[tuple[Inline, ...]]:
    for number, term in enumerate(scale.on(axis)):
        head = (Text(f"{ctx.say(axis.capitalize())}: "),) if axis and not number else ()
        yield (*head, *_term(ctx, scale, term))


def _term(ctx: Context, scale: Scale, term: Term) -> tuple[Inline, ...]:
    """Write a term with what means the same, what it means in the brief's language, its range, and its meaning."""
    code = f"{term.code} " if term.code else ""
    names = f" {ctx.say('or')} ".join(ctx.term(scale, name) for name in (term.name, *term.synonyms))
    gloss = ctx.gloss(scale, term.name)
    range_ = f" {percent(ctx, term.span)}" if term.span else ""
    meaning = f" ({ctx.say(term.meaning)})" if term.meaning else ""
    said = Text(f"{code}{names}")
    spoken = Span((said,), attrs=Attrs(language=scale.language)) if ctx.is_foreign(scale) else said
    rest = f"{f' = {gloss}' if gloss else ''}{range_}{meaning}"
    return (spoken, Text(rest)) if rest else (spoken,)


def _language(ctx: Context, scale: Scale) -> Iterator[str]:
    """Say in which language the terms stand where it is not the brief's, and what the translations are worth."""
    if not ctx.is_foreign(scale):
        return
    told = ctx.say("The terms are in {language}, as in their source.")
    yield told.format(language=language_name(scale.language, ctx.language))
    if any(ctx.gloss(scale, term.name) for term in scale.terms):
        yield ctx.say("What follows “=” is a translation that is not official.")


def _source(ctx: Context, scale: Scale) -> tuple[Inline, ...]:
    return words(
        f"{ctx.say('Scale')}: {ctx.say(scale.citation)}.",
        *_language(ctx, scale),
        ctx.say("Read second-hand.") if scale.read == "second-hand" else "",
        ctx.say("Terms joined by “or” mean the same.") if any(term.synonyms for term in scale.terms) else "",
        ctx.say(NESTED) if scale.nested else "",
        ctx.say(TIES[scale.tie]) if scale.shares else "",
        *(ctx.say(rule) for rule in (scale.gaps, scale.rule) if rule),
    )
