"""Marking schemes by name, a house's own by the path of its file; and which scheme a level is of."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from .. import plugins
from ..datafiles import within
from ..errors import Diagnostic, InputError
from .reading import read_scheme
from .scheme import Scheme

_DATA = Path(__file__).parent / "data"


def scheme(name: str, *folders: Path) -> Scheme:
    """Give a scheme by its name (`tlp`, `classification`, a plug-in's), or a house's own by its path.

    A path ends in `.toml` and is looked for within `folders` only. Raises `InputError` where there is no such scheme,
    where a path leads out of the folders, and for every mistake in a file.

    >>> scheme("tlp").names[0]
    'TLP:CLEAR'
    """
    if name.endswith(".toml"):
        return read_scheme(_within(folders, name), name)
    if name.lower() in names():
        return _shipped(name.lower())
    if found := plugins.find("scales", name):
        return read_scheme(plugins.load_path(found), name)
    raise _wrong(f"there is no marking scheme {name!r}", _known(name))


@cache
def names() -> tuple[str, ...]:
    """Name the schemes that ship."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.toml")))


def recognised(level: str) -> Scheme | None:
    """Give the scheme that ships and has a level, or one that is spelled nearly so; nothing where none has.

    >>> recognised("tlp: amber").id
    'tlp'
    """
    schemes = [_shipped(name) for name in names()]
    exact = (each for each in schemes if level in each.names)
    return next(exact, None) or next((each for each in schemes if each.nearest(level)), None)


@cache
def _shipped(name: str) -> Scheme:
    return read_scheme(_DATA / f"{name}.toml", name)


def _known(name: str) -> str:
    close = get_close_matches(name.lower(), names(), n=1)
    return f"nearest: {close[0]!r}" if close else f"known: {', '.join(names())}; or the path of a file ending in .toml"


def _within(folders: tuple[Path, ...], name: str) -> Path:
    if path := within(folders, name):
        return path
    raise _wrong(f"the marking scheme {name!r} is not within the brief's folder", "put the file beside the brief")


def _wrong(message: str, hint: str) -> InputError:
    return InputError([Diagnostic("bad-scheme", message, hint=hint)])
