"""What can't go round in a circle: what judgments rest on, causes, belonging, derivation, order in time."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from ..errors import Diagnostic
from ..model import Actor, Brief, Effect, Event, Judgment, Part, Source

_FOLLOWED: tuple[tuple[type[Part], str, str], ...] = (
    (Judgment, "basis", "rest on each other"),
    (Effect, "causes", "cause each other"),
    (Actor, "part_of", "belong to each other"),
    (Source, "derives_from", "derive from each other"),
    (Source, "seen_in", "are seen in each other"),
    (Event, "after", "come after each other"),
)


def circles(brief: Brief) -> Iterator[Diagnostic]:
    """Find parts that cause, contain, follow or derive from themselves, directly or by others."""
    for kind, name, what in _FOLLOWED:
        parts = {part.id or "": (path, part) for path, part in brief.parts() if isinstance(part, kind)}
        graph = {
            id: [other for other in _many(getattr(part, name)) if other in parts] for id, (_, part) in parts.items()
        }
        for circle in _circles(graph):
            message = f"parts {what} in a circle: {' → '.join(circle)}"
            yield Diagnostic(
                "circle", message, path=f"{parts[circle[0]][0]}.{name}", hint="take one of these steps out"
            )


def _many(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """Give each circle once, from its first part on; a circle that is found is cut open to find the next."""
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = _from_first(error.args[1][::-1], list(graph))
            yield circle
            graph = graph | {circle[0]: [other for other in graph[circle[0]] if other != circle[1]]}
        else:
            return


def _from_first(circle: list[str], order: list[str]) -> list[str]:
    round = circle[:-1]
    start = min(range(len(round)), key=lambda at: order.index(round[at]))
    return [*round[start:], *round[:start], round[start]]
