"""One part traced: down to the sources that it rests on, and up to what rests on it."""

from __future__ import annotations

from attrs import frozen

from ..errors import Diagnostic, InputError
from ..model import Brief, anchor
from ..model.mistakes import nearest
from .falling import stands, without
from .graph import Evidence, Held, Support, evidence

DEEPEST = 50
"""A tree is told so many steps down; a chain of causes may be longer."""


@frozen
class Branch:
    """A step down, and the steps from there; `more` says why they are not given: they were above, or go too deep."""

    step: Support
    to: Held
    branches: tuple[Branch, ...] = ()
    more: str = ""


@frozen
class Traced:
    """What a part rests on, what holds up by it directly, what falls without it, and what is only weakened.

    `stands` is false of what rests, in a circle, on itself alone.
    """

    held: Held
    rests_on: tuple[Branch, ...] = ()
    holds_up: tuple[Held, ...] = ()
    falls: tuple[Held, ...] = ()
    weakened: tuple[Held, ...] = ()
    stands: bool = True


def trace(brief: Brief, id: str) -> Traced:
    """Trace a part by its id, bare or as `kind-slug`; also `bottom-line` and other texts of the brief itself.

    Raises `InputError` with the nearest id when there is none.
    """
    found = evidence(brief)
    part = brief.index.get(id)
    name = anchor(part) if part else id
    if name not in found.held:
        close = nearest(id, [*brief.index, *found.held])
        hint = f"nearest: {close!r}" if close else ""
        raise InputError([Diagnostic("unknown-id", f"{id!r} is no id of a part of this brief", hint=hint)])
    loss = without(found, name)
    return Traced(
        found.held[name],
        _branches(found, name, {name}),
        tuple(found.held[step.above] for step in found.above.get(name, ())),
        tuple(found.held[each] for each in loss.falls),
        tuple(found.held[each] for each in loss.weakened),
        stands(found, name),
    )


def _branches(found: Evidence, name: str, seen: set[str], depth: int = 0) -> tuple[Branch, ...]:
    return tuple(_branch(found, step, seen, depth) for step in found.below.get(name, ()))


def _branch(found: Evidence, step: Support, seen: set[str], depth: int) -> Branch:
    to = found.held[step.below]
    if not found.below.get(step.below):
        return Branch(step, to)
    if step.below in seen or depth == DEEPEST:
        return Branch(step, to, more="see above" if step.below in seen else "trace it for more")
    seen.add(step.below)
    return Branch(step, to, _branches(found, step.below, seen, depth + 1))
