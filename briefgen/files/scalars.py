"""Plain YAML scalars as YAML 1.2 means them: `no`, `012`, `1:30` and `2014-02` stay text."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?(\.?inf|\.?nan|infinity)", re.IGNORECASE)


def scalar(text: str) -> Scalar:
    """Give the value of an unquoted scalar. Raises `ValueError` for a number that is too large or not finite.

    >>> [scalar(s) for s in ("no", "012", "1:30", "2014-02", "7", "1e2", "true", "~")]
    ['no', '012', '1:30', '2014-02', 7, 100.0, True, None]
    """
    if text in WORDS:
        return WORDS[text]
    if text[0] in "+-.0123456789nNiI":
        return _number(text)
    return text


def _number(text: str) -> Scalar:
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(f"{text} is no finite number")
    if _INT.fullmatch(text):
        return int(_short(text))
    if _FLOAT.fullmatch(text):
        value = float(_short(text))
        if value in (float("inf"), float("-inf")):
            raise ValueError(f"{text} is too large a number")
        return value
    return text


def _short(text: str) -> str:
    if len(text) > 40:
        raise ValueError(f"{text[:20]}… is too long a number")
    return text
