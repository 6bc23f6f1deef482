"""What falls when something is withdrawn, and what only loses a part of what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Set

from attrs import frozen

from .graph import Evidence, Support


@frozen
class Loss:
    """What a withdrawal costs, as anchors in the order of the brief.

    What `falls` has nothing left that it rests on. What is `weakened` still rests on something, but something that it
    rests on, directly or further below, has fallen.
    """

    falls: tuple[str, ...] = ()
    weakened: tuple[str, ...] = ()


def without(evidence: Evidence, withdrawn: str) -> Loss:
    """Say what is lost when the part of that anchor is withdrawn."""
    before, after = _standing(evidence, ""), _standing(evidence, withdrawn)
    fallen = before - after - {withdrawn}
    weakened = _resting_on(evidence, {withdrawn, *fallen}) & after
    order = list(evidence.held)[::-1]
    return Loss(tuple(a for a in order if a in fallen), tuple(a for a in order if a in weakened))


def stands(evidence: Evidence, name: str) -> bool:
    """Tell whether something stands: it rests on nothing, or in the end on something that does, not on itself alone."""
    return name in _standing(evidence, "")


def _standing(evidence: Evidence, withdrawn: str) -> Set[str]:
    """Find what stands: from what rests on nothing upwards, so that things resting on each other alone do not."""
    stands: set[str] = set()
    waiting = [anchor for anchor in evidence.held if anchor != withdrawn]
    while waiting:
        left = [anchor for anchor in waiting if not _holds(evidence.below.get(anchor, ()), stands)]
        if len(left) == len(waiting):
            break
        stands |= {*waiting} - {*left}
        waiting = left
    return stands


def _holds(steps: Iterable[Support], stands: Set[str]) -> bool:
    """Tell whether these steps hold something up: all that it was seen in, and one of the others if there are any."""
    needed = [step for step in steps if step.how == "seen in"]
    others = [step for step in steps if step.how != "seen in"]
    return all(step.below in stands for step in needed) and (not others or any(step.below in stands for step in others))


def _resting_on(evidence: Evidence, bottom: Set[str]) -> set[str]:
    found: set[str] = set()
    waiting = [*bottom]
    while waiting:
        above = [step.above for step in evidence.above.get(waiting.pop(), ()) if step.above not in found]
        found |= {*above}
        waiting += above
    return found
