"""RIS: the records of a `.ris` file as the plain data of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.ids import slug
from .decode import refused

Entry = tuple[int, dict[str, object]]
Record = list[tuple[str, str]]

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference", "RPRT": "report",
    "GOVDOC": "report", "THES": "thesis", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog",
    "BILL": "bill", "STAT": "legislation", "LEGAL": "regulation", "CASE": "legal_case", "HEAR": "hearing",
    "PAT": "patent", "STAND": "standard", "DATA": "dataset", "COMP": "software", "MAP": "map",
    "VIDEO": "motion_picture", "MPCT": "motion_picture", "SOUND": "song", "PCOMM": "personal_communication",
    "UNPB": "manuscript", "MANSCPT": "manuscript", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
    "PAMP": "pamphlet", "SER": "periodical", "FIGURE": "figure", "ART": "graphic",
}  # fmt: skip
_NAMES = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A4": "translator"}
_FIELDS = {
    "TI": "title", "T1": "title", "CT": "title", "ST": "title-short", "T2": "container-title", "JO": "container-title",
    "JF": "container-title", "JA": "container-title", "BT": "container-title", "T3": "collection-title",
    "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "ET": "edition", "VL": "volume", "IS": "issue",
    "M1": "number", "M3": "genre", "SE": "section", "DO": "DOI", "UR": "URL", "AB": "abstract", "N2": "abstract",
    "N1": "note", "LA": "language",
}  # fmt: skip
_BOOKS = {"book", "chapter", "report", "thesis", "entry-encyclopedia", "entry-dictionary", "pamphlet"}


def read_ris(text: str, file: str) -> list[Entry]:
    """Read every record, with its line. Its `ID` is the source's id, else one is made: `marsh-2025`, `marsh-2025-2`.

    Raises `InputError` with the line that is no line of RIS, or where a record does not begin with `TY`.
    """
    used: set[str] = set()
    return [(line, _named(_source(record), used)) for line, record in _records(text, file)]


def _records(text: str, file: str) -> Iterator[tuple[int, Record]]:
    record: Record = []
    start = 0
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            if line.strip() and not record:
                raise refused(file, "syntax", "this is no line of RIS, such as 'TI  - The title'", number)
            if line.strip():  # a long text may go on in the next line
                record.append(("", line.strip()))
        elif match[1] == "TY":
            if record:
                yield start, record
            record, start = [("TY", match[2])], number
        elif match[1] == "ER":
            if record:
                yield start, record
            record = []
        elif not record:
            raise refused(file, "syntax", "a record of RIS begins with 'TY  - '", number)
        else:
            record.append((match[1], match[2].strip()))
    if record:
        yield start, record


def _whole(record: Record) -> Iterator[tuple[str, str]]:
    """Give each tag with its text, joined with the lines in which it goes on; tags without text are left out."""
    tag, texts = "", list[str]()
    for name, text in [*record, ("ER", "")]:
        if name:
            if value := " ".join(filter(None, texts)):
                yield tag, value
            tag, texts = name, []
        texts.append(text)


def _source(record: Record) -> dict[str, object]:
    kind = _TYPES.get(record[0][1].strip(), "document")
    found: dict[str, object] = {"type": kind}
    pages: dict[str, str] = {}
    for tag, value in _whole(record[1:]):
        if tag in _NAMES:
            names = found.setdefault(_NAMES[tag], [])
            assert isinstance(names, list)
            names.append(_name(value))
        elif tag in ("PY", "Y1", "DA"):
            found["issued"] = max(str(found.get("issued", "")), _date(value), key=len)
        elif tag == "Y2":
            found["accessed"] = _date(value)
        elif tag in ("SP", "EP"):
            pages[tag] = value
        elif tag == "SN":
            found["ISBN" if kind in _BOOKS else "ISSN"] = value
        elif tag == "ID":
            found["id"] = value
        elif tag in _FIELDS:
            found.setdefault(_FIELDS[tag], value)
    return found | ({"page": "–".join(dict.fromkeys(pages.values()))} if pages else {})


def _name(value: str) -> dict[str, str]:
    """Read `Family, Given, Suffix`; a name without a comma is a body's."""
    parts = [part.strip() for part in value.split(",")]
    if len(parts) < 2 or not parts[1]:
        return {"literal": value.strip(" ,")}
    return {key: part for key, part in zip(("family", "given", "suffix"), parts) if part}


def _date(value: str) -> str:
    """Read `2025/03/01/words` as `2025-03-01`, as far as it goes; other words stay, for the model to judge."""
    parts = re.split(r"[/-]", value)
    if not re.fullmatch(r"\d{4}", parts[0]):
        return value
    numbers = []
    for part in parts[1:3]:
        if not re.fullmatch(r"\d{1,2}", part):
            break
        numbers.append(f"{int(part):02d}")
    return "-".join([parts[0], *numbers])


def _named(source: dict[str, object], used: set[str]) -> dict[str, object]:
    if "id" not in source:
        source = {"id": _made(source, used), **source}
    used.add(str(source["id"]))
    return source


def _made(source: dict[str, object], used: set[str]) -> str:
    authors = source.get("author") or source.get("editor") or [{}]
    assert isinstance(authors, list)
    who = authors[0].get("family") or authors[0].get("literal") or source.get("title") or "source"
    base = slug(" ".join((str(who), str(source.get("issued", ""))[:4]))) or "source"
    count, made = 1, base
    while made in used:
        count += 1
        made = f"{base}-{count}"
    return made
