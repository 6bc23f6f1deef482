"""From bytes to text that a parser can take: encodings, byte order marks, and characters it would refuse."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from ..errors import Diagnostic, InputError, Place

LARGEST = 4 * 1024 * 1024
_REFUSED = [*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF, 0xD800]
_NONCHARACTERS = [
    *range(0xFDD0, 0xFDF0),
    *(plane + low for plane in range(0x10000, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
]
_MASKS = dict(zip(_REFUSED, _NONCHARACTERS))
_UNMASKS = {mask: char for char, mask in _MASKS.items()}
_SURROGATE = re.compile("[\ud800-\udfff]")
_HIGH, _LOW = r"\\u([dD][89abAB][0-9a-fA-F]{2})", r"\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_ESCAPED = re.compile(rf"(\\\\)|{_HIGH}(?:{_LOW})?|{_LOW}")


def decoded(data: bytes, file: str) -> str:
    """Give the text of a file: UTF-8, or UTF-16 with its mark. Raises `InputError` for anything else."""
    if len(data) > LARGEST:
        raise refused(file, "too-large", f"the file has {len(data):,} bytes; a brief has {LARGEST:,} at most")
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16", "surrogatepass")
        return data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(file, "encoding", "the text is not UTF-8", line, "save the file as UTF-8") from None


def refused(file: str, code: str, message: str, line: int | None = None, hint: str = "") -> InputError:
    """Make the error of a file that can't be read."""
    return InputError([Diagnostic(code, message, place=Place(file, line), hint=hint)])


def masked(text: str) -> str:
    """Put a stand-in for each character that YAML's parser refuses, so that places stay right.

    The stand-ins are noncharacters, which no text holds. In JSON, escapes of surrogate pairs (characters beyond
    U+FFFF) become escapes that YAML knows. A lone surrogate counts as U+D800, whichever it was.
    """
    text = _SURROGATE.sub("\ud800", text.replace("\x0b", " ").replace("\x0c", " ")).translate(_MASKS)
    return _ESCAPED.sub(_unescaped, text) if text.lstrip().startswith("{") else text


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[2] and match[3]:
        both = bytes.fromhex(match[2] + match[3]).decode("utf-16-be")
        return f"\\U{ord(both):08X}"
    return f"\\U{_MASKS[0xD800]:08X}"


def unmasked(text: str) -> str:
    """Give the text with its own characters in place of the stand-ins."""
    return text if text.isascii() else text.translate(_UNMASKS)


def form_of(path: str | PurePath) -> str:
    """Tell a file's form by the end of its name: `markdown` for .md and .markdown, else `yaml`, which covers JSON."""
    return "markdown" if str(path).lower().endswith((".md", ".markdown")) else "yaml"
