"""`briefgen config`: what holds for a brief, and where it comes from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from .writing import put

if TYPE_CHECKING:
    from ..files import Loaded
    from ..files.project import Project
    from ..model import Brief

DEFAULTS = {"layout.template": "policy-brief", "layout.theme": "institute"}
Row = tuple[str, str, str]


def run(options: argparse.Namespace) -> None:
    """Print the settings of a brief, or of any brief in this folder, with the place of each."""
    loaded = _of_file(options.file) if options.file else _of_folder()
    rows = list(_rows(loaded))
    wide = [max(len(row[column]) for row in rows) + 2 for column in (0, 1)]
    lines = [f"{name:<{wide[0]}}{value:<{wide[1]}}{where}".rstrip() for name, value, where in rows]
    shared = list(_shared(loaded, bool(options.file)))
    put("-", "\n".join([_project(loaded.project), "", *lines, *([""] if shared else []), *shared]) + "\n")


def _of_file(file: str) -> Loaded:
    from ..files import load

    if not isfile(file):
        raise UsageError(f"there is no file {file}")
    return load(file)


def _of_folder() -> Loaded:
    from ..files import Loaded, Places
    from ..files.house import in_house
    from ..files.project import find_project
    from ..model import Brief

    project, places = find_project(Path()), Places()
    brief = in_house({"title": "Any"}, project, places)[0] if project else Brief("Any")
    return Loaded(brief, places, project=project)


def _project(project: Project | None) -> str:
    return f"project: {project.file}" if project else "project: none (no briefgen.toml in the folder or above it)"


def _rows(loaded: Loaded) -> Iterator[Row]:
    """Give each setting with its value and the place that it has it from."""
    for path, value in _settings(loaded.brief):
        if value in (None, ()):
            yield path, DEFAULTS.get(path, "-"), "default" if path in DEFAULTS else "not set"
        else:
            yield path, _shown(value), _where(loaded, path)


def _settings(brief: Brief) -> Iterator[tuple[str, object]]:
    from attrs import asdict

    from ..model import Layout, Scales

    layout = brief.layout or Layout()
    yield "organisation", brief.organisation
    yield "language", brief.language
    yield from ((f"scales.{name}", value) for name, value in asdict(brief.scales or Scales()).items())
    yield from (("layout.template", layout.template), ("layout.theme", layout.theme))
    yield from ((f"layout.options.{name}", value) for name, value in layout.options.items())


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _where(loaded: Loaded, path: str) -> str:
    known = path in loaded.places.values or path in loaded.places.elsewhere
    return str(loaded.places.of(path)) if known else "default"


def _shared(loaded: Loaded, of_brief: bool) -> Iterator[str]:
    """Tell how many parts the project shares, and which of them the brief takes up."""
    shared = loaded.project.shared if loaded.project else ()
    for name in dict.fromkeys(part.into for part in shared):
        ids = [part.id for part in shared if part.into == name]
        taken = [part.id for path, part in loaded.brief.parts() if path in loaded.places.elsewhere and part.id in ids]
        yield f"shared {name}: {len(ids)}{_used(taken) if of_brief else ''}"


def _used(ids: list[str]) -> str:
    return f"; this brief takes {', '.join(ids)}" if ids else "; this brief takes none"
