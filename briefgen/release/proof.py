"""The proof that nothing of what was withheld is in a finished file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..errors import Diagnostic
from .dropping import Release
from .phrases import Phrase, phrases, sought
from .reading import Kind, pieces
from .texts import texts

MOST = 20
"""Findings that are told of one file."""


def leaks(release: Release, data: bytes, name: str, blank: Callable[[], bytes] | None = None) -> Iterator[Diagnostic]:
    """Find what a finished file says of the parts that were dropped.

    `name` is how messages call the file, such as `pdf`. What a kept part says too is no leak; nor are names and other
    short texts that stand in `blank`, the same file made of the same brief without its words: those are the template's
    and the format's own. It is asked for only where something was found.
    Raises `BriefgenError` for a file that can't be read back.
    """
    withheld = _withheld(release)
    found = _found(withheld, data) if withheld else {}
    if found and blank:
        own = _found([phrase for phrase in found if not phrase.long], blank())
        found = {phrase: where for phrase, where in found.items() if phrase not in own}
    by_part = {path: phrase for phrase, path in reversed(withheld.items()) if phrase in found}
    for path, phrase in list(reversed(by_part.items()))[:MOST]:
        yield _told(phrase, path, name, found[phrase], release.level)


def _found(looked_for: Iterable[Phrase], data: bytes) -> dict[Phrase, str]:
    """Find phrases in a file, each with the first place where it stands."""
    index, found = sought(looked_for), dict[Phrase, str]()
    for piece in pieces(data):
        for phrase in index.standing(piece.text):
            if piece.kind in _telling(phrase):
                found.setdefault(phrase, piece.where)
    return found


def _telling(phrase: Phrase) -> tuple[Kind, ...]:
    """Say in which kinds of text a phrase means something: a number may be a measure, a short word may be chance."""
    if phrase.run.removesuffix("percent").isdecimal():
        return ("text",)
    return ("text", "markup") if phrase.short else ("text", "markup", "binary")


def _told(phrase: Phrase, path: str, name: str, where: str, level: str) -> Diagnostic:
    said = " ".join(phrase.words)
    message = f"{said!r} is withheld above {level}, but the {name} says it: {where}"
    hint = "nothing was written; a template or plug-in may hold these words, else please report this"
    return Diagnostic("leak", message, path=path, hint=hint)


def _withheld(release: Release) -> dict[Phrase, str]:
    """Give what to look for, each with the path of the part that says it; what a kept part says is left out."""
    found = {phrase: path for path, part in release.dropped for text in texts(part) for phrase in phrases(text)}
    index = sought(found)
    kept = {phrase for text in texts(release.brief) for phrase in index.standing(text)}
    return {phrase: path for phrase, path in found.items() if phrase not in kept}
