"""The package: parts deflated on their own and put into a ZIP archive whose bytes depend on nothing else."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from attrs import frozen

CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1 << 5) | 1  # 1 January 1980, the earliest that ZIP knows
_UTF8 = 0x800


@frozen
class Part:
    """A part as it stands in the archive: its bytes (deflated or stored), the checksum and size of what they say."""

    data: bytes
    method: int
    checksum: int
    size: int


def part(content: str | bytes, *, level: int = 3) -> Part:
    """Deflate a part; what is smaller than its own overhead is stored.

    Level 3 takes a quarter of the time of 6 and gives a fifth more bytes; parts made once take 9.
    """
    raw = content.encode() if isinstance(content, str) else content
    checksum = zlib.crc32(raw)
    if len(raw) < 400:
        return Part(raw, 0, checksum, len(raw))
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Part(deflate.compress(raw) + deflate.flush(), 8, checksum, len(raw))


def archive(parts: Mapping[str, Part]) -> bytes:
    """Write the archive: the content types first, then by name, all at one date."""
    bodies: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
        one, path = parts[name], name.encode()
        shared = (20, _UTF8, one.method, 0, _DATE, one.checksum, len(one.data), one.size, len(path), 0)
        head = struct.pack("<4s5H3I2H", b"PK\3\4", *shared)
        bodies += (head, path, one.data)
        directory.append(struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, *shared, 0, 0, 0, 0, offset) + path)
        offset += len(head) + len(path) + len(one.data)
    central = b"".join(directory)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(parts), len(parts), len(central), offset, 0)
    return b"".join((*bodies, central, end))
