"""The house's lists: their marks serve ours where its list styles have any, and its own lists keep counting."""

from __future__ import annotations

import copy
from typing import Any

from ..numbering import DEFINITIONS, LEVELS
from .parts import W

_STYLES = {"ListBullet": "bullet", "ListNumber": "decimal", "Heading1": "headings"}
_FIRST_DEFINITION = 100  # ours stand below


def merged_lists(house: Any, ours: Any, sheet: Any, first: int) -> tuple[dict[str, str], list[str]]:
    """Put the house's definitions behind ours; give the new number of each of its lists, and the lists themselves.

    What a list of the house's style looks like stands in for our kind of it; levels that it lacks are ours.
    """
    from lxml import etree

    numbers: dict[str, str] = {}
    written: list[str] = []
    if house is not None:
        _taken_over(house, ours, sheet)
        for i, bullet in enumerate(house.findall(f"{W}numPicBullet")):
            ours.insert(i, bullet)
        for definition in house.findall(f"{W}abstractNum"):
            definition.set(f"{W}abstractNumId", _moved(definition.get(f"{W}abstractNumId")))
            ours.append(definition)
        for i, number in enumerate(house.findall(f"{W}num"), first):
            numbers[number.get(f"{W}numId", "")] = str(i)
            number.set(f"{W}numId", str(i))
            kind = number.find(f"{W}abstractNumId")
            kind.set(f"{W}val", _moved(kind.get(f"{W}val")))
            written.append(etree.tostring(number, encoding="unicode"))
    renumber(sheet, numbers)
    return numbers, written


def renumber(root: Any, numbers: dict[str, str]) -> None:
    """Put the new numbers of lists into a tree; a number without a list is none."""
    for element in root.iter(f"{W}numId"):
        value = element.get(f"{W}val", "")
        element.set(f"{W}val", numbers.get(value, "0") if element.getparent().tag == f"{W}numPr" else value)


def _moved(number: str | None) -> str:
    return str(int(number or 0) + _FIRST_DEFINITION)


def _taken_over(house: Any, ours: Any, sheet: Any) -> None:
    definitions = {d.get(f"{W}abstractNumId"): d for d in house.findall(f"{W}abstractNum")}
    lists = {
        n.get(f"{W}numId"): definitions.get(n.find(f"{W}abstractNumId").get(f"{W}val"))
        for n in house.findall(f"{W}num")
    }
    for style in sheet.findall(f"{W}style"):
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
