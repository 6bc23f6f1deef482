"""Scales by name, and a house's own by the path of its file."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..errors import Diagnostic, InputError
from .reading import read_scale
from .scale import Scale

_DATA = Path(__file__).parent / "data"


def scale(name: str, folder: str | Path = "") -> Scale:
    """Give a scale by its name (`icd203`; case, spaces and hyphens don't matter), or a house's own by its path.

    A path ends in `.toml` and is looked for within `folder` only. Raises `InputError` where there is no such scale,
    where a path leads out of the folder, and for every mistake in a file.

    >>> scale("ICD 203").term("probably").name
    'likely'
    """
    if name.endswith(".toml"):
        return read_scale(_within(Path(folder), name), name)
    known = {_bare(each): each for each in names()}
    if _bare(name) not in known:
        raise _unknown(name)
    return _shipped(known[_bare(name)])


@cache
def names() -> tuple[str, ...]:
    """Name the scales that can be named."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.toml")))


@cache
def _shipped(name: str) -> Scale:
    return read_scale(_DATA / f"{name}.toml", name)


def _within(folder: Path, name: str) -> Path:
    """Find a path within a folder, after links are followed."""
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve())
    except (OSError, ValueError):
        inside = False
    if not inside:
        message = f"the scale {name!r} is not within the brief's folder"
        raise InputError([Diagnostic("bad-scale", message, hint="put the file beside the brief")])
    return path


def _unknown(name: str) -> InputError:
    close = get_close_matches(_bare(name), map(_bare, names()), n=1)
    nearest = next((each for each in names() if close and _bare(each) == close[0]), "")
    hint = f"nearest: {nearest!r}" if nearest else f"known: {', '.join(names())}; or the path of a .toml file"
    return InputError([Diagnostic("unknown-scale", f"there is no scale {name!r}", hint=hint)])


def _bare(name: str) -> str:
    return re.sub(r"[\s_-]", "", name.casefold())
