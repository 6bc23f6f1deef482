"""Who rests on what in a brief: one step from each part to the parts and sources below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from attrs import evolve, frozen

from ..model import Attribution, Brief, Claim, Effect, Event, Judgment, Part, Source, anchor
from ..model.names import title_of
from ..model.walk import holders, kind_of
from ..prose import Prose

How = Literal["basis", "cause", "report", "cited", "says so", "seen in", "derives from"]


@frozen
class Support:
    """One step: `above` rests on `below` (anchors); `how` is the field that says so; a locator is the place in it."""

    above: str
    below: str
    how: How
    locator: str = ""


@frozen
class Held:
    """What can rest on something: a part by its anchor, or a text of the brief itself, such as its bottom line."""

    anchor: str
    kind: str
    title: str
    path: str
    is_part: bool = True


@frozen(slots=False)
class Evidence:
    """All steps of a brief, in its order."""

    held: Mapping[str, Held]
    steps: tuple[Support, ...]

    @cached_property
    def below(self) -> Mapping[str, tuple[Support, ...]]:
        """What each thing rests on."""
        return _grouped((step.above, step) for step in self.steps)

    @cached_property
    def above(self) -> Mapping[str, tuple[Support, ...]]:
        """What each thing holds up."""
        return _grouped((step.below, step) for step in self.steps)


def _grouped(pairs: Iterable[tuple[str, Support]]) -> Mapping[str, tuple[Support, ...]]:
    found: dict[str, list[Support]] = {}
    for key, step in pairs:
        found.setdefault(key, []).append(step)
    return {key: tuple(steps) for key, steps in found.items()}


def evidence(brief: Brief) -> Evidence:
    """Find every step from a part, or from a text of the brief itself, to what it rests on.

    A judgment rests on its basis, an effect on its causes, an event on its reports; everything on the sources that it
    names, that its prose cites, and that are said to say so. A source rests on those it was seen in or derives from.
    """
    texts = [
        (Held(key.replace("_", "-"), "text", _spoken(key), key, False), getattr(brief, name))
        for name, key in _own(brief)
    ]
    parts = [(_held(brief, path, part), part) for path, part in brief.parts()]
    every = [(held, thing) for held, thing in (*texts, *parts) if thing is not None]
    steps = (step for held, thing in every for step in _once(_steps(brief, held.anchor, thing)))
    return Evidence({held.anchor: held for held, _ in every[::-1]}, tuple(steps))


def _own(brief: Brief) -> Iterator[tuple[str, str]]:
    """Name the fields of a brief that hold texts and small values, not parts."""
    for name, key in holders(kind_of(brief)):
        value = getattr(brief, name)
        if not any(isinstance(item, Part) for item in _many(value)):
            yield name, key


def _spoken(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _held(brief: Brief, path: str, part: Part) -> Held:
    return Held(anchor(part), part.kind_name, title_of(part, brief.index.get), path)


def _steps(brief: Brief, above: str, thing: object) -> Iterator[Support]:
    """Give the steps from one part, or from a text, in the order in which a reader would ask."""
    for reference, how, locator in (*_named(thing), *_in_values(thing)):
        part = brief.index.get(reference)
        if part is not None and anchor(part) != above and (how not in ("says so", "cited") or isinstance(part, Source)):
            yield Support(above, anchor(part), how, locator)


Named = tuple[str, How, str]


def _named(thing: object) -> Iterator[Named]:
    """Give the references in a part's own fields that say what it rests on."""
    match thing:
        case Judgment(basis=basis):
            yield from ((reference, "basis", "") for reference in basis)
        case Effect(causes=causes):
            yield from ((reference, "cause", "") for reference in causes)
        case Event(reports=reports):
            yield from ((anchor(report), "report", "") for report in reports if isinstance(report, Claim))
        case Source():
            if thing.seen_in:
                yield thing.seen_in, "seen in", ""
            yield from ((reference, "derives from", "") for reference in thing.derives_from)
    if isinstance(thing, Part):
        yield from ((ref.id, "cited", ref.locator or "") for ref in thing.sources)


def _in_values(thing: object) -> Iterator[Named]:
    """Give the sources that a part's prose cites and its attributions name; parts within it are asked on their own."""
    match thing:
        case Prose():
            yield from ((found.target, "cited", "") for found in thing.citations)
        case Attribution(who=str(who)):
            yield who, "says so", ""
        case tuple():
            yield from (named for item in thing for named in _in_values(item))
        case _:
            values = (getattr(thing, name) for name, _ in holders(kind_of(thing)))
            yield from (
                n for value in values for item in _many(value) if not isinstance(item, Part) for n in _in_values(item)
            )


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _once(steps: Iterable[Support]) -> Iterable[Support]:
    """Keep one step to each thing below, with every place in it that is named."""
    found: dict[str, Support] = {}
    for step in steps:
        first = found.setdefault(step.below, step)
        if step.locator and step.locator not in first.locator.split("; "):
            found[step.below] = evolve(first, locator="; ".join(filter(None, (first.locator, step.locator))))
    return found.values()
