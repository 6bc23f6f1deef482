"""TrueType files: whether a face may be embedded, and a face under the name by which Word looks for it.

Word finds an embedded face by its family and by whether it says that it is bold or italic. A semibold face calls itself
a family of its own (`Source Sans 3 SemiBold`, Regular), so that it gets the family's name and style here.
"""

from __future__ import annotations

import struct

_HEADS = (b"\0\1\0\0", b"true")
_DIRECTORY = struct.Struct(">4s3I")
_CHECKSUM_MAGIC = 0xB1B0AFBA
# OS/2 fsType: restricted, or print and preview only, which opens a document for reading only; bitmaps only.
_INSTALLABLE, _EDITABLE, _USAGE, _BITMAPS = 0, 8, 0x000E, 0x0200
_ITALIC, _BOLD, _REGULAR = 0x01, 0x20, 0x40
_STYLES = ("Regular", "Bold", "Italic", "Bold Italic")


def tables(data: bytes) -> dict[str, bytes]:
    """Give the tables of a font file by tag; raises `ValueError` for what is no TrueType file."""
    if data[:4] not in _HEADS:
        raise ValueError("it is no TrueType file")
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        entries = [_DIRECTORY.unpack_from(data, 12 + 16 * i) for i in range(count)]
    except struct.error:
        raise ValueError("it is cut off") from None
    found = {tag.decode("latin-1"): data[start : start + size] for tag, _, start, size in entries}
    if len(found.get("OS/2", b"")) < 64 or len(found.get("head", b"")) < 54:
        raise ValueError("it is cut off")
    return found


def permits_embedding(found: dict[str, bytes]) -> bool:
    """Say whether a face's licence bits let it ride along in a document that people edit (OpenType, OS/2 fsType)."""
    (usage,) = struct.unpack_from(">H", found["OS/2"], 8)
    return usage & _USAGE in (_INSTALLABLE, _EDITABLE) and not usage & _BITMAPS


def restyled(found: dict[str, bytes], family: str, *, bold: bool, italic: bool) -> bytes:
    """Write a face as the bold or italic one of a family."""
    changed = {tag: data for tag, data in found.items() if tag != "DSIG"}  # a signature would no longer hold
    changed["OS/2"] = _os2(found["OS/2"], bold, italic)
    changed["head"] = _head(found["head"], bold, italic)
    changed["name"] = _name(family, _STYLES[bold + 2 * italic])
    return _file(changed)


def _os2(table: bytes, bold: bool, italic: bool) -> bytes:
    out = bytearray(table)
    (bits,) = struct.unpack_from(">H", out, 62)
    bits = bits & ~(_ITALIC | _BOLD | _REGULAR) | _ITALIC * italic | _BOLD * bold | _REGULAR * (not bold and not italic)
    struct.pack_into(">H", out, 4, 700 if bold else 400)
    struct.pack_into(">H", out, 62, bits)
    return bytes(out)


def _head(table: bytes, bold: bool, italic: bool) -> bytes:
    out = bytearray(table)
    struct.pack_into(">I", out, 8, 0)  # the checksum of the whole file, known when it is written
    struct.pack_into(">H", out, 44, bold | italic << 1)
    return bytes(out)


def _name(family: str, style: str) -> bytes:
    """Write the names by which programs find a face: family, style, a name of its own, both, PostScript."""
    plain = "".join(sign for sign in f"{family}-{style}" if sign.isalnum() or sign == "-")
    whole = f"{family} {style}"
    names = ((1, family), (2, style), (3, whole), (4, whole), (6, plain))
    records, strings = b"", b""
    for number, text in names:
        encoded = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(encoded), len(strings))
        strings += encoded
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + records + strings


def _file(found: dict[str, bytes]) -> bytes:
    """Write a font file: its directory, then the tables, each on a boundary of four bytes."""
    count = len(found)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">4s4H", _HEADS[0], count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    at, directory, bodies = 12 + 16 * count, b"", b""
    for tag in sorted(found):
        data = found[tag]
        directory += _DIRECTORY.pack(tag.encode("latin-1"), _checksum(data), at + len(bodies), len(data))
        bodies += data + bytes(-len(data) % 4)
    out = bytearray(head + directory + bodies)
    start = next(_DIRECTORY.unpack_from(out, 12 + 16 * i)[2] for i in range(count) if out[12 + 16 * i :][:4] == b"head")
    struct.pack_into(">I", out, start + 8, (_CHECKSUM_MAGIC - _checksum(bytes(out))) & 0xFFFFFFFF)
    return bytes(out)


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{-(-len(data) // 4)}I", data + bytes(-len(data) % 4))
    return sum(words) & 0xFFFFFFFF
