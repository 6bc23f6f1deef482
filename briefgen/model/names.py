"""What a part is called in a line of text."""

from collections.abc import Callable

from ..prose import Prose
from .evidence import Source
from .matter import Actor, Issue, Position
from .part import Part

LONGEST_NAME = 60


def title_of(part: Part, find: Callable[[str], Part | None], whole: str = "whole matter") -> str:
    """Say what a part is called: by its name, its statement, or whose position it is on what.

    `find` gives the part that a reference means; `whole` stands for the issue of a position on the whole matter.
    """
    if isinstance(part, Source):
        return part.title_short or part.described_as or part.title or part.id or ""
    if isinstance(part, Position):
        return f"{_plain(part.actor, find)} ({_plain(part.issue, find) if part.issue else whole})"
    named = next((value for field in type(part).named_by if (value := getattr(part, field))), part.id or "")
    return shortened(" ".join(named.text.split()).removesuffix(".")) if isinstance(named, Prose) else str(named)


def _plain(reference: str, find: Callable[[str], Part | None]) -> str:
    """Name an actor or an issue; a reference to anything else stays as it is, for it may lead in a circle."""
    found = find(reference)
    return found.name if isinstance(found, Actor | Issue) else reference


def shortened(words: str) -> str:
    """Cut words to a name of at most 60 characters, between two words.

    >>> shortened("The article has an election still ahead, and calls the envoys figures of the past")
    'The article has an election still ahead, and calls the …'
    """
    if len(words) <= LONGEST_NAME:
        return words
    return f"{words[: LONGEST_NAME - 1].rpartition(' ')[0] or words[: LONGEST_NAME - 1]} …"
