"""What a CSL-JSON item says: its creators, its year, its title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..document.nodes import Emphasis, Inlines, Text
from ..language import catalogue, format_date, ordinal, quoted

Csl = Mapping[str, Any]
Name = Mapping[str, str]

ITALIC = {
    *(
        "book",
        "classic",
        "collection",
        "figure",
        "graphic",
        "hearing",
        "legal_case",
        "map",
        "motion_picture",
    ),
    *("musical_score", "pamphlet", "performance", "periodical", "report", "software", "standard"),
}
PLAIN = {"", "bill", "document", "event", "legislation", "patent", "personal_communication", "regulation", "treaty"}
_IS_EDITION = re.compile(r"\bed(n|s|ition)?\b|\baufl", re.IGNORECASE)
BY_ITS_PUBLISHER = {"dataset", "document", "hearing", "pamphlet", "report", "software", "standard", "webpage"}
BY_ITS_CONTAINER = {"article-magazine", "article-newspaper", "broadcast"}


def creators(item: Csl, *, by_paper: bool = False) -> tuple[str, Sequence[Name]]:
    """Say who stands first, and in which role: authors, editors, who is described, or who published a report.

    With `by_paper` unsigned news counts as its paper's, as a citation by author and year needs it. A source without any
    of these goes by its short name where that is no beginning of its title.
    """
    for role in ("author", "editor"):
        if item.get(role):
            return role, item[role]
    described = (item.get("custom") or {}).get("described_as", "")
    literal = described or _body(item) or (_paper(item) if by_paper else "") or _short_name(item)
    return ("", ({"literal": literal},)) if literal else ("", ())


def _body(item: Csl) -> str:
    known = item.get("publisher") or item.get("authority") or ""
    return known if item.get("type") in BY_ITS_PUBLISHER else ""


def _paper(item: Csl) -> str:
    return item.get("container-title", "") if item.get("type") in BY_ITS_CONTAINER else ""


def _short_name(item: Csl) -> str:
    short = item.get("title-short", "")
    return "" if item.get("title", "").startswith(short) else short


def goes_by_short_name(item: Csl) -> bool:
    """Tell whether an item stands under a short name that is no part of its title."""
    short = _short_name(item)
    return bool(short) and creators(item)[1] == ({"literal": short},)


def goes_by_paper(item: Csl) -> bool:
    """Tell whether an item stands under the name of its paper."""
    return bool(_paper(item)) and not creators(item)[1]


def year(item: Csl, language: str) -> str:
    """Give the year for a citation: of issue, else of the event; `n.d.` where none is known."""
    text = next((item[key] for key in ("issued", "event-date") if item.get(key, "unknown") != "unknown"), "")
    if not text:
        return catalogue(language).gettext("n.d.")
    years = [_year(end) for end in text.split("/")]
    return format_date("/".join(dict.fromkeys(years)), language)


def _year(end: str) -> str:
    return re.sub(r"^(\d{4})[^~]*(~?)$", r"\1\2", end)


def is_dated_by_title(item: Csl, language: str) -> bool:
    """Tell whether the title ends with the year, as a law's may, so that it need not be said again."""
    return not creators(item, by_paper=True)[1] and item.get("title", "").endswith(f" {year(item, language)}")


def date(item: Csl, language: str) -> str:
    """Write the date of issue, else of the event, as far as it is known; `n.d.` where it is not."""
    for key in ("issued", "event-date"):
        if item.get(key, "unknown") != "unknown":
            return format_date(item[key], language)
    return catalogue(language).gettext("n.d.")


def is_dated_to_the_day(item: Csl) -> bool:
    """Tell whether a date says more than a year, so that it is given beside the year."""
    text = item.get("issued", "unknown")
    text = item.get("event-date", "") if text == "unknown" else text
    return "-" in text


def edition(words: str, language: str) -> str:
    """Say which edition: a number as a place in an order; what says itself that it is an edition stays.

    >>> edition("2", "en"), edition("revised", "en"), edition("2nd ed.", "en"), edition("2", "de")
    ('2nd edition', 'revised edition', '2nd ed.', '2. Auflage')
    """
    if not words or _IS_EDITION.search(words):
        return words
    which = ordinal(int(words), language) if words.isascii() and words.isdigit() else words
    return catalogue(language).gettext("{edition} edition").format(edition=which)


def title(item: Csl, language: str, *, short: bool = False) -> Inlines:
    """Write the title: whole works in italics, parts of works in quotation marks, laws and letters plainly."""
    words = short_title(item) if short else _bare(item.get("title") or item.get("genre", ""))
    if not words:
        return ()
    if item.get("type") in ITALIC or (item.get("type") == "broadcast" and not item.get("container-title")):
        return (Emphasis((Text(words),)),)
    plain = item.get("type", "") in PLAIN or not item.get("title")
    return (Text(words if plain else quoted(_requoted(words, language), language)),)


def short_title(item: Csl) -> str:
    """Give the short title where it begins the title, else the main title: what stands before a colon."""
    whole = item.get("title") or item.get("genre", "")
    short = item.get("title-short", "")
    return str(short if short and whole.startswith(short) else _bare(whole.split(": ")[0]))


def _bare(title: str) -> str:
    """Take the full stop off a title that is a sentence; one that ends an abbreviation stays."""
    return re.sub(r"(?<=[^\W\d_]{4})\.$", "", title)


def _requoted(title: str, language: str) -> str:
    """Give quotations within a title the inner marks of its language, or of English, as they stand in it."""
    inner = quoted("\0", language, within=True).split("\0")
    for outer in (quoted("\0", language).split("\0"), ["“", "”"]):
        title = title.replace(outer[0], inner[0]).replace(outer[1], inner[1])
    return title


def uncapitalised(words: str) -> str:
    """Begin with a small letter, but for an abbreviation or a name of capitals.

    >>> uncapitalised("Press release"), uncapitalised("PhD thesis")
    ('press release', 'PhD thesis')
    """
    return words[:1].lower() + words[1:] if re.match(r"[A-Z][a-z]+\b", words) else words
