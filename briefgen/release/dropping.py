"""What may be handed out at a level: the brief without the parts that are marked above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, frozen

from ..checks.markings import marked_in_order
from ..errors import BriefgenError, Diagnostic, Severity
from ..markings import Scheme, recognised
from ..model import Brief, Marking, Part
from ..model.handling import Handled, handled, own_level, scheme_of
from ..model.walk import kind_of, part_holders
from .needless import Paths, needless, referred, within
from .repeated import repeated

T = TypeVar("T")
FEW = 5


@frozen
class Release:
    """A brief as it may be handed out at a level, and the parts that were dropped, outermost, each with its path.

    `diagnostics` tells what should be known of it: what fell because only dropped parts needed it, and what of the
    dropped is still said. Paths are those of the whole brief.
    """

    level: str
    brief: Brief
    dropped: Paths
    diagnostics: tuple[Diagnostic, ...] = ()


def release(brief: Brief, level: str, folders: Sequence[Path] = ()) -> Release:
    """Drop every part that is marked above a level, with all that stands within it.

    A part without a marking is at the level of the part it stands in; outside of any it is, like the brief's own text,
    at the brief's `unmarked`, else at its marking. Neither is ever dropped: if that level is above the one asked for,
    or nothing says it, the release is refused. What is left is marked as its highest part is; remarks and accepted
    findings stay behind. A house's own scheme is looked for in `folders`.

    Raises `BriefgenError` for a level that the scheme does not have, and with every kept part that refers to a
    dropped one.
    """
    _refuse(marked_in_order(brief, folders))
    scheme = scheme_of(brief, *folders) or recognised(level)
    _refuse(_no_level(level, scheme))
    assert scheme is not None
    parts = list(handled(brief))
    above = [each for each in parts if each.marking and _above(scheme, each.marking.level, level)]
    _refuse(_own_text(brief, parts, scheme, level))
    dropped = _outermost(above)
    _refuse(_referring(brief, parts, dropped, level))
    fallen = needless(brief, dropped, _without(brief, _gone(parts, dropped)))
    gone = _gone(parts, (*dropped, *fallen))
    left = evolve(_without(brief, gone), allow=(), marking=_left(brief, parts, gone, scheme))
    return Release(level, left, (*dropped, *fallen), (*map(_fallen, fallen), *repeated(brief, (*dropped, *fallen))))


def _gone(parts: Sequence[Handled], dropped: Paths) -> set[int]:
    """Name the dropped parts, and those within them, by their identity."""
    paths = {path for path, _ in dropped}
    return {id(each.part) for each in parts if within(each.path, paths)}


def _outermost(above: Sequence[Handled]) -> Paths:
    paths = {each.path for each in above}
    return tuple((each.path, each.part) for each in above if each.path.rpartition(".")[0] not in paths)


def _refuse(found: Iterator[Diagnostic]) -> None:
    if wrong := list(found):
        raise BriefgenError(wrong)


def _above(scheme: Scheme, level: str, limit: str) -> bool:
    return scheme.highest([limit, level]) != limit


def _no_level(level: str, scheme: Scheme | None) -> Iterator[Diagnostic]:
    if scheme is None or scheme.rank(level) is None:
        nearest = scheme.nearest(level) if scheme else ""
        known = f"its levels: {', '.join(scheme.names)}" if scheme else ""
        message = f"{level!r} is no level of {scheme.name if scheme else 'a known marking scheme'}"
        yield Diagnostic("unknown-marking", message, hint=f"nearest: {nearest!r}" if nearest else known)


def _own_text(brief: Brief, parts: Sequence[Handled], scheme: Scheme, level: str) -> Iterator[Diagnostic]:
    """A title can't be dropped, and what nobody has marked must not be guessed."""
    own = own_level(brief)
    if own is not None and not _above(scheme, own, level):
        return
    bare = [each.path for each in parts if each.marking is None]
    listed = f" and {len(bare)} parts without a marking ({', '.join(bare[:FEW])}{', …' * (len(bare) > FEW)})"
    what = f"the brief's own text{listed if bare else ''}"
    said = f"at {own}, above {level}" if own else f"at no level that the brief says, so it can't be released at {level}"
    hint = f"if all of it may go out at {level}, write `unmarked: {level}`; else mark these parts"
    path = "unmarked" if brief.unmarked else "marking"
    yield Diagnostic("release-unmarked", f"{what} is {said}", path=path, hint=hint)


def _referring(brief: Brief, parts: Sequence[Handled], dropped: Paths, level: str) -> Iterator[Diagnostic]:
    gone = {path for path, _ in dropped}
    withheld = {id(each.part): each for each in parts if within(each.path, gone)}
    for path, target in referred(brief):
        said = withheld.get(id(brief.index.get(target)))
        if said and not within(path, gone):
            message = f"refers to {said.path} ({target!r}), which {_why(said, gone)} above {level}"
            yield Diagnostic("release-reference", message, path=path, hint="mark this part as high, or take that out")


def _why(part: Handled, gone: Set[str]) -> str:
    level = part.marking.level if part.marking else ""
    return f"is {level}," if part.path in gone else "stands in a part"


def _fallen(found: tuple[str, Part]) -> Diagnostic:
    path, part = found
    message = f"{part.kind_name} {part.id!r} is left out: only withheld parts refer to it"
    return Diagnostic("release-needless", message, Severity.INFO, path=path, hint="mark it, to keep it")


def _without(thing: T, gone: set[int]) -> T:
    """Rebuild a brief or part without the parts that are gone, and without remarks."""
    changes: dict[str, Any] = {"remark": None} if isinstance(thing, Part) and thing.remark else {}
    for name, _ in part_holders(kind_of(thing)):
        value = getattr(thing, name)
        if isinstance(value, tuple):
            changes[name] = tuple(_without(item, gone) for item in value if id(item) not in gone)
    made: T = evolve(thing, **changes) if changes else thing  # type: ignore[misc]
    return made


def _left(brief: Brief, parts: Sequence[Handled], gone: set[int], scheme: Scheme) -> Marking | None:
    """Lower the brief's own marking to what is left; a caveat that only dropped parts carried goes with them."""
    if brief.marking is None:
        return None
    kept = [each.marking for each in parts if each.marking and id(each.part) not in gone]
    lost = {caveat for each in parts if each.marking and id(each.part) in gone for caveat in each.marking.caveats}
    lost -= {caveat for marking in kept for caveat in marking.caveats}
    level = scheme.highest([own_level(brief) or "", *(marking.level for marking in kept)]) or brief.marking.level
    return evolve(brief.marking, level=level, caveats=[each for each in brief.marking.caveats if each not in lost])
