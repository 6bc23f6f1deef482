"""What other distributions add: backends, templates, themes, checks and scales, found by entry point.

Each kind has the group `briefgen.<kind>`, and an entry's name is the name that a person asks for. Nothing of a plug-in
is imported before it is asked for, and one that is broken is named and leaves the rest alone.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from .errors import BriefgenError, Diagnostic, Severity

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

Kind: TypeAlias = Literal["backends", "templates", "themes", "checks", "scales"]


def names(kind: Kind) -> tuple[str, ...]:
    """Name the plug-ins of a kind that are installed; nothing of them is imported."""
    return tuple(sorted(_offered(kind)))


def unreadable() -> tuple[Diagnostic, ...]:
    """Give a warning for each distribution whose entry points can't be read, and which may offer anything."""
    return _installed()[1]


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
    if not os.path.exists(path):
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
    """Give the plug-ins of a kind that are installed, by their names in lower case."""
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for each in _installed()[0]:
        if each.group == f"briefgen.{kind}":
            found[each.name.lower()] = (*found.get(each.name.lower(), ()), each)
    return found


@cache
def _installed() -> tuple[tuple[EntryPoint, ...], tuple[Diagnostic, ...]]:
    """Read the entry points of distributions, and a warning for each that can't be read.

    Of two of one name, Python takes that which stands first on its path.
    """
    found: dict[str, tuple[EntryPoint, ...]] = {}
    wrong: list[Diagnostic] = []
    for path, each in _distributions():
        try:
            found.setdefault(re.sub(r"[-_.]+", "-", each.name).lower(), tuple(each.entry_points))
        except Exception as error:  # the reader of Python's library says in many ways that a file is malformed
            message = f"the plug-ins of {path} can't be read: {described(error)}"
            hint = "install that distribution anew, or uninstall it"
            wrong.append(Diagnostic("broken-plugin", message, Severity.WARNING, hint=hint))
    return tuple(entry for entries in found.values() for entry in entries), tuple(wrong)


def _distributions() -> Iterator[tuple[Path, Distribution]]:
    """Find the distributions with plug-ins, each with its place.

    Where there are none this takes a millisecond; importing `importlib.metadata` takes thirty.
    """
    for folder in map(Path, sys.path):
        try:
            inside = sorted(os.listdir(folder))
        except NotADirectoryError:  # an archive
            from importlib.metadata import distributions

            yield from ((folder, each) for each in distributions(path=[str(folder)]))
        except OSError:
            continue
        else:
            for name in inside:
                if name.endswith((".dist-info", ".egg-info")) and _has_plugins(folder / name):
                    from importlib.metadata import Distribution

                    yield folder / name, Distribution.at(folder / name)


def _has_plugins(path: Path) -> bool:
    try:
        return b"[briefgen." in (path / "entry_points.txt").read_bytes()
    except OSError:
        return False
