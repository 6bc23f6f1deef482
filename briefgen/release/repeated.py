"""Words of dropped parts that kept ones say too: they go out, so whoever releases must know."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.mentions import proses
from ..errors import Diagnostic, Severity
from ..model import Actor, Brief, Part
from ..model.names import title_of
from .needless import Paths, within
from .phrases import Phrase, phrases, sought
from .texts import texts, words


def repeated(brief: Brief, dropped: Paths) -> Iterator[Diagnostic]:
    """Find kept texts that say six words in a row of a dropped part, or name it; each is told once a part."""
    whose = {phrase: path for path, part in dropped for phrase in _known_by(brief, part)}
    index, gone = sought(whose), {path for path, _ in dropped}
    for path, text in _said(brief):
        if not within(path, gone):
            found = {whose[phrase]: phrase for phrase in index.standing(text)}
            yield from (_told(path, part, phrase) for part, phrase in found.items())


def _known_by(brief: Brief, part: Part) -> Iterator[Phrase]:
    names = (part.name, part.short or "", *part.aka) if isinstance(part, Actor) else ()
    title = Phrase(tuple(words(title_of(part, brief.index.get))))
    yield from (phrase for name in names for phrase in phrases(name))
    yield from () if title.short else (title,)
    yield from (phrase for text in texts(part) for phrase in phrases(text) if phrase.long)


def _said(brief: Brief) -> Iterator[tuple[str, str]]:
    yield from (("title", brief.title), ("subtitle", brief.subtitle or ""), ("keywords", " \n".join(brief.keywords)))
    yield from ((path, prose.text) for path, prose in proses(brief))
    named = ((path, part, field) for path, part in brief.parts() for field in part.named_by[:1])
    yield from (
        (path, str(getattr(part, field))) for path, part, field in named if isinstance(getattr(part, field), str)
    )


def _told(path: str, part: str, phrase: Phrase) -> Diagnostic:
    message = f"says {' '.join(phrase.words)!r}, as {part} does, which is withheld"
    return Diagnostic(
        "release-repeated", message, Severity.WARNING, path=path, hint="take it out if it must not be known"
    )
