"""The JSON Schema of a brief's file, made from the model, for editors and for whoever checks data before it is read.

What it accepts is read, and what it refuses is refused, with these exceptions. The schema can't say what a reference
means, whether a day is in the calendar, in which order the ends of a range stand, or that a field is given twice
under two spellings. It takes numbers of any size, any letter beyond ASCII in an id, and names of files of sources,
whether or not there is one. It refuses white space around words, dates and ids, and blank text where no text is taken,
which reading lets pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from attrs import NOTHING, fields

from ..model import Brief, TableData
from ..model.describe import doc_of, fields_of, summary
from ..model.fields import LINK, key_of
from ..model.shape import Shape, shape_of
from .beside import SUFFIXES
from .examples import example_of
from .kinds import kinds
from .load import FORMAT

Schema: TypeAlias = "dict[str, Any]"

_DAY = "(0[1-9]|[12][0-9]|3[01])"
_CLOCK = "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})"
_MOMENT = f"(?!0000)[0-9]{{4}}(-(0[1-9]|1[0-2])(-{_DAY}({_CLOCK})?)?)?~?"
DATE = f"^(unknown|{_MOMENT}(/({_MOMENT}|\\.\\.))?|\\.\\./{_MOMENT})$"
TAG = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
# All of ASCII that is no letter or digit is refused by name: \p{L} is not known to every reader of schemas.
ID = "^[^\\x00-/:-@\\[-`{-\\x7f][^\\x00-,/:-@\\[-\\^`{-\\x7f]*$"

NULL: Schema = {"type": "null"}
TEXT: Schema = {"type": "string", "pattern": "\\S"}
TEXTS: Schema = {"type": ["array", "string", "null"], "items": {"type": ["string", "null"]}}
ROW: Schema = {"type": ["array", "null"], "items": {"type": ["string", "number", "null"]}}
_CHANCE: Schema = {"type": "number", "minimum": 0, "maximum": 1}

SIMPLE: dict[str, Schema] = {
    "text": TEXT,
    "prose": TEXT,
    "long prose": TEXT,
    "reference": TEXT,
    "reference or words": TEXT,
    "whole number": {"type": "integer"},
    "true or false": {"type": "boolean"},
    "credibility": {"type": "integer", "minimum": 1, "maximum": 6},
    "id": {"type": "string", "pattern": ID},
    "language tag": {"type": "string", "pattern": TAG},
    "number or text": {"type": ["string", "number"], "pattern": "\\S"},
    "chance": {"anyOf": [TEXT, _CHANCE, {"type": "array", "items": _CHANCE, "minItems": 2, "maxItems": 2}]},
    "date": {"$ref": "#/$defs/Date"},
    "source reference": {"$ref": "#/$defs/SourceRef"},
    "settings": {"$ref": "#/$defs/Settings"},
    "rows": {"type": ["array", "null"], "items": ROW},
    "table": {"$ref": "#/$defs/TableData"},
}
_PARTS: Schema = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["integer", "string"]}}
_DATES = "2014, 2014-02, 2014-02-27, 2014-02-27T10:30+03:00, 2014~, 2014/2022, ../2024, or unknown."
FIXED: dict[str, Schema] = {
    "Date": {
        "description": f"A date as precise as it is known: {_DATES}",
        "anyOf": [
            # What editors say in place of the pattern; no keyword of JSON Schema's own.
            {"type": "string", "pattern": DATE, "patternErrorMessage": f"Expected a date: {_DATES}"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
            {
                "type": "object",
                "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": _PARTS}},
                "required": ["date-parts"],
            },
        ],
    },
    "Settings": {
        "type": ["object", "null"],
        "propertyNames": {"pattern": "\\S"},
        "additionalProperties": {
            "anyOf": [TEXT, {"type": ["boolean", "number"]}, {"type": "array", "items": {"type": ["string", "null"]}}]
        },
    },
}


def schema() -> Schema:
    """Make the JSON Schema (draft 2020-12) of a brief's file."""
    made = _object(Brief)
    of_format = {"description": "The version of this form of file.", "enum": [FORMAT, str(FORMAT)]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "properties": {"format": of_format, **made["properties"]},
        "$defs": FIXED | {kind.__name__: _definition(kind) for kind in kinds().values() if kind is not Brief},
    }


def _definition(kind: type) -> Schema:
    """Describe a class: its plain form, or its fields."""
    described = _object(kind)
    plain = _plain(kind)
    if plain is None:
        return described
    # The sentence stands with the object alone: editors would show it in place of that of the field that takes this.
    title = described["title"]
    return {"title": title, "anyOf": [*({"title": title, **one} for one in plain.get("anyOf", [plain])), described]}


def _plain(kind: type) -> Schema | None:
    if kind is TableData:
        return {"type": "array", "minItems": 1, "prefixItems": [TEXTS], "items": ROW}
    if not getattr(kind, "plain", False):
        return None
    first = next(a for a in fields(kind) if not a.kw_only)
    return _one(shape_of(first))


def _object(kind: type) -> Schema:
    found = fields_of(kind)
    return {
        "title": kind.__name__,
        "description": summary(kind),
        "type": "object",
        "properties": {name: _property(kind, name) for name in found} | dict(_aliases(kind)),
        "required": [name for name, a in found.items() if a.default is NOTHING],
        "additionalProperties": False,
    }


def _property(kind: type, name: str) -> Schema:
    attribute = fields_of(kind)[name]
    taken = _or_files(shape_of(attribute)) if (kind, name) == (Brief, "sources") else _taken(shape_of(attribute))
    if LINK in attribute.metadata:
        taken = {"type": ["string", "null"], "pattern": "\\S"}
    return {"description": doc_of(attribute), **taken, "examples": [example_of(kind, name)]}


def _or_files(shape: Shape) -> Schema:
    """Describe sources among which files of sources may stand."""
    one = {"anyOf": [_one(shape), {"type": "string", "pattern": f"({'|'.join(SUFFIXES)})$".replace(".", "\\.")}]}
    return {"anyOf": [{"type": "array", "items": _or_null(one)}, one, NULL]}


def _aliases(kind: type) -> Iterator[tuple[str, Schema]]:
    """Give the names in Python of the fields that CSL spells with hyphens or capitals: they are read too."""
    for attribute in fields(kind):
        if attribute.name != key_of(attribute):
            description = f"The same as `{key_of(attribute)}`."
            yield attribute.name, {"description": description, "doNotSuggest": True, **_taken(shape_of(attribute))}


def _taken(shape: Shape) -> Schema:
    """Describe what a field takes: one, or many, or nothing."""
    one = _one(shape)
    if shape.many:
        return TEXTS if one == TEXT else {"anyOf": [{"type": "array", "items": _or_null(one)}, one, NULL]}
    return _or_null(one) if shape.optional else one


def _one(shape: Shape) -> Schema:
    if shape.words:
        return {"enum": list(shape.words)}
    return {"$ref": f"#/$defs/{shape.of.__name__}"} if shape.of else SIMPLE[shape.name]


def _or_null(one: Schema) -> Schema:
    """Let a field be empty; text may be blank too."""
    match one:
        case {"enum": words}:
            return {"enum": [*words, None]}
        case {"pattern": "\\S", "type": str()}:
            return {"type": ["string", "null"]}
        case {"type": str(name)}:
            return {**one, "type": [name, "null"]}
        case {"anyOf": options} if TEXT in options:
            return {"anyOf": [_or_null(option) if option == TEXT else option for option in options]}
    return {"anyOf": [one, NULL]}
