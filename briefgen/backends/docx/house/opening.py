"""Opening a Word file from outside: it is not trusted, and everything is bounded before work on it begins."""

from __future__ import annotations

import io
import re
import zipfile

from ....errors import Diagnostic, InputError, Place

MOST_BYTES = 64 << 20
MOST_ENTRIES = 2000
_RATIO = 200  # deflate gives about 1000 for zeros; a document's XML stays below 60
_SMALL = 4 << 20  # what may unpack to this much at any ratio
_NAME = re.compile(r"[^/\\:\x00]+(/[^/\\:\x00]+)*")
NEEDED = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}
_MACROS = ("macroEnabled", "vbaProject")


def open_package(data: bytes, name: str) -> dict[str, bytes]:
    """Read the parts of a .docx or .dotx by name; raises `InputError` for what is broken, too big, or has macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _bounded(entries, name)
            parts = {entry.filename: package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise refused(name, "this is no Word file, or it is cut off") from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise refused(name, "this is no Word file, or it is damaged") from None
    _sound(parts, name)
    return parts


def refused(name: str, message: str, hint: str = "") -> InputError:
    """Make the error that says what is wrong with a file."""
    return InputError([Diagnostic("word-file", message, place=Place(name), hint=hint)])


def _bounded(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise refused(name, f"the file has {len(entries)} parts; {MOST_ENTRIES} are the most")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise refused(name, f"the file unpacks to more than {MOST_BYTES >> 20} MB")
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise refused(name, "two parts of the file have the same name")
    for entry in entries:
        if entry.file_size > max(_SMALL, _RATIO * entry.compress_size):
            raise refused(name, f"{entry.filename[:80]!r} unpacks to more than {_RATIO} times its size")
        if not _NAME.fullmatch(entry.filename) or ".." in entry.filename.split("/"):
            raise refused(name, f"{entry.filename[:80]!r} is no name of a part")


def _sound(parts: dict[str, bytes], name: str) -> None:
    missing = NEEDED - parts.keys()
    if missing:
        raise refused(name, f"this is no Word file: it has no {min(missing)}")
    types = parts["[Content_Types].xml"].decode("utf-8", "replace")
    if any(macro in types for macro in _MACROS) or any(part.endswith("vbaProject.bin") for part in parts):
        raise refused(name, "the file holds macros", "save it as .docx or .dotx")
    for part, content in parts.items():
        if part.endswith((".xml", ".rels", ".vml")) and _declares_a_type(content):
            raise refused(name, f"{part!r} has a document type, which no Word file has")


def _declares_a_type(content: bytes) -> bool:
    """Find a DOCTYPE in any encoding that XML knows: with the zero bytes of UTF-16 and UTF-32 taken out."""
    wide = content[:4].count(0) or content[:2] in (b"\xff\xfe", b"\xfe\xff")
    return b"<!DOCTYPE" in (content.replace(b"\0", b"") if wide else content)
