"""The house's lists: their marks serve ours where its list styles have any, and its own lists keep counting."""

from __future__ import annotations

import copy
from typing import Any

from ..numbering import DEFINITIONS, LEVELS
from .parts import W

_STYLES = {"ListBullet": "bullet", "ListNumber": "decimal", "Heading1": "headings"}
_FIRST_DEFINITION = 100  # ours stand below
_DEFINITION = f"{W}abstractNumId"
_NUMBER = f"{W}numId"


def merged_lists(house: Any, ours: Any, styles: list[Any], first: int) -> tuple[dict[str, str], list[str]]:
    """Put the house's definitions behind ours; give the new number of each of its lists, and the lists themselves.

    What a list of one of the house's `styles` looks like stands in for our kind of it; levels that it lacks are ours.
    """
    from lxml import etree

    numbers: dict[str, str] = {}
    written: list[str] = []
    if house is not None:
        definitions = {d.get(_DEFINITION): d for d in house.findall(f"{W}abstractNum")}
        lists = [(n, kind) for n in house.findall(f"{W}num") if (kind := _kind(n)) in definitions]
        _taken_over({n.get(_NUMBER): definitions[kind] for n, kind in lists}, ours, styles)
        for i, bullet in enumerate(house.findall(f"{W}numPicBullet")):
            ours.insert(i, bullet)
        moved = {kind: str(i) for i, kind in enumerate(definitions, _FIRST_DEFINITION)}
        for kind, definition in definitions.items():
            definition.set(_DEFINITION, moved[kind])
            ours.append(definition)
        for i, (number, kind) in enumerate(lists, first):
            numbers[number.get(_NUMBER, "")] = str(i)
            number.set(_NUMBER, str(i))
            number.find(_DEFINITION).set(f"{W}val", moved[kind])
            written.append(etree.tostring(number, encoding="unicode"))
    for style in styles:
        renumber(style, numbers)
    return numbers, written


def _kind(number: Any) -> str | None:
    """Give which definition a list has."""
    found = number.find(_DEFINITION)
    return None if found is None else found.get(f"{W}val")


def renumber(root: Any, numbers: dict[str, str]) -> None:
    """Put the new numbers of lists into a tree; a number without a list is none."""
    for element in root.iter(f"{W}numId"):
        value = element.get(f"{W}val", "")
        element.set(f"{W}val", numbers.get(value, "0") if element.getparent().tag == f"{W}numPr" else value)


def _taken_over(lists: dict[str | None, Any], ours: Any, styles: list[Any]) -> None:
    for style in styles:
        kind = _STYLES.get(style.get(f"{W}styleId"))
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        theirs = lists.get(number.get(f"{W}val")) if number is not None else None
        if kind and theirs is not None:
            _replace_levels(ours, DEFINITIONS[kind], theirs)


def _replace_levels(ours: Any, definition: int, theirs: Any) -> None:
    mine = next(d for d in ours.findall(f"{W}abstractNum") if d.get(f"{W}abstractNumId") == str(definition))
    for level in theirs.findall(f"{W}lvl")[:LEVELS]:
        old = next((x for x in mine.findall(f"{W}lvl") if x.get(f"{W}ilvl") == level.get(f"{W}ilvl")), None)
        if old is not None:
            new = copy.deepcopy(level)
            for tag in ("pStyle", "lvlPicBulletId"):
                for found in new.findall(f"{W}{tag}"):
                    new.remove(found)
            mine.replace(old, new)
