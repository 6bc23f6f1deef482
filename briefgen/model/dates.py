"""`Date`: a date of honest precision, kept as it was written."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from attrs import field, frozen

from ..errors import InputError
from .convert import absent, missing, unboxed
from .mistakes import mistake, shown

SHAPES = "2014, 2014-02, 2014-02-27, 2014-02-27T10:30+03:00, 2014~, 2014/2022, ../2024 or unknown"
_MOMENT = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d)"
    r"(T(?P<hour>\d\d):(?P<minute>\d\d)(:(?P<second>\d\d)(\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?(?P<about>~)?",
    re.ASCII,
)


@frozen(kw_only=True)
class Moment:
    """One end of a date: a year, and as much more as is known. `offset` is in minutes east of UTC."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: time | None = None
    offset: int | None = None
    approximate: bool = False

    @property
    def first(self) -> datetime:
        """The earliest instant that is meant, in UTC where a zone is known."""
        start = datetime(self.year, self.month or 1, self.day or 1, tzinfo=UTC)
        clock = self.clock or time()
        start = start.replace(hour=clock.hour, minute=clock.minute, second=clock.second)
        return _shifted(start, -(self.offset or 0))

    @property
    def last(self) -> datetime:
        """The latest instant that is meant, to the second."""
        if self.clock is not None:
            return self.first
        month = self.month or 12
        day = self.day or monthrange(self.year, month)[1]
        return datetime(self.year, month, day, 23, 59, 59, tzinfo=UTC)


def _shifted(start: datetime, minutes: int) -> datetime:
    try:
        return start + timedelta(minutes=minutes)
    except OverflowError:  # year 1 or 9999, moved over the calendar's edge
        return start


def _checked(value: str) -> str:
    written = value.strip() if isinstance(value, str) else _written(value)
    _ends(written)
    return written


@frozen
class Date:
    """A date as written: `2014`, `2014-02`, `2014-02-27`, a time with its zone, `2014~`, `2014/2022`,
    `../2024`, or `unknown`, which is not the same as no date.

    A time needs its zone. The forms are a few of the Extended Date/Time Format (ISO 8601-2:2019).

    >>> Date("2014-02").start.month, Date("2014/2022").interval, Date("unknown").known
    (2, True, False)
    """

    text: str = field(converter=_checked)

    def __str__(self) -> str:
        """Give the date as it was written."""
        return self.text

    @property
    def known(self) -> bool:
        """Whether the date is anything but `unknown`."""
        return self.text != "unknown"

    @property
    def interval(self) -> bool:
        """Whether two ends are given."""
        return "/" in self.text

    @property
    def start(self) -> Moment | None:
        """The date, or an interval's first end; None if unknown or open."""
        return _ends(self.text)[0]

    @property
    def end(self) -> Moment | None:
        """The date, or an interval's last end; None if unknown or open."""
        return _ends(self.text)[1]

    @property
    def sort_key(self) -> tuple[int, datetime, datetime]:
        """What to sort dates by: by first instant, then by last; an unknown date comes last."""
        first, last = _ends(self.text)
        low, high = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
        return (0 if self.known else 1, first.first if first else low, last.last if last else high)


def _ends(value: str) -> tuple[Moment | None, Moment | None]:
    if value == "unknown":
        return None, None
    if "/" not in value:
        moment = _moment(value)
        return moment, moment
    first, _, last = value.partition("/")
    ends = None if first == ".." else _moment(first), None if last == ".." else _moment(last)
    if ends == (None, None) or (ends[0] and ends[1] and ends[0].first > ends[1].last):
        raise _wrong(value, "its end comes before its start" if ends[0] else "one end must be given")
    return ends


def _moment(value: str) -> Moment:
    match = _MOMENT.fullmatch(value)
    if match is None:
        raise _wrong(value)
    if match["hour"] and not match["zone"]:
        raise _wrong(value, "a time needs its zone, such as Z or +03:00")
    try:
        return _valid(match)
    except ValueError as error:
        raise _wrong(value, str(error)) from None


def _valid(match: re.Match[str]) -> Moment:
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    date(year or 0, 1 if month is None else month, 1 if day is None else day)
    clock = None
    if match["hour"]:
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    return Moment(
        year=year or 0,
        month=month,
        day=day,
        clock=clock,
        offset=_offset(match["zone"]),
        approximate=bool(match["about"]),
    )


def _offset(zone: str | None) -> int | None:
    if zone is None or zone == "Z":
        return None if zone is None else 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    if minutes >= 24 * 60:
        raise ValueError("a zone is less than a day from UTC")
    return -minutes if zone[0] == "-" else minutes


def _wrong(value: object, why: str = "") -> InputError:
    because = f" ({why})" if why else ""
    return mistake(f"{shown(value)} is no date{because}", code="wrong-date", hint=f"write {SHAPES}")


def as_date(value: "Date | str | int | date") -> Date:
    """Take text, a year, Python's date or datetime (with its zone), pandas' Timestamp or CSL's date-parts."""
    if isinstance(value, Date):
        return value
    if absent(value):
        raise missing()
    return Date(value)  # type: ignore[arg-type]  # its converter takes what _written takes


def some_date(value: "Date | str | int | date | None") -> Date | None:
    """Take a date, or nothing."""
    return None if value is None or absent(value) else as_date(value)


def _written(value: object) -> str:
    plain = unboxed(value)
    if isinstance(plain, datetime):
        return _written_time(plain)
    if isinstance(plain, date):
        return plain.isoformat()
    if isinstance(plain, int | float) and not isinstance(plain, bool) and plain in range(1, 10_000):
        return f"{int(plain):04d}"
    if isinstance(plain, Mapping) and "date-parts" in plain:
        return _from_parts(plain["date-parts"])
    raise _wrong(plain)


def _written_time(value: datetime) -> str:
    """A midnight without a zone is how pandas writes a day; another time without one is refused later."""
    if value.tzinfo is None and value.time() == time():
        return value.date().isoformat()
    return value.isoformat(timespec="seconds" if value.second else "minutes").replace("+00:00", "Z")


def _from_parts(ends: object) -> str:
    """CSL's date-parts: one or two lists of year, month, day, as numbers or text."""
    try:
        parts = [[int(part) for part in end] for end in ends]  # type: ignore[attr-defined]  # told as a mistake
    except (TypeError, ValueError):
        raise _wrong(ends) from None
    return "/".join("-".join(f"{part:0{4 if at == 0 else 2}d}" for at, part in enumerate(end)) for end in parts)
