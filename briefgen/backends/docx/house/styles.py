"""The house's styles under our ids, and those of ours that the house does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ....themes import Theme
from ..styles.sheet import all_styles
from ..styles.style import Style
from ..xml import NAMESPACES, WORD
from .parts import W

_REFERS = re.compile(
    r"(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink|clickAndTypeStyle|defaultTableStyle)"
    r'\s[^>]*?w:val=")([^"]*)(")'
)
_OWN_ID = re.compile(r'(<w:style\s[^>]*?w:styleId=")([^"]*)(")')


class Names:
    """What the house calls its styles: found by kind and name, whatever ids its language of Word gave them."""

    def __init__(self, sheet: Any, chosen: Mapping[str, str]) -> None:
        self.ids: dict[tuple[str, str], str] = {}
        for element in sheet.findall(f"{W}style"):
            called = element.find(f"{W}name")
            if called is not None:
                key = (element.get(f"{W}type", "paragraph"), called.get(f"{W}val", "").lower())
                self.ids.setdefault(key, element.get(f"{W}styleId", ""))
        self.chosen = {ours.lower(): theirs.lower() for ours, theirs in chosen.items()}

    def of(self, style: Style) -> str:
        """Give the id of the house's style that serves as one of ours; nothing where there is none."""
        name = style.name.lower()
        chosen = self.ids.get((style.kind, self.chosen.get(name, name)))
        return chosen if chosen is not None else self.ids.get((style.kind, name), "")


def new_ids(names: Names, theme: Theme) -> tuple[dict[str, str], list[Style]]:
    """Say which id each of the house's styles gets, and which styles of ours are missing.

    Writing under our own ids leaves the writing of the body as it is for every document; Word itself goes by names.
    """
    renamed: dict[str, str] = {}
    missing: list[Style] = []
    for style in all_styles(theme):
        theirs = names.of(style)
        if not theirs:
            missing.append(style)
        elif theirs in renamed:  # one of the house's styles serves as two of ours
            missing.append(Style(id=style.id, name=style.name, kind=style.kind, based=renamed[theirs]))
        else:
            renamed[theirs] = style.id
    ours = {style.id for style in all_styles(theme)}
    taken = ours | set(names.ids.values())
    for theirs in names.ids.values():
        if theirs in ours and theirs not in renamed:
            renamed[theirs] = next(
                f"House{theirs}{n or ''}" for n in range(1000) if f"House{theirs}{n or ''}" not in taken
            )
    return renamed, missing


def rename(text: str, renamed: Mapping[str, str]) -> str:
    """Put the new ids into a part's text."""

    def change(match: re.Match[str]) -> str:
        return f"{match[1]}{renamed.get(match[2], match[2])}{match[3]}"

    return _OWN_ID.sub(change, _REFERS.sub(change, text))


def merged_sheet(text: str, missing: list[Style], parse: Callable[[bytes], Any]) -> Any:
    """Add the missing styles to the house's sheet; what is based on nothing there has no base."""
    sheet = parse(text.encode())
    known = {element.get(f"{W}styleId") for element in sheet.findall(f"{W}style")} | {style.id for style in missing}
    for style in missing:
        wrapped = parse(f"<x {NAMESPACES}>{style.xml()}</x>".encode())
        element = wrapped[0]
        element.attrib.pop(f"{W}default", None)
        for tag in ("basedOn", "next"):
            reference = element.find(f"{W}{tag}")
            if reference is not None and reference.get(f"{W}val") not in known:
                element.remove(reference)
        sheet.append(element)
    return sheet


def set_language(sheet: Any, language: str) -> None:
    """Say which language text is in unless a run says otherwise."""
    place = sheet
    for position, tag in enumerate(("docDefaults", "rPrDefault", "rPr")):
        found = place.find(f"{W}{tag}")
        if found is None:
            found = sheet.makeelement(f"{W}{tag}", nsmap={"w": WORD})
            place.insert(0, found) if position < 2 else place.append(found)
        place = found
    for old in place.findall(f"{W}lang"):
        place.remove(old)
    lang = sheet.makeelement(f"{W}lang")
    for script in ("val", "eastAsia", "bidi"):
        lang.set(f"{W}{script}", language)
    # behind everything but these, which the schema has after it (17.3.2.28)
    after = [child for child in place if child.tag in (f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath")]
    after[0].addprevious(lang) if after else place.append(lang)
