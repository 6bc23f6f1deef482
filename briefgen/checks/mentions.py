"""What prose refers to: its citations and its references to parts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..model import Brief
from ..model.walk import things
from ..prose import Prose


@frozen
class Mention:
    """A part that the prose at a path refers to; `cited` tells `[@cbc]` from `[words](#cbc)`, `bare` `@cbc`."""

    path: str
    target: str
    cited: bool
    bare: bool = False


def proses(brief: Brief) -> Iterator[tuple[str, Prose]]:
    """Give every prose of a brief with its path."""
    return ((path, thing) for path, thing in things(brief) if isinstance(thing, Prose))


def mentions(brief: Brief) -> Iterator[Mention]:
    """Give everything that the brief's prose refers to."""
    for path, prose in proses(brief):
        yield from (Mention(path, found.target, cited=True, bare=found.bare) for found in prose.citations)
        yield from (Mention(path, found.target, cited=False) for found in prose.references)
