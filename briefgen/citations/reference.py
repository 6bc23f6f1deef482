"""A whole reference: for a bibliography with full stops between its pieces, for a note with commas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from ..document.nodes import Emphasis, Inlines, Link, Text
from ..document.walk import plain_text
from ..language import capitalised, catalogue
from ..language.locales import primary
from . import item as of
from .item import Csl, Name
from .names import listed, noted

INSIDE = {"en-US", "en-CA"}
"""Where full stops and commas stand before a closing quotation mark."""
_CLOSING = "”»“’›"
_IN_A_BOOK = {"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}
_BOOKS = {
    "book",
    "classic",
    "collection",
    "motion_picture",
    "pamphlet",
    "report",
    "thesis",
}
_SITES = {"post", "webpage", ""}
Begin = Callable[[str], str]


def in_list(item: Csl, language: str, *, year: str = "") -> Inlines:
    """Write a reference for a list; `year` is what citations call it by (author-date), else the date comes last."""
    role, names = of.creators(item, by_paper=True)
    lead = _lead(item, role, names, _begun(item, listed(names, language, turn=True)), language)
    title = of.title(item, language)
    when = "" if of.is_dated_by_title(item, language) else year
    pieces = [
        lead or title or _untitled(item, language),
        _text(when),
        title if lead else (),
        *_rest(item, language, bool(year), of.goes_by_paper(item), capitalised),
    ]
    return joined((*pieces, *_addresses(item, language, capitalised)), ". ", language)


def in_note(item: Csl, language: str, locator: str = "") -> Inlines:
    """Write a reference for a note, without a full stop at its end; the place cited stands for all of its pages."""
    if locator:
        item = {**item, "page": ""}
    role, names = of.creators(item)
    lead = _lead(item, role, names, noted(names, language) if names else "", language) or _untitled(item, language)
    rest = _rest(item, language, False, False, str)
    said, published = joined((lead, of.title(item, language), *rest[:-1]), ", ", language), rest[-1]
    if published and item.get("type") in _BOOKS | _IN_A_BOOK:
        said, published = (*said, Text(" ("), *published, Text(")")), ()
    return joined((said, published, _text(locator), *_addresses(item, language, str)), ", ", language)


def _lead(item: Csl, role: str, names: Sequence[Name], said: str, language: str) -> Inlines:
    if role == "editor":
        one, many = "{names}, ed.", "{names}, eds."
        return _text(catalogue(language).ngettext(one, many, len(names)).format(names=said))
    if names and not item.get("author") and of.goes_by_paper(item):
        return (Emphasis((Text(said),)),)
    return _text(said)


def _untitled(item: Csl, language: str) -> Inlines:
    return () if of.title(item, language) else _text(catalogue(language).gettext("Untitled"))


def _begun(item: Csl, said: str) -> str:
    """Begin with a capital, but for the names of people: `van der Berg, Jan`."""
    return said if item.get("author") or item.get("editor") else capitalised(said)


def _rest(item: Csl, language: str, dated: bool, by_paper: bool, begin: Begin) -> list[Inlines]:
    """Give what follows the title; `dated` and `by_paper` say that year and paper were given before.

    What was published comes last.
    """
    told = dated or of.is_dated_by_title(item, language)
    when = "" if told and not of.is_dated_to_the_day(item) else of.date(item, language)
    kind = _kind(item, language)
    thesis = kind if item.get("type") == "thesis" else ""
    said = ("" if thesis else kind, *_makers(item, language), *_which(item, language))
    return [
        *(_text(begin(words)) for words in said),
        _text(_number(item, language, begin)),
        _after_paper(item, when) if by_paper else _within(item, language, when, dated, begin),
        *(_text(words) for words in _circumstances(item, language)),
        _published(item, begin(thesis), "" if _has_date(item) else when),
    ]


def _kind(item: Csl, language: str) -> str:
    genre = item.get("genre", "") if item.get("title") else ""
    said = ", ".join(part for part in (genre, item.get("medium", "")) if part)
    return of.uncapitalised(said) if primary(language) == "en" else said


def _makers(item: Csl, language: str) -> Iterable[str]:
    say = catalogue(language).gettext
    if item.get("editor") and of.creators(item)[0] != "editor" and item.get("type") not in _IN_A_BOOK:
        yield say("edited by {names}").format(names=listed(item["editor"], language))
    if item.get("translator"):
        yield say("translated by {names}").format(names=listed(item["translator"], language))


def _which(item: Csl, language: str) -> Iterable[str]:
    """Say which of several: edition, version, volume of a book, series, number."""
    say = catalogue(language).gettext
    if item.get("type") not in _IN_A_BOOK:
        yield of.edition(item.get("edition", ""), language)
    if item.get("version"):
        yield say("version {number}").format(number=item["version"])
    if item.get("volume") and not item.get("container-title"):
        yield say("vol. {number}").format(number=item["volume"])
    yield " ".join(item[key] for key in ("collection-title", "collection-number") if item.get(key))


def _number(item: Csl, language: str, begin: Begin) -> str:
    """Give the number with its section; one that begins with letters, such as `c. 14`, says itself what it is."""
    number = item.get("number", "")
    if number[:1].isdigit():
        number = begin(catalogue(language).gettext("no. {number}").format(number=number))
    section = "" if item.get("container-title") else item.get("section", "")
    return ", ".join(part for part in (number, section) if part)


def _has_date(item: Csl) -> bool:
    """Tell whether the date stands with the periodical or site that holds an item."""
    return bool(item.get("container-title")) and item.get("type") not in _IN_A_BOOK


def _within(item: Csl, language: str, when: str, dated: bool, begin: Begin) -> Inlines:
    """Name the work that holds it: a journal by volume and issue, a book with its editors, a paper by its day."""
    say = catalogue(language).gettext
    name, kind = item.get("container-title"), item.get("type", "")
    if not name:
        pages = say("chapter {number}").format(number=item["chapter-number"]) if item.get("chapter-number") else ""
        return _text(", ".join(part for part in (pages, item.get("page")) if part))
    whole = Text(name) if kind in _SITES else Emphasis((Text(name),))
    if kind in _IN_A_BOOK:
        return (Text(begin(say("in")) + " "), whole, *_in_book(item, language))
    if item.get("volume") or item.get("issue"):
        return (whole, Text(_issue(item, language, when, dated)))
    return (whole, *_after(", ", item.get("section"), when, item.get("page")))


def _after_paper(item: Csl, when: str) -> Inlines:
    """Say where in its paper an item stands that is listed under the paper's name."""
    return _text(", ".join(part for part in (item.get("section"), when, item.get("page")) if part))


def _in_book(item: Csl, language: str) -> Inlines:
    editors = item.get("editor") if of.creators(item)[0] != "editor" else None
    by = catalogue(language).gettext("edited by {names}").format(names=listed(editors, language)) if editors else ""
    return _after(", ", of.edition(item.get("edition", ""), language), by, item.get("volume"), item.get("page"))


def _issue(item: Csl, language: str, when: str, dated: bool) -> str:
    """Write volume, issue, date and pages of a journal: ` 12, no. 3 (2025): 4–9`; after the year ` 12 (3): 4–9`."""
    volume, issue = item.get("volume", ""), item.get("issue", "")
    pages = f": {item['page']}" if item.get("page") else ""
    if dated:
        inside = ", ".join(part for part in (issue, when) if part)
        return f" {volume}{f' ({inside})' if inside else ''}{pages}"
    numbered = catalogue(language).gettext("no. {number}").format(number=issue) if issue else ""
    place = ", ".join(part for part in (volume, numbered) if part)
    return f" {place}{f' ({when})' if when else ''}{pages}"


def _after(between: str, *parts: str | None) -> Inlines:
    said = "".join(f"{between}{part}" for part in parts if part)
    return (Text(said),) if said else ()


def _circumstances(item: Csl, language: str) -> Iterable[str]:
    """Say where a speech was held, whose law it is, and where a paper lies."""
    held = item.get("event-date", "unknown") != "unknown" and item.get("issued", "unknown") != "unknown"
    when = of.date({"issued": item["event-date"]}, language) if held else ""
    yield ", ".join(part for part in (item.get("event-title"), when) if part)
    yield ", ".join(item[key] for key in ("authority", "jurisdiction") if item.get(key) and not _leads(item, key))
    yield ", ".join(item[key] for key in ("archive", "archive_location") if item.get(key))


def _leads(item: Csl, key: str) -> bool:
    """Tell whether a body stands already where an author would."""
    names = of.creators(item)[1]
    return len(names) == 1 and names[0].get("literal") == item.get(key)


def _published(item: Csl, thesis: str, when: str) -> Inlines:
    publisher = "" if _leads(item, "publisher") else item.get("publisher", "")
    place = ": ".join(part for part in (item.get("publisher-place"), publisher) if part)
    return _text(", ".join(part for part in (thesis, place, when) if part))


def _addresses(item: Csl, language: str, begin: Begin) -> list[Inlines]:
    say = catalogue(language).gettext
    found: list[Inlines] = [_text(f"{key} {item[key]}") for key in ("ISBN", "ISSN") if item.get(key)]
    if item.get("accessed", "unknown") != "unknown":
        day = of.date({"issued": item["accessed"]}, language)
        found.append(_text(begin(say("read on {date}").format(date=day))))
    if url := f"https://doi.org/{item['DOI']}" if item.get("DOI") else item.get("URL", ""):
        found.append((Link(url, (Text(url),)),))
    if archived := (item.get("custom") or {}).get("archived"):
        found.append((Text(begin(say("archived at")) + " "), Link(archived, (Text(archived),))))
    return found


# --- joining pieces -----------------------------------------------------------------------------------------------


def _text(words: str) -> Inlines:
    return (Text(words),) if words else ()


def joined(pieces: Iterable[Inlines], between: str, language: str) -> Inlines:
    """Join pieces and, where full stops part them, end with one; no second mark after one that ends a title."""
    out: Inlines = ()
    for piece in filter(None, pieces):
        out = (*_marked(out, between.strip(), language), Text(" "), *piece) if out else piece
    return _marked(out, ".", language) if between == ". " and out else out


def _marked(inlines: Inlines, mark: str, language: str) -> Inlines:
    """Put a full stop or comma after inlines, or before their closing quotation mark where the language has it so."""
    last, said = inlines[-1], plain_text(inlines)
    bare = said.rstrip(_CLOSING)
    if mark == "." and bare[-1:] in ".…?!":
        return inlines
    if language in INSIDE and len(bare) < len(said) and isinstance(last, Text):
        return (*inlines[:-1], evolve(last, text=f"{last.text[:-1]}{mark}{last.text[-1]}"))
    return (*inlines, Text(mark))
