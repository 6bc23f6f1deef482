"""Badges, signs and the words of likelihood and confidence: as much as was given, and no more."""

from __future__ import annotations

from ...document.nodes import Badge, Inline, Inlines, Reference, Text
from ...language import format_number
from ...model import Change, Confidence, Horizon, Likelihood, anchor
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
RELIABILITY = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}


def status(ctx: Context, term: str | None) -> Inlines:
    """Make the badge of a status, or nothing."""
    if not term:
        return ()
    said = ctx.word("status", term)
    return (Badge("status", term, said, f"{ctx.say('Status')}: {said}"),)


def confidence(ctx: Context, given: Confidence | None) -> Inlines:
    """Make the badge of a confidence, or nothing."""
    if given is None:
        return ()
    said = ctx.say("{level} confidence").format(level=ctx.word("confidence", given.level))
    return (Badge("confidence", given.level, said, f"{ctx.say('Confidence')}: {ctx.word('confidence', given.level)}"),)


def likelihood_badges(ctx: Context, given: Likelihood | None) -> list[Inline]:
    """Make a badge for each thing that was said of a likelihood: term, rank, condition, or not assessed."""
    if given is None:
        return []
    found: list[Inline] = []
    if given.value is not None:
        said = chance(ctx, given)
        found.append(_likelihood(ctx, str(given.value) if isinstance(given.value, str) else "number", said))
    if given.rank is not None:
        found.append(_likelihood(ctx, "ranked", ctx.say("Ranked {place}").format(place=_place(ctx, given.rank))))
    if given.given is not None:
        found.append(_likelihood(ctx, "conditional", ctx.say("Conditional")))
    return found


def _likelihood(ctx: Context, value: str, said: str) -> Badge:
    return Badge("likelihood", value, said, f"{ctx.say('Likelihood')}: {said}")


def _place(ctx: Context, rank: int) -> str:
    """Write a rank: `1st` in English, `1.` elsewhere."""
    if not ctx.language.startswith("en"):
        return f"{rank}."
    ending = "th" if 10 < rank % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


def chance(ctx: Context, given: Likelihood) -> str:
    """Write a likelihood's value as it was given: a term, a probability or a range."""
    match given.value:
        case None:
            return ""
        case str():
            return ctx.word("likelihood", given.value)
        case (low, high):
            return f"{_percent(ctx, low, sign=False)}–{_percent(ctx, high)}"
    return _percent(ctx, given.value)


def _percent(ctx: Context, probability: float, *, sign: bool = True) -> str:
    number = format_number(float(f"{probability * 100:.6g}"), ctx.language).removesuffix(".0")
    return f"{number}\u00a0%" if sign else number


def likelihood_words(ctx: Context, given: Likelihood | None) -> Inlines:
    """Say in words what badges can't: the source's wording, the condition, and who says so."""
    if given is None:
        return ()
    wording = ctx.quoted(given.wording) if given.wording else ""
    scale = ctx.say("on the scale {scale}").format(scale=given.scale) if given.scale else ""
    who = ctx.says(given.according_to)
    said = words(wording, _condition(ctx, given), scale)
    return words(said, *([who, ctx.terms(given.according_to)] if who else []), between=", ")


def _condition(ctx: Context, given: Likelihood) -> Inlines:
    if not given.given:
        return ()
    part = ctx.part(given.given)
    condition: Inline = Reference(anchor(part), (Text(ctx.name(given.given)),)) if part else Text(given.given)
    return (Text(ctx.say("if") + " "), condition)


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
