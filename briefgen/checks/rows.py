"""The two rows of a scale's terms are not mixed: a reader would look for a difference that is not there (ICD 203)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from ..errors import BriefgenError, Diagnostic, Severity
from ..model import Brief, Likelihood
from ..model.walk import things
from ..scales import Scale, resolve, scale

Named = Callable[[str | None], Scale | None]


def mixed_rows(brief: Brief, folders: Sequence[Path]) -> Iterator[Diagnostic]:
    """Find the first likelihood that would be printed in the other row of the brief's scale than those before it."""
    named = cache(lambda name: _scale(name, folders))
    chosen = named(brief.scales.likelihood if brief.scales else None)
    if chosen is None or not chosen.rows:
        return
    first = ""
    for path, thing in things(brief):
        for said in _printed(thing, chosen, named) if isinstance(thing, Likelihood) else ():
            if first and _row(chosen, said) != _row(chosen, first):
                yield _mixed(path, chosen, said, first)
                return
            first = first or said


def _scale(name: str | None, folders: Sequence[Path]) -> Scale | None:
    try:
        return scale(name, *folders) if name else None
    except BriefgenError:  # told by another check
        return None


def _printed(given: Likelihood, chosen: Scale, named: Named) -> tuple[str, ...]:
    """Give the terms of the brief's scale that a likelihood is printed in."""
    own = named(given.scale)
    if given.value is None or (given.scale and own is None):
        return ()
    found = resolve(given.value, own, chosen)
    return found.terms if found.scale and found.scale.id == chosen.id else ()


def _row(chosen: Scale, said: str) -> int:
    """Tell the row of a term: 0 for the terms themselves, 1 for those that mean the same."""
    return int(any(said in term.synonyms for term in chosen.terms))


def _mixed(path: str, chosen: Scale, said: str, first: str) -> Diagnostic:
    message = f"{said!r} and {first!r} are of the two rows of {chosen.name}, which are not to be mixed"
    same = next(t for t in chosen.terms if said in (t.name, *t.synonyms))
    other = same.name if _row(chosen, said) else ", ".join(same.synonyms)
    return Diagnostic("mixed-rows", message, Severity.WARNING, path=path, hint=f"say {other!r}, which means the same")
