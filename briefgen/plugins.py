"""What other distributions add: backends, templates, themes, checks and scales, found by entry point.

Each kind has the group `briefgen.<kind>`, and an entry's name is the name that a person asks for. Nothing of a plug-in
is imported before it is asked for, and one that is broken is named and leaves the rest alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from .errors import BriefgenError, Diagnostic

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Kind: TypeAlias = Literal["backends", "templates", "themes", "checks", "scales"]


def names(kind: Kind) -> tuple[str, ...]:
    """Name the plug-ins of a kind that are installed; nothing of them is imported."""
    return tuple(sorted(_offered(kind)))


def find(kind: Kind, name: str, *, built_in: bool = False) -> EntryPoint | None:
    """Find the plug-in of a name, in whatever case it is written; `None` when no distribution offers one.

    `built_in` says that briefgen itself has something of that name. Raises `BriefgenError` naming both when two offer
    the same.
    """
    found = _offered(kind).get(name.lower(), ())
    owners = [*(["briefgen itself"] if built_in else []), *map(distribution, found)]
    if found and len(owners) > 1:
        message = f"the {_one(kind)} {name!r} is offered by {' and by '.join(owners)}"
        raise BriefgenError([Diagnostic("duplicate-plugin", message, hint="uninstall one of them")])
    return found[0] if found else None


def load(found: EntryPoint) -> object:
    """Import what a plug-in offers. Raises `BriefgenError` naming the plug-in when that fails."""
    try:
        value: object = found.load()
    except (Exception, SystemExit) as error:  # a module may do anything; whatever it does is told
        raise broken(found, f"can't be imported: {described(error)}") from error
    return value


def load_path(found: EntryPoint) -> Path:
    """Give the file or folder of a template, theme or scale: what the plug-in offers is its path.

    Raises `BriefgenError` naming the plug-in when that is no path, or nothing is there.
    """
    value = load(found)
    if not isinstance(value, str | os.PathLike):
        raise broken(found, f"gives {described(value)}; expected a path")
    path = Path(value)
    if not path.exists():
        raise broken(found, f"gives the path {str(path)!r}, where nothing is")
    return path


def broken(found: EntryPoint, why: str) -> BriefgenError:
    """Make the error that names a plug-in and says what is wrong with it."""
    message = f"the {_one(found.group)} {found.name!r} of {distribution(found)} {why}"
    return BriefgenError([Diagnostic("broken-plugin", message, hint=f"its entry point is {found.value!r}")])


def distribution(found: EntryPoint) -> str:
    """Name the distribution that a plug-in came with, such as `briefgen-house 1.2`."""
    return f"{found.dist.name} {found.dist.version}" if found.dist else "an unnamed distribution"


def described(value: object) -> str:
    """Say what was found in place of what was expected."""
    if isinstance(value, BaseException):
        return f"{type(value).__name__}: {value}" if str(value) else type(value).__name__
    return "nothing" if value is None else f"a value of type {type(value).__name__}"


def _one(kind: str) -> str:
    """Name one of a kind or group in the singular: `briefgen.themes`, `theme`."""
    return kind.removeprefix("briefgen.").removesuffix("s")


@cache
def _offered(kind: Kind) -> Mapping[str, tuple[EntryPoint, ...]]:
    """Read which plug-ins of a kind are installed, by their names in lower case."""
    found: dict[str, tuple[EntryPoint, ...]] = {}
    if _any_installed():
        from importlib.metadata import entry_points

        for each in entry_points(group=f"briefgen.{kind}"):
            found[each.name.lower()] = (*found.get(each.name.lower(), ()), each)
    return found


@cache
def _any_installed() -> bool:
    """Look whether there is any plug-in: a millisecond, where importing `importlib.metadata` takes thirty."""
    return any(b"[briefgen." in text for folder in sys.path for text in _entry_points(folder or "."))


def _entry_points(folder: str) -> Iterator[bytes]:
    """Read the entry points of the distributions in a folder; an archive is left to `importlib.metadata`."""
    try:
        inside = os.listdir(folder)
    except NotADirectoryError:
        yield b"[briefgen."
        return
    except OSError:
        return
    for name in inside:
        if name.endswith((".dist-info", ".egg-info")):
            try:
                yield Path(folder, name, "entry_points.txt").read_bytes()
            except OSError:
                continue
