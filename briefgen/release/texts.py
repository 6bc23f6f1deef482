"""The texts of a part or brief, and the form in which two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from attrs import Attribute, fields, has

from ..model import Confidence, Date, Likelihood, Marking
from ..model.shape import shape_of
from ..model.walk import kind_of
from ..prose import Prose

# Words of a scheme or scale, which stand in its legend whatever a brief holds.
TERMS = {(Marking, "level"), (Marking, "scheme"), (Likelihood, "value"), (Likelihood, "scale"), (Confidence, "level")}
_GROUPS = re.compile(r"(?<=\d)[.,'’\u00a0\u2009\u202f](?=\d)")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, joiners, marks of direction."""
_WORD = re.compile(r"[^\W_]+")


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
            for attribute in fields(kind_of(thing)):
                if is_text(kind_of(thing), attribute):
                    yield from texts(getattr(thing, attribute.name))


def is_text(kind: type, attribute: Attribute[object]) -> bool:
    """Tell whether a field holds words of its author, and not one of the model's or of a scale."""
    return (kind, attribute.name) not in TERMS and not shape_of(attribute).words


def words(text: str) -> list[str]:
    """Give the words of a text: letters and digits, case and signs aside; a number is one word.

    >>> words("It’s 12,500\u00a0t, *soft\u00adly*")
    ['it', 's', '12500', 't', 'softly']
    """
    plain = unicodedata.normalize("NFKC", _GROUPS.sub("", _UNSEEN.sub("", text))).casefold()
    return _WORD.findall(unicodedata.normalize("NFKC", plain))
