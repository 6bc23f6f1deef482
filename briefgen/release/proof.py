"""The proof that nothing of what was withheld is in a finished file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from ..errors import Diagnostic
from .dropping import Release
from .phrases import Haystack, Phrase, haystack, phrases
from .reading import Kind, Piece, pieces
from .texts import texts

MOST = 20
"""Findings that are told of one file."""


@frozen
class _Read:
    """What a file says, by kind, ready to be searched; and its pieces, to say where something is."""

    pieces: tuple[Piece, ...]
    by_kind: Mapping[Kind, Haystack]

    def holds(self, phrase: Phrase) -> bool:
        return any(self.by_kind[kind].holds(phrase) for kind in _telling(phrase))

    def where(self, phrase: Phrase) -> str:
        telling = (each for each in self.pieces if each.kind in _telling(phrase))
        return next((each.where for each in telling if haystack([each.text]).holds(phrase)), "the file")


def _telling(phrase: Phrase) -> tuple[Kind, ...]:
    """Say in which kinds of text a phrase means something: a number may be a measure, a short word may be chance."""
    if phrase.run.isdecimal():
        return ("text",)
    return ("text", "markup") if phrase.short else ("text", "markup", "binary")


def _read(data: bytes) -> _Read:
    found = tuple(pieces(data))
    kinds: tuple[Kind, ...] = ("text", "markup", "binary")
    return _Read(found, {kind: haystack(each.text for each in found if each.kind == kind) for kind in kinds})


def leaks(release: Release, data: bytes, name: str, blank: bytes = b"") -> Iterator[Diagnostic]:
    """Find what a finished file says of the parts that were dropped.

    `name` is how messages call the file, such as `pdf`. What a kept part says too is no leak; nor is what stands in
    `blank`, the same file made of the same brief without its words: that is the template's and the format's own.
    Raises `BriefgenError` for a file that can't be read back.
    """
    looked_for = _withheld(release)
    if not looked_for:
        return
    read = _read(data)
    innocent = _read(blank) if blank else None
    told: set[str] = set()
    for phrase, path in looked_for.items():
        if path in told or len(told) >= MOST or not read.holds(phrase) or (innocent and innocent.holds(phrase)):
            continue
        told.add(path)
        yield _told(phrase, path, name, read.where(phrase), release.level)


def _told(phrase: Phrase, path: str, name: str, where: str, level: str) -> Diagnostic:
    said = " ".join(phrase.words)
    message = f"{said!r} is withheld above {level}, but the {name} says it: {where}"
    hint = "nothing was written; a template or plug-in may hold these words, else please report this"
    return Diagnostic("leak", message, path=path, hint=hint)


def _withheld(release: Release) -> dict[Phrase, str]:
    """Give what to look for, each with the path of the part that says it; what a kept part says is left out."""
    kept = haystack(texts(release.brief))
    found = ((phrase, path) for path, part in release.dropped for phrase in _phrases(texts(part)))
    return {phrase: path for phrase, path in found if not kept.holds(phrase)}


def _phrases(said: Iterable[str]) -> Iterator[Phrase]:
    for text in said:
        yield from phrases(text)
