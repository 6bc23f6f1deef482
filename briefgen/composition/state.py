"""What belongs to one render: its values, what it may still spend, its words. Found through a context variable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from attrs import define, field

from ..document.nodes import Pos
from .budget import Budget
from .slots import Slots

if TYPE_CHECKING:
    from .views import Views


class Words(Protocol):
    """A language's words, as gettext has them."""

    def gettext(self, message: str) -> str:
        """Translate a text."""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate a text that depends on a count."""

    def pgettext(self, context: str, message: str) -> str:
        """Translate a text that means something else in another context."""


@define
class Render:
    """One render."""

    words: Words
    views: Views
    slots: Slots = field(factory=Slots)
    budget: Budget = field(factory=Budget)
    names: frozenset[str] = frozenset()
    shown: Callable[[Pos], str] = field(default=lambda pos: "")
    unknown: tuple[str, tuple[str, ...]] | None = None
    """The last name that was not there, and the names that were."""


_render: ContextVar[Render] = ContextVar("render")


def current() -> Render:
    """Give the render that is going on."""
    return _render.get()


@contextmanager
def rendering(render: Render) -> Iterator[Render]:
    """Make a render the one that is going on."""
    token = _render.set(render)
    try:
        yield render
    finally:
        _render.reset(token)
