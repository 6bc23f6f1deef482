"""Badges, signs and the words of confidence, magnitude and grading: as much as was given, and no more."""

from __future__ import annotations

from ...document.nodes import Badge, Inlines, Text
from ...language import capitalised, catalogue
from ...model import Change, Confidence, Horizon, Part
from ...scales import Scale, is_not_assessed
from .context import Context
from .pieces import flat, words

STANCES = {
    "strongly for": "++",
    "for": "+",
    "neutral": "0",
    "against": "−",
    "strongly against": "−−",
    "conditional": "if",
    "divided": "±",
    "unclear": "?",
}
DIRECTIONS = {"positive": "+", "negative": "−", "mixed": "±", "neutral": "0", "contested": "≠", "unclear": "?"}


def sign(ctx: Context, stance: str) -> str:
    """Give the sign of a stance; of one on a condition the word `if`."""
    return catalogue(ctx.language).of("sign", STANCES[stance]) or STANCES[stance]


def status(ctx: Context, term: str | None) -> Inlines:
    """Make the badge of a status, or nothing."""
    if not term:
        return ()
    said = ctx.word("status", term)
    return (Badge("status", term, said, f"{ctx.say('Status')}: {said}"),)


def confidence(ctx: Context, given: Confidence | None) -> Inlines:
    """Make the badge of a confidence, or nothing; evidence and agreement stand in words, for they are no level."""
    if given is None:
        return ()
    scale = ctx.scale("confidence")
    if is_not_assessed(given.level):
        said = ctx.say("Confidence not assessed")
        return (Badge("confidence", "not assessed", said, said),)
    spelled = scale.spelled(given.level) if scale else None
    level = spelled or given.level
    if scale and spelled and not scale.term(level):
        return (Text(capitalised(ctx.term(scale, level))),)
    word, phrase = ctx.term(scale, level) if scale else level, "{level} confidence"
    # a term that stays in its own language takes the whole phrase along
    said = capitalised((phrase if scale and ctx.is_foreign(scale) else ctx.say(phrase)).format(level=word))
    return (Badge("confidence", level, said, f"{ctx.say('Confidence')}: {capitalised(word)}"),)


def magnitude(ctx: Context, part: Part, field: str) -> Inlines:
    """Write a magnitude or impact: the term of the brief's scale, or the words that were given."""
    scale, given = ctx.scale("magnitude"), getattr(part, field)
    spelled = scale.spelled(given) if scale and given else None
    if scale is None or spelled is None:
        return ctx.text(part, field)
    return (Text(capitalised(ctx.term(scale, spelled)), origin=ctx.origin(part, field)),)


def grading(ctx: Context, axis: str, code: str) -> str:
    """Say what a letter (`reliability`) or a number (`credibility`) of the brief's grading means."""
    scale = ctx.scale("grading")
    term = scale.coded(axis, code) if scale else None
    return f"{code}, {glossed(ctx, scale, term.name)}" if scale and term else code


def glossed(ctx: Context, scale: Scale, name: str) -> str:
    """Write a term, and after “=” what it means where it stands in another language than the brief."""
    return " = ".join(filter(None, (ctx.term(scale, name), ctx.gloss(scale, name))))


def horizon(ctx: Context, given: Horizon | None) -> str:
    """Write a horizon: its label, its dates, or both."""
    if given is None:
        return ""
    ends = [
        ctx.say("from {date}").format(date=ctx.date(given.starts)) if given.starts else "",
        ctx.say("until {date}").format(date=ctx.date(given.ends)) if given.ends else "",
    ]
    dates = " ".join(end for end in ends if end)
    return f"{given.label} ({dates})" if given.label and dates else given.label or dates


def change(ctx: Context, given: Change | None) -> Inlines:
    """Say in a line of its own how something changed since the previous edition, what it was before, and why."""
    return (Text(f"{ctx.say('Change')}: "), *changed(ctx, given)) if given else ()


def changed(ctx: Context, given: Change | None) -> Inlines:
    """Say how something changed where a head already says that it is about change."""
    if given is None:
        return ()
    before = ctx.say("was: {before}").format(before=given.was) if given.was else ""
    why = flat(given.because.blocks) if given.because else ()
    return words(ctx.word("change", given.direction), before, why, between="; ")
