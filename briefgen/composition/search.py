"""Where templates are found: the path given, the project's folder, plug-ins, what ships. Nothing else is ever read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os.path import isdir, isfile
from pathlib import Path, PurePosixPath

from attrs import frozen

from .. import plugins
from ..datafiles import inside
from ..model.mistakes import nearest, shown
from ..themes import shipped
from .faults import Refused

MAIN = "brief.md.j2"
SUFFIX = ".md.j2"
MAX_SIZE = 1_000_000
"""Bytes of one template."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@frozen
class Folder:
    """A place that holds templates; `label` goes before their names in messages when the folder is not the user's.

    Without a path it stands for all plug-ins, of which only the one that is named is looked at.
    """

    path: Path | None
    label: str = ""


@frozen
class Found:
    """A template's file: which of the folders it is in, its path within, and its name in messages."""

    folder: int
    within: str
    path: Path
    name: str


def places(template: str | Path, folders: Iterable[str | Path]) -> tuple[str, tuple[Folder, ...]]:
    """Give the name to look for, and the folders to look in: that of a given path, the others, plug-ins, what ships.

    Only a `Path` is taken as one; a text is a name, since it may come from a brief, and a brief is not trusted.
    """
    listed = [Folder(Path(folder)) for folder in folders]
    if isinstance(template, Path):
        path = template if template.name not in ("", "..") else template.resolve()
        listed.insert(0, Folder(path.parent))
        template = path.name
    return template, (*listed, Folder(None), Folder(shipped(), "briefgen:"))


def asked(template: str) -> str | Path:
    """Tell a path from a name in what a person asks for: a path has a separator or the suffix of templates.

    >>> asked("policy-brief"), asked("house/brief.md.j2").name
    ('policy-brief', 'brief.md.j2')
    """
    return Path(template) if re.search(r"[/\\]|\.j2$", template) else template


def find(folders: tuple[Folder, ...], name: str, parent: Found | None = None) -> Found:
    """Find a template by name; for one that names itself, the next of that name.

    Raises `Refused` for a name that leads out of the folders, and when there is none.
    """
    _check_name(name)
    for within in _candidates(name, parent):
        first = parent.folder + 1 if parent and within == parent.within else 0
        for number, folder in list(enumerate(folders))[first:]:
            found = _in_folder(number, folder, within)
            if found and not (parent and found.path.samefile(parent.path)):
                return found
    if parent and parent.within in _candidates(name, parent):
        raise Refused(f"the template {name!r} names itself, and there is no other of that name", code="template-circle")
    raise _not_found(folders, name)


def _check_name(name: str) -> None:
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or name.startswith(("/", "~")) or re.search(r"[\\:\x00-\x1f]", name):
        hint = "name a template in the template's own folder, the project's, or one that ships"
        raise Refused(f"the template {shown(name)} leads out of the templates' folders", hint, "template-outside")


def _candidates(name: str, parent: Found | None) -> list[str]:
    """List the files that a name may mean, those beside the naming template first."""
    names = [name] if name.endswith(".j2") else [f"{name}/{MAIN}", f"{name}{SUFFIX}"]
    beside = PurePosixPath(parent.within).parent if parent else PurePosixPath()
    near = [str(beside / each) for each in names] if beside.parts else []
    return [*near, *(str(PurePosixPath(each)) for each in names)]


def _in_folder(number: int, folder: Folder, within: str) -> Found | None:
    here = folder if folder.path else _plugged(PurePosixPath(within).parts[0])
    if not here or not here.path or not isfile(path := here.path / within):
        return None
    if not inside(here.path, within):
        raise Refused(f"the template {shown(within)} is a link out of its folder", code="template-outside")
    name = f"{here.label}{within}" if here.label else path.as_posix()
    return Found(number, within, path, name)


def _plugged(name: str) -> Folder | None:
    """Give the folder around a plug-in's template, which has the template's own name."""
    found = plugins.find("templates", name, built_in=isfile(shipped(name, MAIN)))
    if not found:
        return None
    path = plugins.load_path(found)
    if path.name != found.name or not isfile(path / MAIN):
        raise plugins.broken(found, f"gives the path {str(path)!r}; expected a folder {found.name!r} that holds {MAIN}")
    return Folder(path.parent, f"{found.dist.name}:" if found.dist else "")


def _not_found(folders: tuple[Folder, ...], name: str) -> Refused:
    held = (path for folder in folders if folder.path and isdir(folder.path) for path in folder.path.glob(f"*/{MAIN}"))
    known = sorted({*(path.parent.name for path in held), *plugins.names("templates")})
    close = nearest(name, known)
    hint = f"nearest: {close!r}" if close else f"known: {', '.join(known)}"
    return Refused(f"there is no template {shown(name)}", hint, "template-missing")


def read(found: Found) -> str:
    """Read a template. Raises `Refused` when it is too large, no UTF-8, or holds control characters."""
    with found.path.open("rb") as file:
        data = file.read(MAX_SIZE + 1)
    if len(data) > MAX_SIZE:
        raise Refused(f"the template {found.name} is over {MAX_SIZE:,} bytes")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise Refused(f"the template {found.name} is not UTF-8: {error.reason} at byte {error.start}") from None
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise Refused(f"the template {found.name} holds a control character in line {line}")
    return text if text.endswith("\n") else f"{text}\n"  # else an include's last line glues to the next
