"""A department's own file, as German Word would save it: made by python-docx, with ids of its language."""

import io
import re
import zipfile

import docx
from docx.oxml import parse_xml
from docx.shared import Mm, RGBColor

from briefgen.themes import load_theme

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GERMAN = {
    "Heading1": "berschrift1",
    "Normal": "Standard",
    "Title": "Titel",
    "ListBullet": "Aufzhlungszeichen",
    "BodyText": "Textkrper",
    "Header": "Kopfzeile",
}
_CONTROL = (
    f'<w:p {NS}><w:r><w:t xml:space="preserve">Verfasser: </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="author"/>'
    '<w:id w:val="77"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
    '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klicken Sie hier</w:t></w:r></w:sdtContent></w:sdt>'
    '<w:fldSimple w:instr=" DOCPROPERTY Stand "><w:r><w:t>alt</w:t></w:r></w:fldSimple>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY "Thema" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>alt</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_BOX = (
    f'<w:p {NS} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:rect style="width:200pt;height:40pt">'
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Kasten: {{ brief.t</w:t></w:r><w:r><w:t>itle }}</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
)


def house(*, header="Haus {{ brief.marking }}", template=True, body=True):
    """Make the file's bytes."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor.from_string("8A1538")
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(30)
    if header:
        section.header.paragraphs[0].text = header
    subject = document.add_paragraph()
    subject.add_run("Betreff: {{ br")
    subject.add_run("ief.ti").bold = True
    subject.add_run("tle }}, {{ brief.nope }}")
    for xml in (_CONTROL, _BOX):
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
    if body:
        document.add_paragraph("{{ body }}")
        document.add_paragraph("Gez. Unterschrift")
    out = io.BytesIO()
    document.save(out)
    return changed(out.getvalue(), _german(template))


def _german(template):
    def change(name, content):
        if name.startswith("word/") and name.endswith(".xml"):
            text = content.decode()
            for ours, theirs in GERMAN.items():
                refers = r'(w:styleId|(?:pStyle|basedOn|next|link|rStyle|tblStyle) w:val)="'
                text = re.sub(rf'{refers}{ours}"', rf'\1="{theirs}"', text)
            content = text.encode()
        if template and name == "[Content_Types].xml":
            content = content.replace(b"document.main+xml", b"template.main+xml")
        return content

    return change


def changed(data, change, **added):
    """Rewrite a package: `change(name, content)` gives each part, None leaves it out; further parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in added.items():
            new.writestr(name, content)
    return out.getvalue()


def themed(folder, data, more=""):
    """Make a theme that names the file."""
    (folder / "house.dotx").write_bytes(data)
    theme = folder / "house.toml"
    theme.write_text(f'extends = "institute"\nname = "house"\n[word]\nreference = "house.dotx"\n{more}', "utf-8")
    return load_theme(str(theme))
