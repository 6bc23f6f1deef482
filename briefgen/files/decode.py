"""From bytes to text that a parser can take: encodings, byte order marks, and characters it would refuse."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from ..errors import Diagnostic, InputError, Place

LARGEST = 4 * 1024 * 1024
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MASK = 0x100000
_MASKED = re.compile(f"[{chr(_MASK)}-{chr(_MASK + 0xFFFF)}]")
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

    In JSON, escapes of surrogate pairs (characters beyond U+FFFF) become escapes that YAML knows.
    """
    text = text.replace("\x0b", " ").replace("\x0c", " ")
    text = _REFUSED.sub(lambda match: chr(_MASK + ord(match[0])), text)
    return _ESCAPED.sub(_unescaped, text) if text.lstrip().startswith("{") else text


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[2] and match[3]:
        both = bytes.fromhex(match[2] + match[3]).decode("utf-16-be")
        return f"\\U{ord(both):08X}"
    return f"\\U{_MASK + int(match[2] or match[4], 16):08X}"


def unmasked(text: str) -> str:
    """Give the text with its own characters in place of the stand-ins."""
    return _MASKED.sub(lambda match: chr(ord(match[0]) - _MASK), text)


def form_of(path: str | PurePath) -> str:
    """Tell a file's form by the end of its name: `markdown` for .md and .markdown, else `yaml`, which covers JSON."""
    return "markdown" if str(path).lower().endswith((".md", ".markdown")) else "yaml"
