"""Dates of honest precision, kept as written."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.model import Date


@pytest.mark.parametrize(
    "written",
    [
        "2014",
        "2014-02",
        "2014-02-27",
        "2014-02-27T10:30Z",
        "2014-02-27T10:30:05+03:00",
        "2014~",
        "2014-02~",
        "2014/2022",
        "../2024",
        "2024-03/..",
        "unknown",
    ],
)
def test_a_date_is_kept_as_it_was_written(written):
    """No precision is added and none is lost."""
    assert str(Date(written)) == written


@pytest.mark.parametrize(
    "wrong",
    [
        "2014-13",
        "2023-02-29",
        "27.2.2014",
        "yesterday",
        "2014-2-7",
        "0000",
        "2014-02-27T10:30",
        "2014-02-27T25:00Z",
        "2014-02-27T10:00+99:00",
        "2022/2014",
        "../..",
        "2014/unknown",
        "٢٠١٤",
        "",
    ],
)
def test_what_is_no_date_is_refused_with_the_shapes_of_one(wrong):
    """The calendar is checked, and an interval's order."""
    with pytest.raises(InputError, match=r"is no date.*write 2014, 2014-02"):
        Date(wrong)


def test_a_date_knows_its_parts():
    """What was not written is None."""
    assert (Date("2014-02~").start.month, Date("2014-02~").start.day, Date("2014-02~").start.approximate) == (
        2,
        None,
        True,
    )
    assert Date("2014-02-27T10:30+03:00").start.offset == 180
    assert (Date("../2024").start, Date("../2024").end.year, Date("../2024").interval) == (None, 2024, True)
    assert not Date("unknown").known


def test_dates_sort_by_their_first_instant_and_the_unknown_comes_last():
    """Zones are respected; an interval with an open start comes first."""
    order = ["../2013", "2014-01", "2014", "2014-02-27T10:30+03:00", "2014-02-27T08:00Z", "2014-03/2015", "unknown"]
    mixed = order[::-1]
    assert sorted(mixed, key=lambda d: Date(d).sort_key) == order


@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one, other):
    """Over the whole calendar."""
    assert (one < other) == (Date(one.isoformat()).sort_key < Date(other.isoformat()).sort_key)


@given(st.datetimes(timezones=st.timezones()).map(lambda d: d.replace(second=0, microsecond=0)))
def test_a_time_with_its_zone_is_taken_from_python(moment):
    """Any moment that Python can write with a zone of whole minutes; its instant is kept."""
    offset = moment.utcoffset()
    if offset.total_seconds() % 60 or not dt.timedelta(days=1) < moment.replace(tzinfo=None) - dt.datetime.min:
        return
    from briefgen.model import Event

    assert Event("E", date=moment).date.start.first == moment.astimezone(dt.UTC)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_mistake(text):
    """No other error comes out."""
    with contextlib.suppress(InputError):
        Date(text)
