"""Files that a brief, a theme or a house names: found within declared folders alone, and tables read from them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from os.path import exists, isfile, realpath
from pathlib import Path
from typing import Any

LARGEST = 100_000
"""Bytes of a TOML file."""


def inside(folder: Path, name: str | Path) -> Path | None:
    """Give the path of a name in a folder or below it, links followed; nothing where it leads out or nowhere."""
    try:
        path = Path(realpath(folder / name))  # `Path.resolve` raises for a circle of links, and not the same everywhere
        return path if path.is_relative_to(realpath(folder)) else None
    except (OSError, ValueError):
        return None


def within(folders: Iterable[Path], name: str) -> Path | None:
    """Find a name within one of several folders: in the first that has it, else where it would stand in the first."""
    paths = [path for folder in folders if (path := inside(folder, name))]
    return next((path for path in paths if isfile(path)), paths[0] if paths else None)


def read_tables(path: Path) -> dict[str, Any]:
    """Read a TOML file; raises `ValueError` saying why it can't be read."""
    if exists(path) and not isfile(path):
        raise ValueError("it is no file")  # a pipe would be waited for
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ValueError(error.strerror) from None
    if len(data) > LARGEST:
        raise ValueError(f"it is over {LARGEST:,} bytes")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError:
        raise ValueError("its lists or tables stand too deep within each other") from None
