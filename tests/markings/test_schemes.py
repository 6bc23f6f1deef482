"""Marking schemes: their order, what a slip is told, and a house's own file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.markings import names, recognised, scheme

TLP = scheme("tlp")
HOUSE = """
name = "House"
citation = "The house's rules, 2026"
[[levels]]
level = "OPEN"
[[levels]]
level = "CLOSED"
formerly = ["SHUT"]
colour = "#AA0000"
"""


def test_tlp_is_as_its_standard_has_it():
    """Four labels and one with a restriction, each with FIRST's colour on black, in 12 points or more."""
    assert TLP.colours == {
        "TLP:CLEAR": "#FFFFFF",
        "TLP:GREEN": "#33FF00",
        "TLP:AMBER": "#FFC000",
        "TLP:AMBER+STRICT": "#FFC000",
        "TLP:RED": "#FF2B2B",
    }
    assert (list(TLP.colours), TLP.background, TLP.least_size) == (list(TLP.names), "#000000", 12.0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("TLP:WHITE", "TLP:CLEAR"),
        ("TLP: RED", "TLP:RED"),
        ("tlp:amber", "TLP:AMBER"),
        ("Amber", "TLP:AMBER"),
        ("TLP:AMBER STRICT", "TLP:AMBER+STRICT"),
        ("TLP:GREN", "TLP:GREEN"),
        ("Nur für den Dienstgebrauch", ""),
    ],
)
def test_a_slip_is_told_with_the_nearest_level(written, meant):
    """An old word, a space, lower case and a slip each name the level that was meant; far words name none."""
    assert TLP.rank(written) is None
    assert TLP.nearest(written) == meant


@given(st.lists(st.sampled_from([*TLP.names, "TLP:WHITE", "OFFICIAL"]), max_size=6))
def test_the_highest_is_no_lower_than_any(levels):
    """The highest of several levels is one of them, and none of them is higher."""
    known = [level for level in levels if level in TLP.names]
    highest = TLP.highest(levels)
    assert highest is None if not known else TLP.rank(highest) == max(map(TLP.rank, known))


def test_a_level_says_which_scheme_it_is_of():
    """A level of either scheme that ships is known by its word, and a near miss too."""
    assert names() == ("classification", "tlp")
    assert [recognised(level).id for level in ("TLP:RED", "tlp red", "TOP SECRET", "secret")] == [
        "tlp",
        "tlp",
        "classification",
        "classification",
    ]
    assert recognised("Nur für den Dienstgebrauch") is None


def test_a_house_adds_its_own_scheme(tmp_path):
    """A file beside the brief gives levels in their order; nothing outside the folder is read."""
    (tmp_path / "house.toml").write_text(HOUSE)
    found = scheme("house.toml", tmp_path)
    assert (found.names, found.nearest("shut")) == (("OPEN", "CLOSED"), "CLOSED")
    (tmp_path / "inner").mkdir()
    with pytest.raises(InputError, match="is not within the brief's folder"):
        scheme("../house.toml", tmp_path / "inner")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("name =", "nam ="), "'nam' is not known"),
        (('"#AA0000"', '"red"'), "levels[1]: colour: expected a colour such as '#FFC000', found 'red'"),
        (('"CLOSED"', '"OPEN"'), "the level 'OPEN' stands twice"),
        (('level = "OPEN"', ""), "levels[0]: 'level' is missing"),
        (('["SHUT"]', '"SHUT"'), "levels[1]: formerly: expected a list of texts"),
        (("[[levels]]", "[levels]"), "can't be read"),
        (('citation = "', 'least_size = "12"\ncitation = "'), "least_size: expected a number of points"),
    ],
)
def test_a_mistake_in_a_scheme_is_told(tmp_path, change, told):
    """Each mistake of a house's file is told with the file's name."""
    (tmp_path / "house.toml").write_text(HOUSE.replace(*change))
    with pytest.raises(InputError) as error:
        scheme("house.toml", tmp_path)
    assert told in str(error.value)


def test_a_scheme_that_is_not_there_is_told_with_the_nearest():
    """A slip in the scheme's name is told, and so is a file that is missing."""
    with pytest.raises(InputError, match="there is no marking scheme 'tpl'; nearest: 'tlp'"):
        scheme("tpl")
