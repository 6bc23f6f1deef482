"""What a picture's bytes say about themselves: its kind and its size, read without decoding it."""

from __future__ import annotations

import struct
import zlib

from attrs import frozen

_PNG = b"\x89PNG\r\n\x1a\n"
_SCREEN = 96.0
# Start of frame markers of JPEG (ISO 10918-1, table B.1); C4, C8 and CC are something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


@frozen
class Picture:
    """A picture's suffix and its own size in points."""

    suffix: str
    width: float
    height: float


def read_picture(data: bytes) -> Picture:
    """Read a PNG or JPEG; raises `ValueError` for another kind and for one that is broken or cut off."""
    try:
        if data.startswith(_PNG):
            return _read_png(data)
        if data.startswith(b"\xff\xd8"):
            return _read_jpeg(data)
    except (struct.error, IndexError):
        raise ValueError("the picture is cut off") from None
    raise ValueError("the picture is neither PNG nor JPEG")


def _read_png(data: bytes) -> Picture:
    """Go through the chunks (PNG 5.3): the header gives pixels, pHYs pixels a metre."""
    width = height = across = down = 0
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(body, zlib.crc32(kind)) != checksum:
            raise ValueError("the picture is damaged")
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", body)
        elif kind == b"pHYs":
            across, down = struct.unpack_from(">II", body)
        at += 12 + length
    return _picture("png", width, height, across * 0.0254, down * 0.0254)


def _read_jpeg(data: bytes) -> Picture:
    """Go through the segments up to the frame, whose head gives the pixels; JFIF gives pixels an inch."""
    if b"\xff\xd9" not in data[-64:]:
        raise ValueError("the picture is cut off")
    across = down = 0.0
    at = 2
    while True:
        kind, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if data[at] != 0xFF or kind == 0xDA:
            raise ValueError("the picture is damaged")
        if kind == 0xFF or kind in _ALONE:
            at += 1 if kind == 0xFF else 2
            continue
        if kind == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0":
            across, down = _jfif_density(data, at)
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return _picture("jpeg", width, height, across, down)
        at += 2 + length


def _jfif_density(data: bytes, at: int) -> tuple[float, float]:
    unit, across, down = struct.unpack_from(">BHH", data, at + 11)
    factor = {1: 1.0, 2: 2.54}.get(unit, 0.0)
    return across * factor, down * factor


def _picture(suffix: str, width: int, height: int, across: float, down: float) -> Picture:
    if not width or not height:
        raise ValueError("the picture has no size")
    return Picture(suffix, width * 72 / (across or _SCREEN), height * 72 / (down or across or _SCREEN))
