"""Sources and terms that only dropped parts needed: in a list they would tell of what is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Set

from attrs import evolve

from ..checks.mentions import mentions
from ..model import Brief, Part, Source
from ..model.references import references
from ..model.walk import things
from .phrases import Phrase, sought
from .texts import texts, words

Paths = tuple[tuple[str, Part], ...]
"""Parts with their paths."""


def needless(brief: Brief, dropped: Paths, kept: Brief) -> Paths:
    """Give the sources and terms that dropped parts name and no kept one does; what has a marking of its own stays."""
    return (*_sources(brief, dropped), *_terms(brief, dropped, kept))


def _sources(brief: Brief, dropped: Paths) -> Iterator[tuple[str, Part]]:
    """Go on until no more fall: a source may have been named by a fallen one alone."""
    named_by: dict[int, list[str]] = {}
    for path, target in referred(brief):
        named_by.setdefault(id(brief.index.get(target)), []).append(path)
    gone = {path for path, _ in dropped}
    left = {f"sources[{at}]": source for at, source in enumerate(brief.sources) if _unmarked(source, named_by)}
    while more := [path for path in left if all(within(by, gone) for by in named_by[id(left[path])])]:
        gone |= {*more}
        yield from ((path, left.pop(path)) for path in more)


def _unmarked(source: Source, named_by: dict[int, list[str]]) -> bool:
    return source.marking is None and id(source) in named_by


def _terms(brief: Brief, dropped: Paths, kept: Brief) -> Iterator[tuple[str, Part]]:
    terms = {Phrase(tuple(words(term.term))): (f"glossary[{at}]", term) for at, term in enumerate(brief.glossary)}
    index = sought(phrase for phrase, (_, term) in terms.items() if phrase.words and term.marking is None)
    there = {phrase for _, part in dropped for text in texts(part) for phrase in index.standing(text)}
    here = "\0".join("".join(words(text)) for text in texts(evolve(kept, glossary=()))) if there else ""
    yield from (terms[phrase] for phrase in terms if phrase in there and phrase.run not in here)


def referred(brief: Brief) -> Iterator[tuple[str, str]]:
    """Give every reference of a brief with its path: in fields, then in prose."""
    for path, thing in things(brief):
        yield from ((f"{path}.{reference.path}", reference.id) for reference in references(thing))
    yield from ((mention.path, mention.target) for mention in mentions(brief))


def within(path: str, parts: Set[str]) -> bool:
    """Tell whether a path leads to one of some parts, or into it."""
    return path in parts or any(path[:at] in parts for at, sign in enumerate(path) if sign == ".")
