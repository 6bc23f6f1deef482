"""Texts of sections and annexes that stand in files of their own: `file: legal.md` instead of `body: …`."""

from __future__ import annotations

from collections.abc import Mapping
from os.path import isfile
from typing import Any

from ..errors import InputError, Place
from .beside import beside
from .decode import LARGEST, decoded
from .places import Places
from .project import listed


def own_texts(data: Mapping[str, Any], places: Places) -> Mapping[str, Any]:
    """Put such texts in their places in a brief's data; `places` learns which file each is from.

    Raises `InputError` for files that can't be read or stand outside the brief's folder. A brief that is no file has
    no folder: a check then says that the text was not read.
    """
    if not isfile(places.file):
        return data
    wrong: list[InputError] = []
    read = {
        name: _all_read(listed(data[name]), name, places, wrong) for name in ("sections", "annexes") if name in data
    }
    if wrong:
        raise InputError(found for error in wrong for found in error.diagnostics)
    return {**data, **read}


def _all_read(given: list[Any], name: str, places: Places, wrong: list[InputError]) -> list[Any]:
    read = []
    for at, item in enumerate(given):
        try:
            read.append(_read(item, places, f"{name}[{at}]"))
        except InputError as error:
            wrong.append(error)
    return read


def _read(item: Any, places: Places, path: str) -> Any:
    """Read a section's text, unless it has one, or names no file."""
    if not isinstance(item, Mapping) or not isinstance(item.get("file"), str) or item.get("body") is not None:
        return item
    file = beside(item["file"], places, f"{path}.file")
    with file.open("rb") as opened:
        text = decoded(opened.read(LARGEST + 1), str(file))
    places.elsewhere[f"{path}.body"] = Place(str(file), 1)
    return {**{key: value for key, value in item.items() if key != "file"}, "body": text}
