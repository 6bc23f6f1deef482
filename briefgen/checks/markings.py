"""Markings are levels of one scheme, and the brief is marked no lower than what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import BriefgenError, Diagnostic
from ..markings import Scheme, names, recognised
from ..model import Brief, Marking
from ..model.handling import common, markings, scheme_of

MARKING = "marking"


def marked_in_order(brief: Brief, folders: Sequence[Path] = ()) -> Iterator[Diagnostic]:
    """Find levels that the scheme does not have, a second scheme, and a brief that is marked lower than a part of it.

    A house's own scheme is looked for in `folders`.
    """
    try:
        scheme = scheme_of(brief, *folders)
    except BriefgenError as error:
        yield from error.diagnostics
        return
    for path, level in _levels(brief):
        if scheme is None or scheme.rank(level) is None:
            yield _unknown(path, level, scheme)
    for path, marking in markings(brief):
        if scheme and marking.scheme and not _same(scheme, marking.scheme):
            yield _mixed(f"{path}.scheme", f"the scheme {marking.scheme!r}", scheme)
    if scheme:
        yield from _too_low(brief, scheme)
    yield from _too_wide(brief)


def _levels(brief: Brief) -> Iterator[tuple[str, str]]:
    if brief.unmarked:
        yield "unmarked", brief.unmarked
    yield from ((path, marking.level) for path, marking in markings(brief))


def _same(scheme: Scheme, name: str) -> bool:
    return name.lower() == scheme.id.lower()


def _unknown(path: str, level: str, scheme: Scheme | None) -> Diagnostic:
    if scheme is None:
        hint = f"known schemes: {', '.join(names())}; a house's own is named in scales.marking"
        return Diagnostic("unknown-marking", f"{level!r} is no level of a known marking scheme", path=path, hint=hint)
    other = recognised(level)
    if other and other.id != scheme.id and level in other.names:
        return _mixed(path, f"{level!r} of {other.name}", scheme)
    nearest = scheme.nearest(level)
    hint = f"nearest: {nearest!r}" if nearest else f"its levels: {', '.join(scheme.names)}"
    return Diagnostic("unknown-marking", f"{level!r} is no level of {scheme.name}", path=path, hint=hint)


def _mixed(path: str, what: str, scheme: Scheme) -> Diagnostic:
    message = f"{what} stands in a brief that is marked by {scheme.name}; one brief has one scheme"
    return Diagnostic("mixed-markings", message, path=path, hint=f"its levels: {', '.join(scheme.names)}")


def _too_low(brief: Brief, scheme: Scheme) -> Iterator[Diagnostic]:
    """The banner tells the reader how to handle everything below it."""
    own = scheme.rank(brief.marking.level) if brief.marking else None
    if brief.marking is None or own is None:
        return
    higher = [(path, level) for path, level in _levels(brief) if (scheme.rank(level) or 0) > own]
    if higher:
        said = ", ".join(f"{path.removesuffix('.marking')} ({level})" for path, level in higher[:5])
        more = f" and {len(higher) - 5} more" if len(higher) > 5 else ""
        highest = scheme.highest(level for _, level in higher)
        message = f"the brief is marked {brief.marking.level}, lower than {said}{more}"
        hint = f"mark it {highest}, or leave its marking out: it is then that of its highest part"
        yield Diagnostic("marking-too-low", message, path=MARKING, hint=hint)


def _too_wide(brief: Brief) -> Iterator[Diagnostic]:
    """What goes to somebody goes whole, so it may go to nobody to whom a part may not."""
    parts = [(path, marking) for path, marking in markings(brief) if path != MARKING and marking.releasable_to]
    if brief.marking is None:
        if parts and not common(marking.releasable_to for _, marking in parts):
            message = "there is nobody to whom every part of the brief may be released"
            yield Diagnostic("releasable-to-nobody", message, path=parts[0][0], hint="leave one of these parts out")
        return
    yield from (_wide(path, marking, brief.marking) for path, marking in parts if _wider(brief.marking, marking))


def _wider(brief: Marking, part: Marking) -> bool:
    return not brief.releasable_to or not {*brief.releasable_to} <= {*part.releasable_to}


def _wide(path: str, part: Marking, brief: Marking) -> Diagnostic:
    to = ", ".join(brief.releasable_to) or "anyone"
    message = f"this may be released to {', '.join(part.releasable_to)} only, the brief to {to}"
    return Diagnostic(
        "releasable-too-wide", message, path=path, hint="narrow the brief's `marking: {releasable_to: …}`"
    )
