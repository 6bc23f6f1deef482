"""Several words as one phrase."""

from __future__ import annotations

from collections.abc import Sequence

from .locales import ENGLISH, babel_locale


def join_words(words: Sequence[str], language: str) -> str:
    """Join words as a sentence does.

    >>> join_words(["a", "b", "c"], "en-GB"), join_words(["a", "b"], "de")
    ('a, b and c', 'a und b')
    """
    if language in ENGLISH:
        return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
    from babel.lists import format_list

    return format_list(list(words), locale=babel_locale(language))
