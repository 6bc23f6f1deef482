"""Where the text of a command goes."""

from __future__ import annotations

import sys
from pathlib import Path


def put(output: str, text: str) -> None:
    """Write text to a file, whole or not at all, or to standard output for `-`. Raises `OutputError` for a bad name."""
    data = text.encode("utf-8")
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from ..output import check_name, write_whole

    check_name(Path(output))
    write_whole({Path(output): data})
