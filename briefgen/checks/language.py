"""A brief in a language of which briefgen has no words gets English ones, which its author should know."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Diagnostic, Severity
from ..language import has_words, languages
from ..model import Brief


def words_of_another_language(brief: Brief) -> Iterator[Diagnostic]:
    """Find a language without a catalogue: headings and labels will be English, dates and numbers its own."""
    if not has_words(brief.language):
        message = f"briefgen has no words in {brief.language!r}: its headings, labels and statuses will be English"
        hint = f"known: {', '.join(languages())}"
        yield Diagnostic("language-without-words", message, Severity.WARNING, path="language", hint=hint)
