"""Which addresses a link may have: http, https and mailto, of sane length."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

MAX_ADDRESS = 2000
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}\u0080-\u009f\u2028\u2029\ud800-\udfff]")


def address(url: str) -> str | None:
    """Give `url` as it may stand in a link (percent-encoded where it must be), or None when it is refused.

    >>> address("https://example.org/a b"), address("javascript:alert(1)")
    ('https://example.org/a%20b', None)
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        known = parts.hostname if parts.scheme in ("http", "https") else parts.scheme == "mailto" and parts.path
    except ValueError:
        return None
    return None if not known or len(url) > MAX_ADDRESS else _UNSAFE.sub(_encode, url)


def _encode(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
