"""What a backend is: a name, a suffix, and a `prepare` whose result renders any number of documents."""

from __future__ import annotations

from typing import ClassVar, Protocol

from attrs import frozen

from ..document.nodes import Document
from ..errors import Diagnostic
from ..themes import Theme


@frozen(kw_only=True)
class RenderOptions:
    """What comes in from outside, so that rendering stays pure."""

    comments: bool = False
    """Print authors' remarks."""
    pages: tuple[tuple[str, int], ...] = ()
    """The page of each anchor, counted from 1, where the same document has been laid out in the same theme."""
    passages: bool = False
    """Mark which field of the brief each passage shows, where a format can do so without being seen."""


@frozen(kw_only=True)
class Rendered:
    """A finished file: its bytes, what had to be repaired, and the page of each anchor where there are pages."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: dict[str, int] | None = None
    page_count: int | None = None


class Renderer(Protocol):
    """Writes documents in one format and theme; safe to use again and again."""

    def render(self, document: Document) -> Rendered:
        """Write the document; the same document gives the same bytes."""
        ...


class Backend(Protocol):
    """A format that documents can be written in."""

    name: ClassVar[str]
    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def prepare(self, theme: Theme, options: RenderOptions) -> Renderer:
        """Read fonts, styles and whatever else serves every document."""
        ...
