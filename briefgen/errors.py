"""What can go wrong with a brief, and how it is told: diagnostics and the errors that carry them.

A person's mistake is a `Diagnostic` inside a `BriefgenError`. Anything else that is raised is a bug and shows
its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import frozen


class Severity(Enum):
    """How much a diagnostic weighs; `--strict` makes a warning an error."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Place:
    """Where something stands: a file (or a name such as `row 17`), a line and a column counted from 1."""

    file: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Give `file:line:column`, leaving out what is not known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@frozen
class Diagnostic:
    """One finding, told in one message.

    `code` is a stable name such as `unknown-reference`; `path` the field, such as `scenarios[1].likelihood`;
    `message` says what is wrong and what was expected; `hint` the nearest fix.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    place: Place | None = None
    path: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """Give `file:line:column path: message; hint` in one line."""
        where = " ".join(part for part in (str(self.place or ""), self.path) if part)
        said = "; ".join(part for part in (self.message, self.hint) if part)
        prefix = "" if self.severity is Severity.ERROR else f"{self.severity.value}: "
        return f"{where}: {prefix}{said}" if where else f"{prefix}{said}"


def at_fault(found: Iterable[Diagnostic], strict: bool = False) -> bool:
    """Tell whether one of some findings is an error, or with `strict` a warning."""
    return any(each.severity is Severity.ERROR or (strict and each.severity is Severity.WARNING) for each in found)


class BriefgenError(Exception):
    """The input is at fault. `diagnostics` holds every mistake that was found, not only the first."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    def __reduce__(self) -> tuple[type[BriefgenError], tuple[tuple[Diagnostic, ...]]]:
        """Make the error picklable, so that it can cross processes."""
        return type(self), (self.diagnostics,)


class InputError(BriefgenError):
    """A brief's data can't be read or does not fit the model."""


class TemplateError(BriefgenError):
    """A template can't be read, or asks for something a brief does not have."""


class RenderError(BriefgenError):
    """A document can't be written in the asked format."""


class OutputError(BriefgenError):
    """An output can't be written where it was asked for: the name or the folder is at fault."""


class UsageError(Exception):
    """The command line asks for what can't be."""
