"""A document as JSON and back: for looking at, for tests, and for tools that are not Python.

The form is versioned. A node is an object with its `type` and those fields that differ from their defaults.
"""

from __future__ import annotations

import base64
import json
from typing import Any

import attrs

from ..errors import Diagnostic, InputError
from . import nodes
from .nodes import Document

VERSION = 1
_TYPES: dict[str, type[Any]] = {
    name: kind for name, kind in vars(nodes).items() if isinstance(kind, type) and attrs.has(kind)
}
_BARE = {"attrs": nodes.Attrs, "origin": nodes.Origin, "pos": nodes.Pos}


def to_json(document: Document) -> str:
    """Write a document as JSON, indented, with one line end at its end."""
    value = {"format": "briefgen-document", "version": VERSION, "document": _encode(document)}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Document:
    """Read a document that `to_json` wrote; raises `InputError` for anything else."""
    try:
        value = json.loads(text)
        if (value["format"], value["version"]) != ("briefgen-document", VERSION):
            raise ValueError(f"version {value['version']} of {value['format']}; expected briefgen-document {VERSION}")
        document = _decode(value["document"])
        if not isinstance(document, Document):
            raise TypeError("no document")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError([Diagnostic("document-json", f"this is no document tree: {error}")]) from None
    return document


def _encode(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"type": "bytes", "base64": base64.b64encode(value).decode("ascii")}
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if not attrs.has(type(value)):
        return value
    fields = {f.name: getattr(value, f.name) for f in attrs.fields(type(value)) if not _is_default(f, value)}
    kind = {} if type(value) in _BARE.values() else {"type": type(value).__name__}
    return kind | {name: _encode(item) for name, item in fields.items()}


def _is_default(field: attrs.Attribute[Any], value: Any) -> bool:
    default = field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore
    return bool(default is not attrs.NOTHING and getattr(value, field.name) == default)


def _decode(value: Any, key: str = "") -> Any:
    if isinstance(value, list):
        return tuple(_decode(item) for item in value)
    if not isinstance(value, dict):
        return value
    if value.get("type") == "bytes":
        return base64.b64decode(value["base64"], validate=True)
    kind = _BARE.get(key) or _TYPES[value["type"]]
    return kind(**{name: _decode(item, name) for name, item in value.items() if name != "type"})
