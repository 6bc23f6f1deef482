"""Every id means one part."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Diagnostic
from ..model import Brief, anchor


def ids_given_twice(brief: Brief) -> Iterator[Diagnostic]:
    """Find parts whose id, or whose anchor in a document, another part has already."""
    taken: dict[str, str] = {}
    for path, part in brief.parts():
        names = {part.id or "", anchor(part)}
        first = next((taken[name] for name in sorted(names) if name in taken), "")
        if first:
            yield Diagnostic(
                "duplicate-id",
                f"the id {part.id!r} is that of {first} too",
                path=f"{path}.id",
                hint="give one of them another id",
            )
        taken |= dict.fromkeys(names - taken.keys(), path)
