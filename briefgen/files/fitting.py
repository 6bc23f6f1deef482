"""What a reference manager exports, made to fit a source: ids, dates, identifiers, and fields that no source has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..errors import Diagnostic, InputError, Place, Severity
from ..model import Name, Source
from ..model.dates import as_date
from ..model.describe import fields_of
from .places import Places

_RENAMED = {"shortTitle": "title-short", "event": "event-title", "event-place": "publisher-place"}
_DATES = ("issued", "accessed", "event-date")
_ONCE_MORE = {"source", "journalAbbreviation", "container-title-short", "call-number", "categories", "keyword"}
"""What says nothing that a reader of the brief would miss."""


def fitted(data: Mapping[str, Any], places: Places, path: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Give a source's data without what no source can hold, and a finding for each thing that was left out.

    `path` is where the data stand in their file.
    """
    found: list[Diagnostic] = []
    made: dict[str, Any] = {}
    known = fields_of(Source)
    for written, value in data.items():
        name, place = _RENAMED.get(written, written), places.of(f"{path}.{written}")
        if name not in known:
            if name not in _ONCE_MORE:
                found.append(_left(f"the field {name!r} is nothing that a source holds", place, Severity.INFO))
        elif name in _DATES and not _is_date(value):
            found.append(_left(f"{name}: {_said(value)!r} is no date", place, Severity.WARNING))
        else:
            made.setdefault(name, _value(name, value))
    made["id"] = re.sub(r"[^\w.-]+", "-", str(made["id"])).strip("-_.") or "source"
    return made, found


def _left(what: str, place: Place, severity: Severity) -> Diagnostic:
    return Diagnostic("bibliography", f"{what}; it is left out", severity, place)


def _value(name: str, value: Any) -> Any:
    if name == "DOI":
        return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", str(value), flags=re.IGNORECASE)
    if name in ("author", "editor", "translator") and isinstance(value, list):
        known = fields_of(Name)
        return [{k: v for k, v in item.items() if k in known} if isinstance(item, Mapping) else item for item in value]
    return value


def _said(value: object) -> str:
    literal = value.get("literal", value.get("raw", "")) if isinstance(value, Mapping) else value
    return str(literal)[:60]


def _is_date(value: Any) -> bool:
    try:
        as_date(value)
    except InputError:
        return False
    return True
