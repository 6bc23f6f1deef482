"""What people and programs hand over, taken as what it means or refused with the field's name."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from briefgen.errors import InputError
from briefgen.model import Actor, Brief, Claim, Event, Exhibit, KeyFigure, Layout, Likelihood, Position, Quote, Scenario
from briefgen.model.repair import TextRepaired
from briefgen.prose import Prose


class NaTType:
    """Stands for pandas' NaT, which is equal to nothing, itself included."""

    def __eq__(self, other):
        return False

    __hash__ = None


class Boxed:
    """Stands for a scalar of numpy, which knows its plain value by `item()`."""

    __module__ = "numpy"

    def __init__(self, value):
        self.value = value

    def item(self):
        return self.value


@pytest.mark.parametrize("nothing", [None, float("nan"), Decimal("nan"), NaTType(), "", " \n"])
def test_what_says_that_nothing_is_there_is_absent(nothing):
    """None, NaN, NaT and blank text leave a field empty, and a list without the item."""
    event = Event("E", date=nothing, description=nothing, status=nothing, parties=[nothing, "us"], sources=nothing)
    assert (event.date, event.description, event.status, event.parties, event.sources) == (
        None,
        None,
        None,
        ("us",),
        (),
    )


@pytest.mark.parametrize("wrong", [3, 3.5, True, ["a"], {"a": 1}, b"a", date(2024, 1, 1)])
def test_only_text_is_text(wrong):
    """Nothing is turned into text on the quiet, neither a number nor a list."""
    for build in (lambda: Actor(wrong), lambda: Brief("T", subtitle=wrong), lambda: Claim(wrong)):
        with pytest.raises(InputError, match=r"expected text"):
            build()


@pytest.mark.filterwarnings("ignore::briefgen.model.repair.TextRepaired")
def test_text_of_which_nothing_is_left_is_missing():
    """A control character alone is no name and no id."""
    for build in (lambda: Actor("\x7f"), lambda: Actor("A", id="\0"), lambda: Claim("\u202e")):
        with pytest.raises(InputError, match="must not be empty"):
            build()


def test_a_text_is_a_list_of_one_and_never_a_list_of_letters():
    """`aka: Kyiv` is one name."""
    assert Actor("Ukraine", aka="Kyiv").aka == ("Kyiv",)
    assert Position("x", demands="Neutrality").demands == (Prose("Neutrality"),)


def test_a_mistake_names_its_field_and_the_nearest_word():
    """What is wrong, what was expected, and what was probably meant."""
    with pytest.raises(InputError, match=r"status: 'reportd' is none of: confirmed, reported.*nearest: 'reported'"):
        Event("E", status="reportd")
    with pytest.raises(InputError, match=r"stance: 'strongly_for' is none of.*nearest: 'strongly for'"):
        Position("x", stance="strongly_for")
    with pytest.raises(InputError, match=r"indicators\[1\]\.state: 'sen'.*nearest: 'seen'"):
        Scenario("S", indicators=["a", {"statement": "b", "state": "sen"}])


def test_a_part_of_another_kind_is_refused():
    """An event is no actor."""
    with pytest.raises(InputError, match=r"actors\[0\]: expected actor with its fields, found an event"):
        Brief("T", actors=[Event("E")])


def test_numbers_are_taken_as_what_they_mean():
    """Decimals and numpy's scalars become plain numbers; what is no finite number of sane size is refused."""
    assert [KeyFigure("f", value=v).value for v in (Decimal("2"), Decimal("2.5"), Boxed(7), "12–15", 3)] == [
        2,
        2.5,
        7,
        "12–15",
        3,
    ]
    for wrong in (float("inf"), 10**30):
        with pytest.raises(InputError, match=r"value: .* too large or not finite"):
            KeyFigure("f", value=wrong)


def test_a_likelihood_keeps_what_was_written():
    """A term, a probability, a range, or the source's own words."""
    assert Likelihood("likely").value == "likely"
    assert Likelihood([0.2, 0.45]).value == (0.2, 0.45)
    assert Likelihood(wording="a real chance", rank=1).value is None
    with pytest.raises(InputError, match=r"no probability; one lies from 0 to 1; write 0\.6 or '60 %'"):
        Likelihood(60)
    with pytest.raises(InputError, match=r"lower end first"):
        Likelihood([0.6, 0.2])


def test_credibility_is_a_number_from_1_to_6():
    """The Admiralty number rates the information."""
    assert Claim("c", credibility=3).credibility == 3
    with pytest.raises(InputError, match=r"credibility: the number 7 is no credibility"):
        Claim("c", credibility=7)


def test_truth_is_true_or_false():
    """`yes` and 1 are neither."""
    for wrong in ("yes", 1):
        with pytest.raises(InputError, match=r"exclusive: expected true or false"):
            Brief("T", scenario_set={"exclusive": wrong})


def test_a_set_is_no_list():
    """A set has no order, so the same brief would come out differently."""
    with pytest.raises(InputError, match=r"a set has no order"):
        Brief("T", keywords={"a", "b"})


def test_ids_are_made_of_letters_and_digits_of_any_script():
    """An id with a space or a comma is refused, with one that would do."""
    assert Event("E", id="мир-2024").id == "мир-2024"
    assert Event("E", id="शांति").id == "शांति"
    with pytest.raises(InputError, match=r"id: 'The visit' is no id.*nearest: 'the-visit'"):
        Event("E", id="The visit")


def test_a_language_is_a_tag():
    """`English` is no tag."""
    assert Quote("да", language="ru").language == "ru"
    with pytest.raises(InputError, match=r"language: 'British English' is no language tag"):
        Brief("T", language="British English")


def test_characters_that_no_document_may_hold_are_taken_out_and_told():
    """Text from Python is repaired with a Python warning, so that no later stage meets such a character."""
    with pytest.warns(TextRepaired, match=r"U\+0000, U\+202E"):
        assert Actor("a\0b\u202e").name == "ab"
    with pytest.warns(TextRepaired, match=r"U\+D800"):
        assert Claim(Prose("x\ud800")).statement == Prose("x\ufffd")


def test_line_ends_become_line_feeds():
    """Windows' and old Mac's line ends need no telling."""
    assert Claim("a\r\nb\rc").statement.source == "a\nb\nc"


def test_a_tables_first_row_may_be_its_head():
    """A table is its columns and rows, or a list of rows; empty cells keep their place."""
    assert (
        Exhibit("E", table=[["a", "b"], [1, None]]).table
        == Exhibit("E", table={"columns": ["a", "b"], "rows": [[1, float("nan")]]}).table
    )


def test_a_templates_options_keep_their_types():
    """Truth, numbers, text and lists of text; what is wrong names its option."""
    layout = Layout(options={"toc": True, "depth": 2, "parts": ["a", "b"]})
    assert dict(layout.options) == {"toc": True, "depth": 2, "parts": ("a", "b")}
    with pytest.raises(InputError, match=r"options\.depth: expected text, found a mapping"):
        Layout(options={"depth": {}})


def test_dates_of_python_are_taken_with_their_zone():
    """A day, a midnight as pandas writes a day, a time with its zone, and a bare year."""
    east = timezone(timedelta(hours=3))
    given = [date(2014, 2, 27), datetime(2014, 2, 27), datetime(2014, 2, 27, 10, 30, tzinfo=east), 2014, 2014.0]
    assert [str(Event("E", date=d).date) for d in given] == [
        "2014-02-27",
        "2014-02-27",
        "2014-02-27T10:30+03:00",
        "2014",
        "2014",
    ]
    with pytest.raises(InputError, match=r"date: .*a time needs its zone"):
        Event("E", date=datetime(2014, 2, 27, 10, 30))


def test_dates_of_csl_are_taken():
    """`date-parts` come out of reference managers."""
    from briefgen.model import Source

    assert str(Source("S", issued={"date-parts": [[2014, 2]]}).issued) == "2014-02"
    assert str(Source("S", issued={"date-parts": [["2014"], [2015, 3, 1]]}).issued) == "2014/2015-03-01"
    with pytest.raises(InputError, match=r"issued: .*is no date"):
        Source("S", issued={"date-parts": [["soon"]]})
