"""Scales by name, and a house's own by the path of its file."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from .. import plugins
from ..datafiles import within
from ..errors import Diagnostic, InputError
from .reading import read_scale
from .scale import Scale

_DATA = Path(__file__).parent / "data"


def scale(name: str, *folders: Path) -> Scale:
    """Give a scale by its name (`icd203`; case, spaces and hyphens don't matter), or a house's own by its path.

    A path ends in `.toml` and is looked for within `folders` only. A name may be a plug-in's. Raises `InputError` where
    there is no such scale, where a path leads out of the folders, and for every mistake in a file; `BriefgenError` for
    a plug-in that is broken.

    >>> scale("ICD 203").term("probably").name
    'likely'
    """
    if name.endswith(".toml"):
        return read_scale(_within(folders, name), name)
    known = {_bare(each): each for each in names()}
    if _bare(name) not in known:
        raise _unknown(name)
    id = known[_bare(name)]
    plugged = plugins.find("scales", id, built_in=id in _shipped_names())
    return read_scale(plugins.load_path(plugged), id) if plugged else _shipped(id)


def names() -> tuple[str, ...]:
    """Name the scales that can be named, those of plug-ins among them."""
    return tuple(sorted({*_shipped_names(), *plugins.names("scales")}))


@cache
def _shipped_names() -> tuple[str, ...]:
    return tuple(path.stem for path in _DATA.glob("*.toml"))


@cache
def _shipped(name: str) -> Scale:
    return read_scale(_DATA / f"{name}.toml", name)


def _within(folders: tuple[Path, ...], name: str) -> Path:
    if path := within(folders, name):
        return path
    message = f"the scale {name!r} is not within the brief's folder"
    raise InputError([Diagnostic("bad-scale", message, hint="put the file beside the brief")])


def _unknown(name: str) -> InputError:
    close = get_close_matches(_bare(name), map(_bare, names()), n=1)
    nearest = next((each for each in names() if close and _bare(each) == close[0]), "")
    hint = f"nearest: {nearest!r}" if nearest else f"known: {', '.join(names())}; or the path of a .toml file"
    return InputError([Diagnostic("unknown-scale", f"there is no scale {name!r}", hint=hint)])


def _bare(name: str) -> str:
    return re.sub(r"[\s_-]", "", name.casefold())
