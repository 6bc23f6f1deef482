"""Values filled into a house's form: placeholders, content controls by tag, document properties. Never as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, mutable

from ....document.nodes import Meta
from .parts import W

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}")
_PROPERTY = re.compile(r'\s*DOCPROPERTY\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENTS = {"\t": "tab", "\n": "br"}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def holds_form(content: bytes) -> bool:
    """Say whether a part may hold something to fill in."""
    return any(sign in content for sign in (b"{", b"w:sdt", b"instr"))


class Values:
    """What a document's properties are called, and what was asked for in vain."""

    def __init__(self, meta: Meta, named: Mapping[str, str]) -> None:
        self._values = _values(meta)
        self._named = {name.lower(): field for name, field in named.items()}
        self.used: set[str] = set()
        self.unknown: dict[str, None] = {}
        self.empty: dict[str, None] = {}

    def _field(self, name: str) -> str:
        return (
            self._named.get(name.lower(), name).removeprefix("brief.").removeprefix("meta.").lower().replace(" ", "_")
        )

    def knows(self, name: str) -> bool:
        """Say whether a name of the house's is a property of the brief."""
        return self._field(name) in self._values

    def get(self, name: str) -> str | None:
        """Give the text for a name of the house's, as the theme maps it, or for a field such as `brief.title`."""
        field = self._field(name)
        value = self._values.get(field)
        if value is None:
            self.unknown[name] = None
        elif not value:
            self.empty[name] = None
        self.used.add(field)
        return value


def _values(meta: Meta) -> dict[str, str]:
    values = {
        "title": meta.title,
        "subtitle": meta.subtitle,
        "short_title": meta.short_title or meta.title,
        "kind": meta.kind,
        "footer": meta.footer,
        "authors": ", ".join(meta.authors),
        "author": ", ".join(meta.authors),
        "language": meta.language,
        "date": meta.dated or meta.date,
        "reference": meta.reference,
        "edition": meta.edition,
        "organisation": meta.organisation,
        "prepared_for": meta.prepared_for,
        "description": meta.description,
        "keywords": ", ".join(meta.keywords),
        "status": meta.status,
        "marking": meta.marking.label if meta.marking else "",
    }
    return {name: _UNPRINTABLE.sub("", value) for name, value in values.items()}


@mutable
class _Field:
    """A field that is written as runs: what it asks for, the texts of its result, and the sign that ends it."""

    instruction: str = ""
    results: list[Any] = field(factory=list)
    separated: bool = False
    end: Any = None


def fill(root: Any, values: Values) -> None:
    """Fill everything in one part; placeholders first, so that none is looked for in what has been filled in."""
    for paragraph in root.iter(f"{W}p"):
        _fill_placeholders(paragraph, values)
    _fill_controls(root, values)
    _fill_properties(root, values)


def _fill_placeholders(paragraph: Any, values: Values) -> None:
    """Find placeholders over all runs of a paragraph, because Word splits them as it likes."""
    texts = [t for t in paragraph.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is paragraph]
    whole = "".join(text.text or "" for text in texts)
    matches = list(_PLACEHOLDER.finditer(whole)) if "{{" in whole else []
    for match in reversed(matches):
        value = values.get(match[1])
        if value is not None:
            _replace(texts, match.start(), match.end(), value)
    if matches:
        for text in texts:
            _lay_out(text, text.text or "")


def _replace(texts: list[Any], start: int, end: int, value: str) -> None:
    at = 0
    for text in texts:
        old = text.text or ""
        low, high = max(start - at, 0), min(end - at, len(old))
        at += len(old)
        if low < high:
            text.text = old[:low] + value + old[high:]
            value = ""


def _lay_out(text: Any, words: str) -> None:
    """Write words into a run, line ends and tabs as Word's own elements."""
    pieces = re.split("([\t\n])", words)
    text.text = pieces[0]
    text.set(_SPACE, "preserve")
    last = text
    for piece in pieces[1:]:
        element = text.makeelement(W + _ELEMENTS.get(piece, "t"))
        if piece not in "\t\n":
            element.text = piece
            element.set(_SPACE, "preserve")
        last.addnext(element)
        last = element


def _fill_controls(root: Any, values: Values) -> None:
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        tag = None if properties is None else properties.find(f"{W}tag")
        if tag is None or not tag.get(f"{W}val"):
            continue
        value = values.get(tag.get(f"{W}val"))
        content = control.find(f"{W}sdtContent")
        if value is None or content is None:
            continue
        texts = list(content.iter(f"{W}t")) or [_new_text(content)]
        for name in ("showingPlcHdr", "dataBinding"):  # bound to a custom part, Word would show the old value again
            for found in properties.findall(f"{W}{name}"):
                properties.remove(found)
        for style in list(control.iterfind(f"{W}sdtContent//{W}rStyle")):
            if style.get(f"{W}val") == "PlaceholderText":
                style.getparent().remove(style)
        for sign in [e for e in content.iter(f"{W}br", f"{W}tab", f"{W}cr") if e.getparent().tag == f"{W}r"]:
            sign.getparent().remove(sign)
        _put(texts, value)


def _new_text(content: Any) -> Any:
    """Give a control without words a place for them: in its last run, its last paragraph, or one of its own."""
    place = next(reversed([content, *content.iter(f"{W}p", f"{W}r")]))
    if place is content and next(content.iterancestors(f"{W}p"), None) is None:
        place = _within(content, "p")
    return _within(place if place.tag == f"{W}r" else _within(place, "r"), "t")


def _within(parent: Any, tag: str) -> Any:
    child = parent.makeelement(W + tag)
    parent.append(child)
    return child


def fill_custom(root: Any, values: Values) -> None:
    """Fill the file's own properties, so that a field that is updated in Word still says the same."""
    for element in root:
        texts = [child for child in element if child.tag.endswith("}lpwstr")]
        if texts and values.knows(element.get("name") or ""):
            texts[0].text = values.get(element.get("name"))


def _fill_properties(root: Any, values: Values) -> None:
    """Fill the results of DOCPROPERTY fields."""
    for simple in root.iter(f"{W}fldSimple"):
        value = _property(simple.get(f"{W}instr") or "", values)
        if value is not None:
            _put(list(simple.iter(f"{W}t")) or [_within(_within(simple, "r"), "t")], value)
    for written in list(_complex_fields(root)):
        value = _property(written.instruction, values)
        if value is not None:
            _put(written.results or [_new_result(written)], value)


def _property(instruction: str, values: Values) -> str | None:
    match = _PROPERTY.match(instruction)
    return values.get(match[1] or match[2]) if match else None


def _new_result(written: _Field) -> Any:
    """Give a field without a result a run for one, before the run in which it ends."""
    end = written.end.getparent()
    if not written.separated:
        end.addprevious(run := end.makeelement(f"{W}r"))
        _within(run, "fldChar").set(f"{W}fldCharType", "separate")
    end.addprevious(run := end.makeelement(f"{W}r"))
    return _within(run, "t")


def _complex_fields(root: Any) -> Iterator[_Field]:
    """Yield each field that is written as runs, those within others too."""
    around: list[_Field] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType", "") if element.tag == f"{W}fldChar" else ""
        if kind == "begin":
            around.append(_Field())
        elif not around:
            continue
        elif kind == "separate":
            around[-1].separated = True
        elif kind == "end":
            around[-1].end = element
            yield around.pop()
        elif element.tag == f"{W}t":
            around[-1].results.append(element)
        elif not around[-1].separated:
            around[-1].instruction += element.text or ""


def _put(texts: list[Any], value: str) -> None:
    for text in texts[1:]:
        text.text = ""
    _lay_out(texts[0], value)
