"""The formats by name and suffix, built-in or a plug-in's; each is imported only when somebody asks for it."""

from __future__ import annotations

import difflib
from importlib import import_module
from typing import TYPE_CHECKING, cast

from .. import plugins
from ..errors import BriefgenError, Diagnostic

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

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
    return tuple(sorted({*_BUILT_IN, *plugins.names("backends")}))


def backend_for(name: str) -> Backend:
    """Give the backend of a format, by its name or its suffix: `pdf`, `.pdf`, `PDF`.

    Raises `BriefgenError` naming the nearest format for one that is not known, the plug-in for one that is broken, and
    both distributions when two offer it.
    """
    key = name.lower().removeprefix(".")
    found = plugins.find("backends", key, built_in=key in _BUILT_IN or key in _ALSO)
    if found:
        return _plugged(found)
    key = _ALSO.get(key, key)
    if key not in _BUILT_IN:
        raise _unknown(name, key)
    module, made = _BUILT_IN[key]
    return cast("Backend", getattr(import_module(f".{module}", __package__), made)())


def _plugged(found: EntryPoint) -> Backend:
    made = plugins.load(found)
    if not isinstance(made, type):
        raise plugins.broken(found, f"gives {plugins.described(made)}; expected a class")
    try:
        backend: object = made()
    except Exception as error:
        raise plugins.broken(found, f"can't be made: {plugins.described(error)}") from error
    if wrong := _misshapen(backend, found.name):
        raise plugins.broken(found, wrong)
    return cast("Backend", backend)


def _misshapen(backend: object, name: str) -> str:
    """Say what a backend lacks, or nothing. A format's suffix is its name, or files could not be told by theirs."""
    for field, expected in (("name", name), ("suffix", f".{name}")):
        if (given := getattr(backend, field, None)) != expected:
            return f"has the {field} {given!r}; expected {expected!r}"
    if not isinstance(getattr(backend, "media_type", None), str):
        return "has no media_type"
    return "" if callable(getattr(backend, "prepare", None)) else "has no method prepare"


def _unknown(name: str, key: str) -> BriefgenError:
    near = difflib.get_close_matches(key, [*names(), *_ALSO], n=1)
    meant = f"did you mean {_ALSO.get(near[0], near[0])!r}?" if near else ""
    message = f"there is no format {name!r}; known: {', '.join(names())}"
    return BriefgenError([Diagnostic("unknown-format", message, hint=meant), *plugins.unreadable()])
