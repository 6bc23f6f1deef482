"""The checks that plug-ins add: each runs over every brief, and one that fails is named and leaves the rest alone."""

from __future__ import annotations

from collections.abc import Iterator
from traceback import extract_tb
from typing import TYPE_CHECKING

from attrs import evolve

from .. import plugins
from ..errors import BriefgenError, Diagnostic, Severity

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from ..model import Brief


def plugged(brief: Brief) -> Iterator[Diagnostic]:
    """Give what the installed checks find, and a warning for each plug-in that could not be run or read."""
    yield from plugins.unreadable()
    for name in plugins.names("checks"):
        try:
            found = plugins.find("checks", name)
            yield from _findings(found, brief) if found else ()
        except BriefgenError as error:
            yield from map(_softened, error.diagnostics)


def _findings(found: EntryPoint, brief: Brief) -> tuple[Diagnostic, ...]:
    check = plugins.load(found)
    if not callable(check):
        raise plugins.broken(found, f"gives {plugins.described(check)}; expected a function that takes a brief")
    try:
        findings = tuple(check(brief))
    except Exception as error:
        raise plugins.broken(found, f"failed: {plugins.described(error)} ({_where(error)})") from error
    if wrong := [each for each in findings if not isinstance(each, Diagnostic)]:
        raise plugins.broken(found, f"found {plugins.described(wrong[0])}; expected Diagnostics")
    return findings


def _where(error: Exception) -> str:
    """Name the line that raised."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{last.filename}:{last.lineno}"


def _softened(told: Diagnostic) -> Diagnostic:
    """A check that can't be run does not make the brief wrong; that two have one name is for somebody to settle."""
    return evolve(told, severity=Severity.WARNING) if told.code == "broken-plugin" else told
