"""Files written whole or not at all, under names that any system can hold."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from .errors import Diagnostic, OutputError, Place

LONGEST_NAME = 240  # bytes; file systems hold 255, and a temporary name needs some of them
ABANDONED = 3600  # seconds; a file is written in a few, so what is older was left by a run that was killed
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_FORBIDDEN = set('<>:"|?*\\') | {chr(code) for code in range(32)}
# What a person can mend by naming another place; anything else that the system says is a failing disk.
_MISPLACED = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written there",
    errno.EEXIST: "a file of that name stands there",
    errno.ENOTDIR: "a file stands where a folder is meant",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "symbolic links lead round in a circle",
    errno.EISDIR: "that is a folder",
}


def check_name(path: Path) -> None:
    """Refuse names that some system can't hold, that read as an option, or that are no file; raises `OutputError`."""
    name = path.name
    wrong = (
        "is empty" if name in ("", ".", "..") else
        "is a name that Windows keeps for itself" if name.split(".")[0].lower() in _RESERVED else
        "begins with a hyphen, like an option" if name.startswith("-") else
        "ends with a dot or a space, which Windows drops" if name.endswith((".", " ")) else
        f"is longer than {LONGEST_NAME} bytes" if len(os.fsencode(name)) > LONGEST_NAME else
        "holds a character that file names can't hold everywhere" if _FORBIDDEN & set(name) else
        ""
    )  # fmt: skip
    if wrong:
        raise _refused(path, f"the output name {name[:60]!r} {wrong}", "choose another name with -o")
    if not os.path.isdir(path.parent):
        raise _refused(path, f"the folder {str(path.parent)!r} does not exist", "make it first")
    if os.path.isdir(path):
        raise _refused(path, f"{str(path)!r} is a folder", "end it with / to write into it")
    if _is_device(path):
        raise _refused(path, f"{str(path)!r} is no ordinary file", "- is standard output")


def _is_device(path: Path) -> bool:
    """Tell a device, pipe or socket, which a file would take the place of; `/dev/stdout` too, wherever that leads."""
    folder = Path(os.path.realpath(path.parent))
    if folder == Path("/dev") or folder.is_relative_to("/proc"):
        return True
    return os.path.exists(path) and not os.path.isfile(path)


def review_name(path: Path) -> Path:
    """Say in a file's name that remarks stand in it.

    >>> review_name(Path("out/brief.docx")).name
    'brief-review.docx'
    """
    name = path.name
    stem = name[: name.rfind(".")] if "." in name.lstrip(".") else name
    stem = stem.removesuffix(".tree") if name.endswith(".tree.json") else stem
    return path.with_name(f"{stem}-review{name[len(stem) :]}")


@contextlib.contextmanager
def new_folder(folder: Path) -> Iterator[None]:
    """Make a folder that was asked for by name, and those above it; take them away when what was to fill it fails.

    Raises `OutputError` where none can be made.
    """
    made = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    try:
        with _placed(folder):
            folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for each in made:
                each.rmdir()
        raise


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places, sync them, and only when all are there put each in its place in one step.

    Whatever fails before that, every file that stood there still stands, and nothing else is left behind; only a run
    that is killed leaves its `.briefgen-….part`, which the next one to write into the folder takes away once it is an
    hour old. A symbolic link is replaced; what it points at stays untouched. A file that is replaced keeps its
    permissions. Raises `OutputError` where nothing may be written, and `OSError` naming the file when the disk fails.
    """
    with contextlib.ExitStack() as parts:
        ready = [(parts.enter_context(_part(path, data)), path) for path, data in files.items()]
        for part, path in ready:
            with _placed(path):
                os.replace(part, path)


@contextlib.contextmanager
def _part(path: Path, data: bytes) -> Iterator[Path]:
    """Write a file beside the place it is for; take it away if it is not put there."""
    _sweep(os.path.realpath(path.parent))
    part = path.with_name(f".briefgen-{secrets.token_hex(8)}.part")
    mode = _mode(path)
    try:
        with _placed(path), os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or 0o666), "wb") as file:
            if mode is not None:
                os.chmod(part, mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


@lru_cache(maxsize=64)
def _sweep(folder: str) -> None:
    """Take away what runs that were killed have left in a folder; looked for once, as a folder may hold many files."""
    with contextlib.suppress(OSError):
        for left in Path(folder).glob(".briefgen-*.part"):
            if left.lstat().st_mtime < time.time() - ABANDONED:
                left.unlink()


def _mode(path: Path) -> int | None:
    """Give the permissions of the file that stands there; none for a new file, whose the system decides."""
    with contextlib.suppress(OSError):
        found = path.lstat().st_mode
        return stat.S_IMODE(found) & 0o777 if stat.S_ISREG(found) else None
    return None


@contextlib.contextmanager
def _placed(path: Path) -> Iterator[None]:
    """Say what the system refuses by the name of the output, not by that of a file which nobody knows."""
    try:
        yield
    except OSError as error:
        if why := _MISPLACED.get(error.errno or 0):
            raise _refused(path, f"{str(path)!r} can't be written: {why}", "choose another place with -o") from None
        raise OSError(error.errno, error.strerror, str(path)) from error


def _refused(path: Path, message: str, hint: str) -> OutputError:
    return OutputError([Diagnostic("output-name", message, place=Place(str(path)), hint=hint)])
