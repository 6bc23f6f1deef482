"""Every reference means one part of the right kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, takewhile

from ..errors import Diagnostic, Severity
from ..model import Brief, Part, anchor
from ..model.mistakes import nearest
from ..model.references import Reference, references
from ..model.walk import things
from .mentions import mentions

_ID_LIKE = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def references_to_nothing(brief: Brief) -> Iterator[Diagnostic]:
    """Find references whose part does not exist, is of a wrong kind, or could be one of two."""
    for path, thing in things(brief):
        for reference in references(thing):
            yield from _wrong(brief, f"{path}.{reference.path}", reference)


def mentions_of_nothing(brief: Brief) -> Iterator[Diagnostic]:
    """Find citations and references within prose whose part does not exist; a citation means a source."""
    for mention in mentions(brief):
        reference = Reference("", mention.target, ("source",) if mention.cited else ())
        if not mention.bare:
            yield from _wrong(brief, mention.path, reference)
        elif brief.index.get(mention.target) is None:  # a handle, most likely
            yield from _near_miss(brief, mention.path, reference)


def _wrong(brief: Brief, path: str, reference: Reference) -> Iterator[Diagnostic]:
    meant = brief.index.get(reference.id)
    if reference.words:
        yield from _near_miss(brief, path, reference) if meant is None else ()
    elif meant is None:
        yield _unknown(brief, path, reference)
    elif reference.kinds and meant.kind_name not in reference.kinds:
        yield _wrong_kind(brief, path, reference, meant)
    elif len(twins := _of_one_name(brief, meant, reference.id)) > 1:
        yield _ambiguous(path, reference, twins)


def _unknown(brief: Brief, path: str, reference: Reference) -> Diagnostic:
    kinds = _either(reference.kinds)
    message = f"{reference.id!r} is the id of no {kinds or 'part of this brief'}"
    return Diagnostic("unknown-reference", message, path=path, hint=_hint(brief, reference))


def _wrong_kind(brief: Brief, path: str, reference: Reference, meant: Part) -> Diagnostic:
    message = f"{reference.id!r} is {_article(meant.kind_name)}; expected {_article(_either(reference.kinds))}"
    return Diagnostic("wrong-kind", message, path=path, hint=_hint(brief, reference))


def _ambiguous(path: str, reference: Reference, twins: list[Part]) -> Diagnostic:
    names = ", ".join(repr(part.id) for part in twins)
    message = f"{reference.id!r} could mean any of {names}, which have one name and ids made from it"
    return Diagnostic("ambiguous-reference", message, path=path, hint="give each of them an id")


def _near_miss(brief: Brief, path: str, reference: Reference) -> Iterator[Diagnostic]:
    """Words may stand here; what looks like an id with a slip in it is worth a word."""
    if reference.id == "unnamed" or not _ID_LIKE.fullmatch(reference.id):
        return
    if hint := _hint(brief, reference):
        message = f"{reference.id!r} is no id, so it is printed as words"
        yield Diagnostic("maybe-reference", message, Severity.WARNING, path=path, hint=hint)


def _of_one_name(brief: Brief, meant: Part, written: str) -> list[Part]:
    """Give the parts of the same kind whose ids were made from one name and told apart only by a number."""
    if meant.id != meant.made_id or written not in (meant.id, anchor(meant)):
        return []
    numbered = (brief.index.get(f"{meant.id}-{number}") for number in count(2))
    alike = takewhile(lambda part: part is not None, numbered)
    same = (part for part in alike if part and part.kind_name == meant.kind_name and part.made_id == meant.id)
    return [meant, *same]


def _hint(brief: Brief, reference: Reference) -> str:
    right = [part for _, part in brief.parts() if not reference.kinds or part.kind_name in reference.kinds]
    names = [name for part in right for name in (part.id or "", anchor(part))]
    found = nearest(reference.id, names)
    return f"nearest: '{found}'" if found else ""


def _either(kinds: tuple[str, ...]) -> str:
    *others, last = kinds or ("",)
    return f"{', '.join(others)} or {last}" if others else last


def _article(words: str) -> str:
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"
