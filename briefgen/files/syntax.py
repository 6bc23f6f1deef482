"""What a YAML parser's complaint means to a person who writes briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Diagnostic, Place

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

QUOTE = "put the whole text in quotes, or on lines of its own after |"
CLOSED = "put the whole text in the other kind of quotes, or on lines of its own after |"


def explained(error: MarkedYAMLError, text: str, file: str) -> Diagnostic:
    """Tell a syntax error of YAML: where, what stands there, and how to write it."""
    line, column = _mark(error)
    lines = text.splitlines()
    row = lines[line] if line < len(lines) else ""
    message, hint = _explanation(error.problem or "", error.context or "", row[:column], row[column : column + 1])
    return Diagnostic("syntax", message, place=Place(file, line + 1, column + 1), hint=hint)


def _mark(error: MarkedYAMLError) -> tuple[int, int]:
    """An unclosed quote is told where it opens, a line without ':' where it begins: the parser is past them."""
    mark = error.problem_mark
    if mark is None or any(word in (error.problem or "") for word in ("unexpected end of stream", "find expected ':'")):
        mark = error.context_mark or mark
    return (mark.line, mark.column) if mark else (0, 0)


def _explanation(problem: str, context: str, before: str, at: str) -> tuple[str, str]:
    match problem:
        case "mapping values are not allowed in this context":
            return (
                "unquoted text can't hold ': ' (a colon and a space)",
                f"{QUOTE}; or put a space after each ':' above",
            )
        case "found unexpected end of stream":
            return "the quote that opens here is never closed", "close it; write '' for an apostrophe within '…'"
        case "could not find expected ':'":
            return "this line has no ':' and continues nothing", "indent it below the text that it continues"
        case "found unknown escape character":
            return 'an unknown escape after \\ within "…"', "write \\\\, or use '…'"
        case "block sequence entries are not allowed in this context":
            return "a list can't begin on the line of its name", "begin it on the next line"
        case "did not find expected comment or line break":
            return "text can't begin on the line of | or >", "begin it on the next line, indented"
    if "tab" in problem or at == "\t":
        return "a tab can't indent", "indent with spaces"
    return _beginning(context, at) if _begins_wrongly(problem, context) else _structure(problem, context, before)


def _begins_wrongly(problem: str, context: str) -> bool:
    return "cannot start any token" in problem or context in ("while scanning an alias", "while scanning an anchor")


def _beginning(context: str, at: str) -> tuple[str, str]:
    first = {"while scanning an alias": "*", "while scanning an anchor": "&"}.get(context, at)
    return f"unquoted text can't begin with {first!r}", QUOTE


def _structure(problem: str, context: str, before: str) -> tuple[str, str]:
    last = before.rstrip()[-1:]
    if "flow" in context:
        return "a list or fields opened with [ or { are not closed before this", "close them with ] or }"
    if last in ("'", '"'):
        return f"the text goes on after its closing {last}", CLOSED
    if last in ("]", "}"):
        return f"the text goes on after the closing {last}; [ and {{ begin lists and fields", QUOTE
    if "expected key" in problem or "block" in context:
        return "the indentation does not match the lines before", "indent lines of one list or part alike"
    return f"this can't be read: {' '.join(filter(None, (context, problem)))}", QUOTE
