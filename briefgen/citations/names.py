"""Names of people and bodies: turned round for a list, in full in a note, the family name alone in a citation."""

from __future__ import annotations

from collections.abc import Sequence

from ..language import catalogue, join_words
from ..language.locales import primary
from .item import Name

MOST_LISTED, FIRST_LISTED, MOST_CITED = 6, 3, 2
"""Chicago 18: of more than six creators the first three are listed; of more than two the first is named in a note."""


def full(name: Name) -> str:
    """Write a name as it is spoken.

    >>> full({"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"})
    'Jan van der Berg'
    """
    if name.get("literal"):
        return name["literal"]
    keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(name[key] for key in keys if name.get(key))


def turned(name: Name) -> str:
    """Write a name with its family name first.

    >>> turned({"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"})
    'Berg, Jan van der'
    """
    if name.get("literal") or not name.get("family"):
        return full(name)
    after = " ".join(name[key] for key in ("given", "dropping-particle", "non-dropping-particle") if name.get(key))
    return ", ".join(part for part in (name["family"], after, name.get("suffix", "")) if part)


def family(name: Name) -> str:
    """Give the name by which a citation calls somebody."""
    if name.get("literal") or not name.get("family"):
        return full(name)
    return " ".join(name[key] for key in ("non-dropping-particle", "family") if name.get(key))


def _named(names: Sequence[Name]) -> tuple[Sequence[Name], bool]:
    """Give the names, and whether `and others` stands after them, as BibTeX has it."""
    more = len(names) > 1 and names[-1].get("literal") == "others"
    return (names[:-1], True) if more else (names, False)


def noted(names: Sequence[Name], language: str) -> str:
    """Give one or two names in full, of more the first, as a note does."""
    names, more = _named(names)
    if more or len(names) > MOST_CITED:
        return f"{full(names[0])} {catalogue(language).gettext('et al.')}"
    return join_words([full(name) for name in names], language)


def listed(names: Sequence[Name], language: str, *, turn: bool = False) -> str:
    """List names in full; with `turn` the first begins with its family name, as in a bibliography."""
    names, more = _named(names)
    shown = names if len(names) <= MOST_LISTED else names[:FIRST_LISTED]
    said = [turned(name) if turn and i == 0 else full(name) for i, name in enumerate(shown)]
    if more or len(shown) < len(names):
        return f"{', '.join(said)}, {catalogue(language).gettext('et al.')}"
    if primary(language) == "en" and (len(said) > 2 or (turn and len(said) > 1 and "," in said[0])):
        return f"{', '.join(said[:-1])}, and {said[-1]}"
    return join_words(said, language)


def cited(names: Sequence[Name], language: str, said: Sequence[str] = ()) -> str:
    """Name one or two by their family names, of more the first; `said` are other forms, where families share a name."""
    known = [*said] or [family(name) for name in names]
    names, more = _named(names)
    if more or len(names) > MOST_CITED:
        return f"{known[0]} {catalogue(language).gettext('et al.')}"
    return join_words(known, language)
