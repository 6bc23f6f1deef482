"""Our rules over a brief."""

from collections.abc import Iterator

from briefgen import Brief, Diagnostic, Severity

LONGEST = 80


def short_title(brief: Brief) -> Iterator[Diagnostic]:
    """A title fits into the subject of a mail."""
    if len(brief.title) > LONGEST:
        message = f"the title has {len(brief.title)} characters; ours have {LONGEST} at most"
        yield Diagnostic("house-title", message, Severity.WARNING, path="title", hint="move a part into the subtitle")
