"""Fonts of a Word file: the theme's own faces where it asks for them, else names that Word knows."""

import struct
from pathlib import Path
from uuid import UUID

import pytest
import uharfbuzz
from backends.docx.lint import lint
from backends.docx.reading import R, W, parts, xml
from documents import everything

from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend
from briefgen.errors import BriefgenError
from briefgen.themes import load_theme, shipped

FACE = "SourceSans3_400Regular.ttf"
EMBED = 'extends = "institute"\nname = "own"\n[word]\nembed = true\n'
EMBEDDED = {"embedRegular": "Regular", "embedBold": "Bold", "embedItalic": "Italic", "embedBoldItalic": "Bold Italic"}


def rendered(tmp_path, tokens=EMBED):
    """Render everything in a theme of these tokens."""
    (tmp_path / "own.toml").write_text(tokens, "utf-8")
    return DocxBackend().prepare(load_theme(str(tmp_path / "own.toml")), RenderOptions()).render(everything())


def faces(data):
    """Give the embedded faces by the names of family and element, with what hides their first bytes undone."""
    files = parts(data)
    targets = {e.get("Id"): e.get("Target") for e in xml(data, "word/_rels/fontTable.xml.rels")}
    for font in xml(data, "word/fontTable.xml").iter(f"{W}font"):
        for element in font:
            if element.tag.startswith(f"{W}embed"):
                key = UUID(element.get(f"{W}fontKey")).bytes[::-1] * 2
                face = files[f"word/{targets[element.get(f'{R}id')]}"]
                clear = bytes(a ^ b for a, b in zip(face[:32], key)) + face[32:]
                yield font.get(f"{W}name"), element.tag.removeprefix(W), clear


def test_the_theme_s_faces_ride_along(tmp_path):
    """Four of each family, under the names by which Word looks for them; whoever saves the file keeps them."""
    result = rendered(tmp_path)
    assert (result.diagnostics, lint(result.data)) == ((), [])
    seen = {(family, element): uharfbuzz.Face(data) for family, element, data in faces(result.data)}
    assert set(seen) == {(f, e) for f in ("Source Serif 4", "Source Sans 3") for e in EMBEDDED}
    for (family, element), face in seen.items():
        assert (name(face, "FONT_FAMILY"), name(face, "FONT_SUBFAMILY")) == (family, EMBEDDED[element])
        assert "ж" in {chr(sign) for sign in face.unicodes}
    assert b"<w:embedTrueTypeFonts/>" in parts(result.data)["word/settings.xml"]
    assert {e.get("typeface") for e in xml(result.data, "word/theme/theme1.xml").iter("{*}latin")} == {
        "Source Sans 3",
        "Source Serif 4",
    }
    assert result.data == rendered(tmp_path).data


def name(face, kind):
    """Read one of a face's names."""
    return face.get_name(getattr(uharfbuzz.OTNameIdPredefined, kind))


def test_a_whole_font_file_is_written_anew(tmp_path):
    """Its checksums hold, as the readers of fonts that are careful want them."""
    for _, _, data in faces(rendered(tmp_path).data):
        whole = data + bytes(-len(data) % 4)
        assert sum(struct.unpack(f">{len(whole) // 4}I", whole)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_without_faces_fonts_are_named_that_word_has(tmp_path):
    """And what may stand in where a reader has the theme's own."""
    data = rendered(tmp_path, 'extends = "institute"\nname = "own"\n').data
    fonts = {f.get(f"{W}name"): f.find(f"{W}altName").get(f"{W}val") for f in xml(data, "word/fontTable.xml")}
    assert fonts == {"Cambria": "Source Serif 4", "Calibri": "Source Sans 3"}
    assert not any("odttf" in name for name in parts(data))


@pytest.mark.parametrize(
    ("bits", "embedded"), [(0x0000, True), (0x0008, True), (0x0002, False), (0x0004, False), (0x0200, False)]
)
def test_a_face_rides_along_only_where_its_licence_allows(tmp_path, bits, embedded):
    """Not where its maker restricts it to printing, or to its owner: then Word's own font stands in, and it is told."""
    result = rendered(tmp_path, with_face(tmp_path, licence_bits(bits)))
    assert [d.code for d in result.diagnostics] == [] if embedded else ["font-not-embedded"]
    assert (("Own", "embedRegular") in {(family, kind) for family, kind, _ in faces(result.data)}) == embedded
    font = next(f for f in xml(result.data, "word/fontTable.xml") if f.get(f"{W}name") == "Own")
    assert font.find(f"{W}altName").get(f"{W}val") == "Calibri"


def licence_bits(bits):
    """Give a face whose maker says this of embedding."""
    data = bytearray((shipped("themes") / "fonts" / FACE).read_bytes())
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4s3I", data, 12 + 16 * i) for i in range(count))
    start = next(start for tag, _, start, _ in entries if tag == b"OS/2")
    struct.pack_into(">H", data, start + 8, bits)
    return bytes(data)


def with_face(tmp_path, data):
    """Give a theme's tokens with a face of its own."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.ttf").write_bytes(data)
    return f'{EMBED}[fonts.sans]\nfamily = "Own"\n[fonts.sans.faces]\n"400" = "own.ttf"\n'


@pytest.mark.parametrize("data", [b"", b"OTTO" + bytes(100), b"\0\1\0\0\0\x0a" + bytes(20)])
def test_a_face_that_can_t_be_read_is_told(tmp_path, data):
    """Compact outlines, which Word does not embed, and files that are cut off."""
    (told,) = rendered(tmp_path, with_face(tmp_path, data)).diagnostics
    assert told.code == "font-not-embedded"
    assert "'Own'" in told.message


def test_a_house_file_brings_its_own_fonts(tmp_path):
    """A theme that wants both is refused with the reason."""
    Path(tmp_path / "house.docx").write_bytes(b"")
    with pytest.raises(BriefgenError, match="brings its own fonts"):
        rendered(tmp_path, f'{EMBED}reference = "house.docx"\n')
