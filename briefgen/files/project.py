"""The house project: `briefgen.toml`, found upward from a brief, and what it gives to every brief below it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import islice
from os.path import isfile, lexists, realpath
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from ..errors import Diagnostic, InputError
from ..model import Brief
from ..model.fields import build
from ..model.mistakes import nearest, shown
from .clean import cleaned
from .decode import LARGEST, decoded, refused
from .named import named_file
from .places import Places, Spot
from .shared import Shared, sources

NAME = "briefgen.toml"
HIGHEST = 40  # folders that are looked in
SETTINGS = ("organisation", "language", "scales", "layout")
PARTS = {"actors": "actor", "glossary": "term"}
BIBLIOGRAPHIES = "bibliographies"


@frozen
class Project:
    """What holds for every brief of a house: settings by name, and the parts that briefs may refer to."""

    file: Path
    settings: Mapping[str, Any] = field(factory=dict)
    shared: tuple[Shared, ...] = ()
    places: Places = field(factory=Places)

    @property
    def folder(self) -> Path:
        """The folder that the project's own paths begin at."""
        return self.file.parent


def find_project(folder: Path) -> Project | None:
    """Read the `briefgen.toml` of a folder, or of the nearest folder above that has one.

    The folder of a repository (`.git`) is the last that is looked in. Raises `InputError` for a file that is wrong.
    """
    file = next((each / NAME for each in _upward(folder) if lexists(each / NAME)), None)
    return read_project(file) if file else None


def _upward(folder: Path) -> Iterator[Path]:
    here = Path(realpath(folder))
    for each in islice((here, *here.parents), HIGHEST):
        yield each
        if (each / ".git").exists():
            return


def read_project(file: Path) -> Project:
    """Read a project's file and its bibliographies. Raises `InputError` with every mistake, and its line."""
    if not isfile(file):
        raise refused(str(file), "no-file", "this is no file that can be read")
    with file.open("rb") as opened:
        text = decoded(opened.read(LARGEST + 1), str(file))
    data = _parsed(text, str(file))
    places = Places(str(file), _lines(text))
    brief = _checked(data, places)
    project = Project(file, {name: data[name] for name in SETTINGS if name in data}, places=places)
    return evolve(project, shared=(*_parts(data, brief, places), *_bibliographies(data, project)))


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise refused(file, "syntax", f"this is no TOML: {error}", int(line[1]) if line else None) from None


def _lines(text: str) -> dict[str, Spot]:
    """Find the line of each table and each name; TOML's reader does not tell them."""
    found: dict[str, Spot] = {}
    table, counts = "", dict[str, int]()
    for number, row in enumerate(text.splitlines(), 1):
        if match := re.match(r"\s*\[(\[?)\s*([\w.-]+)\s*\]", row):
            table = match[2]
            if match[1]:
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}[{counts[table]}]"
            found[table] = number, None
        elif match := re.match(r"\s*([\w.-]+)\s*=", row):
            found[f"{table}.{match[1]}" if table else match[1]] = number, None
    return found


def _checked(data: Mapping[str, Any], places: Places) -> Brief:
    """Try what the project gives on a brief of its own."""
    given = {name: value for name, value in data.items() if name in (*SETTINGS, *PARTS)}
    wrong = [_unknown(name) for name in data if name not in (*given, BIBLIOGRAPHIES)]
    try:
        clean, found = cleaned({"title": NAME, **given})
        brief: Brief = build(Brief, clean)  # type: ignore[arg-type]  # a mapping stays one
        wrong += found
    except InputError as error:
        raise InputError(places.placed(each) for each in (*wrong, *error.diagnostics)) from None
    if wrong:
        raise InputError(places.placed(each) for each in wrong)
    return brief


def _unknown(name: str) -> Diagnostic:
    known = (*SETTINGS, *PARTS, BIBLIOGRAPHIES)
    close = nearest(name, known)
    hint = f"nearest: '{close}'" if close else f"known: {', '.join(known)}"
    return Diagnostic("unknown-field", f"{shown(name)} is nothing that a project can give", path=name, hint=hint)


def _parts(data: Mapping[str, Any], brief: Brief, places: Places) -> Iterator[Shared]:
    for name, kind in PARTS.items():
        for at, (given, part) in enumerate(zip(listed(data.get(name)), getattr(brief, name))):
            yield Shared(name, kind, part.id, {**given, "id": part.id}, places, f"{name}[{at}]")


def listed(value: Any) -> list[Any]:
    """Give a list of what stands alone, in a list, or not at all."""
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _bibliographies(data: Mapping[str, Any], project: Project) -> Iterator[Shared]:
    for at, name in enumerate(listed(data.get(BIBLIOGRAPHIES))):
        yield from sources(named_file(name, project.folder, "project", project.places, f"{BIBLIOGRAPHIES}[{at}]"))
