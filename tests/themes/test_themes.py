"""Themes: what they hold, how one extends another, and what is said of a wrong one."""

import pytest

import briefgen
from briefgen.errors import BriefgenError
from briefgen.themes import load_theme

HOUSE = """
extends = "institute"
name = "house"
[colours]
accent = "#7A1F3D"
[roles]
h1 = { size = 19 }
"""


@pytest.fixture
def themed(tmp_path):
    """Write a theme file and load it."""

    def write(text: str, name: str = "house.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load_theme(str(path))

    return write


def test_a_theme_says_only_what_differs(themed):
    """A theme that extends another keeps everything that it does not say itself."""
    house, base = themed(HOUSE), load_theme()
    assert (house.name, house.colours["accent"]) == ("house", "#7A1F3D")
    assert (house.roles["h1"].size, house.roles["h1"].leading) == (19, base.roles["h1"].leading)
    assert house.fonts["serif"].faces == base.fonts["serif"].faces
    assert house.colours["ink"] == base.colours["ink"]
    assert house != base


def test_a_house_theme_colours_every_format(tmp_path, themed):
    """The accent of a house's theme is in its PDF and in the styles of its Word file."""
    themed(HOUSE)
    brief = briefgen.from_dict({"title": "Talks", "background": "Before."})
    document = briefgen.compose(brief)
    theme = str(tmp_path / "house.toml")
    assert briefgen.render(document, "pdf", theme=theme).data != briefgen.render(document, "pdf").data
    import io
    import zipfile

    data = briefgen.render(document, "docx", theme=theme).data
    assert b"7A1F3D" in zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").upper()


def test_a_theme_may_extend_a_file_beside_it(themed, tmp_path):
    """A path to extend is looked for beside the theme that names it."""
    (tmp_path / "base.toml").write_text(HOUSE, encoding="utf-8")
    assert themed('extends = "base.toml"\nname = "desk"\n', "desk.toml").colours["accent"] == "#7A1F3D"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "x"\n', "'page' is missing"),
        ('extends = "nothing"\n', "there is no theme 'nothing'"),
        ('extends = "institute"\n[colours]\naccent = "red"\n', "the colour 'accent' is 'red'"),
        ('extends = "institute"\n[roles]\nh1 = { sise = 3 }\n', "the role 'h1' has no 'sise'"),
        ('extends = "institute"\n[roles]\nh1 = { font = "mono" }\n', "names the font 'mono'"),
        ('extends = "institute"\n[page]\nsize = "B7"\n', "page size 'B7'"),
        ("not toml", "can't be read"),
    ],
)
def test_a_wrong_theme_is_told_kindly(themed, text, said):
    """A mistake in a theme is one message that names what is wrong."""
    with pytest.raises(BriefgenError, match=r"house\.toml|nothing") as caught:
        themed(text)
    assert said in str(caught.value)


def test_themes_that_extend_each_other(themed, tmp_path):
    """A circle of themes is an error."""
    (tmp_path / "b.toml").write_text('extends = "a.toml"\n', encoding="utf-8")
    with pytest.raises(BriefgenError, match="circle"):
        themed('extends = "b.toml"\n', "a.toml")
