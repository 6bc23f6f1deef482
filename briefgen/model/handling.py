"""How a brief and its parts may be handled: each part's level, and the marking of the whole."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..errors import BriefgenError
from ..markings import Scheme, recognised, scheme
from .part import Marking, Part
from .walk import having, parts

if TYPE_CHECKING:
    from .brief import Brief


@frozen
class Handled:
    """A part with its path and the marking that holds for it: its own, else that of the part it stands in."""

    path: str
    part: Part
    marking: Marking | None


def handled(brief: "Brief") -> Iterator[Handled]:
    """Give every part with the marking that holds for it, outer ones first."""
    holding: dict[str, Marking | None] = {}
    for path, part in parts(brief):
        marking = part.marking or holding.get(path.rpartition(".")[0])
        holding[path] = marking
        yield Handled(path, part, marking)


def markings(brief: "Brief") -> Iterator[tuple[str, Marking]]:
    """Give every marking that is written in a brief, with its path; the brief's own first."""
    if brief.marking:
        yield "marking", brief.marking
    yield from ((f"{path}.marking", part.marking) for path, part in parts(brief) if part.marking)


def own_level(brief: "Brief") -> str | None:
    """Give the level of the brief's own text and of parts without a marking; nothing where nothing says it."""
    return brief.unmarked or (brief.marking.level if brief.marking else None)


def scheme_of(brief: "Brief", *folders: Path) -> Scheme | None:
    """Give the marking scheme of a brief: the one it chooses, else the one that its first level is of.

    A house's own is looked for in `folders`. Raises `BriefgenError` for a choice that can't be read.
    """
    if brief.scales and brief.scales.marking:
        return _named("scales.marking", brief.scales.marking, folders)
    for path, marking in markings(brief):
        found = _named(f"{path}.scheme", marking.scheme, folders) if marking.scheme else recognised(marking.level)
        if found:
            return found
    return recognised(brief.unmarked) if brief.unmarked else None


def _named(path: str, name: str, folders: tuple[Path, ...]) -> Scheme:
    try:
        return scheme(name, *folders)
    except BriefgenError as error:
        raise BriefgenError(evolve(found, path=path) for found in error.diagnostics) from None


def banner(brief: "Brief", scheme: Scheme | None) -> Marking | None:
    """Give the marking of the whole: the brief's own, else the highest level of its parts and its own text.

    Caveats of all parts hold for the whole; it may go only to those to whom each part may go.
    """
    marked = [marking for _, marking in markings(brief)]
    levels = [marking.level for marking in marked] + ([brief.unmarked] if brief.unmarked else [])
    level = brief.marking.level if brief.marking else scheme.highest(levels) if scheme else None
    if level is None:
        return brief.marking
    caveats = tuple(dict.fromkeys(caveat for marking in marked for caveat in marking.caveats))
    whole = brief.marking or Marking(level, releasable_to=common(marking.releasable_to for marking in marked))
    return having(whole, {"caveats": caveats})


def common(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Give those who are on every list that names any, in the order of the first."""
    first, *others = [names for names in lists if names] or [()]
    return tuple(name for name in first if all(name in other for other in others))


def banner_or_own(brief: "Brief", *folders: Path) -> tuple[Marking | None, Scheme | None]:
    """Give the marking of the whole with its scheme; where the scheme can't be read, what the brief says itself."""
    try:
        found = scheme_of(brief, *folders)
    except BriefgenError:
        found = None
    return banner(brief, found), found
