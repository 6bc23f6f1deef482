"""Sources as CSL-JSON items: what styles and reference managers read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from attrs import asdict, fields_dict

from ...document.nodes import Item
from ...model import Source
from ...model.fields import key_of

_PRIVATE = {"id", "formerly", "sources", "marking", "caveat", "remark", "reliability", "derives_from", "interested"}
_CUSTOM = {"archived", "described_as", "seen_in"}
"""What CSL has no name for and a reference needs."""


def items(sources: Iterable[Source]) -> tuple[Item, ...]:
    """Give each source as an item; its grading and caveats are no part of it."""
    return tuple(Item(source.id or "", _csl(source)) for source in sources)


def _csl(source: Source) -> str:
    fields = asdict(source, filter=lambda a, value: a.name not in _PRIVATE and value not in (None, ()), recurse=False)
    named = fields_dict(Source)
    plain = {key_of(named[name]): _plain(value) for name, value in fields.items() if name not in _CUSTOM}
    own = {name: fields[name] for name in sorted(_CUSTOM & fields.keys())}
    return json.dumps(
        {"id": source.id, **plain, **({"custom": own} if own else {})}, ensure_ascii=False, sort_keys=True
    )


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [{k.replace("_", "-"): v for k, v in asdict(item).items() if v} for item in value]
    return value if isinstance(value, str | int | float) else str(value)
