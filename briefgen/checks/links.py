"""Link fields hold addresses that are safe to follow: http, https and mailto."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import fields

from ..errors import Diagnostic
from ..model import Brief
from ..model.fields import LINK, key_of
from ..model.mistakes import shown
from ..model.walk import kind_of, things
from ..prose.addresses import MAX_ADDRESS, address

_DOI = re.compile(r"(https://(dx\.)?doi\.org/)?10\.\d{4,9}/[^\s\"'<>]{1,500}", re.ASCII)
_ORCID = re.compile(r"(https://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)
_EMAIL = re.compile(r"[^\s@:/?#&<>()\[\]\\,;\"]{1,64}@[^\s@:/?#&<>()\[\]\\,;\"]{1,255}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

EXPECTED: dict[str, tuple[str, Callable[[str], object]]] = {
    "url": ("an http, https or mailto address", address),
    "doi": ("a DOI such as 10.1000/182", _DOI.fullmatch),
    "orcid": ("an ORCID iD such as 0000-0002-1825-0097", _ORCID.fullmatch),
    "email": ("an address for mail such as ana@example.org", _EMAIL.fullmatch),
}


def unsafe_links(brief: Brief) -> Iterator[Diagnostic]:
    """Find link fields with another scheme (`javascript:`, `file:`, …), a path, or an overlong address."""
    for path, thing in things(brief):
        for attribute in fields(kind_of(thing)):
            kind, value = attribute.metadata.get(LINK), getattr(thing, attribute.name)
            if kind and value and not EXPECTED[kind][1](value):
                message = f"{shown(value)} is refused as a link; {_expected(kind, value)}"
                yield Diagnostic("unsafe-link", message, path=f"{path}.{key_of(attribute)}", hint=_hint(kind, value))


def _expected(kind: str, value: str) -> str:
    if kind == "url" and len(value) > MAX_ADDRESS:
        return f"it has {len(value):,} characters, an address {MAX_ADDRESS:,} at most"
    return f"expected {EXPECTED[kind][0]}"


def _hint(kind: str, value: str) -> str:
    looks_bare = kind == "url" and not _SCHEME.match(value) and address(f"https://{value}") and value[0].isalnum()
    return f"write 'https://{value}'" if looks_bare else ""
