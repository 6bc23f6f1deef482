"""A brief with what its house gives: the brief's own wins, and shared parts come only where they are referred to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Diagnostic, Place
from ..model import Brief
from ..model.convert import absent
from ..model.fields import build
from ..model.ids import anchor_of
from ..model.references import references
from ..model.walk import things
from ..prose import Prose
from .clean import cleaned
from .places import Places
from .project import Project, listed
from .shared import Shared

Data = Mapping[str, Any]
Wanted = dict[str, set[str]]


def in_house(data: Data, project: Project, places: Places) -> tuple[Brief, list[Diagnostic]]:
    """Build a brief with what its house gives, and tell what was repaired in that; `places` learns where it stands.

    Raises `InputError` with every mistake.
    """
    found: list[Diagnostic] = []
    merged, elsewhere = with_settings(data, project)
    while True:
        places.elsewhere.update(elsewhere)
        clean, repaired = cleaned(merged)
        found += repaired
        brief: Brief = build(Brief, clean)  # type: ignore[arg-type]  # a mapping stays one
        parts = missing(brief, merged, project)
        if not parts:
            return brief, found
        found += (each for part in parts for each in part.found)
        merged, elsewhere = with_parts(clean, parts)  # type: ignore[arg-type]


def with_settings(data: Data, project: Project) -> tuple[Data, dict[str, Place]]:
    """Give a brief's data with the house's settings where it has none of its own, and the places of those."""
    return _filled(data, project.settings, project.places, "")


def _filled(own: Data, house: Data, places: Places, before: str) -> tuple[Data, dict[str, Place]]:
    made, found = dict(own), dict[str, Place]()
    for name, value in house.items():
        path = f"{before}{name}"
        if isinstance(value, Mapping) and (absent(made.get(name)) or isinstance(made[name], Mapping)):
            made[name], inner = _filled(made.get(name) or {}, value, places, f"{path}.")
            found |= inner
        elif absent(made.get(name)):
            made[name] = value
            found[path] = places.of(path)
    return made, found


def with_parts(data: Data, parts: tuple[Shared, ...]) -> tuple[Data, dict[str, Place]]:
    """Give a brief's data with shared parts after its own, and the places of those."""
    made, found = dict(data), dict[str, Place]()
    for part in parts:
        made[part.into] = own = listed(made.get(part.into))
        path = f"{part.into}[{len(own)}]"
        own.append(part.data)
        found |= {f"{path}{rest}": place for rest, place in part.places.below(part.path).items()}
    return made, found


def missing(brief: Brief, data: Data, project: Project) -> tuple[Shared, ...]:
    """Give the shared parts that a brief refers to and does not have; terms also where their word stands in it."""
    wanted = _wanted(brief)
    held = {part.id for _, part in brief.parts()}
    words = "\n".join(_texts(data)) if any(part.kind == "term" for part in project.shared) else ""
    return tuple(p for p in project.shared if p.id not in held and (_refers(wanted, p) or _says(words, p, brief)))


def _wanted(brief: Brief) -> Wanted:
    """Give the names that mean nothing in the brief, each with the kinds it may mean (`any` for all)."""
    wanted: Wanted = {}
    for name, kinds in _names(brief):
        part = brief.index.get(name)
        if part is None or (kinds and part.kind_name not in kinds):
            wanted.setdefault(name, set()).update(kinds or ("any",))
    return wanted


def _names(brief: Brief) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _, thing in things(brief):
        if isinstance(thing, Prose):
            yield from ((found.target, ("source",)) for found in thing.citations)
            yield from ((found.target, ()) for found in thing.references)
        else:
            yield from ((reference.id, reference.kinds) for reference in references(thing))


def _refers(wanted: Wanted, part: Shared) -> bool:
    names = (part.id, anchor_of(part.kind, part.id), str(part.data.get("formerly")))
    return any({part.kind, "any"} & wanted.get(name, set()) for name in names)


def _says(words: str, part: Shared, brief: Brief) -> bool:
    """Tell whether a term of the glossary stands in the brief, which does not explain it itself."""
    term = str(part.data.get("term", ""))
    if part.kind != "term" or term in (own.term for own in brief.glossary):
        return False
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", words) is not None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, list | tuple):
        yield from (text for item in value for text in _texts(item))
