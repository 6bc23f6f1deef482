"""The classes of the model that a brief may hold, by their names in words."""

from __future__ import annotations

from functools import cache

from ..model import Brief, SourceRef, TableData
from ..model.describe import fields_of
from ..model.mistakes import name_of
from ..model.shape import shape_of

_LESS = {"table data": "table", "source ref": "source reference"}


@cache
def kinds() -> dict[str, type]:
    """Give every class by its name (`key figure`), the brief's own among them, in the order of the alphabet."""
    found: set[type] = {Brief, SourceRef, TableData}
    fresh = list(found)
    while fresh:
        inner = {kind for a in fields_of(fresh.pop()).values() if (kind := shape_of(a).of)} - found
        found |= inner
        fresh += inner
    named = {name_of(kind): kind for kind in found}
    return {_LESS.get(name, name): named[name] for name in sorted(named)}
