"""Scripts other than Latin: set as their readers know them, and read back in the order of thought."""

import re
from pathlib import Path

import pytest
from backends.pdf.readback import findings, heard, opened, runs, squeezed
from documents import bare_document, cell, li, p
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.backends.pdf.draw import line_start
from briefgen.backends.pdf.lines import set_lines
from briefgen.backends.pdf.shaping import Shaper
from briefgen.backends.pdf.strips import Paragraph
from briefgen.backends.pdf.styles import Styles
from briefgen.backends.pdf.words import Words
from briefgen.document import nodes as n
from briefgen.document.numbering import number
from briefgen.errors import RenderError, Severity
from briefgen.language.scripts import split_ideographs
from briefgen.themes import load_theme

FONTS = Path(__file__).parents[2] / "fonts"
ARABIC = (
    "أعلن وزير الخارجية في عام 2024 أن المحادثات (التي بدأت في موسكو) «ستستمر»، وقال إن NATO وافقت على 12.5% من "
    "المقترحات. وتناولت المحادثات مسائل عديدة، منها وقف إطلاق النار وتبادل الأسرى."
)
HEBREW = "שר החוץ הודיע בשנת 2024 כי השיחות (שהחלו במוסקבה) יימשכו, ואמר כי NATO הסכימה. שָׁלוֹם עֲלֵיכֶם."
PERSIAN = "می‌خواهم نامه‌ای بنویسم"
CHINESE = "这是中文排版测试的一个段落，用来检查断行规则：标点符号不可出现在行首（《国语》「表示」）。" * 6


@pytest.fixture(scope="module")
def theme():
    """The institute's theme with faces for Arabic, Hebrew and Chinese."""
    return load_theme(str(FONTS.parent / "scripts.toml"))


def render(theme, *blocks, language="en-GB"):
    out = PdfBackend().prepare(theme, RenderOptions()).render(bare_document(*blocks, language=language))
    assert out.diagnostics == ()
    assert findings(out.data) == []
    return out.data


def test_no_name_of_a_machines_fonts_is_in_a_file_made_here():
    """The tests see no fonts but those that ship, so that they say the same on every machine."""
    from briefgen.backends.pdf import system_fonts

    assert system_fonts.FOLDERS == ()


@pytest.mark.parametrize("text", [ARABIC, HEBREW, PERSIAN])
def test_text_from_right_to_left_is_read_back_as_written(theme, text):
    """Numbers and Latin words within it too, and what keeps letters apart."""
    assert squeezed(text) in squeezed(heard(render(theme, p(text))))


def test_a_run_within_latin_text_is_read_back_as_written(theme):
    """Words of another direction stand in their place."""
    text = "The minister said سلام عليكم to the delegation and שלום to others in 2024."
    assert squeezed(text) in squeezed(heard(render(theme, p(text))))


def test_links_and_strong_words_keep_their_place(theme):
    """A paragraph of several looks is read in its order, and its link holds its words."""
    link = n.Link("https://example.org", (n.Text("ستستمر غدا"),))
    blocks = n.Paragraph(
        (n.Text("قال الوزير "), n.Strong((n.Text("إن المحادثات"),)), n.Text(" "), link, n.Text(" كما هو."))
    )
    data = render(theme, blocks, language="ar")
    assert "قال الوزير إن المحادثات ستستمر غدا كما هو." in re.sub(r"\s+", " ", heard(data))
    file = opened(data)
    assert len(file.pages[0].Annots) == 1


def test_a_paragraph_of_arabic_begins_at_the_right(theme):
    """Its last line, which is short, ends at the right margin of the column."""
    style = Styles(theme).style("body")
    line = lines_of(theme, "سلام", 300)[0]
    assert line_start(line, Paragraph([line], style, None, 300)) == 300 - line.width
    line = lines_of(theme, "Latin", 300)[0]
    assert line_start(line, Paragraph([line], style, None, 300)) == 0


def lines_of(theme, text, width, role="body", language=""):
    styles = Styles(theme)
    style, shaper = styles.style(role), Shaper(styles, language)
    words = Words(shaper, None)
    words.text(styles.pen(style.look), None, text)
    return set_lines(words.finish(), width, style, shaper)


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        (ARABIC, "", True),
        (ARABIC, "en", True),
        ("NATO قال الوزير", "", False),
        ("NATO قال الوزير", "ar", True),
        ("An English sentence.", "ar", False),
        ("2024", "ar", True),
        ("2024", "en", False),
    ],
)
def test_the_language_or_the_first_letter_decides_where_a_paragraph_begins(theme, text, language, right):
    """A right-to-left language begins at the right, else the first letter decides."""
    assert {line.right_to_left for line in lines_of(theme, text, 300, language=language)} == {right}


@given(text=st.text(alphabet="abc אבג بتث 12(.,)\u200c\u200f", min_size=1, max_size=80), width=st.floats(40, 300))
@settings(max_examples=150, deadline=None)
def test_no_line_of_mixed_directions_is_wider_than_its_measure(theme, text, width):
    """Whatever the mixture, each line fits, to half a point: a word that is cut may be kerned otherwise than whole."""
    assert all(line.width <= width + 0.5 for line in lines_of(theme, text, width, language="ar"))


def test_lists_of_arabic_have_their_labels_at_the_right(theme):
    """In a document of that language the label stands right of its item."""
    file = opened(render(theme, n.BulletList((li("بند أول في القائمة"),)), language="ar"))
    label = next(x for text, _, _, x, _ in runs(file.pages[0]) if text == "–")
    assert label > theme.page.left + theme.page.wide - 20


def test_columns_and_cards_of_hebrew_begin_at_the_right(theme):
    """The first column of a table, the first card and the first fact stand at the right; facts below their labels."""
    table = n.Table((n.Column(),) * 2, (n.TableBody((n.Row((cell("אב"), cell("גד"))),)),))
    cards = n.Columns((n.Div((p("הו"),)), n.Div((p("זח"),))), attrs=n.Attrs(classes=("cards",)))
    facts = (n.Definition((n.Text("First"),), (p("טי"),)), n.Definition((n.Text("Second"),), (p("כל"),)))
    meta = n.DefinitionList(facts, attrs=n.Attrs(classes=("meta",)))
    place = _places(render(theme, meta, table, cards, language="he"))
    assert place[_seen("אב")] > place[_seen("גד")]
    assert place[_seen("הו")] > place[_seen("זח")]
    assert place[_seen("טי")] >= place[_seen("First")] > place[_seen("כל")] >= place[_seen("Second")]


def test_notes_stand_left_of_text_that_begins_at_the_right(theme):
    """The side column is on the other side of the text, and nothing reaches over a margin."""
    note = n.Callout("gap", (p("גד"),), title=(n.Text("הו"),))
    place = _places(render(theme, n.Section((n.Text("אב"),), (p("זח " * 200), note)), language="he"))
    side = theme.page.left + theme.page.wide - theme.page.text - theme.page.gutter
    assert theme.page.left < place[_seen("גד")] < side
    assert min(place.values()) >= theme.page.left - 0.01


def test_contents_of_arabic_have_their_page_numbers_at_the_left(theme):
    """No number stands on the words of its entry."""
    section = n.Section((n.Text("وزير الخارجية"),), (p("عام"),), attrs=n.Attrs(id="one"))
    document, _ = number(bare_document(n.Contents(depth=2), section, language="ar"))
    out = PdfBackend().prepare(theme, RenderOptions()).render(document)
    assert findings(out.data) == []
    assert _places(out.data)["1"] == pytest.approx(theme.page.left, abs=0.01)


def _seen(text):
    """Give a word's letters in no order, for on the page they stand as they are drawn."""
    return "".join(sorted(text.strip()))


def _places(data):
    """Say where each run of text begins, by its letters."""
    file = opened(data)
    return {_seen(text): x for text, _, _, x, _ in runs(file.pages[0])}


def test_chinese_lines_end_between_characters(theme):
    """Lines are full to a character or two, and none begins with a sign that closes."""
    lines = lines_of(theme, CHINESE, 300, language="zh")
    assert len(lines) > 5
    assert min(line.width for line in lines[:-1]) > 300 - 3 * 10.5
    assert squeezed(CHINESE) in squeezed(heard(render(theme, p(CHINESE))))


@given(st.text(alphabet="中文字、。「」『』（）ーァA1 ", max_size=60))
def test_no_part_begins_with_what_closes_or_ends_with_what_opens(text):
    """Kinsoku: wherever ideographs are parted."""
    parts = split_ideographs(text)
    assert "".join(parts) == text
    assert not [part for part in parts[1:] if part[:1] in "、。」』）ーァ"]
    assert not [part for part in parts[:-1] if part[-1:] in "「『（"]


@pytest.mark.parametrize("text", ["x̄", "q̇a̋", "e\u0301", "Vie\u0323\u0302t"])
def test_marks_stand_on_their_letters_and_are_read_back(theme, text):
    """A letter with a mark that no single character has is set from both."""
    assert text in heard(render(theme, p(text)))


def test_a_word_with_a_joiner_is_read_back_with_it(theme):
    """What keeps two letters from being joined is not seen and stays in the text."""
    assert "Auf\u200clage" in heard(render(theme, p("Die Auf\u200clage steigt.")))


def test_an_emoji_is_one_box_and_told(theme):
    """Several people joined to one sign are one box, read back as they are; each of them is told once."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    out = PdfBackend().prepare(theme, RenderOptions()).render(bare_document(p(f"A {family} here")))
    assert family in heard(out.data)
    assert {d.code for d in out.diagnostics} == {"missing-glyph"}
    assert findings(out.data) == []


def test_a_face_of_the_machine_helps_out_and_is_named(monkeypatch):
    """A character that the theme lacks is drawn by a font that is installed, always the same one, and that is told."""
    monkeypatch.setattr("briefgen.backends.pdf.system_fonts.FOLDERS", (str(FONTS),))
    files = set()
    for _ in range(2):
        out = PdfBackend().prepare(load_theme(), RenderOptions()).render(bare_document(p("שלום 中文")))
        files.add(out.data)
        assert {(d.code, d.severity) for d in out.diagnostics} == {("borrowed-font", Severity.INFO)}
        assert {re.search(r"machine's (\w+)", d.message)[1] for d in out.diagnostics} == {"TestHebrew", "TestHan"}
    assert len(files) == 1
    assert findings(out.data) == []


def test_a_face_without_truetype_outlines_is_refused(tmp_path):
    """A font that can't be embedded is named, instead of a file that nobody can read."""
    (tmp_path / "fonts").mkdir()
    data = (FONTS / "TestHebrew.ttf").read_bytes().replace(b"glyf", b"glyx", 1)
    (tmp_path / "fonts" / "a.ttf").write_bytes(data)
    path = tmp_path / "a.toml"
    path.write_text('name = "a"\nextends = "institute"\n[fonts.serif.faces]\n"400" = "a.ttf"\n', "utf-8")
    with pytest.raises(RenderError, match="TrueType outlines"):
        PdfBackend().prepare(load_theme(str(path)), RenderOptions()).render(bare_document(p("a")))
