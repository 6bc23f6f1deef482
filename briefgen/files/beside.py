"""Files of sources that a brief names among its sources: `- library.bib`."""

from __future__ import annotations

from collections.abc import Mapping
from os.path import isfile
from pathlib import Path
from typing import Any

from ..errors import Diagnostic, InputError, Place
from ..model.mistakes import shown
from .named import named_file, no_file
from .places import Places
from .project import listed
from .shared import Shared, sources

SUFFIXES = (".bib", ".ris", ".json", ".yaml", ".yml")
MOST = 20  # files


def own_bibliographies(data: Mapping[str, Any], places: Places) -> tuple[Mapping[str, Any], tuple[Shared, ...]]:
    """Take the files of sources out of a brief's data and read them; `places` learns where the other sources stand.

    Raises `InputError` for a file that can't be read, stands outside the brief's folder, or holds what is wrong.
    """
    given = listed(data.get("sources"))
    files = {at: item for at, item in enumerate(given) if is_file_of_sources(item)}
    if not files:
        return data, ()
    if len(files) > MOST:
        raise InputError([Diagnostic("too-many", f"a brief may name {MOST} files of sources at most", path="sources")])
    shared: list[Shared] = []
    wrong: list[Diagnostic] = []
    for at, name in files.items():
        try:
            shared += sources(beside(name, places, f"sources[{at}]"))
        except InputError as error:
            wrong += error.diagnostics
    if wrong:
        raise InputError(wrong)
    rest = [at for at in range(len(given)) if at not in files]
    places.elsewhere.update(_moved(rest, places))
    return {**data, "sources": [given[at] for at in rest]}, tuple(shared)


def is_file_of_sources(item: object) -> bool:
    """Tell whether an entry of a brief's sources names a file."""
    return isinstance(item, str) and item.lower().endswith(SUFFIXES)


def _moved(rest: list[int], places: Places) -> dict[str, Place]:
    """Give the places of the sources that stay, at the positions they now have."""
    return {
        f"sources[{new}]{below}": place
        for new, old in enumerate(rest)
        for below, place in places.below(f"sources[{old}]").items()
    }


def beside(name: str, places: Places, path: str) -> Path:
    """Give the file of a name, which must stand in the brief's folder or below, links followed; else `InputError`."""
    brief = Path(places.file)
    if not places.file or not isfile(brief):
        raise no_file(f"{shown(name)} is looked for beside a brief's file, and this brief is none", places, path)
    return named_file(name, brief.parent, "brief", places, path)
