"""Words that are said to be terms of a scale are terms of it, and likelihoods that should make one whole do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

from attrs import evolve

from ..errors import BriefgenError, Diagnostic, Severity
from ..model import Brief, Confidence, Effect, Likelihood, Risk
from ..model.mistakes import shown
from ..model.walk import things
from ..scales import Kind, Scale, is_not_assessed, scale

Named = Callable[[str], Scale]
_KINDS: tuple[Kind, ...] = get_args(Kind)
_ROUNDING = 0.005
"""How far a probability may be from what it was rounded from."""


def terms_of_scales(brief: Brief, folders: Sequence[Path]) -> Iterator[Diagnostic]:
    """Find scales that don't exist or are of another kind, and words that are no term of theirs.

    A brief's own scales are looked for in `folders`.
    """
    named = cache(lambda name: scale(name, *folders))
    chosen: dict[Kind, Scale] = {}
    for kind in _KINDS:
        name = getattr(brief.scales, kind, None)
        found = _chosen(named, name, kind, f"scales.{kind}") if name else None
        if isinstance(found, Scale):
            chosen[kind] = found
        yield from found if isinstance(found, tuple) else ()
    for path, thing in things(brief):
        yield from _wrong(named, chosen, path, thing)


def _chosen(named: Named, name: str, kind: Kind, path: str) -> Scale | tuple[Diagnostic, ...]:
    try:
        found = named(name)
    except BriefgenError as error:
        return tuple(evolve(each, path=path) for each in error.diagnostics)
    if found.kind == kind:
        return found
    message = f"{name!r} is a scale of {found.kind}; expected one of {kind}"
    return (Diagnostic("wrong-scale", message, path=path),)


def _wrong(named: Named, chosen: dict[Kind, Scale], path: str, thing: object) -> Iterator[Diagnostic]:
    match thing:
        case Likelihood():
            yield from _likelihood(named, chosen.get("likelihood"), path, thing)
        case Confidence(level=level) if (own := chosen.get("confidence")) and not is_not_assessed(level):
            at = path if thing.because is None else f"{path}.level"
            yield from _unknown(own, level, at)
        case Effect(magnitude=said) if said and (own := chosen.get("magnitude")):
            yield from _near_miss(own, said, f"{path}.magnitude")
        case Risk(impact=said) if said and (own := chosen.get("magnitude")):
            yield from _near_miss(own, said, f"{path}.impact")


def _likelihood(named: Named, chosen: Scale | None, path: str, given: Likelihood) -> Iterator[Diagnostic]:
    own = _chosen(named, given.scale, "likelihood", f"{path}.scale") if given.scale else chosen
    if isinstance(own, tuple):
        yield from own
    elif own and isinstance(given.value, str) and not is_not_assessed(given.value):
        alone = given == Likelihood(given.value)
        yield from _unknown(own, given.value, path if alone else f"{path}.value")


def _unknown(own: Scale, said: str, path: str) -> Iterator[Diagnostic]:
    if own.spelled(said) is None:
        close = _nearest(own, said) or f"its terms: {', '.join(term.name for term in own.on(''))}"
        yield Diagnostic("unknown-term", f"{shown(said)} is no term of {own.name}", path=path, hint=close)


def _near_miss(own: Scale, said: str, path: str) -> Iterator[Diagnostic]:
    """Words may stand for a magnitude; what looks like a term with a slip in it is worth a word."""
    if own.spelled(said) is None and (close := _nearest(own, said)):
        message = f"{shown(said)} is no term of {own.name}, so it is printed as words"
        yield Diagnostic("maybe-term", message, Severity.WARNING, path=path, hint=close)


def _nearest(own: Scale, said: str) -> str:
    found = own.nearest(said)
    if found is None:
        return ""
    name, term = found
    return f"nearest: {name!r}" + (f" ({term.span})" if term.span else "")


def sum_of_likelihoods(brief: Brief) -> Iterator[Diagnostic]:
    """Find numbers that don't make one whole although exactly one of the scenarios is said to come about."""
    whole = brief.scenario_set
    if not (whole and whole.exclusive and whole.exhaustive and brief.scenarios):
        return
    given = [_ends(scenario.likelihood) for scenario in brief.scenarios]
    known = [ends for ends in given if ends]
    if len(known) < len(given):
        return
    low, high = (sum(ends) for ends in zip(*known))
    slack = _ROUNDING * len(known) + 1e-9
    if low - slack > 1 or high + slack < 1:
        said = f"{low * 100:.6g}" if low == high else f"{low * 100:.6g} to {high * 100:.6g}"
        message = f"exactly one scenario is said to come about, but their likelihoods make {said} % together"
        hint = "correct a likelihood, or what is said of the scenarios together"
        yield Diagnostic("sum-of-likelihoods", message, Severity.WARNING, path="scenarios", hint=hint)


def _ends(given: Likelihood | None) -> tuple[float, float] | None:
    """Give a likelihood as a range of numbers; nothing for words and for what holds only on a condition."""
    if given is None or given.value is None or isinstance(given.value, str) or given.given:
        return None
    return given.value if isinstance(given.value, tuple) else (given.value, given.value)
