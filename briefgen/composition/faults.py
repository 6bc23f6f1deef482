"""What is wrong with a template, and where: every mistake becomes a `TemplateError` with template and line."""

from __future__ import annotations

from ..document.nodes import Pos
from ..errors import Diagnostic, Place, TemplateError

SHOWN_LINE = 100


class Refused(Exception):
    """A template asks for what it may not have, or for too much. Its line is found from the traceback."""

    def __init__(self, message: str, hint: str = "", code: str = "template") -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def fault(
    message: str, pos: Pos | None, line: str = "", hint: str = "", *, path: str = "", code: str = ""
) -> TemplateError:
    """Make the error of a template's line, which is shown."""
    said = f"{message}, in: {shown_line(line)}" if line.strip() else message
    place = Place(pos.template, pos.line) if pos else None
    return TemplateError([Diagnostic(code or "template", said, place=place, path=path, hint=hint)])


def shown_line(line: str) -> str:
    """Give a line as it is shown in a message: not too long, without control characters."""
    clean = "".join(c for c in line.strip() if c.isprintable())
    return clean if len(clean) <= SHOWN_LINE else clean[: SHOWN_LINE - 1] + "…"
