"""Characters that no document may hold, taken out of a brief's data, each told with its field."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import Diagnostic, InputError, Severity
from ..model.repair import repair

DEEPEST = 64


def cleaned(value: object, path: str = "", depth: int = 0) -> tuple[object, list[Diagnostic]]:
    """Give plain data with its texts repaired, and a warning for each text that lost a character.

    Raises `InputError` when lists and fields stand deeper within each other than any brief's.
    """
    if depth > DEEPEST:
        raise InputError([Diagnostic("too-deep", f"more than {DEEPEST} lists and fields stand within each other")])
    if isinstance(value, str):
        return _text(value, path)
    if isinstance(value, Mapping):
        return _mapping(value, path, depth)
    if isinstance(value, list | tuple):
        items = [cleaned(item, f"{path}[{position}]", depth + 1) for position, item in enumerate(value)]
        return [made for made, _ in items], [d for _, found in items for d in found]
    return value, []


def _mapping(value: Mapping[object, object], path: str, depth: int) -> tuple[object, list[Diagnostic]]:
    made: dict[object, object] = {}
    found: list[Diagnostic] = []
    for name, item in value.items():
        key, bad_key = _text(name, path) if isinstance(name, str) else (name, [])
        made[key], bad = cleaned(item, f"{path}.{key}" if path else str(key), depth + 1)
        found += [*bad_key, *bad]
    return made, found


def _text(value: str, path: str) -> tuple[str, list[Diagnostic]]:
    plain, bad = repair(value)
    if not bad:
        return plain, []
    message = f"characters that no document may hold were taken out: {', '.join(bad)}"
    return plain, [Diagnostic("text-repaired", message, Severity.WARNING, path=path)]
