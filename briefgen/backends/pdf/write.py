"""The bytes of a file: its objects in object streams, a cross-reference stream, an identifier made from its content."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from .file import TREE, PdfFile
from .fontfile import LEVEL, stream
from .tagging import Element, structure

PER_STREAM = 250
_ENTRY = struct.Struct(">BIH")


def write(file: PdfFile, root: Element, info: bytes) -> bytes:
    """Write a file whose pages are all made; `info` is its information dictionary."""
    document = file.document
    tree = int(document.idToObjectNumberAndVersion[TREE][0])
    info_object = file.add(info)
    catalog = document.Reference(document.Catalog).name
    document.Outlines.prepare(document, file.canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    bodies = _bodies(document)
    pages = [file.page_object(page) for page in range(file.page)]
    # The elements come last, so that the numbers of all that they name are known.
    bodies[tree - 1], elements = structure(root, tree, len(bodies) + 1, pages, file.parents)
    bodies += elements
    catalog_object = document.idToObjectNumberAndVersion[catalog][0]
    return _serialise(bodies, f"/Root {catalog_object} 0 R/Info {info_object} 0 R")


def _bodies(document: Any) -> list[bytes]:
    """Give every object's bytes; objects may be added while others are written."""
    names, objects = document.numberToId, document.idToObject
    bodies: list[bytes] = []
    while len(bodies) + 1 in names:
        bodies.append(pdfdoc.format(objects[names[len(bodies) + 1]], document, toplevel=1))
    return bodies


def _serialise(bodies: list[bytes], trailer: str) -> bytes:
    out = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    entries: list[tuple[int, int, int]] = [(0, 0, 65535)] * (len(bodies) + 1)
    position = len(out[0])
    small: list[int] = []
    for number, body in enumerate(bodies, 1):
        if not body.endswith(b"endstream"):
            small.append(number)
            continue
        entries[number] = (1, position, 0)
        position += _append(out, number, body)
    for start in range(0, len(small), PER_STREAM):
        numbers = small[start : start + PER_STREAM]
        for place, number in enumerate(numbers):
            entries[number] = (2, len(entries), place)
        entries.append((1, position, 0))
        position += _append(out, len(entries) - 1, _object_stream(numbers, bodies))
    _append(out, len(entries), _cross_references(entries, position, trailer, out))
    out.append(b"startxref\n%d\n%%%%EOF\n" % position)
    return b"".join(out)


def _append(out: list[bytes], number: int, body: bytes) -> int:
    out.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    return len(out[-1])


def _object_stream(numbers: list[int], bodies: list[bytes]) -> bytes:
    places, at = [], 0
    for number in numbers:
        places.append(f"{number} {at}")
        at += len(bodies[number - 1]) + 1
    head = (" ".join(places) + "\n").encode()
    data = zlib.compress(head + b"\n".join([bodies[number - 1] for number in numbers]), LEVEL)
    return stream(data, f"/Type/ObjStm/N {len(numbers)}/First {len(head)}/Filter/FlateDecode")


def _cross_references(entries: list[tuple[int, int, int]], position: int, trailer: str, out: list[bytes]) -> bytes:
    own = len(entries)
    table = [*entries, (1, position, 0)]
    data = zlib.compress(b"".join([_ENTRY.pack(*entry) for entry in table]))
    digest = hashlib.sha256()
    for part in out:
        digest.update(part)
    name = digest.hexdigest()[:32]
    ids = f"/Type/XRef/Size {own + 1}/W[1 4 2]{trailer}/ID[<{name}><{name}>]/Filter/FlateDecode"
    return stream(data, ids)
