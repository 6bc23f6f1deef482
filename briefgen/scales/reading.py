"""A scale from TOML: strict, bounded, and every mistake of the file told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from ..datafiles import read_tables
from ..errors import Diagnostic, InputError
from .scale import Kind, Scale, Span, Term, Tie, plain

_CHOICES = {"kind": get_args(Kind), "read": ("in full", "second-hand"), "tie": get_args(Tie)}
_TEXTS = ("name", "citation", "gaps", "rule", "language")
_FLAGS = ("nested", "numbers", "rows")
_NEEDED = ("name", "kind", "citation", "terms")
_TERM_TEXTS = ("term", "axis", "meaning", "code")
_TERM_LISTS = ("synonyms", "forms", "without")


def read_scale(path: Path, id: str) -> Scale:
    """Read a scale from a file. Raises `InputError` with every mistake in it, and for what can't be read."""
    try:
        tables = read_tables(path)
    except ValueError as error:
        raise _wrong([f"the scale {id!r} can't be read: {error}"]) from None
    found = [f"the scale {id!r}: {message}" for message in _mistakes(tables)]
    if found:
        raise _wrong(found)
    return _scale(tables, id)


def _wrong(messages: list[str]) -> InputError:
    return InputError(Diagnostic("bad-scale", message) for message in messages)


def _mistakes(tables: Mapping[str, Any]) -> Iterator[str]:
    yield from _unknown(tables, (*_CHOICES, *_TEXTS, *_FLAGS, "terms"))
    yield from (f"{key!r} is missing" for key in _NEEDED if not tables.get(key))
    yield from _texts(tables, _TEXTS)
    for key, known in _CHOICES.items():
        if key in tables and tables[key] not in known:
            yield f"{key}: {tables[key]!r} is none of {', '.join(known)}"
    yield from (f"{key}: expected true or false" for key in _FLAGS if not isinstance(tables.get(key, True), bool))
    terms = tables.get("terms") or []
    if not isinstance(terms, list) or not all(isinstance(term, dict) for term in terms):
        yield "terms: expected a [[terms]] for each term"
        return
    for number, term in enumerate(terms):
        yield from (f"terms[{number}]: {message}" for message in _of_term(term, tables.get("kind")))
    yield from _given_twice(terms)


def _unknown(table: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[str]:
    for key in table:
        if key not in known:
            close = get_close_matches(key, known, n=1)
            yield f"{key!r} is not known" + (f"; nearest: {close[0]!r}" if close else "")


def _texts(table: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{key}: expected text" for key in keys if not isinstance(table.get(key, ""), str))


def _of_term(term: Mapping[str, Any], kind: object) -> Iterator[str]:
    yield from _unknown(term, (*_TERM_TEXTS, *_TERM_LISTS, "percent"))
    yield from _texts(term, _TERM_TEXTS)
    if not term.get("term"):
        yield "'term' is missing"
    for key in _TERM_LISTS:
        listed = term.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
            yield f"{key}: expected a list of texts"
        elif key == "without" and not {*listed} <= {"low", "high"}:
            yield "without: expected 'low', 'high', or both"
    if "percent" in term and kind == "likelihood":
        yield from _of_percent(term["percent"])
    elif "percent" in term:
        yield "percent: only a term of likelihood has a range"


def _of_percent(percent: object) -> Iterator[str]:
    ends = percent if isinstance(percent, list) else []
    numbers = [end for end in ends if isinstance(end, int | float) and not isinstance(end, bool) and 0 <= end <= 100]
    if len(ends) != 2 or len(numbers) != 2 or numbers[0] > numbers[1]:
        yield f"percent: expected two numbers from 0 to 100, the lower first, found {percent!r}"


def _given_twice(terms: list[dict[str, Any]]) -> Iterator[str]:
    seen: dict[tuple[object, str], int] = {}
    for number, term in enumerate(terms):
        names = [term.get("term"), *(name for key in ("synonyms", "forms") for name in _listed(term.get(key)))]
        for name in (each for each in names if isinstance(each, str)):
            if seen.setdefault((term.get("axis"), plain(name)), number) != number:
                yield f"terms[{number}]: {name!r} is already a term"


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _scale(tables: Mapping[str, Any], id: str) -> Scale:
    plain_fields = {key: tables[key] for key in (*_CHOICES, *_TEXTS, *_FLAGS) if key in tables}
    return Scale(id=id, terms=tuple(map(_term, tables["terms"])), **plain_fields)


def _term(table: Mapping[str, Any]) -> Term:
    return Term(
        table["term"],
        axis=table.get("axis", ""),
        synonyms=tuple(table.get("synonyms", ())),
        forms=tuple(table.get("forms", ())),
        span=_span(table) if "percent" in table else None,
        meaning=table.get("meaning", ""),
        code=table.get("code", ""),
    )


def _span(table: Mapping[str, Any]) -> Span:
    low, high = table["percent"]
    without = table.get("without", ())
    return Span(low / 100, high / 100, "low" in without, "high" in without)
