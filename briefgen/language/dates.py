"""Dates of honest precision: as much as is known, and no more.

Written as EDTF writes them: `2014`, `2014-02`, `2014-02-27`, `2014-02-27T14:05+03:00`, `2014~` (about), `2014/2022`,
`../2024`, `2014/..`, or `unknown`.
"""

from __future__ import annotations

import re
from datetime import date

from .catalogue import catalogue
from .locales import ENGLISH, babel_locale

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d)(T(?P<time>\d\d:\d\d)(:\d\d(\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
    r"(?P<about>~)?",
    re.ASCII,
)
_OPEN = ("", "..")


def format_date(text: str, language: str) -> str:
    """Write a date for a reader; raises `ValueError` for what is no such date.

    >>> format_date("2014-02-27", "en-GB"), format_date("2014~", "en"), format_date("2014/2022", "en")
    ('27 February 2014', 'about 2014', '2014–2022')
    >>> format_date("../2024", "en"), format_date("2014-02", "de"), format_date("unknown", "en")
    ('until 2024', 'Februar 2014', 'not known')
    """
    translate = catalogue(language).gettext
    if text == "unknown":
        return translate("not known")
    start, slash, end = text.partition("/")
    if not slash:
        return _single(start, language)
    if start in _OPEN and end in _OPEN:
        raise _wrong(text)
    if start in _OPEN:
        return translate("until {date}").format(date=_single(end, language))
    if end in _OPEN:
        return translate("from {date}").format(date=_single(start, language))
    return _interval(start, end, language)


def _parse(text: str) -> tuple[re.Match[str], date]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise _wrong(text)
    try:
        return match, date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        raise _wrong(text) from None


def _wrong(text: str) -> ValueError:
    return ValueError(f"{text!r} is no date; expected e.g. 2014, 2014-02, 2014-02-27, 2014~, 2014/2022, unknown")


def _precision(match: re.Match[str]) -> str:
    return "day" if match["day"] else "month" if match["month"] else "year"


def _single(text: str, language: str) -> str:
    match, when = _parse(text)
    said = _calendar(when, _precision(match), language)
    if match["time"]:
        said += f", {match['time']}{_zone(match['zone'])}"
    return catalogue(language).gettext("about {date}").format(date=said) if match["about"] else said


def _calendar(when: date, precision: str, language: str) -> str:
    if precision == "year":
        return f"{when.year}"
    if language in ENGLISH:
        day = f"{when.day} " if precision == "day" else ""
        return f"{day}{_MONTHS[when.month - 1]} {when.year}"
    from babel.dates import format_date as babel_date
    from babel.dates import format_skeleton

    locale = babel_locale(language)
    if precision == "day":
        return babel_date(when, "long", locale=locale)
    return format_skeleton("yMMMM", when, locale=locale)


def _zone(zone: str | None) -> str:
    """Name a zone by its distance from UTC: the text holds no place that would give it a name."""
    if not zone:
        return ""
    hours, minutes = ("00", "00") if zone == "Z" else (zone[1:3], zone[-2:])
    if hours == minutes == "00":
        return " UTC"
    sign = "−" if zone[0] == "-" else "+"
    return f" UTC{sign}{int(hours)}" + (f":{minutes}" if minutes != "00" else "")


def _interval(start: str, end: str, language: str) -> str:
    (first, low), (last, high) = _parse(start), _parse(end)
    precision = _precision(first)
    plain = precision == _precision(last) and not any(m["about"] or m["time"] for m in (first, last))
    if not plain:
        return f"{_single(start, language)} – {_single(end, language)}"
    if precision == "year":
        return f"{low.year}–{high.year}"
    return _english_span(low, high, precision) if language in ENGLISH else _other_span(low, high, precision, language)


def _english_span(low: date, high: date, precision: str) -> str:
    """Say what both ends share only once: 27–28 February 2014; February–May 2014."""
    whole = _calendar(high, precision, "en")
    if low.year != high.year:
        return f"{_calendar(low, precision, 'en')} – {whole}"
    if precision == "month":
        return f"{_MONTHS[low.month - 1]}–{whole}"
    return f"{low.day}–{whole}" if low.month == high.month else f"{low.day} {_MONTHS[low.month - 1]} – {whole}"


def _other_span(low: date, high: date, precision: str, language: str) -> str:
    from babel.dates import format_interval

    if precision == "day":
        return _span_of_days(low, high, language)
    # CLDR's thin spaces are in few fonts.
    return format_interval(low, high, "yMMMM", locale=babel_locale(language)).replace("\N{THIN SPACE}", " ")


def _span_of_days(low: date, high: date, language: str) -> str:
    """Say a month that both ends share once where the day stands first: 1.–3. Dezember 2025.

    CLDR has such spans only with months cut short.
    """
    from babel.dates import get_date_format

    first, last = (_calendar(day, "day", language) for day in (low, high))
    day_first = re.match(r"d\.? ", get_date_format("long", babel_locale(language)).pattern)
    if (low.year, low.month) == (high.year, high.month) and day_first:
        return f"{first.split()[0]}–{last}"
    return f"{first} – {last}"
