"""BibTeX and BibLaTeX: the entries of a `.bib` file as the plain data of sources."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from attrs import frozen

from .decode import refused
from .latex import plain, split_names

Entry = tuple[int, dict[str, object]]

_TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "collection": "book", "mvbook": "book",
    "proceedings": "book", "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "manual": "report", "report": "report", "techreport": "report",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "unpublished": "manuscript", "dataset": "dataset", "software": "software", "patent": "patent",
    "legislation": "legislation", "jurisdiction": "legal_case", "periodical": "periodical", "movie": "motion_picture",
    "video": "motion_picture", "audio": "song", "letter": "personal_communication", "standard": "standard",
    "inreference": "entry-encyclopedia", "reference": "book", "misc": "document",
}  # fmt: skip
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
_FIELDS = {
    "shorttitle": "title-short", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "address": "publisher-place", "location": "publisher-place", "edition": "edition",
    "version": "version", "volume": "volume", "issue": "issue", "series": "collection-title",
    "chapter": "chapter-number", "pages": "page", "isbn": "ISBN", "issn": "ISSN", "doi": "DOI", "url": "URL",
    "abstract": "abstract", "note": "note", "type": "genre", "eventtitle": "event-title", "eventdate": "event-date",
    "urldate": "accessed", "howpublished": "medium",
}  # fmt: skip
_NAMES = ("author", "editor", "translator")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {
    "english": "en", "american": "en-US", "british": "en-GB", "german": "de", "ngerman": "de", "french": "fr",
    "russian": "ru", "ukrainian": "uk", "spanish": "es", "italian": "it", "polish": "pl", "arabic": "ar",
}  # fmt: skip


def read_bibtex(text: str, file: str) -> list[Entry]:
    """Read every entry, with its line; its key is the source's id.

    Raises `InputError` with the line where a brace or a quotation mark is never closed.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    reader = _Reader(text, file, {month: str(number) for number, month in enumerate(_MONTHS, 1)}, starts)
    return [(line, _source(kind, key, fields)) for line, kind, key, fields in reader.entries()]


# --- the file -----------------------------------------------------------------------------------------------------

_START = re.compile(r"@\s*(\w+)\s*([{(])")
_FIELD = re.compile(r"[\s,]*([^\s=,{}()\"#%']+)\s*=\s*")
_WORD = re.compile(r"[^\s,{}()\"#]+")
_JOIN = re.compile(r"\s*#\s*")


@frozen
class _Reader:
    text: str
    file: str
    strings: dict[str, str]
    starts: list[int]

    def entries(self) -> Iterator[tuple[int, str, str, dict[str, str]]]:
        """Give line, kind, key and raw fields of each entry; `@string` fills in abbreviations on the way."""
        at = 0
        while match := _START.search(self.text, at):
            kind, begin = match[1].lower(), match.end()
            at = self._end(match.end() - 1)
            if kind in ("comment", "preamble"):
                continue
            if kind == "string":
                self.strings.update(self._fields(begin, at - 1))
                continue
            key, comma, _ = self.text[begin : at - 1].partition(",")
            yield self._line(match.start()), kind, key.strip(), self._fields(begin + len(key + comma), at - 1)

    def _line(self, at: int) -> int:
        return bisect_right(self.starts, at)

    def _end(self, start: int) -> int:
        """Find the place after the bracket that closes the one at `start`."""
        close = {"{": "}", "(": ")"}[self.text[start]]
        depth, at = 0, start + 1
        while at < len(self.text):
            char = self.text[at]
            if char == "\\":
                at += 1
            elif char == close and depth <= 0:
                return at + 1
            else:
                depth += (char == "{") - (char == "}")
            at += 1
        raise refused(self.file, "syntax", "this bracket is never closed", self._line(start))

    def _fields(self, at: int, end: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while match := _FIELD.match(self.text, at, end):
            value, at = self._value(match.end(), end)
            found.setdefault(match[1].lower(), value)
        if self.text[at:end].strip(" \t\r\n,"):
            raise refused(self.file, "syntax", "a field is written as: name = {value},", self._line(at + 1))
        return found

    def _value(self, at: int, end: int) -> tuple[str, int]:
        """Read a value: pieces in braces or quotation marks, numbers, abbreviations, joined by `#`."""
        said = ""
        while True:
            piece, at = self._piece(at, end)
            said += piece
            join = _JOIN.match(self.text, at, end)
            if join is None:
                return said, at
            at = join.end()

    def _piece(self, at: int, end: int) -> tuple[str, int]:
        if self.text[at : at + 1] == "{":
            after = self._end(at)
            return self.text[at + 1 : after - 1], after
        if self.text[at : at + 1] == '"':
            after = self._quoted(at, end)
            return self.text[at + 1 : after - 1], after
        word = _WORD.match(self.text, at, end)
        if word is None:
            raise refused(self.file, "syntax", "a value is missing after '='", self._line(at))
        return self.strings.get(word[0].lower(), word[0]), word.end()

    def _quoted(self, start: int, end: int) -> int:
        depth, at = 0, start + 1
        while at < end:
            char = self.text[at]
            if char == '"' and depth == 0:
                return at + 1
            depth += (char == "{") - (char == "}")
            at += 2 if char == "\\" else 1
        raise refused(self.file, "syntax", "this quotation mark is never closed", self._line(start))


# --- an entry -----------------------------------------------------------------------------------------------------


def _source(kind: str, key: str, fields: Mapping[str, str]) -> dict[str, object]:
    """Give an entry as a source's data; what has no place in a source is left out."""
    found: dict[str, object] = {"id": key, "type": _TYPES.get(kind, "document")}
    if kind in _GENRES:
        found["genre"] = _GENRES[kind]
    for name, given in fields.items():
        if name in _NAMES:
            found[name] = split_names(given)
        elif name in _FIELDS and (value := plain(given)):
            found[_FIELDS[name]] = value
    number = plain(fields.get("number", ""))
    if number:
        found["issue" if kind in ("article", "periodical") else "number"] = number
    titles = [plain(fields[name]) for name in ("title", "subtitle") if name in fields]
    found |= {"title": ": ".join(titles)} if titles else {}
    found |= {"issued": when} if (when := _date(fields)) else {}
    language = plain(fields.get("langid", fields.get("language", ""))).lower()
    return found | ({"language": _LANGUAGES[language]} if language in _LANGUAGES else {})


def _date(fields: Mapping[str, str]) -> str:
    """Give `date`, or year, month and day, as a date of that precision."""
    if given := plain(fields.get("date", "")):
        return given.replace("–", "/") if re.fullmatch(r"\d{4}–\d{4}", given) else given
    year, month, day = (plain(fields.get(name, "")) for name in ("year", "month", "day"))
    if not re.fullmatch(r"\d{4}", year):
        return year
    name = month[:3].lower()
    number = _MONTHS.index(name) + 1 if name in _MONTHS else int(month) if re.fullmatch(r"\d{1,2}", month) else 0
    if not 1 <= number <= 12:
        return year
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if re.fullmatch(r"\d{1,2}", day) else "")
