"""The font table: which fonts a reader needs, what may stand in, and the faces that ride along if a theme says so."""

from __future__ import annotations

import hashlib
import uuid

from attrs import field, frozen

from ...errors import Diagnostic, Severity
from ...themes import Font, Theme
from .relations import relationship, relationships
from .sfnt import permits_embedding, restyled, tables
from .xml import DECLARATION, NAMESPACES, escape

FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_KINDS = {"serif": "roman", "sans": "swiss"}
# What Word calls each face of a family; its bold is the lightest of the theme's bold weights that there is a face of.
_FACES = (
    ("embedRegular", ("400",)),
    ("embedBold", ("600", "700", "800", "900")),
    ("embedItalic", ("400i",)),
    ("embedBoldItalic", ("600i", "700i", "800i", "900i")),
)


@frozen
class FontTable:
    """The font table's part and those that come with it, and what could not be embedded."""

    parts: dict[str, str | bytes] = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()


def word_name(theme: Theme, key: str) -> str:
    """Give the name of a theme's font in a Word file: the family itself where its faces ride along."""
    font = theme.fonts[key]
    return font.family if theme.word.embed else font.word


def font_table(theme: Theme) -> FontTable:
    """Make the font table, with the theme's faces if it says so."""
    files: dict[str, bytes] = {}
    relations: list[str] = []
    entries: list[str] = []
    diagnostics: list[Diagnostic] = []
    for key, font in theme.fonts.items():
        faces = ""
        for element, data in _faces(font, diagnostics) if theme.word.embed else ():
            number, guid = len(files) + 1, _guid(data)
            files[f"word/fonts/font{number}.odttf"] = obfuscated(data, guid)
            relations.append(relationship(f"font{number}", "font", f"fonts/font{number}.odttf"))
            faces += f'<w:{element} r:id="font{number}" w:fontKey="{{{str(guid).upper()}}}"/>'
        entries.append(_entry(theme, key, faces))
    table = f"{DECLARATION}<w:fonts {NAMESPACES}>{''.join(entries)}</w:fonts>"
    rels = {"word/_rels/fontTable.xml.rels": relationships("".join(relations))} if relations else {}
    return FontTable({"word/fontTable.xml": table, **rels, **files}, tuple(diagnostics))


def _entry(theme: Theme, key: str, faces: str) -> str:
    """Write a font with the name of the one that may stand in for it (17.8.3.10)."""
    font, name = theme.fonts[key], word_name(theme, key)
    other = font.word if name == font.family else font.family
    stand_in = f'<w:altName w:val="{escape(other, [])}"/>' if other != name else ""
    return (
        f'<w:font w:name="{escape(name, [])}">{stand_in}<w:charset w:val="00"/>'
        f'<w:family w:val="{_KINDS.get(key, "auto")}"/><w:pitch w:val="variable"/>{faces}</w:font>'
    )


def _faces(font: Font, diagnostics: list[Diagnostic]) -> list[tuple[str, bytes]]:
    """Give the faces of a font that may be embedded, each under the name that Word looks for."""
    out = []
    for element, styles in _FACES:
        style = next((style for style in styles if style in font.faces), "")
        if not style:
            continue
        try:
            found = tables(font.faces[style].read_bytes())
        except (OSError, ValueError) as error:
            diagnostics.append(_told(font, style, str(error)))
            continue
        if permits_embedding(found):
            bold, italic = "Bold" in element, "Italic" in element
            out.append((element, restyled(found, font.family, bold=bold, italic=italic)))
        else:
            diagnostics.append(_told(font, style, "its licence does not allow it in a file that people edit"))
    return out


def _told(font: Font, style: str, reason: str) -> Diagnostic:
    said = f"the face {style} of {font.family!r} is not embedded in the Word file: {reason}"
    return Diagnostic("font-not-embedded", said, Severity.WARNING, hint=f"readers without it see {font.word!r}")


def _guid(data: bytes) -> uuid.UUID:
    """Make a key of what it hides, so that the same face always has the same."""
    return uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(data).hexdigest())


def obfuscated(data: bytes, guid: uuid.UUID) -> bytes:
    """Obfuscate a font file (17.8.1): its first 32 bytes, each with one of the key's bytes from the last on."""
    key = guid.bytes[::-1]
    return bytes(byte ^ key[i % 16] for i, byte in enumerate(data[:32])) + data[32:]
