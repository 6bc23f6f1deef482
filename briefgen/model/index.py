"""Ids over a whole brief: every part gets one, every reference becomes the id that it means."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from .ids import anchor_of
from .part import Part
from .references import Resolve, resolver, with_references
from .walk import changes_below, having, parts

if TYPE_CHECKING:
    from .brief import Brief

B = TypeVar("B", bound="Brief")
NAMED_BY_REFERENCES = ("position",)


def canonical(brief: "Brief") -> dict[str, object]:
    """Give the fields of a brief that change when ids are made and references become ids.

    What no name explains may still be an id that is made, so that a brief whose ids are written out stays as it is.
    """
    found = [part for _, part in parts(brief)]
    resolve = resolver(found)
    made = made_ids(found, resolve)

    @cache
    def by_made_ids() -> Resolve:
        return resolver(having(part, {"id": made[id(part)]}) if id(part) in made else part for part in found)

    def id_meant(written: str, kinds: tuple[str, ...]) -> str:
        means = resolve(written, kinds)
        if made and len(means) != 1:
            means = by_made_ids()(written, kinds)
        return (means[0].id or made[id(means[0])]) if len(means) == 1 else written

    def change(old: object, new: object) -> object:
        if id(old) in made:
            new = having(new, {"id": made[id(old)]})
        return with_references(new, id_meant)

    return changes_below(brief, change)


def made_ids(found: Iterable[Part], resolve: Resolve) -> dict[int, str]:
    """Make an id for each part that has none, by the object's identity.

    The id is the slug of the part's name; where another part has that, `kind-slug`; else a number is
    appended. Parts that are named by references, as positions are, come last, when those can be followed.
    """
    found = list(found)
    used = {name for part in found if part.id for name in (part.id, anchor_of(part.kind_name, part.id))}
    made: dict[int, str] = {}

    def name(written: str, kinds: tuple[str, ...]) -> str:
        means = resolve(written, kinds)
        return (means[0].id or made.get(id(means[0]), written)) if len(means) == 1 else written

    for part in sorted((part for part in found if not part.id), key=lambda part: part.kind_name in NAMED_BY_REFERENCES):
        if id(part) not in made:
            made[id(part)] = _free(part.kind_name, with_references(part, name).made_id, used)
            used |= {made[id(part)], anchor_of(part.kind_name, made[id(part)])}
    return made


def _free(kind: str, base: str, used: set[str]) -> str:
    return next(id for id in _candidates(kind, base) if not {id, anchor_of(kind, id)} & used)


def _candidates(kind: str, base: str) -> Iterator[str]:
    """A position's bare name would be its actor's, so it always begins with its kind."""
    if kind in NAMED_BY_REFERENCES:
        base = anchor_of(kind, base)
    yield from (base, anchor_of(kind, base))
    number = 1
    while number := number + 1:
        yield f"{base}-{number}"


def index(brief: "Brief") -> dict[str, Part]:
    """Give every part by its id, its anchor and its former id; of two with one id, the first."""
    table: dict[str, Part] = {}
    found = [part for _, part in parts(brief)]
    for part in found:
        for name in (part.id or "", anchor_of(part.kind_name, part.id or "")):
            table.setdefault(name, part)
    for part in found:
        if part.formerly:
            table.setdefault(part.formerly, part)
    return table


def replaced(brief: B, part: Part, changes: dict[str, object]) -> B:
    """Make a brief in which one part has other values."""
    return having(brief, changes_below(brief, lambda old, new: having(new, changes) if old is part else new))
