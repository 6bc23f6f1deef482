"""Files that a brief or a project names, which must stand in its folder."""

from __future__ import annotations

from os.path import isfile
from pathlib import Path

from ..datafiles import inside
from ..errors import Diagnostic, InputError
from ..model.mistakes import shown
from .places import Places


def named_file(name: object, folder: Path, whose: str, places: Places, path: str) -> Path:
    """Give the file of a name in a folder or below it, links followed; `whose` is the folder's owner, in messages.

    Raises `InputError` at the path that names it for a name that leads out, and for a file that is not there.
    """
    if not isinstance(name, str) or not inside(folder, name):
        raise no_file(f"{shown(name)} leads out of the {whose}'s folder", places, path)
    if not isfile(file := folder / name):
        raise no_file(f"there is no file {shown(name)}", places, path)
    return file


def no_file(message: str, places: Places, path: str) -> InputError:
    """Make the error of a file that can't be had."""
    return InputError([Diagnostic("no-file", message, place=places.of(path), path=path)])
