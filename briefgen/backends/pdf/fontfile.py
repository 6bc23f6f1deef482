"""A face as objects of a file: its subset, the widths of its glyphs, and what each glyph says."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable

from .fonts import Face, Subset

AddObject = Callable[[bytes], int]
CACHED_SUBSETS = 16
LEVEL = 3
"""How hard what changes with every document is deflated: half the time of the usual 6, and a twentieth more bytes."""
DROPPED = ("GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "post", "cmap", "gasp", "MATH", "DSIG", "BASE", "STAT")


def add_face(face: Face, used: dict[int, str], add: AddObject) -> int:
    """Add the objects of a face; `used` are the glyphs it draws and what each says. Gives the font object's number."""
    name, glyphs, file, uncompressed, widths = _subset(face, face.always.union(used))
    file_object = add(stream(file, f"/Length1 {uncompressed}/Filter/FlateDecode"))
    descriptor = add(_descriptor(face, name, file_object))
    aliases = {code: glyph for code, glyph in face.aliases.items() if code in used}
    to_glyphs = f" {add(_to_glyphs(glyphs, aliases))} 0 R" if aliases else "/Identity"
    descendant = add(_descendant(name, descriptor, widths, to_glyphs))
    to_unicode = add(stream(zlib.compress(_to_unicode(used), LEVEL), "/Filter/FlateDecode"))
    return add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>".encode()
    )


def stream(data: bytes, entries: str) -> bytes:
    """Write a stream object; PDF/A-2, 6.1.7.1 wants a line end before `endstream`."""
    return b"<</Length %d%b>>\nstream\n%b\r\nendstream" % (len(data), entries.encode("latin-1"), data)


def _subset(face: Face, codes: frozenset[int]) -> Subset:
    subset = face.subsets.get(codes)
    if subset is None:
        if len(face.subsets) >= CACHED_SUBSETS:
            face.subsets.clear()
        glyphs = sorted({face.aliases.get(code, code) for code in codes})
        widths = "".join(f"{code}[{face.advance(code):.6g}]" for code in sorted(codes))
        subset = Subset(f"{_tag(glyphs)}+{face.postscript_name}", glyphs, *_cut(face, glyphs), widths)
        face.subsets[codes] = subset
    return subset


def _cut(face: Face, glyphs: list[int]) -> tuple[bytes, int]:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for table in DROPPED:
        dropped.add(int.from_bytes(table.ljust(4).encode(), "big"))
    data = uharfbuzz.subset(face.hb_face, wanted).blob.data
    return zlib.compress(data), len(data)


def _tag(glyphs: list[int]) -> str:
    digest = hashlib.sha256(repr(glyphs).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _descriptor(face: Face, name: str, file_object: int) -> bytes:
    extents = face.hb_font.get_font_extents("ltr")
    italic = "Italic" in face.postscript_name
    ascent, descent = extents.ascender * face.scale, extents.descender * face.scale
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {4 | 64 * italic}/FontBBox[-500 {descent:.0f} 2000 {ascent:.0f}]"
        f"/ItalicAngle {-11 * italic}/Ascent {ascent:.0f}/Descent {descent:.0f}/CapHeight 660/StemV 80"
        f"/FontFile2 {file_object} 0 R>>".encode()
    )


def _to_glyphs(glyphs: list[int], aliases: dict[int, int]) -> bytes:
    """Say which glyph each code stands for, where that is not the glyph of the same number."""
    to = {**{glyph: glyph for glyph in glyphs}, **aliases}
    table = bytearray(2 * max(to) + 2)
    for code, glyph in to.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return stream(zlib.compress(table), "/Filter/FlateDecode")


def _descendant(name: str, descriptor: int, widths: str, to_glyphs: str) -> bytes:
    return (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        f"/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 600/W[{widths}]/CIDToGIDMap{to_glyphs}>>".encode()
    )


def _to_unicode(used: dict[int, str]) -> bytes:
    lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(used.items())]
    # No more than 100 entries a block (Adobe TN 5411), set out in the conventional way that old readers expect.
    blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
