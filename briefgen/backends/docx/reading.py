"""Reading the passages of an edited file back, by the field that each shows."""

from __future__ import annotations

from typing import Any

from .origins import NAMESPACE
from .xml import WORD

_W = f"{{{WORD}}}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "softHyphen": "\xad", "noBreakHyphen": "\u2011"}
_GONE = ("del", "moveFrom", "txbxContent", "rPr", "pPr", "sdtPr")


def passages(data: bytes, name: str = "") -> dict[str, str]:
    """Give the text of every passage of a Word file that was written with passages, by field path.

    Paragraphs are parted by an empty line; what was deleted with tracked changes is left out, what was inserted is
    in. `name` is what messages call the file. Raises `InputError` for what is no Word file.
    """
    from .house.opening import open_package
    from .house.parts import tree

    parts = open_package(data, name)
    bookmarks, tags = _map(parts, name)
    reader = _Reader(bookmarks, tags)
    reader.read(tree(parts["word/document.xml"], "word/document.xml", name))
    return reader.passages()


def _map(parts: dict[str, bytes], name: str) -> tuple[dict[str, str], dict[str, str]]:
    """Find the part that says which field each bookmark shows; Word and LibreOffice may have given it another name."""
    from .house.parts import tree

    bookmarks: dict[str, str] = {}
    tags: dict[str, str] = {}
    for part in sorted(parts):
        if part.startswith("customXml/") and part.endswith(".xml") and NAMESPACE.encode() in parts[part]:
            root = tree(parts[part], part, name)
            bookmarks |= {e.get("name"): e.get("field") for e in root.iter(f"{{{NAMESPACE}}}bookmark")}
            tags |= {e.get("name"): e.get("field") for e in root.iter(f"{{{NAMESPACE}}}tag")}
    return bookmarks, tags


class _Reader:
    """Goes through a document once: which passage stands around each piece of text, and in which paragraph it is."""

    def __init__(self, bookmarks: dict[str, str], tags: dict[str, str]) -> None:
        self._bookmarks, self._tags = bookmarks, tags
        self._fields = set(bookmarks.values())
        self._open: dict[str, str] = {}
        self._pieces: list[list[tuple[str, str]]] = []  # of each paragraph: (field, text)

    def read(self, element: Any, around: str = "") -> None:
        for child in element:
            tag = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
            if tag == "sdt":
                around_child = self._tagged(child) or around
                if not child.findall(f"{_W}sdtPr/{_W}docPartObj"):  # the contents repeat headings
                    self.read(child, around_child)
            elif tag and tag not in _GONE:
                self._take(child, tag, around)
                self.read(child, around)

    def _take(self, element: Any, tag: str, around: str) -> None:
        if tag == "p":
            self._pieces.append([])
        elif tag == "bookmarkStart" and element.get(f"{_W}name") in self._bookmarks:
            self._open[element.get(f"{_W}id")] = self._bookmarks[element.get(f"{_W}name")]
        elif tag == "bookmarkEnd":
            self._open.pop(element.get(f"{_W}id"), None)
        text = (element.text or "") if tag == "t" else _SIGNS.get(tag, "")
        field = around or next(reversed(self._open.values()), "")
        if self._pieces and (text or field):
            self._pieces[-1].append((field, text))

    def _tagged(self, control: Any) -> str:
        found = control.find(f"{_W}sdtPr/{_W}tag")
        tag = "" if found is None else found.get(f"{_W}val", "")
        field = self._tags.get(tag, tag)
        return field if field in self._fields else ""

    def passages(self) -> dict[str, str]:
        """Join the pieces; a paragraph that somebody put between two of one passage belongs to it."""
        found: dict[str, list[str]] = {}
        between: list[str] = []  # paragraphs without a field since the last one that had one
        last = ""
        for pieces in self._pieces:
            fields = list(dict.fromkeys(field for field, _ in pieces if field))
            if not fields:
                between.append("".join(text for _, text in pieces))
                continue
            if fields[0] == last:
                found[last] += between
            for field in fields:
                said = "".join(text for of, text in pieces if of == field)
                found.setdefault(field, []).append(said)
            between, last = [], fields[-1]
        return {field: "\n\n".join(filter(None, said)) for field, said in found.items()}
