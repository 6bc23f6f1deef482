"""The formats by name and suffix; a format is imported only when somebody asks for it."""

from __future__ import annotations

import difflib
from importlib import import_module
from typing import TYPE_CHECKING, cast

from ..errors import BriefgenError, Diagnostic

if TYPE_CHECKING:
    from .base import Backend

# Name: module and class. The suffix of each is its name after a full stop.
_BUILT_IN = {
    "docx": ("docx", "DocxBackend"),
    "md": ("markdown", "MarkdownBackend"),
    "pdf": ("pdf", "PdfBackend"),
}
_ALSO = {"markdown": "md", "word": "docx"}


def names() -> tuple[str, ...]:
    """Name the formats that documents can be written in.

    >>> names()
    ('docx', 'md', 'pdf')
    """
    return tuple(_BUILT_IN)


def backend_for(name: str) -> Backend:
    """Give the backend of a format, by its name or its suffix: `pdf`, `.pdf`, `PDF`.

    Raises `BriefgenError` naming the nearest format for one that is not known.
    """
    key = name.lower().removeprefix(".")
    key = _ALSO.get(key, key)
    if key not in _BUILT_IN:
        raise _unknown(name, key)
    module, made = _BUILT_IN[key]
    return cast("Backend", getattr(import_module(f".{module}", __package__), made)())


def _unknown(name: str, key: str) -> BriefgenError:
    near = difflib.get_close_matches(key, [*_BUILT_IN, *_ALSO], n=1)
    meant = f"did you mean {_ALSO.get(near[0], near[0])!r}?" if near else ""
    message = f"there is no format {name!r}; known: {', '.join(names())}"
    return BriefgenError([Diagnostic("unknown-format", message, hint=meant)])
