"""Lines: where they end, how they are filled, and that hyphens change nothing of what is read back."""

import re
from itertools import combinations
from pathlib import Path
from shutil import copy

import pytest
from backends.pdf.readback import findings, heard, opened, runs, squeezed
from documents import bare_document, cell, p
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.backends.pdf.breaks import LINE, SLACK, ragged
from briefgen.backends.pdf.flow import natural_width
from briefgen.backends.pdf.lines import set_lines
from briefgen.backends.pdf.places import Places
from briefgen.backends.pdf.shaping import Shaper
from briefgen.backends.pdf.styles import Look, Styles
from briefgen.backends.pdf.words import Words
from briefgen.document import nodes as n
from briefgen.themes import load_theme

FONTS = Path(__file__).parents[2] / "fonts"
RAGGED = load_theme()
PROSE = (
    "The municipal government considered the environmental consequences of the agreement, and representatives of "
    "neighbouring administrations questioned its constitutional foundations. Independent investigators recommended "
    "comprehensive documentation of every transaction; the interdepartmental committee acknowledged considerable "
    "uncertainties in the estimates, particularly regarding infrastructure and telecommunications. "
)


@pytest.fixture(scope="module")
def justified(tmp_path_factory):
    """A theme that sets its prose justified, with hyphens."""
    path = tmp_path_factory.mktemp("themes") / "justified.toml"
    prose = '{ align = "justify", hyphenate = true }'
    path.write_text(f'name = "justified"\nextends = "institute"\n[roles]\nbody = {prose}\nh1 = {prose}\n', "utf-8")
    return load_theme(str(path))


def lines_of(text, theme, width, role="body", language="en-GB"):
    styles = Styles(theme)
    style, shaper = styles.style(role), Shaper(styles, language)
    words = Words(shaper, None)
    words.text(styles.pen(style.look), None, text)
    return set_lines(words.finish(), width, style, shaper)


def render(theme, *blocks, language="en-GB"):
    out = PdfBackend().prepare(theme, RenderOptions()).render(bare_document(*blocks, language=language))
    assert out.diagnostics == ()
    return out.data


@given(widths=st.lists(st.integers(1, 40), min_size=2, max_size=9), width=st.integers(40, 90))
@settings(max_examples=300, deadline=None)
def test_no_other_way_to_break_a_paragraph_is_better(widths, width):
    """Of all ways to break a short paragraph, the one taken leaves the least room uneven."""
    begins = [sum(widths[:i]) + 3.0 * i for i in range(len(widths))]
    places = Places(begins, [begin + w for begin, w in zip(begins, widths)], [], [], [])
    last = len(widths) - 1
    found = ragged(places, (0, last), width, width, 0.0)
    ways = ([*ends, last] for count in range(last + 1) for ends in combinations(range(last), count))
    assert _cost(found, places, width) == pytest.approx(min(_cost(way, places, width) for way in ways))


def _cost(ends, places, width):
    starts = [0, *(end + 1 for end in ends[:-1])]
    slacks = [width - places.ends[end] + places.begins[start] for start, end in zip(starts, ends)]
    if min(slacks) < 0:
        return float("inf")
    return sum(slack**2 for slack in slacks[:-1]) + LINE * width**2 * (len(ends) - 1)


@pytest.mark.parametrize("width", [250, 334, 468])
def test_justified_lines_reach_the_margin(justified, width):
    """Every line but the last one is filled, to a tenth of a point."""
    lines = lines_of(PROSE * 4, justified, width)
    assert max(line.width for line in lines) <= width + 0.1
    assert [line for line in lines[:-1] if line.width < width - 0.1] == []


@given(width=st.floats(20, 400), words=st.lists(st.sampled_from(PROSE.split()), min_size=1, max_size=120))
@settings(max_examples=100, deadline=None)
def test_no_justified_line_is_too_wide(justified, width, words):
    """Whatever the measure, spaces shrink before a word reaches over it."""
    assert max(line.width for line in lines_of(" ".join(words), justified, width)) <= width + 0.2


def test_ragged_prose_has_no_hyphens():
    """The institute's theme parts no words."""
    assert "\xad" not in heard(render(RAGGED, p(PROSE * 3)))


def test_hyphens_leave_the_text_as_it_is(justified):
    """A parted word is joined again by who reads: its hyphen is a soft one, and no blank follows it."""
    data = render(justified, p(PROSE * 6))
    said = heard(data)
    assert "\xad" in said
    assert re.sub(r"\s+", " ", re.sub("\xad\\s*", "", said)).count(PROSE.strip()) == 6
    assert findings(data) == []


def test_headings_are_never_parted(justified):
    """A heading's words stay whole, whatever the theme says of its role."""
    heading = "Interdepartmental telecommunications infrastructure administrations " * 3
    said = heard(render(justified, n.Section((n.Text(heading),), (p("Text."),))))
    assert "\xad" not in said


def test_each_language_is_parted_by_its_own_rules(justified):
    """The same letters are parted one way in a German passage and another way in an English one."""
    word = "Donaudampfschifffahrtsgesellschaft"
    german = n.Span((n.Text(word),), attrs=n.Attrs(language="de"))
    lines = [n.Paragraph((n.Text("on a " * i), german)) for i in range(8, 20)]
    said = heard(render(justified, *lines))
    parted = {line.partition("\xad")[0].split()[-1] for line in said.splitlines() if "\xad" in line}
    assert parted
    assert parted <= {"Donau", "Donaudampf", "Donaudampfschiff", "Donaudampfschifffahrts", "Do"} | {
        "Donaudampfschifffahrtsge",
        "Donaudampfschifffahrtsgesell",
    }


@pytest.mark.parametrize("theme", ["ragged", "justified"])
def test_a_soft_hyphen_is_seen_at_a_lines_end_only(justified, theme):
    """What the author lets be parted is whole within a line, drawn with its ligatures."""
    text = "of\xadfice " * 60
    data = render(RAGGED if theme == "ragged" else justified, p(text))
    for page in opened(data).pages:
        shown = [part[0] for part in runs(page)]
        assert not [part for part in shown if "\xad" in part[:-1]]
    assert squeezed(heard(data)).count("office") == 60


def test_a_word_longer_than_its_line_is_parted_where_its_language_allows():
    """Even a theme without hyphens sets one before it cuts a word just anywhere."""
    lines = lines_of("Arbeiterunfallversicherungsgesetz", RAGGED, 70, language="de")
    texts = ["".join(piece for piece in re.findall(r"\(([^)]*)\)", line.segments[0][1])) for line in lines]
    assert len(lines) > 2
    assert all(line.width <= 70 + SLACK for line in lines)
    assert all(len(text) > 4 for text in texts)


@given(text=st.text(alphabet="abcde-\xad\u200b \u2060.", min_size=1, max_size=120), width=st.floats(25, 200))
@settings(max_examples=200, deadline=None)
def test_every_letter_is_on_a_line(justified, text, width):
    """Wherever lines end, all letters are drawn, each once."""
    styles = Styles(justified)
    shaper = Shaper(styles, "en-GB")
    words = Words(shaper, None)
    words.text(styles.pen(styles.style("body").look), None, text)
    found = words.finish()
    drawn = "".join(piece[4] for word in found for piece in word.pieces)
    assert re.sub("[^a-e.-]", "", drawn) == re.sub("[^a-e.-]", "", text)
    set_lines(found, width, styles.style("body"), shaper)


@pytest.mark.parametrize("theme", ["ragged", "justified"])
def test_the_last_line_of_prose_is_no_single_word(justified, theme):
    """Another word comes down to the last line where there is room for it, and no short syllable stands there alone."""
    for width in range(200, 400, 7):
        last = lines_of(PROSE, RAGGED if theme == "ragged" else justified, width)[-1]
        assert last.width > (width / 10 if theme == "ragged" else 25)


def test_figures_in_tables_are_of_one_width(tmp_path):
    """A face whose figures differ in width has those of one width in tables, and its plain ones in prose."""
    (tmp_path / "fonts").mkdir()
    copy(FONTS / "TestFigures.ttf", tmp_path / "fonts")
    path = tmp_path / "figures.toml"
    faces = "".join(f'[fonts.{name}.faces]\n"400" = "TestFigures.ttf"\n' for name in ("serif", "sans"))
    path.write_text(f'name = "figures"\nextends = "institute"\n{faces}', "utf-8")
    theme = load_theme(str(path))
    table = n.Table((n.Column(),), (n.TableBody((n.Row((cell("1111"),)), n.Row((cell("8888"),)))),))
    data = render(theme, p("1111 8888"), table)
    assert squeezed(heard(data)).count("11118888") == 2
    styles = Styles(theme)
    prose, figures = (styles.pen(Look("sans", 9, 400, "ink", tabular=tabular)) for tabular in (False, True))
    assert prose.face.word("1111").width < prose.face.word("8888").width
    assert figures.face.word("1111").width == figures.face.word("8888").width


def test_ligatures_and_kerning_are_drawn_and_read_back_as_letters():
    """Two letters may be one glyph; who reads or copies gets both."""
    face = Styles(RAGGED).face("serif", 400, False)
    assert len(face.word("fi").glyphs) == 1
    assert face.word("AV").width < face.word("A").width + face.word("V").width
    assert "office AVE" in heard(render(RAGGED, p("office AVE")))


@pytest.mark.parametrize("sign", ["\xa0", "\u202f", "\u2011"])
def test_what_is_not_to_be_parted_stays_on_a_line(justified, sign):
    """No line ends at a no-break space or a no-break hyphen."""
    for theme in (RAGGED, justified):
        lines = lines_of(f"aaa{sign}bbb " * 40, theme, 150)
        whole = lines_of(f"aaa{sign}bbb", theme, 150)[0].width
        assert all(line.width >= whole - 0.1 for line in lines)
        count = squeezed(heard(render(theme, p(f"aaa{sign}bbb " * 40)))).count(
            "aaabbb" if sign != "\u2011" else f"aaa{sign}bbb"
        )
        assert count == 40


def test_an_address_is_parted_without_hyphens():
    """A long address goes on after a slash or dot; nothing is added to it."""
    address = "https://example.org/some/very/long/path/to/a/report?year=2024&language=en"
    said = heard(render(RAGGED, p(f"See {address} and {address} for what is said.")))
    assert squeezed(said).count(address) == 2
    assert "\xad" not in said


def test_a_column_may_be_as_narrow_as_the_parts_of_its_words():
    """A table's author who puts soft hyphens into long heads gets narrow columns."""
    widths = []
    for text in ("Haushalts\xadbegleit\xadgesetz", "Haushaltsbegleitgesetz", "Haushalts-"):
        styles = Styles(RAGGED)
        words = Words(Shaper(styles), None)
        words.text(styles.pen(styles.style("table-head").look), None, text)
        widths.append(natural_width(words.finish())[0])
    assert widths[0] < widths[1] / 2
    assert widths[0] == pytest.approx(widths[2], abs=0.1)
