"""How a command reads a brief: from a file, or from standard input for `-`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..errors import BriefgenError, Diagnostic, Place

if TYPE_CHECKING:
    from ..model import Brief


def read(file: str) -> Brief:
    """Read a brief. Raises `BriefgenError` with every mistake in it, or because the file can't be read."""
    from .. import api

    try:
        return api.loads(sys.stdin.buffer.read(), "standard input") if file == "-" else api.load(file)
    except FileNotFoundError:
        raise _unreadable(file, "there is no such file") from None
    except IsADirectoryError:
        raise _unreadable(file, "this is a folder, not a file") from None
    except PermissionError:
        raise _unreadable(file, "this file may not be read") from None


def _unreadable(file: str, message: str) -> BriefgenError:
    return BriefgenError([Diagnostic("no-file", message, place=Place(file))])
