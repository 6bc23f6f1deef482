"""A house's own Word file: its styles, pages and lists serve, its form is filled, and it is not trusted."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from backends.docx.house_files import changed, house, themed
from backends.docx.lint import lint
from backends.docx.reading import W, paragraphs, parts, text, xml
from documents import bare_document, everything, p

import briefgen
from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend, passages
from briefgen.document.nodes import BulletList, Marking, Paragraph, Section, Text
from briefgen.errors import BriefgenError, InputError, Severity

EXAMPLE = Path("examples/moscow-talks/brief.yaml")


@pytest.fixture(scope="module")
def theme(tmp_path_factory):
    """A theme with the German house file."""
    return themed(tmp_path_factory.mktemp("house"), house())


def written(document, theme, **options):
    """Render in a theme."""
    return DocxBackend().prepare(theme, RenderOptions(**options)).render(document)


def told(rendered):
    """Give what was said, by code."""
    return {each.code: each for each in rendered.diagnostics}


def with_part(name, old, new):
    """Change one part of the house file."""
    return changed(house(), lambda n, c: c.replace(old, new) if n == name else c)


@pytest.mark.parametrize("options", [{}, {"passages": True, "comments": True}])
def test_every_node_in_a_house_file_is_sound(theme, options):
    """Styles, lists, relationships, notes and ids of both fit together; passages read back."""
    data = written(everything(), theme, **options).data
    assert lint(data) == []
    assert bool(passages(written(briefgen.compose(briefgen.load(EXAMPLE)), theme, passages=True).data))


def test_the_house_s_styles_serve_whatever_their_ids(theme):
    """`berschrift1` is Heading 1 with the house's colour; the styles that it lacks are added and told."""
    rendered = written(bare_document(Section((Text("Head"),), (p("x"),))), theme)
    sheet = xml(rendered.data, "word/styles.xml")
    named = {s.find(f"{W}name").get(f"{W}val"): s for s in sheet.iter(f"{W}style")}
    assert named["heading 1"].find(f"{W}rPr/{W}color").get(f"{W}val") == "8A1538"
    assert ("Heading1", "Head") in paragraphs(xml(rendered.data))
    added = told(rendered)["house-styles-added"]
    assert added.severity is Severity.INFO
    assert "Key Judgment" in added.message
    assert "Body Text" not in added.message


def test_a_map_says_which_style_serves(tmp_path):
    """The theme's map goes before the names; what the house does not have is told."""
    theme = themed(
        tmp_path, house(), '[word.styles]\n"Body Text" = "Body Text 2"\n"Small" = "Body Text 2"\n"Quote" = "Nix"\n'
    )
    rendered = written(bare_document(p("words"), p("less", "small")), theme)
    sheet = xml(rendered.data, "word/styles.xml")
    ids = {s.find(f"{W}name").get(f"{W}val"): s.get(f"{W}styleId") for s in sheet.iter(f"{W}style")}
    assert ids["Body Text 2"] == "BodyText"
    small = next(s for s in sheet.iter(f"{W}style") if s.get(f"{W}styleId") == "Small")
    assert small.find(f"{W}basedOn").get(f"{W}val") == "BodyText"
    assert "'Nix'" in told(rendered)["house-style"].message
    assert lint(rendered.data) == []


def test_the_house_s_page_and_heads_serve(theme):
    """Paper, margins, header; tables fill the house's text width."""
    data = written(everything(), theme).data
    (section,) = xml(data).find(f"{W}body").findall(f"{W}sectPr")
    margins = section.find(f"{W}pgMar")
    assert margins.get(f"{W}left") == "1701"
    room = int(section.find(f"{W}pgSz").get(f"{W}w")) - 1701 - int(margins.get(f"{W}right"))
    grids = [sum(int(c.get(f"{W}w")) for c in t.iter(f"{W}gridCol")) for t in xml(data).iter(f"{W}tbl")]
    assert abs(max(grids) - room) < 30
    heads = [text(xml(data, n)) for n in parts(data) if re.match("word/header", n)]
    assert any(head.startswith("Haus") for head in heads)


def test_without_heads_of_its_own_the_pages_are_ours(tmp_path):
    """A file made for its styles alone leaves the marking and the page's number where they were."""
    theme = themed(tmp_path, house(header="", body=False))
    rendered = written(bare_document(p("x"), marking=Marking("TLP:RED", "tlp")), theme)
    assert "TLP:RED" in text(xml(rendered.data, "word/header1.xml"))
    assert lint(rendered.data) == []
    assert [said for _, said in paragraphs(xml(rendered.data))][1] == "x"


def test_heads_of_ours_stand_off_the_edge_of_a_page_without_any(tmp_path):
    """LibreOffice writes a distance of 0 for the headers of a file that has none."""
    edge = changed(house(header=""), lambda n, c: re.sub(rb'w:(header|footer)="\d+"', rb'w:\1="0"', c))
    made = xml(written(bare_document(), themed(tmp_path, edge)).data)
    margins = next(made.iter(f"{W}pgMar"))
    assert min(int(margins.get(f"{W}{place}")) for place in ("header", "footer")) > 200


def test_the_house_s_bullets_serve(theme):
    """The first level of a list has the house's mark."""
    root = xml(written(bare_document(BulletList(())), theme).data, "word/numbering.xml")
    bullet = next(d for d in root.findall(f"{W}abstractNum") if d.get(f"{W}abstractNumId") == "0")
    levels = bullet.findall(f"{W}lvl")
    assert levels[0].find(f"{W}lvlText").get(f"{W}val") != "–"
    assert len(levels) == 9


def test_the_form_is_filled(theme):
    """Over split runs, in a box, in a header, in a control, in a property; what is unknown stays and is told."""
    rendered = written(
        bare_document(p("Body"), title="A & B <c>", authors=("Böll",), marking=Marking("TLP:RED", "tlp")), theme
    )
    said = text(xml(rendered.data))
    assert "Betreff: A & B <c>, {{ brief.nope }}" in said
    assert "Verfasser: Böll" in said
    assert "Kasten: A & B <c>" in said
    assert (
        text(xml(rendered.data, next(n for n in parts(rendered.data) if "header" in n and "rels" not in n)))
        == "Haus TLP:RED"
    )
    assert "'brief.nope'" in told(rendered)["form-unfilled"].message
    assert "house-marking" not in told(rendered)
    assert said.index("Body") < said.index("Gez. Unterschrift")


def test_the_theme_says_what_the_house_s_names_mean(tmp_path):
    """Properties and tags of a department are mapped to a brief's properties."""
    theme = themed(tmp_path, house(), '[word.fields]\nStand = "date"\nThema = "subtitle"\n')
    rendered = written(bare_document(date="2026-03-02", subtitle="Sub\tway"), theme)
    assert "2026-03-02Sub\tway" in text(xml(rendered.data))
    assert "Stand" not in told(rendered)["form-unfilled"].message


def test_the_file_s_own_properties_are_filled_too(theme, tmp_path):
    """A field that is updated in Word then says the same; what is no property of a brief stays."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006"
    fmtid = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    one = f'<property fmtid="{fmtid}" pid="%d" name="%s"><vt:lpwstr>alt</vt:lpwstr></property>'
    custom = (
        f'<Properties xmlns="{kinds}/custom-properties" xmlns:vt="{kinds}/docPropsVTypes">'
        f"{one % (2, 'title')}{one % (3, 'Amt')}</Properties>"
    )
    kind = b"application/vnd.openxmlformats-officedocument.custom-properties+xml"
    listed = b'<Override PartName="/docProps/custom.xml" ContentType="' + kind + b'"/></Types>'
    data = changed(
        house(),
        lambda n, c: c.replace(b"</Types>", listed) if n == "[Content_Types].xml" else c,
        **{"docProps/custom.xml": custom},
    )
    made = written(bare_document(title="A & B"), themed(tmp_path, data)).data
    assert [e.text for e in xml(made, "docProps/custom.xml").iter("{*}lpwstr")] == ["A & B", "alt"]
    assert b"custom-properties" in parts(made)["_rels/.rels"]
    assert lint(made) == []


@pytest.mark.parametrize("value", ["{{ brief.title }}", "</w:t>", "{% x %}", "a\nb\tc", "\x0b]]>"])
def test_no_value_is_markup_and_no_words_of_the_brief_are_filled(theme, value):
    """An author's braces stay braces; a value is text."""
    rendered = written(bare_document(Paragraph((Text("{{ brief.status }} {{ body }}"),)), title=value), theme)
    assert "{{ brief.status }} {{ body }}" in text(xml(rendered.data))
    assert lint(rendered.data) == []


def test_a_marking_that_the_house_does_not_show_is_told(tmp_path):
    """Nobody hands out pages without their marking unknowingly."""
    rendered = written(bare_document(marking=Marking("TLP:RED", "tlp")), themed(tmp_path, house(header="Haus")))
    assert "TLP:RED" in told(rendered)["house-marking"].message


def test_its_own_output_may_be_the_house_file(tmp_path):
    """Who changes the styles of a brief in Word can use that file."""
    first = DocxBackend().prepare(briefgen.themes.load_theme(), RenderOptions()).render(everything()).data
    assert lint(written(everything(), themed(tmp_path, first)).data) == []


# --- the file is not trusted --------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(tmp_path, encoding):
    """No entity is ever read, whatever the encoding."""
    evil = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    data = changed(house(), lambda n, c: evil.encode(encoding) if n == "word/settings.xml" else c)
    with pytest.raises(InputError, match="document type"):
        written(bare_document(), themed(tmp_path, data))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    """By its ratio, and by how many parts it has."""
    bomb = changed(house(), lambda n, c: c, **{"word/media/a.png": b"\0" * (8 << 20)})
    with pytest.raises(InputError, match="times its size"):
        written(bare_document(), themed(tmp_path, bomb))
    many = changed(house(), lambda n, c: c, **{f"word/media/{i}.png": b"" for i in range(2100)})
    with pytest.raises(InputError, match="parts; 2000"):
        written(bare_document(), themed(tmp_path, many))


def test_ways_out_of_the_file_are_taken_out_and_told(tmp_path):
    """A template to attach and a picture to fetch are gone; a plain link stays."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = "".join(
        f'<Relationship Id="out{i}" Type="{office}/{kind}" Target="{target}" TargetMode="External"/>'
        for i, (kind, target) in enumerate(
            [
                ("image", "http://evil.example/x.png"),
                ("hyperlink", "file://server/share"),
                ("hyperlink", "https://ok.example/"),
            ]
        )
    )
    run = f'<w:p><w:hyperlink xmlns:r="{office}" r:id="out1"><w:r><w:t>words</w:t></w:r></w:hyperlink></w:p>'

    def change(name, content):
        if name == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", f"{out}</Relationships>".encode())
        return content.replace(b"<w:body>", f"<w:body>{run}".encode()) if name == "word/document.xml" else content

    rendered = written(bare_document(), themed(tmp_path, changed(house(), change)))
    everything_in_it = b"".join(parts(rendered.data).values())
    assert b"evil.example" not in everything_in_it
    assert b"server/share" not in everything_in_it
    assert b"ok.example" in everything_in_it
    assert "words" in text(xml(rendered.data))
    assert "evil.example" in told(rendered)["house-outside"].message
    assert lint(rendered.data) == []


def test_an_attached_template_is_taken_out(tmp_path):
    """Word would fetch it on opening."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    attached = f'<w:attachedTemplate xmlns:r="{office}" r:id="rId1"/><w:updateFields w:val="true"/></w:settings>'
    data = changed(
        house(),
        lambda n, c: c.replace(b"</w:settings>", attached.encode()) if n == "word/settings.xml" else c,
        **{"word/_rels/settings.xml.rels": rels},
    )
    made = written(bare_document(), themed(tmp_path, data)).data
    assert b"evil.example" not in b"".join(parts(made).values())
    assert b"attachedTemplate" not in parts(made)["word/settings.xml"]
    assert b"updateFields" not in parts(made)["word/settings.xml"]


def test_a_field_that_loads_from_elsewhere_is_refused(tmp_path):
    """Split over runs or not."""
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE "http://x"</w:instrText>'
    field = f'<w:p>{field}<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    data = with_part("word/document.xml", b"<w:body>", f"<w:body>{field}".encode())
    with pytest.raises(InputError, match="INCLUDEPICTURE"):
        written(bare_document(), themed(tmp_path, data))


@pytest.mark.parametrize("kind", ["document.macroEnabled", "template.macroEnabledTemplate"])
def test_macros_are_refused(tmp_path, kind):
    """By their type, and by the part that holds them."""
    main = f"application/vnd.ms-word.{kind}.main+xml".encode()
    types = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    with pytest.raises(InputError, match="macros"):
        written(bare_document(), themed(tmp_path, with_part("[Content_Types].xml", types, main)))
    with pytest.raises(InputError, match="macros"):
        written(bare_document(), themed(tmp_path, changed(house(), lambda n, c: c, **{"word/vbaProject.bin": b"x"})))


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\3\4" + b"\0" * 100, "cut", "other", "broken", "strict"])
def test_what_is_no_word_file_is_told(tmp_path, data):
    """Empty, cut off, another kind of ZIP file, broken XML, or Strict: a message with the file's name, no traceback."""
    made = {
        "cut": house()[:-4000],
        "other": changed(house(), lambda n, c: None if n == "word/document.xml" else c),
        "broken": with_part("word/document.xml", b"</w:body>", b""),
        "strict": with_part(
            "word/document.xml",
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    }
    with pytest.raises(InputError) as error:
        written(bare_document(), themed(tmp_path, made.get(data, data) if isinstance(data, str) else data))
    assert error.value.diagnostics[0].place.file == "house.dotx"


LINKED = b"</Relationships>"
MACROS = (
    b'<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="m.bin"/>'
)
DAMAGED = {
    "cut part": ("word/theme/theme1.xml", lambda c: c[: len(c) // 2], "theme1.xml' is no XML"),
    "missing part": ("word/header1.xml", lambda c: None, "'word/header1.xml' is missing"),
    "missing list of parts": ("word/_rels/document.xml.rels", lambda c: None, "'word/document.xml' uses"),
    "another kind": ("word/settings.xml", lambda c: b"<html/>", "settings of a Word file"),
    "no body": ("word/document.xml", lambda c: b"<html/>", "no body"),
    "macros": ("word/_rels/document.xml.rels", lambda c: c.replace(LINKED, MACROS + LINKED), "macros"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_told_instead_of_damaging_the_brief(tmp_path, damage):
    """What Word could not open is not copied into a brief."""
    part, change, said = DAMAGED[damage]
    data = changed(house(), lambda n, c: change(c) if n == part else c)
    with pytest.raises(InputError, match=said):
        written(bare_document(), themed(tmp_path, data))


def test_two_parts_of_one_name_are_refused(tmp_path):
    """Readers differ in which one they take."""
    data = changed(house(), lambda n, c: c, **{"Word/Styles.xml": b"<x/>"})
    with pytest.raises(InputError, match="the same name"):
        written(bare_document(), themed(tmp_path, data))


def test_an_embedded_file_is_not_in_the_brief(tmp_path):
    """With the way to it goes the file itself."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    way = f'<Relationship Id="e" Type="{kind}" Target="chunk.html"/>'.encode()
    data = changed(
        house(),
        lambda n, c: c.replace(LINKED, way + LINKED) if n == "word/_rels/document.xml.rels" else c,
        **{"word/chunk.html": b"<script>"},
    )
    rendered = written(bare_document(), themed(tmp_path, data))
    assert "chunk.html" in told(rendered)["house-outside"].message
    assert "word/chunk.html" not in parts(rendered.data)
    assert lint(rendered.data) == []


def test_lists_of_a_house_without_list_styles_are_ours(tmp_path):
    """The house's first lists, which happen to have the numbers of ours, do not stand in for them."""

    def change(name, content):
        if name == "word/styles.xml":
            return re.sub(
                rb'<w:style (?:(?!</w:style>).)*?w:val="List (Bullet|Number)"/>.*?</w:style>', b"", content, flags=re.S
            )
        if name == "word/numbering.xml":
            levels = b'<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Art. %1"/></w:lvl>'
            definition = b'<w:abstractNum w:abstractNumId="x">' + levels + b"</w:abstractNum>"
            lists = b"".join(b'<w:num w:numId="%d"><w:abstractNumId w:val="x"/></w:num>' % i for i in range(1, 9))
            return re.sub(
                rb"(<w:numbering[^>]*>).*(</w:numbering>)", rb"\1" + definition + lists + rb"\2", content, flags=re.S
            )
        return content

    made = written(everything(), themed(tmp_path, changed(house(), change))).data
    assert lint(made) == []
    numbering = xml(made, "word/numbering.xml")
    ours = numbering.findall(f"{W}abstractNum")[:9]
    assert "Art. %1" not in [e.get(f"{W}val") for d in ours for e in d.iter(f"{W}lvlText")]
    kinds = {n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.findall(f"{W}num")}
    styles = {s.get(f"{W}styleId"): s.find(f"{W}pPr/{W}numPr/{W}numId") for s in xml(made, "word/styles.xml")}
    assert [kinds[styles[name].get(f"{W}val")] for name in ("ListBullet", "ListNumber")] == ["0", "1"]


def test_no_file_outside_the_theme_s_folder_is_read(tmp_path):
    """A theme names what lies beside it."""
    (tmp_path / "secret.docx").write_bytes(house())
    (tmp_path / "in").mkdir()
    theme = tmp_path / "in" / "t.toml"
    theme.write_text('extends = "institute"\nname = "t"\n[word]\nreference = "../secret.docx"\n', "utf-8")
    with pytest.raises(BriefgenError, match="no file"):
        briefgen.themes.load_theme(str(theme))


def test_a_plain_docx_serves_and_gives_the_same_bytes(tmp_path):
    """Nothing of when or where it was made is in the file."""
    theme = themed(tmp_path, house(template=False))
    assert written(everything(), theme).data == written(everything(), theme).data
    names = zipfile.ZipFile(io.BytesIO(written(everything(), theme).data)).namelist()
    assert "docProps/thumbnail.jpeg" not in names
