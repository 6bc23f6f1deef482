"""Everything that a finished file says, in whatever corner: text, properties, attachments, comments, hidden parts."""

from __future__ import annotations

import base64
import binascii
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote

from attrs import frozen

from ..errors import BriefgenError, Diagnostic

Kind = Literal["text", "markup", "binary"]
DEEPEST = 6
_TAG = re.compile(r"<[^>]*>")
_END = re.compile(r"</(?:\w+:)?(?:p|tc|td|th|tr|li|h\d)>|<(?:\w+:)?(?:br|tab|cr)\b[^>]*>", re.IGNORECASE)
"""Where a paragraph, cell or line ends, whatever the tags within it."""
_WITHIN_WORD = re.compile(r"(?<=\w)(?:[*~`]+|\[|\]\([^)\s]*\))(?=\w)")
"""Markdown's emphasis, code or link that begins or ends in the middle of a word."""
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_HEX = re.compile(rb"<FEFF((?:[0-9A-Fa-f]{4}){2,})>", re.IGNORECASE)
_ARCHIVE, _PDF, _GZIP = b"PK\x03\x04", b"%PDF-", b"\x1f\x8b"


@frozen
class Piece:
    """A passage of a file: where it stands in words, what it says, and how.

    `text` is what a reader can be shown; `markup` also holds numbers of the format's own; `binary` is bytes read as
    if they were text, in which only what is long means anything.
    """

    where: str
    text: str
    kind: Kind = "text"


def pieces(data: bytes) -> Iterator[Piece]:
    """Give everything that a file says: a PDF, an archive such as a Word file, or text.

    Raises `BriefgenError` for what is none of these: what can't be read can't be proven to be clean.
    """
    if not data.startswith((_PDF, _ARCHIVE, _GZIP)) and _decoded(data) is None:
        message = "a file of this format can't be read back, so what it holds can't be proven"
        raise BriefgenError([Diagnostic("release-unreadable", message, hint="release it as pdf, docx or md")])
    yield from within(data, "the file")


def within(data: bytes, where: str, depth: int = 0) -> Iterator[Piece]:
    """Give everything that a file within a file says."""
    yield from raw(data, where)
    if depth > DEEPEST:
        return
    if data.startswith(_PDF):
        from .pdf import pdf_pieces

        yield from pdf_pieces(data, where, depth)
    elif data.startswith(_ARCHIVE):
        yield from _archive(data, where, depth)
    elif data.startswith(_GZIP):
        import gzip

        yield from within(gzip.decompress(data), f"{where}, decompressed", depth + 1)
    elif (text := _decoded(data)) is not None:
        yield from _said(text, where, depth)


def raw(data: bytes, where: str) -> Iterator[Piece]:
    """Read bytes as if they were text, in each way in which text is commonly written."""
    ways = ((data, "utf-8"), *((data[at:], code) for at in (0, 1) for code in ("utf-16-be", "utf-16-le")))
    for part, code in ways if b"\0" in data else ways[:1]:
        yield Piece(f"{where} (its bytes)", part.decode(code, "replace"), "binary")
    for found in _HEX.finditer(data):
        yield Piece(f"{where} (a string)", bytes.fromhex(found[1].decode()).decode("utf-16-be", "replace"))


def _decoded(data: bytes) -> str | None:
    for mark, code in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(code)
            except UnicodeDecodeError:
                return None
    return None


def _archive(data: bytes, where: str, depth: int) -> Iterator[Piece]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield Piece(f"{where} (its comment)", archive.comment.decode("utf-8", "replace"))
        for entry in archive.infolist():
            yield Piece(
                f"{where} (a name or comment in it)", f"{entry.filename} {entry.comment.decode('utf-8', 'replace')}"
            )
            yield from within(archive.read(entry), entry.filename, depth + 1)


def _said(text: str, where: str, depth: int) -> Iterator[Piece]:
    plain = html.unescape(text)
    yield from addressed(plain, where, "markup" if "<" in text else "text")
    yield from untagged(text, where)
    if _WITHIN_WORD.search(plain):
        yield Piece(where, _WITHIN_WORD.sub("", plain))
    if "\\" in text and text.lstrip().startswith(("{", "[")):
        yield from _json(text, where)
    for found in _BASE64.finditer(text):
        yield from _encoded(found[0], where, depth)


def untagged(text: str, where: str) -> Iterator[Piece]:
    """Give a text without its tags: what they part may be one word, as runs of a Word file are, or two."""
    if "<" in text:
        yield Piece(where, html.unescape(_TAG.sub("", _END.sub(" ", text))))
        yield Piece(where, html.unescape(_TAG.sub(" ", text)))


def addressed(text: str, where: str, kind: Kind = "text") -> Iterator[Piece]:
    """Give a text, and what it says where it is an address, in which signs are written as `%20`."""
    yield Piece(where, text, kind)
    if "%" in text:
        yield Piece(f"{where} (an address)", unquote(text), kind)


def _json(text: str, where: str) -> Iterator[Piece]:
    try:
        yield Piece(where, json.dumps(json.loads(text), ensure_ascii=False))
    except (ValueError, RecursionError):
        return


def _encoded(word: str, where: str, depth: int) -> Iterator[Piece]:
    """Read base64, in either alphabet; most words that look like it are not, and give nothing that is text."""
    body = word.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        data = base64.b64decode(body + "=" * (-len(body) % 4))
    except (ValueError, binascii.Error):
        return
    if data.startswith((_PDF, _ARCHIVE, _GZIP)) or _decoded(data) is not None:
        yield from within(data, f"{where} (encoded)", depth + 1)
