"""Where a word may be broken without knowing its language: after hyphens, within addresses, between ideographs."""

from __future__ import annotations

import re
from itertools import accumulate

from ...language.scripts import IDEOGRAPH, split_ideographs

_BREAKS = re.compile(
    "(?<=[^\\W\\d_][-–])(?=[^\\W_])"  # after a hyphen between letters; ranges of figures stay whole
    "|(?<=\\w-)(?=[^\\W\\d_])"
    "|(?<=—)(?=\\w)"
    "|(?<=\u200b)"
    "|(?<=[/?&=._])(?=\\w{4})"  # within addresses, where something is left to stand on the next line
)
_SOFT = re.compile("(?<=\xad)(?=.)")
LONG_WORD = 60
"""Words with more characters are parts of their own between soft hyphens."""
MOST_SHAPED = 5_000
"""Characters that are shaped together at most; HarfBuzz gives up on a million."""
_ADDRESS = re.compile(r"\w(://|www\.)\w|/.*/|\w@\w")


def split_word(text: str) -> list[str]:
    """Split a word where a line may end without a hyphen; a very long one at its soft hyphens too.

    >>> split_word("US-linked"), split_word("2014–2015")
    (['US-', 'linked'], ['2014–2015'])
    """
    if len(text) > MOST_SHAPED:
        return [part for i in range(0, len(text), MOST_SHAPED) for part in split_word(text[i : i + MOST_SHAPED])]
    if text.isascii() and text.isalnum():
        return [text]
    if IDEOGRAPH.search(text):
        return [part for run in split_ideographs(text) for part in _split(run)]
    return _split(text)


def _split(text: str) -> list[str]:
    address = bool(_ADDRESS.search(text))
    parts, start = [], 0
    for match in _BREAKS.finditer(text):
        at = match.start()
        if start < at and (address or text[at - 1] not in "/?&=._"):
            parts.append(text[start:at])
            start = at
    parts = [*parts, text[start:]] if text[start:] else parts or [text]
    return [at for part in parts for at in (_SOFT.split(part) if len(part) > LONG_WORD else [part])]


def soft_hyphens(text: str) -> tuple[int, ...]:
    """Say where in a word without its soft hyphens they stood: within it, each place once."""
    *before, _ = text.split("\xad")
    places = accumulate(len(part) for part in before)
    return tuple(sorted({at for at in places if 0 < at < len(text) - len(before)}))
