"""Python's collector of cycles, held back while a document is laid out and written."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_holders = 0
_was_on = False


@contextmanager
def collector_held() -> Iterator[None]:
    """Let nothing look for cycles meanwhile; it goes on once the last of several threads is done.

    A layout is hundreds of thousands of small objects that all stay until the file is written. To look through them
    for cycles, again and again as they grow, takes two fifths of the time of a long table, and finds none.
    """
    global _holders, _was_on  # noqa: PLW0603  the collector is one for the whole process
    with _lock:
        if not _holders:
            _was_on = gc.isenabled()
            gc.disable()
        _holders += 1
    try:
        yield
    finally:
        with _lock:
            _holders -= 1
            if not _holders and _was_on:
                gc.enable()
