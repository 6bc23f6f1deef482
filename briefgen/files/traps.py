"""Where YAML means something else than it seems to say: each trap with its own message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Diagnostic, Severity

if TYPE_CHECKING:
    from typing import Any

_COMMENT = re.compile(r"([ \t]+)#([^\n\r]*)")


def comment_lost(text: str, event: Any, path: str) -> Diagnostic | None:
    """Tell that ` #4` after unquoted text is a comment and lost.

    What is plainly meant as a comment passes: `# ` after a single word, or after two spaces or more.
    """
    match = _COMMENT.match(text, event.end_mark.index)
    if match is None:
        return None
    said = match[2]
    clear = said[:1] in ("", " ", "\t", "#", "!") and (" " not in event.value or len(match[1]) > 1)
    if clear:
        return None
    return Diagnostic(
        "comment-in-text",
        f"'#{said[:40].rstrip()}' is a comment here, and no part of the text",
        Severity.WARNING,
        path=path,
        hint="put the text in quotes, or two spaces before # if a comment is meant",
    )


def stray_key(text: str, event: Any, path: str) -> Diagnostic | None:
    """Tell that in `{caption: Homes, 2025}` the comma begins a new field, `2025`."""
    if event.value or text[: event.start_mark.index].rstrip().endswith(":"):
        return None
    name = path.rpartition(".")[2]
    return Diagnostic(
        "comma-in-text",
        f"{name!r} stands alone: within {{ }}, a comma in unquoted text begins a new field",
        path=path,
        hint="put the text that holds the comma in quotes",
    )


def split_item(first: object, event: Any, path: str) -> Diagnostic | None:
    """Tell that in `[Collapse, followed by flight]` the comma may have cut a text in two.

    Suspicious is an unquoted item of several words in lower case, where the list begins in upper case.
    """
    if not (isinstance(first, str) and first[:1].isupper() and event.value[:1].islower() and " " in event.value):
        return None
    return Diagnostic(
        "comma-in-text",
        f"{event.value[:40]!r} is an item of its own: within [ ], a comma in unquoted text begins a new item",
        Severity.WARNING,
        path=path,
        hint="if it belongs to the item before, put the whole text in quotes",
    )
