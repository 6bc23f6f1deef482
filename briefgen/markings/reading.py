"""A marking scheme from TOML: strict, bounded, and every mistake of the file told at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..datafiles import read_tables
from ..errors import Diagnostic, InputError
from .scheme import Level, Scheme

_TEXTS = ("name", "kind", "citation", "background")
_NEEDED = ("name", "citation", "levels")
_LEVEL_TEXTS = ("level", "colour", "meaning")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def read_scheme(path: Path, id: str) -> Scheme:
    """Read a scheme from a file. Raises `InputError` with every mistake in it, and for what can't be read."""
    try:
        tables = read_tables(path)
    except ValueError as error:
        raise _wrong(id, [f"can't be read: {error}"]) from None
    if found := list(_mistakes(tables)):
        raise _wrong(id, found)
    return _scheme(tables, id)


def _wrong(id: str, messages: list[str]) -> InputError:
    return InputError(Diagnostic("bad-scheme", f"the marking scheme {id!r}: {message}") for message in messages)


def _mistakes(tables: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key!r} is not known" for key in tables if key not in (*_TEXTS, "least_size", "levels"))
    yield from (f"{key!r} is missing" for key in _NEEDED if not tables.get(key))
    yield from (f"{key}: expected text" for key in _TEXTS if not isinstance(tables.get(key, ""), str))
    if tables.get("kind", "marking") != "marking":
        yield "kind: expected 'marking'"
    if type(tables.get("least_size", 0)) not in (int, float):
        yield "least_size: expected a number of points"
    yield from _of_colour(tables, "background")
    yield from _of_levels(tables.get("levels") or [])


def _of_levels(levels: object) -> Iterator[str]:
    if not isinstance(levels, list) or not all(isinstance(level, dict) for level in levels):
        yield "levels: expected a [[levels]] for each level, from the lowest to the highest"
        return
    for number, level in enumerate(levels):
        yield from (f"levels[{number}]: {message}" for message in _of_level(level))
    names = [level.get("level") for level in levels]
    yield from (f"the level {name!r} stands twice" for name in dict.fromkeys(names) if name and names.count(name) > 1)


def _of_level(level: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key!r} is not known" for key in level if key not in (*_LEVEL_TEXTS, "formerly"))
    yield from (f"{key}: expected text" for key in _LEVEL_TEXTS if not isinstance(level.get(key, ""), str))
    if not level.get("level"):
        yield "'level' is missing"
    formerly = level.get("formerly", [])
    if not isinstance(formerly, list) or not all(isinstance(name, str) for name in formerly):
        yield "formerly: expected a list of texts"
    yield from _of_colour(level, "colour")


def _of_colour(table: Mapping[str, Any], key: str) -> Iterator[str]:
    colour = table.get(key, "")
    if isinstance(colour, str) and colour and not _COLOUR.fullmatch(colour):
        yield f"{key}: expected a colour such as '#FFC000', found {colour[:20]!r}"


def _scheme(tables: Mapping[str, Any], id: str) -> Scheme:
    return Scheme(
        id=id,
        name=tables["name"],
        citation=tables["citation"],
        levels=tuple(map(_level, tables["levels"])),
        background=tables.get("background", ""),
        least_size=float(tables.get("least_size", 0)),
    )


def _level(table: Mapping[str, Any]) -> Level:
    return Level(
        name=table["level"],
        formerly=tuple(table.get("formerly", ())),
        colour=table.get("colour", ""),
        meaning=table.get("meaning", ""),
    )
