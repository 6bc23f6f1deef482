"""Attributes of headings and divs: `{#id .class key="value"}`."""

from __future__ import annotations

import re

from ..document.nodes import Attrs
from ..model.mistakes import nearest
from .faults import Refused

_ONE = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}"=]+)|\.(?P<role>[^\s{}"=.#]+)|(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"{}]+)))(?=\s|$)"""
)
_KNOWN = ("lang", "dir", "title")
_NO_WORD = re.compile(r"[^\w-]+")


def read_attributes(text: str) -> list[tuple[str, str]]:
    """Read the text within the braces as pairs: `id`, `class`, `lang`, `dir`, `title` and what they are.

    Raises `Refused` for what is no attribute.

    >>> read_attributes('#a .wide lang=de')
    [('id', 'a'), ('class', 'wide'), ('lang', 'de')]
    """
    pairs: list[tuple[str, str]] = []
    rest = text.rstrip()
    while rest:
        found = _ONE.match(rest)
        if found is None:
            raise Refused(f"{rest.strip()!r} is no attribute", 'write {#id .class title="…"}')
        key = "id" if found["id"] else "class" if found["role"] else found["key"]
        if found["key"] and key not in _KNOWN:
            close = nearest(key, _KNOWN)
            raise Refused(f"{key!r} is no attribute", f"nearest: {close!r}" if close else f"known: {', '.join(_KNOWN)}")
        pairs.append((key, found["id"] or found["role"] or found["quoted"] or found["bare"] or ""))
        rest = rest[found.end() :]
    return pairs


def make_attrs(pairs: list[tuple[str, str]], *classes: str) -> Attrs:
    """Make a node's attributes; what is no word in an id or class becomes a hyphen (`strongly for`: `strongly-for`)."""
    named = dict(pairs)
    roles = (*classes, *(value for key, value in pairs if key == "class"))
    direction = named.get("dir", "")
    if direction not in ("", "ltr", "rtl"):
        raise Refused(f"a direction can't be {direction!r}", "write dir=ltr or dir=rtl")
    return Attrs(
        id=_word(named.get("id", "")),
        classes=tuple(word for role in roles if (word := _word(role))),
        language=named.get("lang", ""),
        direction="rtl" if direction == "rtl" else "ltr" if direction else "",
    )


def _word(text: str) -> str:
    return _NO_WORD.sub("-", text).strip("-")
