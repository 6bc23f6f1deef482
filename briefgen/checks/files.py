"""Files and figures that parts of a brief name, and that do not reach its readers."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Diagnostic, Severity
from ..model import Brief


def files_not_shown(brief: Brief) -> Iterator[Diagnostic]:
    """Find texts in files that were not read, and exhibits whose picture is told in words alone."""
    for name in ("sections", "annexes"):
        for number, section in enumerate(getattr(brief, name)):
            if section.file is not None:
                yield _text(section.body is not None, f"{name}[{number}].file")
    for number, exhibit in enumerate(brief.exhibits):
        for field in ("file", "figure"):
            if getattr(exhibit, field) is not None:
                message = "pictures are not shown; the caption stands there, and what 'alt' says of it"
                path = f"exhibits[{number}].{field}"
                yield Diagnostic("picture-not-shown", message, Severity.WARNING, path=path)


def _text(twice: bool, path: str) -> Diagnostic:
    if twice:
        return Diagnostic("text-not-read", "the file is not read, for there is a 'body'", Severity.WARNING, path=path)
    message = "the file is not read: only a brief that is a file itself has files beside it"
    return Diagnostic("text-not-read", message, path=path, hint="give the text as 'body'")
