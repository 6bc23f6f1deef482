"""A leak is caught wherever in a finished file it is planted, and a clean file is never refused."""

import base64
import gzip
import io
import json
import re
import zipfile
import zlib
from urllib.parse import quote

import pikepdf
import pytest
from release.levels import FORMATS, LEVELS, NAMES, SECRETS, above, brief

import briefgen
from briefgen import api
from briefgen.errors import BriefgenError
from briefgen.release import blank, leaks, release
from briefgen.release.reading import pieces

LEVEL = "TLP:GREEN"
LONG, SHORT = "the market before the first storm of autumn", "Cormorant"
"""A part of a withheld sentence, and a withheld name."""


@pytest.fixture(scope="module")
def files():
    """The files of a release, by suffix, and the same without words."""
    split = release(brief(), LEVEL)
    made = api._made(split.brief, FORMATS, api.Choices(), [])
    empty = api._made(blank(split.brief), FORMATS, api.Choices(), [])
    return split, dict(zip(FORMATS, made)), dict(zip(FORMATS, empty))


def found(files, suffix, data):
    """Give the paths of the parts that a file is found to leak."""
    split, _, empty = files
    return [each.path for each in leaks(split, data, suffix, lambda: empty[suffix])]


@pytest.mark.parametrize("level", LEVELS)
def test_a_release_is_written_in_each_format_and_holds_nothing_above_it(level, tmp_path):
    """Each format says all that may be said, nothing else, and is marked as what it holds."""
    outputs = [tmp_path / f"out{suffix}" for suffix in FORMATS]
    briefgen.write(brief(), *outputs, release=level)
    for output in outputs:
        said = " ".join(
            re.sub(r"\W+", " ", piece.text) for piece in pieces(output.read_bytes()) if piece.kind != "binary"
        )
        for other in LEVELS:
            assert (NAMES[other] in said) == (other not in above(level))
        assert re.sub(r"\W+", " ", level) in said


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_of_the_whole_brief_is_caught(files, suffix):
    """Each part that was to be withheld is found in a file that was made of everything."""
    (data,) = api._made(brief(), [suffix], api.Choices(), [])
    split, *_ = files
    assert set(found(files, suffix, data)) == {path for path, _ in split.dropped}


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_clean_file_is_not_refused(files, suffix):
    """The files of the release itself leak nothing."""
    assert found(files, suffix, files[1][suffix]) == []


# --- a leak in each place of a PDF --------------------------------------------------------------------------------


def in_information(pdf, words):
    pdf.docinfo["/Title"] = words


def in_metadata(pdf, words):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"The harbour", words.encode()))


def in_a_comment_of_the_metadata(pdf, words):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes() + f"<!-- {words} -->".encode())


def in_the_outline(pdf, words):
    with pdf.open_outline() as outline:
        outline.root[0].title = words


def in_an_alternative_text(pdf, words):
    pdf.Root.StructTreeRoot.K[0].Alt = words


def in_an_actual_text(pdf, words):
    pdf.Root.StructTreeRoot.K[0].ActualText = words


def in_an_actual_text_of_the_page(pdf, words):
    text = words.encode("utf-16-be").hex()
    pdf.pages[0].contents_add(f"/Span<</ActualText<FEFF{text}>>>BDC EMC".encode())


def in_an_attachment(pdf, words):
    pdf.attachments["data.txt"] = words.encode()


def in_the_name_of_an_attachment(pdf, words):
    pdf.attachments[f"{words}.txt"] = b"nothing"


def in_a_compressed_attachment(pdf, words):
    pdf.attachments["data.gz"] = gzip.compress(words.encode())


def in_an_archive_that_is_attached(pdf, words):
    pdf.attachments["data.zip"] = archive({"inner.txt": words.encode()})


def in_a_file_attached_to_a_file(pdf, words):
    inner = pikepdf.new()
    inner.add_blank_page()
    inner.docinfo["/Subject"] = words
    out = io.BytesIO()
    inner.save(out)
    pdf.attachments["inner.pdf"] = out.getvalue()


def in_an_object_that_nothing_uses(pdf, words):
    pdf.Root.PieceInfo = pdf.make_indirect(pikepdf.Dictionary(Hidden=pikepdf.String(words)))


def in_a_stream_that_nothing_shows(pdf, words):
    pdf.Root.PieceInfo = pdf.make_stream(words.encode())


def in_a_note_on_the_page(pdf, words):
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=words)
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))


def in_rich_text_of_a_note(pdf, words):
    rich = f"<body><p>{words[:4]}<b>{words[4:]}</b></p></body>"
    note = {"/Subtype": pikepdf.Name.FreeText, "/Rect": [0, 0, 1, 1], "/RC": rich}
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(note))])


def show(pdf, operators):
    """Show text on the first page in a font of plain letters."""
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources.Font["/Fx"] = pdf.make_indirect(font)
    pdf.pages[0].contents_add(f"BT /Fx 9 Tf {operators} ET".encode())


def on_the_page_in_white(pdf, words):
    text = "".join(f"\\{code:03o}" for code in words.encode())
    show(pdf, f"1 g ({text}) Tj")


def on_the_page_glyph_by_glyph(pdf, words):
    pdf.pages[0].Resources.Font["/Fy"] = coded(pdf, words)
    glyphs = "".join(f" <{code:04X}> -20" for code in range(1, len(words) + 1))
    pdf.pages[0].contents_add(f"BT /Fy 9 Tf [{glyphs}] TJ ET".encode())


def on_the_page_word_by_word_as_heard(pdf, words):
    spans = (
        f"/Span<</ActualText<FEFF{word.encode('utf-16-be').hex()}>>>BDC (#) Tj EMC 9 0 Td" for word in words.split()
    )
    show(pdf, " ( ) Tj ".join(spans))


def on_the_page_in_pieces_that_move(pdf, words):
    pieces = (f"({words[at : at + 3]}) Tj 9 0 Td" for at in range(0, len(words), 3))
    show(pdf, " ".join(pieces))


def on_the_page_with_hyphens_at_line_ends(pdf, words):
    lines = (f"({word[:3]}-) Tj 0 -9 Td ({word[3:]} ) Tj" for word in words.split())
    show(pdf, " 0 -9 Td ".join(lines))


def on_the_page_with_hyphens_that_are_not_heard(pdf, words):
    hyphen = "/Span<</ActualText<FEFF00AD>>>BDC (-) Tj EMC"
    lines = (f"({word[:3]}) Tj {hyphen} 0 -9 Td ({word[3:]} ) Tj" for word in words.split())
    show(pdf, " 0 -9 Td ".join(lines))


def in_the_address_of_a_link(pdf, words):
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://example.org/{quote(words)}")
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))


def in_the_name_of_a_destination(pdf, words):
    names = pikepdf.Array([pikepdf.String(words), pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])])
    pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=names))


def in_the_label_of_a_page(pdf, words):
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(P=words)]))


def in_the_name_of_a_layer(pdf, words):
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=words))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]))


def in_a_field_of_a_form(pdf, words):
    field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="a", V=words, DV=words, TU=words))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))


def in_a_script(pdf, words):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=words)


def in_a_property_of_its_metadata(pdf, words):
    with pdf.open_metadata() as found:
        found["xmp:Label"] = words


def in_a_class_of_the_structure(pdf, words):
    pdf.Root.StructTreeRoot.ClassMap = pikepdf.Dictionary({f"/{words.replace(' ', '-')}": pikepdf.Dictionary(O=1)})


def in_a_form(pdf, words):
    glyphs = "".join(f"{code:04X}" for code in range(1, len(words) + 1))
    form = pdf.make_stream(f"BT /Fy 9 Tf <{glyphs}> Tj ET".encode())
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
    form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Fy=coded(pdf, words)))
    pdf.Root.PieceInfo = form


def coded(pdf, words):
    """Make a font whose codes only its table of characters explains."""
    lines = "".join(f"<{code:04X}> <{ord(sign):04X}>\n" for code, sign in enumerate(words, 1))
    table = f"1 begincodespacerange <0000> <FFFF> endcodespacerange {len(words)} beginbfchar\n{lines}endbfchar"
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name.X)
    font.ToUnicode = pdf.make_stream(table.encode())
    return pdf.make_indirect(font)


PDF_PLACES = [
    in_information,
    in_metadata,
    in_a_comment_of_the_metadata,
    in_the_outline,
    in_an_alternative_text,
    in_an_actual_text,
    in_an_actual_text_of_the_page,
    in_an_attachment,
    in_the_name_of_an_attachment,
    in_a_compressed_attachment,
    in_an_archive_that_is_attached,
    in_a_file_attached_to_a_file,
    in_an_object_that_nothing_uses,
    in_a_note_on_the_page,
    in_rich_text_of_a_note,
    on_the_page_in_white,
    on_the_page_glyph_by_glyph,
    on_the_page_word_by_word_as_heard,
    on_the_page_in_pieces_that_move,
    on_the_page_with_hyphens_at_line_ends,
    on_the_page_with_hyphens_that_are_not_heard,
    in_a_form,
    in_the_address_of_a_link,
    in_the_name_of_a_destination,
    in_the_label_of_a_page,
    in_the_name_of_a_layer,
    in_a_field_of_a_form,
    in_a_script,
    in_a_property_of_its_metadata,
    in_a_class_of_the_structure,
]


@pytest.mark.parametrize("words", [LONG, SHORT], ids=["sentence", "name"])
@pytest.mark.parametrize("plant", PDF_PLACES, ids=lambda plant: plant.__name__)
def test_a_leak_in_a_pdf_is_caught(files, plant, words):
    """Whatever place of a PDF withheld words stand in, they are found."""
    with pikepdf.open(io.BytesIO(files[1][".pdf"])) as pdf:
        plant(pdf, words)
        for packed in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
            out = io.BytesIO()
            pdf.save(out, object_stream_mode=packed)
            assert len(found(files, ".pdf", out.getvalue())) == 1


@pytest.mark.parametrize("plant", [in_a_stream_that_nothing_shows])
def test_a_sentence_in_bytes_that_nothing_shows_is_caught(files, plant):
    """In bytes that are no text a sentence is found; a single word there could be chance."""
    with pikepdf.open(io.BytesIO(files[1][".pdf"])) as pdf:
        plant(pdf, LONG)
        out = io.BytesIO()
        pdf.save(out)
    assert found(files, ".pdf", out.getvalue())


def test_an_earlier_state_of_a_pdf_is_caught(files):
    """What was replaced by a later state of the file is still in its bytes, and found."""
    hidden = (
        b"99 0 obj\n<</Length 9/Filter/FlateDecode>>\nstream\n"
        + zlib.compress(LONG.encode())
        + b"\nendstream\nendobj\n"
    )
    assert found(files, ".pdf", files[1][".pdf"] + hidden)
    assert found(files, ".pdf", files[1][".pdf"] + f"\n% {LONG}\n".encode())


# --- a leak in each place of a Word file --------------------------------------------------------------------------


def archive(entries, comment=b""):
    """Make an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = comment
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def planted(data, name, put):
    """Change one part of a Word file, or add it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = {each: package.read(each) for each in package.namelist()}
    return archive(entries | {name: put(entries.get(name, b"").decode())})


def before(tag, text):
    """Put a text before the end of an element."""
    return lambda xml: xml.replace(f"</{tag}>", f"{text}</{tag}>", 1)


def runs(words, *properties):
    """Write words as runs of two letters each."""
    pieces = [words[at : at + 2] for at in range(0, len(words), 2)]
    look = f"<w:rPr>{''.join(properties)}</w:rPr>"
    return "".join(f'<w:r>{look}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in [" ", *pieces])


def coded_64(words):
    """Write words in base64, long enough to be told from a word."""
    return base64.b64encode(f"{words}!!!!!!!!!".encode()).decode()


WORD_PLACES = {
    "text": ("word/document.xml", lambda w: before("w:p", runs(w))),
    "hidden text": ("word/document.xml", lambda w: before("w:p", runs(w, "<w:vanish/>"))),
    "bookmark": ("word/document.xml", lambda w: before("w:p", f'<w:bookmarkStart w:id="99" w:name="{w}"/>')),
    "alternative text": ("word/document.xml", lambda w: before("w:p", f'<wp:docPr id="9" name="x" descr="{w}"/>')),
    "XML comment": ("word/document.xml", lambda w: before("w:p", f"<!-- {w} -->")),
    "character references": ("word/document.xml", lambda w: before("w:p", "".join(f"&#{ord(c)};" for c in w))),
    "title": ("docProps/core.xml", lambda w: lambda xml: xml.replace("The harbour", w)),
    "comment": ("word/comments.xml", lambda w: lambda _: f"<w:comments><w:p>{runs(w)}</w:p></w:comments>"),
    "header": ("word/header1.xml", lambda w: before("w:p", runs(w))),
    "footnote": ("word/footnotes.xml", lambda w: before("w:p", runs(w))),
    "custom property": ("docProps/custom.xml", lambda w: lambda _: f'<p name="{w}"/>'),
    "custom XML": ("customXml/item1.xml", lambda w: lambda _: f"<data>{w}</data>"),
    "custom XML, UTF-16": ("customXml/item1.xml", lambda w: lambda _: f"<data>{w}</data>".encode("utf-16")),
    "custom XML, base64": ("customXml/item1.xml", lambda w: lambda _: f"<d>{coded_64(w)}</d>"),
    "embedded Word file": ("word/embeddings/a.docx", lambda w: lambda _: archive({"a.xml": f"<w:t>{w}</w:t>"})),
    "settings": ("word/settings.xml", lambda w: before("w:settings", f'<w:docVar w:name="x" w:val="{w}"/>')),
    "relationship": ("word/_rels/document.xml.rels", lambda w: before("Relationships", f'<R Target="x/{quote(w)}"/>')),
    "small capitals": ("word/document.xml", lambda w: before("w:p", runs(w.lower(), "<w:smallCaps/>"))),
    "soft hyphens": ("word/document.xml", lambda w: before("w:p", runs(w).replace("</w:t>", "</w:t><w:softHyphen/>"))),
    "deleted text": ("word/document.xml", lambda w: before("w:p", runs(w).replace("w:t>", "w:delText>"))),
    "field": ("word/document.xml", lambda w: before("w:p", f"<w:r><w:instrText>TC {w}</w:instrText></w:r>")),
    "content control": ("word/document.xml", lambda w: before("w:p", f'<w:sdtPr><w:tag w:val="{w}"/></w:sdtPr>')),
    "chart": ("word/charts/chart1.xml", lambda w: lambda _: f"<c:pt><c:v>{w}</c:v></c:pt>"),
    "workbook of a chart": ("word/embeddings/a.xlsx", lambda w: lambda _: archive({"s.xml": f"<si><t>{w}</t></si>"})),
    "name of a style": ("word/styles.xml", lambda w: before("w:styles", f'<w:name w:val="{w}"/>')),
    "statistics": ("docProps/app.xml", lambda w: lambda _: f"<Properties><Company>{w}</Company></Properties>"),
    "HTML": ("word/afchunk.html", lambda w: lambda _: f"<p>{w.replace(' ', '<br>')}</p>"),
    "people": ("word/people.xml", lambda w: lambda _: f'<w15:person w15:author="{w}"/>'),
    "name of a part": ("word/media/{}.png", lambda w: lambda _: b"\x89PNG"),
}  # fmt: skip


@pytest.mark.parametrize("words", [LONG, SHORT], ids=["sentence", "name"])
@pytest.mark.parametrize("place", WORD_PLACES)
def test_a_leak_in_a_word_file_is_caught(files, place, words):
    """Whatever part of a Word file withheld words stand in, they are found."""
    name, put = WORD_PLACES[place]
    data = planted(files[1][".docx"], name.format(words), put(words))
    assert len(found(files, ".docx", data)) == 1


def test_a_sentence_in_the_bytes_of_a_picture_is_caught(files):
    """What a picture's bytes say in words is found where it is long enough to be no chance."""
    data = planted(files[1][".docx"], "word/media/x.png", lambda _: b"\x89PNG\0" + LONG.encode())
    assert found(files, ".docx", data)


def test_a_leak_in_the_comment_of_an_archive_is_caught(files):
    """An archive has a comment of its own, which no program shows."""
    with zipfile.ZipFile(io.BytesIO(files[1][".docx"])) as package:
        entries = {each: package.read(each) for each in package.namelist()}
    assert found(files, ".docx", archive(entries, LONG.encode()))


# --- text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "leak",
    [
        f"{LONG}",
        f"<!-- {LONG} -->",
        LONG.replace(" ", "\n> "),
        LONG.replace("storm", "**st**orm").replace("first", r"fir\st"),
        f"[x](https://example.org/{LONG.replace(' ', '%20')})",
        "".join(f"&#x{ord(sign):x};" for sign in LONG),
        LONG.upper(),
        base64.b64encode(LONG.encode()).decode(),
        SHORT,
        f"It is {SHORT.lower()}’s.",
        "71,002 ships",
        "71\u00a0002 ships",
        "\u0667\u0661\u066c\u0660\u0660\u0662",
        "Co\u00adrmo\u00ad\nrant",
        "Cor**morant**",
        "Corm[orant](https://example.org/x)",
        f"<!-- {SHORT} -->",
        f'<img src="x.png" alt="{SHORT}">',
        "Ｃｏｒｍｏｒａｎｔ",
    ],
)
def test_a_leak_in_markdown_is_caught(files, leak):
    """Case, signs, escapes, line ends and encodings hide nothing; a number is known in any country's form."""
    data = files[1][".md"] + f"\n{leak}\n".encode()
    assert len(found(files, ".md", data)) == 1


LANGUAGES = {
    "en": ("Iran", "Xi", "UAE", "Kim"),
    "zh": ("習近平", "北京", "中国人民银行将在下个月降低利率并且不会提前通知任何人"),
    "ja": ("東京", "トヨタ", "岸田首相は来月の選挙の前に辞任するつもりだと側近に語った"),
    "ar": ("إيران", "قطر", "صفقة النفط السرية مع الجيران في الشهر القادم"),
    "he": ("עזה", "שר הביטחון אמר לשליחנו שהנמל יימכר בסתר"),
    "hi": ("मोदी", "दिल्ली", "प्रधान मंत्री ने कहा कि बंदरगाह गुप्त रूप से बेचा जाएगा"),
    "th": ("จีน", "รัฐมนตรีช่วยว่าการบอกทูตของเราว่าท่าเรือจะถูกขายอย่างลับๆ"),
    "ko": ("김정은", "이란", "부총리가 우리 특사에게 항구가 비밀리에 매각될 것이라고 말했다"),
    "ru": ("Си", "Иран", "Заместитель министра сообщил посланнику о тайной продаже порта"),
    "de": ("Öl", "Straßenverkehrsordnungsnovellierungsverfahren"),
    "tr": ("İran", "Iğdır", "Bakan yardımcısı limanın gizlice satılacağını söyledi"),
    "el": ("ΔΕΗ", "Ο υφυπουργός είπε στον απεσταλμένο μας ότι το λιμάνι θα πουληθεί"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_withheld_words_of_any_script_are_found_where_they_are_printed(language):
    """A file of everything says each withheld text, however short and in whatever script, and a release says none."""
    parts = [{"title": "x", "description": said, "marking": "TLP:RED"} for said in LANGUAGES[language]]
    given = {"title": "T", "language": language, "unmarked": "TLP:CLEAR", "developments": [{"title": "Q"}, *parts]}
    made = briefgen.from_dict(given)
    split = release(made, "TLP:GREEN")
    for suffix, data in zip(FORMATS, api._made(made, FORMATS, api.Choices(), [])):
        assert {each.path for each in leaks(split, data, suffix)} == {path for path, _ in split.dropped}
    assert api.produce(made, FORMATS, api.Choices(release="TLP:GREEN"))


def test_a_piece_of_a_sentence_without_blanks_is_found():
    """A part of a withheld Chinese sentence is found within another sentence, and a name of two signs too."""
    (name, city, sentence) = LANGUAGES["zh"]
    parts = [{"title": said, "marking": "TLP:RED"} for said in (city, sentence)]
    split = release(briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", "developments": parts}), "TLP:CLEAR")
    assert len(list(leaks(split, f"据说{sentence[5:19]}，但是".encode(), "md"))) == 1
    assert len(list(leaks(split, f"他昨天在{city}说".encode(), "md"))) == 1
    assert not list(leaks(split, f"{name}说".encode(), "md"))


@pytest.mark.parametrize(
    "leak", ["35 %", "35\u00a0%", "%35", "the 35% that", "12.5 million tonnes", "1,200 km", "30–60 %"]
)
def test_a_number_that_says_little_alone_is_known_by_its_unit(leak):
    """A withheld probability is known as a percentage, and a figure with its unit."""
    parts = {
        "scenarios": [
            {"name": "Alpha", "likelihood": 0.35, "marking": "TLP:RED"},
            {"name": "Beta", "likelihood": [0.3, 0.6], "marking": "TLP:RED"},
        ],
        "key_figures": [
            {"label": "Oil", "value": 12.5, "unit": "million tonnes", "marking": "TLP:RED"},
            {"label": "Way", "value": 1200, "unit": "km", "marking": "TLP:RED"},
        ],
    }
    split = release(briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", **parts}), "TLP:CLEAR")
    assert len(list(leaks(split, f"It is {leak}.".encode(), "md"))) == 1
    assert not list(leaks(split, b"It is 36 %, of 35 people on page 35, at 12.5 degrees.", "md"))


def test_the_name_of_a_file_says_nothing_that_is_withheld(tmp_path):
    """What a file is called goes out with it."""
    with pytest.raises(BriefgenError, match=r"the name 'Operation Dunlin\.md' says it") as error:
        briefgen.write(brief(), tmp_path / "Operation Dunlin.md", release=LEVEL)
    assert error.value.diagnostics[0].hint == "choose another name with -o"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("level", LEVELS)
def test_a_copy_for_review_that_keeps_passages_is_proven_too(level, tmp_path):
    """Comments and the unseen places of passages hold nothing that is withheld."""
    outputs = [tmp_path / f"out{suffix}" for suffix in FORMATS]
    briefgen.write(brief(), *outputs, release=level, comments=True, passages=True)
    for output in tmp_path.iterdir():
        said = " ".join(piece.text for piece in pieces(output.read_bytes()))
        assert not any(NAMES[other] in said or SECRETS[other] in said for other in above(level))


def test_a_leak_in_an_attachment_of_a_tree_is_caught(files):
    """The tree holds files that ride along in base64."""
    tree = json.loads(files[1][".tree.json"])
    tree["document"]["attachments"] = [{"name": "x", "data": base64.b64encode(LONG.encode()).decode()}]
    assert found(files, ".tree.json", json.dumps(tree).encode())


def test_what_is_said_in_a_kept_part_too_is_no_leak():
    """Words that a kept part says may be handed out."""
    shared = "The whole of the northern harbour is closed until spring"
    made = briefgen.from_dict(
        {
            "title": "T",
            "unmarked": "TLP:CLEAR",
            "developments": [
                {"title": "A", "description": shared},
                {"title": "B", "description": shared, "marking": "TLP:RED"},
            ],
        }
    )
    split = release(made, "TLP:CLEAR")
    assert list(leaks(split, shared.encode(), "md")) == []
    assert api.produce(made, ["md"], api.Choices(release="TLP:CLEAR"))


def test_what_two_cells_of_a_kept_table_say_together_is_no_leak(tmp_path):
    """The heads "Cases" and "In week 12" stand beside each other in the file, and have nothing to do with a figure."""
    figures = [{"label": "Cases in week 12", "value": 51, "marking": "TLP:RED"}]
    table = {"columns": ["District", "Cases", "In week 12"], "rows": [["Aldham", 3, 1]]}
    made = briefgen.from_dict(
        {"title": "T", "unmarked": "TLP:CLEAR", "key_figures": figures, "exhibits": [{"caption": "C", "table": table}]}
    )
    for suffix in FORMATS:
        briefgen.write(made, tmp_path / f"t{suffix}", release="TLP:CLEAR")


def test_words_of_the_template_are_no_leak(tmp_path):
    """A withheld section may bear a name that the template prints as a heading anyway, in Word among its styles too."""
    parts = [{"title": "Background", "marking": "TLP:RED"}, {"title": "Key judgment", "marking": "TLP:RED"}]
    made = briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", "background": "Long ago.", "sections": parts})
    briefgen.write(made, tmp_path / "a.docx", tmp_path / "a.pdf", tmp_path / "a.md", release="TLP:CLEAR")


def test_a_leak_writes_nothing_and_names_the_words(tmp_path):
    """A template that holds withheld words where only a real brief gets them is refused, and no file is written."""
    (tmp_path / "own").mkdir()
    line = f"{{% if brief.title == 'The harbour' %}}{SECRETS['TLP:RED']}{{% endif %}}"
    (tmp_path / "own" / "brief.md.j2").write_text(f"# {{{{ brief.title }}}}\n\n{line}\n")
    outputs = [tmp_path / "a.md", tmp_path / "a.pdf"]
    with pytest.raises(BriefgenError) as error:
        briefgen.write(brief(), *outputs, template=str(tmp_path / "own"), release=LEVEL)
    codes = {each.code for each in error.value.diagnostics}
    told = [str(each) for each in error.value.diagnostics]
    assert codes == {"leak"}
    assert "developments[3]" in told[0]
    assert "a deputy minister told our envoy" in told[0]
    assert not any(output.exists() for output in outputs)


def test_a_format_that_cannot_be_read_back_is_refused(files):
    """What can't be read can't be proven to be clean."""
    with pytest.raises(BriefgenError, match="can't be read back"):
        found(files, ".md", b"\x89PNG\r\n\x1a\n\0\0\0")


def test_comments_of_a_review_copy_quote_nothing_that_is_withheld(tmp_path):
    """A copy for review that is released holds findings of what is left, and no remarks."""
    parts = [{"title": "A", "description": "x"}, {"title": "B", "remark": SECRETS["TLP:GREEN"], "marking": "TLP:CLEAR"}]
    hidden = {"title": "C", "description": f"![{SECRETS['TLP:RED']}](https://example.org/a.png)", "marking": "TLP:RED"}
    made = briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", "developments": [*parts, hidden]})
    files, _ = api.produce(made, FORMATS, api.Choices(release="TLP:CLEAR", comments=True))
    for data in files:
        said = " ".join(piece.text for piece in pieces(data))
        assert SECRETS["TLP:GREEN"] not in said
        assert SECRETS["TLP:RED"] not in said
