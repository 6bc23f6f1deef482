"""Everything that a PDF says: its pages as they are read aloud, its strings, its streams, whatever lies unused."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from .reading import Piece, raw, within

WORD_GAP = -180
"""Thousandths of the type size: a wider gap in a row of glyphs parts two words."""
_MOVES = {"Td", "TD", "Tm", "T*", "'", '"', "ET"}
_STREAM = re.compile(rb"stream\r?\n")
_CHARS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>\s*(?=<|endbfchar)")
_BLOCKS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")


def pdf_pieces(data: bytes, where: str, depth: int) -> Iterator[Piece]:
    """Give the text of a PDF's pages and forms, its strings, the content of its streams, and streams nobody names."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            yield from _shown(page, page.obj.get("/Resources", {}), f"{where}, page {number}")
        for number, thing in enumerate(pdf.objects):
            yield from _object(thing, f"{where}, object {number + 1}", depth)
        yield from _strings(pdf.trailer, f"{where}, its trailer")
    yield from _anywhere(data, where)


def _object(thing: Any, where: str, depth: int) -> Iterator[Piece]:
    import pikepdf

    yield from _strings(thing, where)
    if not isinstance(thing, pikepdf.Stream):
        return
    if thing.get("/Subtype") == "/Form":
        yield from _shown(thing, thing.get("/Resources", {}), where)
    try:
        content = thing.read_bytes()
    except pikepdf.PdfError:
        content = thing.read_raw_bytes()  # a picture's own compression
    if thing.get("/Type") in ("/EmbeddedFile", "/Metadata"):
        yield from within(content, f"{where} ({str(thing.Type)[1:]})", depth + 1)
    else:
        yield from raw(content, where)


def _strings(thing: Any, where: str, depth: int = 0) -> Iterator[Piece]:
    """Give the strings of an object itself; what it refers to is an object of its own."""
    import pikepdf

    if isinstance(thing, pikepdf.String):
        yield Piece(where, str(thing))
    elif isinstance(thing, pikepdf.Name):
        yield Piece(where, str(thing), "markup")
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not getattr(item, "is_indirect", False):
                yield from _strings(item, where, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, f"{where} {key}" if depth == 0 else where, depth + 1)


def _anywhere(data: bytes, where: str) -> Iterator[Piece]:
    """Inflate every stream that begins anywhere in the file: an earlier state of a file stays in it unnamed."""
    for found in _STREAM.finditer(data):
        try:
            yield from raw(zlib.decompressobj().decompress(data[found.end() :]), f"{where}, a stream")
        except zlib.error:
            continue


# --- text as it is shown ------------------------------------------------------------------------------------------


def _shown(content: Any, resources: Any, where: str) -> Iterator[Piece]:
    """Decode what a page or form draws, glyph by glyph, and the strings of its marks (ActualText and others)."""
    import pikepdf

    fonts = {str(name): _characters(font) for name, font in dict(resources.get("/Font", {})).items()}
    characters, said = _characters(None), list[str]()
    try:
        operations = pikepdf.parse_content_stream(content)
    except pikepdf.PdfError:
        return
    for operation in operations:
        operands, operator = operation.operands, str(operation.operator)
        if operator == "Tf":
            characters = fonts.get(str(operands[0]), characters)
        if operator in _MOVES:
            said.append("\n")
        if operator in ("Tj", "TJ", "'", '"'):
            said += _glyphs(operands[-1], characters)
        elif operator in ("BDC", "DP"):
            yield from _strings(operands[-1], f"{where} (a mark)")
    yield Piece(f"{where} (its text)", "".join(said))


Characters = tuple[int, dict[int, str]]


def _glyphs(operand: Any, characters: Characters) -> Iterator[str]:
    import pikepdf

    for item in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(item, pikepdf.String):
            yield _read(bytes(item), characters)
        elif not isinstance(item, pikepdf.Object) and float(item) < WORD_GAP:
            yield " "


def _read(codes: bytes, characters: Characters) -> str:
    size, meaning = characters
    if not meaning:
        return codes.decode("latin-1")
    found = (int.from_bytes(codes[at : at + size], "big") for at in range(0, len(codes), size))
    return "".join(meaning.get(code, "") for code in found)


def _characters(font: Any) -> Characters:
    """Read what each code of a font says (ToUnicode; PDF 1.7, 9.10.3): the bytes of a code, and its characters."""
    if font is None or "/ToUnicode" not in font:
        return 1, {}
    table = font.ToUnicode.read_bytes()
    size, meaning = 1, dict[int, str]()
    for kind, block in _BLOCKS.findall(table):
        for code, text, *more in (_RANGE if kind == b"range" else _CHARS).findall(block + b"endbfchar"):
            size = len(code) // 2
            meaning |= _range(code, text, *more) if more else {int(code, 16): _utf16(text)}
    return size, meaning


def _range(first: bytes, last: bytes, start: bytes, listed: bytes) -> dict[int, str]:
    codes = range(int(first, 16), int(last, 16) + 1)
    if listed:
        return dict(zip(codes, map(_utf16, re.findall(rb"<([0-9A-Fa-f]*)>", listed))))
    begun = _utf16(start)
    return {code: begun[:-1] + chr(ord(begun[-1]) + at) for at, code in enumerate(codes)} if begun else {}


def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
