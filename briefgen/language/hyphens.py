"""Where a word may be parted at a line's end, by the patterns of its language (F. M. Liang's method).

pyphen brings the patterns of some sixty languages. They are read here, not by pyphen itself, which takes a second for
German and Hungarian: a pattern's numbers are looked at only when a word meets it, so that a language is ready in some
hundredths of a second.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

LEFT, RIGHT = 2, 3
"""The fewest letters before a hyphen, and after it."""
SHORTEST, LONGEST = 6, 60
"""Words with fewer letters stay whole; with more it is no word of any language."""
USUAL = {"pt": "pt_br"}
"""The patterns for a tag without a region, or with one that has none, where these are not the first of the language."""
GPL_ALONE = frozenset({"gl", "kn_IN", "nb_NO", "nn_NO", "pt_PT", "ro_RO", "te_IN", "uk_UA"})
"""Patterns under no other licence than the GPL; briefgen leaves them alone."""

_ENCODINGS = {"microsoft-cp1251": "cp1251"}
_NUMBERS = str.maketrans("", "", "0123456789 \t\r")
_NO_PATTERN = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUND", "NEXTLEVEL")
_LETTERS = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_STEPS = re.compile(r"(\d?)(\D?)")


class Patterns(NamedTuple):
    """A language's patterns as they are written, by their letters; the length of the longest."""

    written: dict[str, str]
    longest: int


def hyphens(text: str, language: str) -> tuple[int, ...]:
    """Give the places within a word where a hyphen may part it; none when its language is not known.

    >>> hyphens("“government’s", "en-GB"), hyphens("government", "x-none")
    ((4, 7), ())
    """
    found: list[int] = []
    for match in _LETTERS.finditer(text):
        letters = match.group()
        if len(letters) <= LONGEST and not letters.isupper():
            found += [match.start() + at for at in _within(letters.lower(), language) if at <= len(letters) - RIGHT]
    return tuple(found)


@lru_cache(maxsize=20_000)
def _within(word: str, language: str) -> tuple[int, ...]:
    patterns = _patterns(language)
    if patterns is None:
        return ()
    marked = f".{word}."
    levels = [0] * (len(marked) + 1)
    for start in range(len(marked) - 1):
        for end in range(start + 1, min(start + patterns.longest, len(marked)) + 1):
            written = patterns.written.get(marked[start:end])
            if written is not None:
                for at, level in _levels(written):
                    levels[start + at] = max(levels[start + at], level)
    return tuple(at - 1 for at, level in enumerate(levels) if level % 4 == 2 and at > LEFT)


@lru_cache(maxsize=20_000)
def _levels(written: str) -> tuple[tuple[int, int], ...]:
    """Give a pattern's numbers, each twice itself, and one more where the word's letters would change with the hyphen.

    Odd numbers allow a hyphen, even ones forbid it, the highest counts; a change (Hungarian `asz-szony`) is left alone.
    """
    pattern, _, change = written.strip().partition("/")
    numbers = [int(number or "0") for number, _ in _STEPS.findall(pattern)]
    return tuple((at, 2 * number + bool(change)) for at, number in enumerate(numbers) if number)


@lru_cache(maxsize=16)
def _patterns(language: str) -> Patterns | None:
    """Read the patterns of a language, None when there are none."""
    path = _file(language)
    if path is None:
        return None
    encoding, _, body = path.read_bytes().partition(b"\n")
    name = encoding.decode("ascii").strip()
    text = body.decode(_ENCODINGS.get(name.lower(), name))
    if "^^" in text:
        text = re.sub(r"\^\^([0-9a-f]{2})", lambda match: chr(int(match.group(1), 16)), text)
    lines = text.split("\n")
    written = dict(zip(text.translate(_NUMBERS).split("\n"), lines))
    if "=" in text:
        written |= {line.partition("/")[0].translate(_NUMBERS): line for line in lines if "/" in line}
    return Patterns(written, max(len(key) for key in written if not key.startswith(_NO_PATTERN)))


def _file(language: str) -> Path | None:
    """Find a language's patterns: those of its region or script, else its usual ones."""
    import pyphen

    known = {name.lower(): path for name, path in pyphen.LANGUAGES.items() if path.stem[5:] not in GPL_ALONE}
    tag = language.replace("-", "_").lower()
    primary = tag.partition("_")[0]
    return known.get(tag if "_" in tag else "") or known.get(USUAL.get(primary, primary))
