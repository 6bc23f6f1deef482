"""The structure tree: what the marks on the pages mean, in the order in which they are read (PDF 1.7, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

Kid: TypeAlias = "Element | tuple[int, int] | tuple[Literal['annotation'], int, int]"


class Element:
    """A structure element. Kids are elements, marked content `(page, mcid)` or annotations.

    An element within a paragraph is attached to its parent when it is first drawn, since only then is it known to
    come after the text before it. `actual` is what a
    drawn stand-in means when its text is read back.
    """

    __slots__ = ("actual", "attached", "entries", "kids", "link", "note", "number", "parent", "said", "tag")

    def __init__(self, tag: str, parent: Element | None, entries: str = "", *, attach: bool = True) -> None:
        self.tag = tag
        self.parent = parent
        self.entries = entries
        self.kids: list[Kid] = []
        self.link = ""
        """An address, or `#` and an anchor."""
        self.said = ""
        """Where a link leads, when its words do not say it."""
        self.note: Element | None = None
        """The note that is read right after this element."""
        self.actual = ""
        self.number = 0
        self.attached = attach or parent is None
        if attach and parent is not None:
            parent.kids.append(self)

    def join(self) -> None:
        """Take the place among the parent's kids, whether or not the parent has its own yet."""
        if not self.attached and self.parent is not None:
            self.attached = True
            self.parent.kids.append(self)

    def attach(self) -> None:
        """Take the place among the parent's kids, once it is drawn, and the parent its own."""
        if self.attached or self.parent is None:
            return
        self.parent.attach()
        self.join()
        if self.note is not None:
            self.note.attach()

    def language(self) -> str:
        """Give the language that this element or one around it names; empty when that is the document's."""
        element: Element | None = self
        while element is not None and "/Lang(" not in element.entries:
            element = element.parent
        return element.entries.partition("/Lang(")[2].partition(")")[0] if element is not None else ""

    def linked(self) -> Element | None:
        """Give the link that this element is or stands in."""
        element: Element | None = self
        while element is not None and not element.link:
            element = element.parent
        return element


def meaning(text: str, parent: Element | None) -> Element:
    """Make an element whose text is read back and heard as this, whatever is drawn."""
    element = Element("Span", parent, f"/ActualText{text_string(text)}", attach=False)
    element.actual = text
    return element


def walk(root: Element) -> Iterator[Element]:
    """Go through a tree from its root, depth first, in reading order."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


def let_go(root: Element) -> None:
    """Part a tree that is written, whose elements know their parents, so that it goes without a search for cycles."""
    for element in list(walk(root)):
        element.kids.clear()


def text_string(text: str) -> str:
    """Write a text string of the file: UTF-16 in hexadecimal; halves of surrogates become U+FFFD."""
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').decode('utf-16-be', 'replace').encode('utf-16-be').hex()}>"


def language_entry(language: str) -> str:
    """Give the entry that names a language, by the characters that such a tag can have."""
    tag = "".join(c for c in language if c.isascii() and (c.isalnum() or c == "-"))
    return f"/Lang({tag})" if tag else ""


def structure(
    root: Element, tree: int, first: int, pages: list[int], parents: list[list[Element] | Element]
) -> tuple[bytes, list[bytes]]:
    """Write the tree's own object, numbered `tree`, and its elements, numbered from `first` on.

    `pages` are the page objects; `parents` says for each key which elements a page's or annotation's marks belong to.
    """
    elements = list(walk(root))
    for number, element in enumerate(elements, first):
        element.number = number
    return _root(root, elements, parents), [_element(element, tree, pages) for element in elements]


def _root(root: Element, elements: list[Element], parents: list[list[Element] | Element]) -> bytes:
    numbers = " ".join(f"{key}{_owners(owners)}" for key, owners in enumerate(parents))
    named = sorted((e.entries.split("/ID(")[1].split(")")[0], e.number) for e in elements if "/ID(" in e.entries)
    ids = " ".join(f"({name}) {number} 0 R" for name, number in named)
    return (
        f"<</Type/StructTreeRoot/K[{root.number} 0 R]/ParentTree<</Nums[{numbers}]>>/ParentTreeNextKey {len(parents)}"
        f"/RoleMap<</Title/P/Subtitle/P>>{f'/IDTree<</Names[{ids}]>>' if ids else ''}>>"
    ).encode()


def _owners(owners: list[Element] | Element) -> str:
    if isinstance(owners, Element):
        return f" {owners.number} 0 R"
    return f"[{' '.join(f'{element.number} 0 R' for element in owners)}]"


def _element(element: Element, tree_object: int, pages: list[int]) -> bytes:
    page, kids = _kids(element.kids, pages)
    parent = element.parent.number if element.parent else tree_object
    on = f"/Pg {pages[page]} 0 R" if page is not None else ""
    return f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{on}{element.entries}/K[{kids}]>>".encode("latin-1")


def _kids(kids: list[Kid], pages: list[int]) -> tuple[int | None, str]:
    """Give the page of the first mark among the kids, and all kids as they are written in an element of that page."""
    page, said = None, []
    for kid in kids:
        if isinstance(kid, Element):
            said.append(f"{kid.number} 0 R")
        elif len(kid) == 3:
            said.append(f"<</Type/OBJR/Pg {pages[kid[1]]} 0 R/Obj {kid[2]} 0 R>>")
        else:
            at, mark = kid
            page = at if page is None else page
            said.append(str(mark) if at == page else f"<</Type/MCR/Pg {pages[at]} 0 R/MCID {mark}>>")
    return page, " ".join(said)
