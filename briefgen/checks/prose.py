"""What an author's Markdown can't be."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ..errors import Diagnostic
from ..model import Brief
from .mentions import proses


def refused_markup(brief: Brief) -> Iterator[Diagnostic]:
    """Give what reading each prose found: refused links, pictures, headings where none may stand."""
    for path, prose in proses(brief):
        lines = "\n" in prose.source
        yield from (_of_field(found, path, lines) for found in prose.diagnostics)


def _of_field(found: Diagnostic, path: str, lines: bool) -> Diagnostic:
    """Prose counts lines within itself; how they lie in a file depends on how the file writes them."""
    where = f" (line {found.place.line} of the text)" if lines and found.place else ""
    return evolve(found, path=path, place=None, message=found.message + where)
