"""The smaller things that a careful reader would notice."""

import hashlib
import io
import shutil
import subprocess

import pytest
from attrs import evolve
from backends.pdf.readback import elements, findings, heard, opened, page_texts, runs, squeezed
from documents import bare_document, cell, everything, p
from PIL import Image

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.backends.pdf.breakable import split_word
from briefgen.document import nodes as n
from briefgen.themes import load_theme

THEME = load_theme()
RENDERER = PdfBackend().prepare(THEME, RenderOptions())


def _document(*blocks, resources=(), **meta):
    return evolve(bare_document(*blocks, **meta), resources=resources)


def _picture(kind, mode, size, color):
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind)
    data = out.getvalue()
    return n.Resource(hashlib.sha256(data).hexdigest(), f"image/{kind.lower()}", data)


@pytest.mark.parametrize(
    ("kind", "mode", "color"),
    [
        ("PNG", "RGBA", (255, 0, 0, 120)),
        ("PNG", "LA", (9, 100)),
        ("PNG", "L", 40),
        ("PNG", "1", 1),
        ("PNG", "P", 3),
        ("PNG", "I;16", 900),
        ("JPEG", "RGB", "blue"),
        ("JPEG", "L", 10),
        ("JPEG", "CMYK", (1, 2, 3, 4)),
    ],
)
def test_pictures_of_every_kind_are_shown(kind, mode, color):
    """Grey, coloured, with a palette, see-through or in printing colours: each is shown, within both standards."""
    picture = _picture(kind, mode, (30, 20), color)
    out = RENDERER.render(_document(n.Figure(n.Image(picture.id), "A picture"), resources=(picture,)))
    assert out.diagnostics == ()
    assert findings(out.data) == []
    file = opened(out.data)
    assert len(file.pages[0].Resources.XObject) == 1


@pytest.mark.parametrize("size", [(4000, 10), (10, 4000), (3000, 3000)])
def test_no_picture_reaches_over_the_margin(size):
    """A picture too wide or too high for its place is made to fit."""
    picture = _picture("PNG", "L", size, 0)
    file = opened(RENDERER.render(_document(n.Figure(n.Image(picture.id), "Large"), resources=(picture,))).data)
    left, foot, right, top = (float(value) for value in elements(file, "Figure")[0].A.BBox)
    page = THEME.page
    assert left >= page.left - 0.01
    assert right <= page.width - page.right + 0.01
    assert foot >= page.bottom - 0.01
    assert top <= page.height - page.top + 0.01


def test_a_picture_within_words_keeps_to_its_place():
    """In a cell, an item or a note, a picture among words is made to fit, and the words around it stay."""
    picture = _picture("PNG", "L", (900, 300), 0)
    line = n.Paragraph((n.Text("before "), n.Image(picture.id, "Wide"), n.Text("after this")))
    row = n.Row((cell("x"), n.Cell((line,)), cell("y")))
    table = n.Table((n.Column(),) * 3, (n.TableBody((row,)),))
    document = _document(table, n.BulletList((n.ListItem((line,)),)), n.Quote((line,)), resources=(picture,))
    file = opened(RENDERER.render(document).data)
    boxes = [[float(value) for value in figure.A.BBox] for figure in elements(file, "Figure")]
    assert len(boxes) == 3
    assert all(right <= THEME.page.left + THEME.page.text + 0.01 for _, _, right, _ in boxes)
    assert boxes[0][2] < max(x for page in file.pages for text, _, _, x, _ in runs(page) if text == "y")


def test_a_picture_of_too_many_pixels_is_not_opened(monkeypatch):
    """A small file that would unfold to a huge picture is refused before that."""
    monkeypatch.setattr("briefgen.backends.pdf.images.MAX_PIXELS", 100)
    picture = _picture("PNG", "L", (30, 30), 0)
    out = RENDERER.render(_document(n.Figure(n.Image(picture.id), "Bomb"), resources=(picture,)))
    assert [d.code for d in out.diagnostics] == ["broken-picture"]


def test_remarks_are_printed_only_when_asked_for():
    """A remark stays out of the file, and is in it when asked for."""
    document = bare_document(n.Paragraph((n.Text("Text."), n.Comment("Check this", "B. Böll"))))
    asked = PdfBackend().prepare(THEME, RenderOptions(comments=True))
    assert "Check" not in heard(RENDERER.render(document).data)
    assert "[B. Böll: Check this]" in heard(asked.render(document).data)


@pytest.mark.parametrize("label", ["TLP:RED", "TLP:AMBER+STRICT", "TLP:GREEN", "tlp:clear"])
def test_the_traffic_light_protocol_is_printed_in_capitals(label):
    """Its label stands in the header and footer of each page, in capitals."""
    document = bare_document(p("Text."))
    marked = evolve(document, meta=evolve(document.meta, marking=n.Marking(label, "tlp")))
    assert page_texts(RENDERER.render(marked).data)[0].count(label.upper()) == 2


def test_another_marking_is_printed_as_it_is():
    """A marking of another scheme keeps its words."""
    document = bare_document(p("Text."))
    marked = evolve(document, meta=evolve(document.meta, marking=n.Marking("Nur für den Dienstgebrauch")))
    assert page_texts(RENDERER.render(marked).data)[0].count("Nur für den Dienstgebrauch") == 2


def test_a_long_name_leaves_room_for_the_marking():
    """A name too long for the header ends in dots; the marking is whole."""
    text = page_texts(RENDERER.render(bare_document(title="A very long title " * 20)).data)[0]
    assert "…" in text


def test_languages_within_the_text_are_named():
    """A listener hears a foreign passage in its own voice."""
    foreign = n.Paragraph((n.Text("Même chose"),), attrs=n.Attrs(language="fr"))
    word = n.Paragraph((n.Span((n.Text("Zeitenwende"),), attrs=n.Attrs(language="de-DE")),))
    file = opened(RENDERER.render(bare_document(foreign, word)).data)
    assert [str(e.Lang) for e in elements(file, "P") if "/Lang" in e] == ["fr"]
    assert [str(e.Lang) for e in elements(file, "Span")] == ["de-DE"]


def test_short_forms_and_badges_say_more_to_a_listener():
    """An abbreviation is expanded, a badge says what it is about."""
    file = opened(RENDERER.render(everything()).data)
    spans = elements(file, "Span")
    assert "United Nations" in {str(e.E) for e in spans if "/E" in e}
    assert {"Status: draft", "Likelihood: likely"} <= {str(e.ActualText) for e in spans if "/ActualText" in e}


def test_tables_name_their_heads_and_spans():
    """Column heads and row heads have their scope, spanning cells their spans, and every row is full."""
    file = opened(RENDERER.render(everything()).data)
    scopes = {str(e.A.get("/Scope")) for e in elements(file, "TH")}
    spans = [int(e.A.RowSpan) for tag in ("TH", "TD") for e in elements(file, tag) if "/A" in e and "/RowSpan" in e.A]
    assert {"/Row", "/Column"} <= scopes
    assert 2 in spans


def test_cells_that_overlap_or_lack_are_put_right():
    """Spans that reach over the table, and rows of unequal length, make a table that is in order."""
    rows = (
        n.Row((cell("a", row_span=9, column_span=9), cell("b"))),
        n.Row(()),
        n.Row((cell("c"), cell("d"), cell("e"), cell("f"))),
    )
    data = RENDERER.render(bare_document(n.Table((n.Column(),), (n.TableBody(rows),)))).data
    assert findings(data) == []
    assert all(letter in heard(data) for letter in "abcdef")


def test_a_reference_to_nothing_keeps_its_words_and_is_told():
    """A pointer to an anchor that no node has is text, with a warning that names the place."""
    reference = n.Reference("nowhere", (n.Text("see there"),), pos=n.Pos("brief.md.j2", 12))
    document = n.Document(meta=n.Meta(title="T"), blocks=(p("T", "title"), n.Paragraph((reference,))))
    out = RENDERER.render(document)
    assert [str(d) for d in out.diagnostics] == [
        "brief.md.j2:12: warning: a reference leads to 'nowhere', and nothing in the document has that id"
    ]
    assert "see there" in heard(out.data)
    assert findings(out.data) == []


def test_scripts_of_the_shipped_faces_are_set_and_others_are_boxes():
    """Greek, Cyrillic and Vietnamese are set; Arabic and Chinese are boxes that read back as what they are."""
    known, unknown = "Ἑλλάς Ελλάδα Україна Việt Nam μ µ ½ № ≤ ● ○", "سلام 中文"
    out = RENDERER.render(bare_document(p(known), p(unknown)))
    said = squeezed(heard(out.data))
    assert squeezed(known) in said
    assert squeezed(unknown) in said
    assert {d.code for d in out.diagnostics} == {"missing-glyph"}
    assert findings(out.data) == []


@pytest.mark.parametrize("text", ["5 µm and μέσον", "μέσον and 5 µm", "20 Ω, Ω", "3 Å, Å and Å", "20 K and 20 K"])
def test_characters_that_share_a_glyph_are_read_back_as_written(text):
    """The micro sign is no Greek letter and the ohm sign none either, though they look alike."""
    data = RENDERER.render(bare_document(p(text), p(f"x{text.replace(' ', '')}y"))).data
    for said in (squeezed(heard(data)), squeezed("".join(page_texts(data)))):
        assert squeezed(text) in said
        assert f"x{squeezed(text)}y" in said
    assert findings(data) == []


@pytest.mark.parametrize("before", range(3))
@pytest.mark.parametrize("unit", ["ffi", "fj", "tt"])
def test_words_that_are_cut_show_every_letter(unit, before):
    """Where a cut parts letters that are drawn as one, each has its own glyph, in the file and to be read back."""
    text = "l" * before + unit * 200
    assert text in squeezed(heard(RENDERER.render(bare_document(p(text))).data))


@pytest.mark.parametrize("text", ["re-read soft\u00adhyphen", "soft\u00adhyphen re-read"])
def test_a_soft_hyphen_at_a_lines_end_is_read_back_as_one(text):
    """A word that is parted there is one word to a reader, though the sign looks like any hyphen."""
    said = heard(RENDERER.render(bare_document(p(" ".join([text] * 40)))).data)
    assert "soft\xad" in said
    assert said.count("-") == 40


def test_controls_and_broken_characters_are_seen_and_told():
    """A control character or half a surrogate pair is a box, never an error."""
    out = RENDERER.render(bare_document(p("a\x00b\x1bc\ud800d\ufeffe"), title="T\x01\ud800", keywords=("\x02",)))
    assert {d.code for d in out.diagnostics} == {"missing-glyph"}
    assert findings(out.data) == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("US-linked", ["US-", "linked"]),
        ("2014–2015", ["2014–2015"]),
        ("-5", ["-5"]),
        ("https://example.org/some/long/path", ["https://", "example.", "org/some/", "long/", "path"]),
        ("word\u200bword", ["word\u200b", "word"]),
        ("3.1415", ["3.1415"]),
    ],
)
def test_words_are_broken_where_a_reader_expects(word, parts):
    """After hyphens between letters and within addresses; never within figures."""
    assert "".join(split_word(word)) == word
    if not word.startswith("http"):
        assert split_word(word) == parts
    else:
        assert len(split_word(word)) > 2


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("notes", ["footnotes", "endnotes"])
def test_poppler_reads_the_text_and_finds_no_fault(tmp_path, notes):
    """Another reader gets the same words, and says nothing on its error stream."""
    file = tmp_path / "brief.pdf"
    file.write_bytes(RENDERER.render(everything(notes)).data)
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    said = squeezed(done.stdout)
    assert squeezed("Plain, strong, stressed and strong, x2, H2O, withdrawn, a | b `c` and a way out.") in said
    assert squeezed("Two paragraphs. – and – a list") in said


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_the_file_in_order(tmp_path):
    """The file's syntax and streams have no faults."""
    file = tmp_path / "brief.pdf"
    file.write_bytes(RENDERER.render(everything()).data)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
