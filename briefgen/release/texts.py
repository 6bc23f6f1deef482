"""The texts of a part or brief, and the form in which two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from attrs import Attribute, fields, has

from ..model import Confidence, Date, KeyFigure, Likelihood, Marking, TableData
from ..model.shape import shape_of
from ..model.walk import kind_of
from ..prose import Prose

# Words of a scheme or scale, which stand in its legend whatever a brief holds.
TERMS = {(Marking, "level"), (Marking, "scheme"), (Likelihood, "value"), (Likelihood, "scale"), (Confidence, "level")}
_GROUPS = re.compile(r"(?<=\d)[.,'’\u00a0\u2009\u202f\u066b\u066c](?=\d)")
_PERCENT = re.compile(r"(?<=\d)\s?[%\u066a]|[%\u066a]\s?(\d+)")
_UNSEEN = re.compile("\u00ad\\s*|[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, with the end of the line that they make; joiners, marks of direction."""
_MARKS = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.category(c).startswith("M"))
_WORD = re.compile(f"[^\\W_]+(?:[{_MARKS}]+[^\\W_]*)*")
_PLAIN_WORD = re.compile("[a-z0-9]+")
_DIGITS = {ord(c): str(unicodedata.decimal(c)) for c in map(chr, range(0x80, 0x20000)) if c.isdecimal()}


def texts(thing: object) -> Iterator[str]:
    """Give every text, prose and number that a part or brief holds, those of the parts within it too."""
    match thing:
        case Prose(source=source):
            yield source
            yield thing.text
        case str():
            yield thing
        case Date(text=text):
            yield text
        case bool() | None:
            return
        case int() | float():
            yield f"{thing:.12g}"
        case tuple():
            for item in thing:
                yield from texts(item)
        case _ if has(type(thing)):
            yield from _printed(thing)
            for attribute in fields(kind_of(thing)):
                if is_text(kind_of(thing), attribute):
                    yield from texts(getattr(thing, attribute.name))


def _printed(thing: object) -> Iterator[str]:
    """Give what is printed in another way than it is held: numbers with their unit, chances, the rows of a table."""
    match thing:
        case TableData():
            for row in (thing.columns, *thing.rows):
                yield " ".join(text for cell in row for text in texts(cell))
        case KeyFigure(value=value, unit=str(unit)):
            yield f"{next(texts(value), '')} {unit}"
        case Likelihood(value=float(chance)):
            yield f"{chance * 100:.12g} %"
        case Likelihood(value=(float(low), float(high))):
            yield f"{low * 100:.12g}–{high * 100:.12g} %"


def is_text(kind: type, attribute: Attribute[object]) -> bool:
    """Tell whether a field holds words of its author, and not one of the model's or of a scale."""
    return (kind, attribute.name) not in TERMS and not shape_of(attribute).words


def words(text: str) -> list[str]:
    """Give the words of a text: letters and digits, case and signs aside; a number is one word, and so is a percentage.

    >>> words("It’s 12,500\u00a0t, *soft\u00adly*, 35 %")
    ['it', 's', '12500', 't', 'softly', '35percent']
    """
    if text.isascii():
        return _PLAIN_WORD.findall(_numbers(text).casefold())
    plain = _numbers(_UNSEEN.sub("", text).translate(_DIGITS))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
    return _WORD.findall(folded.replace("i\u0307", "i").replace("ı", "i"))  # Turkish has both, large and small


def _numbers(text: str) -> str:
    """Write each number as one word, as in `12,500` and `12 %`, wherever its country puts the signs."""
    return _PERCENT.sub(r"\1percent ", _GROUPS.sub("", text))
