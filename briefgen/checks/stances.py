"""A stance is for or against something that is said."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Diagnostic
from ..model import Brief, Issue


def stances_on_nothing(brief: Brief) -> Iterator[Diagnostic]:
    """Find stances given on no issue, or on one without a proposition."""
    for number, position in enumerate(brief.positions):
        if position.stance is None:
            continue
        issue = brief.index.get(position.issue or "")
        path = f"positions[{number}].stance"
        if position.issue is None:
            message = f"the stance {position.stance!r} is on nothing, because no issue is given"
            yield Diagnostic("stance-without-issue", message, path=path, hint="name the issue, or say it in `says`")
        elif isinstance(issue, Issue) and issue.proposition is None:
            message = f"one can't be {position.stance!r} on {issue.name!r}, which puts no proposition"
            yield Diagnostic("stance-without-proposition", message, path=path, hint="give the issue a proposition")
