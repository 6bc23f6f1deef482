"""How a command reads a brief: from a file, or from standard input for `-`."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING

from ..errors import BriefgenError, Diagnostic, Place

if TYPE_CHECKING:
    from ..model import Brief

# What a person can mend; anything else that the system says is a failing disk.
_UNREADABLE = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EISDIR: "this is a folder, not a file",
    errno.EACCES: "this file may not be read",
    errno.EPERM: "this file may not be read",
    errno.ENAMETOOLONG: "the name is too long for a file",
    errno.ELOOP: "symbolic links lead round in a circle",
}


def read(file: str) -> Brief:
    """Read a brief. Raises `BriefgenError` with every mistake in it, or because the file can't be read."""
    from .. import api
    from ..files.decode import LARGEST

    try:
        return api.loads(sys.stdin.buffer.read(LARGEST + 1), "standard input") if file == "-" else api.load(file)
    except OSError as error:
        if error.errno not in _UNREADABLE:
            raise
        raise BriefgenError([Diagnostic("no-file", _UNREADABLE[error.errno], place=Place(file))]) from None
