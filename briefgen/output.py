"""Files written whole or not at all, under names that any system can hold."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from .errors import Diagnostic, OutputError, Place

LONGEST_NAME = 240  # bytes; file systems hold 255, and a temporary name needs some of them
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_FORBIDDEN = set('<>:"|?*\\') | {chr(code) for code in range(32)}


def check_name(path: Path) -> None:
    """Refuse names that some system can't hold or that read as an option; raises `OutputError`."""
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
    if not path.parent.is_dir():
        raise _refused(path, f"the folder {str(path.parent)!r} does not exist", "make it first")
    if path.is_dir():
        raise _refused(path, f"{str(path)!r} is a folder", "end it with / to write into it")


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
    """Make a folder that was asked for by name; take it away again when what was to fill it fails."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, sync it, then put it there in one step.

    Whatever fails, a file that stood there still stands, and nothing else is left behind. A symbolic link is
    replaced; what it points at stays untouched. Raises `OSError` when the disk fails.
    """
    beside = path.with_name(f".briefgen-{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _mode(path)), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _mode(path: Path) -> int:
    """Give the permissions of the file that stands there, else those of any new file."""
    with contextlib.suppress(OSError):
        if not path.is_symlink():
            return path.stat().st_mode & 0o777
    return 0o666


def _refused(path: Path, message: str, hint: str) -> OutputError:
    return OutputError([Diagnostic("output-name", message, place=Place(str(path)), hint=hint)])
