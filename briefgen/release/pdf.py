"""Everything that a PDF says: its pages as they are read aloud, its strings, its streams, whatever lies unused."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .reading import Piece, addressed, raw, untagged, within

WORD_GAP = -180
"""Thousandths of the type size: a wider gap in a row of glyphs parts two words."""
Characters = tuple[int, dict[int, str]]
"""The bytes of a code of a font, and what each code says."""
_MOVES = {"Td", "TD", "Tm", "T*", "'", '"', "ET"}
_BREAK = re.compile("(?:[-\u2010]\\s*)?\n")
_STREAM = re.compile(rb"stream\r?\n")
_CHARS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>\s*(?=<|endbfchar)")
_BLOCKS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")


def pdf_pieces(data: bytes, where: str, depth: int) -> Iterator[Piece]:
    """Give the text of a PDF's pages and forms, its strings, the content of its streams, and streams nobody names."""
    import pikepdf

    read: set[bytes] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            yield from _shown(page, page.obj.get("/Resources", {}), f"{where}, page {number}")
        for number, thing in enumerate(pdf.objects):
            yield from _object(thing, f"{where}, object {number + 1}", depth, read)
        yield from _strings(pdf.trailer, f"{where}, its trailer")
    yield from _anywhere(data, where, read)


def _object(thing: Any, where: str, depth: int, read: set[bytes]) -> Iterator[Piece]:
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
    read.add(content)
    if thing.get("/Type") in ("/EmbeddedFile", "/Metadata"):
        yield from within(content, f"{where} ({str(thing.Type)[1:]})", depth + 1)
    else:
        yield from raw(content, where)


def _strings(thing: Any, where: str, depth: int = 0) -> Iterator[Piece]:
    """Give the strings of an object itself; what it refers to is an object of its own."""
    import pikepdf

    if isinstance(thing, pikepdf.String):
        yield from addressed(str(thing), where)
        yield from untagged(str(thing), where)  # rich text of a note or a field
    elif isinstance(thing, pikepdf.Name):
        yield Piece(where, str(thing), "markup")
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not getattr(item, "is_indirect", False):
                yield from _strings(item, where, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield Piece(where, " ".join(thing.keys()), "markup")
        for key, value in thing.items():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, f"{where} {key}" if depth == 0 else where, depth + 1)


def _anywhere(data: bytes, where: str, read: set[bytes]) -> Iterator[Piece]:
    """Inflate every stream that begins anywhere in the file: an earlier state of a file stays in it unnamed."""
    for found in _STREAM.finditer(data):
        try:
            content = zlib.decompressobj().decompress(data[found.end() : data.find(b"endstream", found.end())])
        except zlib.error:
            continue
        if content not in read:
            yield from raw(content, f"{where}, a stream")


# --- text as it is shown ------------------------------------------------------------------------------------------


Token = tuple[str, str]
"""What an operator does: `text` shows some, `move` goes elsewhere, `begin` (with what is said instead) and `end`."""


def _shown(content: Any, resources: Any, where: str) -> Iterator[Piece]:
    """Decode what a page or form draws, as it is seen and as it is read aloud, and the strings of its marks."""
    import pikepdf

    fonts = {str(name): _characters(font) for name, font in dict(resources.get("/Font", {})).items()}
    try:
        operations = pikepdf.parse_content_stream(content)
    except pikepdf.PdfError:
        return
    for operation in operations:
        if str(operation.operator) in ("BDC", "DP"):
            yield from _strings(operation.operands[-1], f"{where} (a mark)")
    tokens = list(_tokens(operations, fonts))
    for said in dict.fromkeys((_seen(tokens), _heard(tokens))):
        yield Piece(f"{where} (its text)", said)
        # A word may be drawn in pieces, or broken at the end of a line.
        yield Piece(f"{where} (its text)", _BREAK.sub("", said))


def _tokens(operations: Any, fonts: Mapping[str, Characters]) -> Iterator[Token]:
    characters = _characters(None)
    for operation in operations:
        operands, operator = operation.operands, str(operation.operator)
        if operator == "Tf":
            characters = fonts.get(str(operands[0]), characters)
        if operator in _MOVES:
            yield "move", " \n" if operator == "ET" else "\n"  # no word goes on after the end of a text
        if operator in ("Tj", "TJ", "'", '"'):
            yield "text", "".join(_glyphs(operands[-1], characters))
        elif operator in ("BMC", "BDC"):
            yield "begin", _instead(operands[-1]) if operator == "BDC" else ""
        elif operator == "EMC":
            yield "end", ""


def _instead(properties: Any) -> str:
    """Give the text that is read aloud in place of what is shown (PDF 1.7, 14.9.4)."""
    import pikepdf

    return str(properties.get("/ActualText", "")) if isinstance(properties, pikepdf.Dictionary) else ""


def _seen(tokens: Iterable[Token]) -> str:
    return "".join(text for kind, text in tokens if kind in ("text", "move"))


def _heard(tokens: Iterable[Token]) -> str:
    said, replaced = list[str](), list[bool]()
    for kind, text in tokens:
        if kind == "end":
            del replaced[-1:]
        elif not any(replaced) or kind == "move":
            said.append(text)
        if kind == "begin":
            replaced.append(bool(text))
    return "".join(said)


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
