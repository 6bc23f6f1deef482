"""What rendering knows: the job (one document, counted through) and the place that a node is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from attrs import field, mutable

from ...document.nodes import Attrs, Comment, Document, Figure, Image, Inlines, Node, Note, Section, Table
from ...errors import Diagnostic, Place, Severity
from ...themes import Theme
from ..base import RenderOptions
from .anchors import bookmark, bookmark_name, repeatable, repeated
from .formatting import PLAIN, Look
from .numbering import Lists
from .origins import Passages
from .relations import Relations

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_FROM_THE_RIGHT = {"ar", "he", "fa", "ur", "yi", "ps", "dv", "sd", "ug", "ckb"}


@mutable
class Job:
    """One document being written: what is counted, collected and found wrong on the way."""

    document: Document
    theme: Theme
    options: RenderOptions
    lists: Lists = field(factory=Lists)
    notes: list[Note] = field(factory=list)
    comments: list[Comment] = field(factory=list)
    comments_opened: int = 0
    sections: int = 0
    """How many sections have ended; the last one, which ends with the document, is not among them."""
    bold: frozenset[str] = frozenset()
    """The paragraph styles in which character styles do not decide how heavy their words are."""
    media: dict[str, bytes] = field(factory=dict)
    expanded: set[str] = field(factory=set)
    passages: Passages | None = None
    """Which field each passage shows, when asked for."""
    lost: list[str] = field(factory=list)
    diagnostics: list[Diagnostic] = field(factory=list)
    _anchors: list[str] = field(factory=list)
    _bookmarks: int = 0
    _drawings: int = 0
    _repeatable: dict[str, Section | Table | Figure] | None = None

    def mark(self, anchor: str, content: str = "") -> str:
        """Write content within a bookmark that anchors it; without an anchor, the content alone."""
        return self._marked(bookmark_name(anchor), content) if anchor else content

    def _marked(self, name: str, content: str) -> str:
        self._bookmarks += 1
        return bookmark(self._bookmarks, name, content)

    def passage(self, path: str, content: str) -> str:
        """Write content as a passage that shows a field: in a bookmark and a content control that nobody sees."""
        if self.passages is None or not content or self.passages.repeats(path, content):
            return content
        name = self.passages.bookmark_for(path)
        return self._marked(name, self.passages.control(path, content))

    def wait(self, anchor: str) -> None:
        """Keep an anchor for the next paragraph: only there can readers of all kinds find it."""
        self._anchors.append(anchor)

    def waiting(self) -> str:
        """Write the bookmarks that wait for a paragraph."""
        if not self._anchors:
            return ""
        anchors, self._anchors = self._anchors, []
        return "".join(self.mark(anchor) for anchor in anchors)

    def next_drawing(self) -> int:
        """Count one more picture; ids are unique in a file."""
        self._drawings += 1
        return self._drawings

    def label(self, target: str) -> str | None:
        """Say what a caption's label or a heading reads, where a REF field can repeat it."""
        if self._repeatable is None:
            self._repeatable = repeatable(self.document.blocks)
        node = self._repeatable.get(target)
        return repeated(self.document, node) if node else None

    def report(self, code: str, message: str, node: Node | None = None, hint: str = "") -> None:
        """Note something that had to be repaired."""
        self.diagnostics.append(diagnostic(code, message, Severity.WARNING, node, hint))


def diagnostic(code: str, message: str, severity: Severity, node: Node | None, hint: str = "") -> Diagnostic:
    """Make a diagnostic that says which template line and which field a node comes from."""
    place = Place(node.pos.template, node.pos.line) if node is not None and node.pos else None
    path = node.origin.path if node is not None and node.origin else ""
    return Diagnostic(code, message, severity, place, path, hint)


class Context(NamedTuple):
    """The place a node is written in; widths in points. A tuple, because it is replaced at every turn."""

    job: Job
    relations: Relations
    width: float
    style: str = "BodyText"
    """The style of a paragraph without a role."""
    roles: Mapping[str, str] = MappingProxyType({})
    """The styles of paragraphs with a role, by class."""
    look: Look = PLAIN
    depth: int = 0
    """How many sections stand around."""
    level: int = 0
    """How many lists stand around."""
    base: float = 0.0
    """How far the style of the place is indented."""
    indent: float = 0.0
    """Where the text of the list around stands; 0 outside lists."""
    hanging: float = 0.0
    """How far the list's marks hang out to the left of its text."""
    align: str = ""
    """How a cell aligns its paragraphs."""
    keep: bool = False
    """Whether paragraphs stay on the page of what follows."""
    cell: bool = False
    """Within a cell, prose fills the width that there is."""
    note: bool = False
    """Within a note there are no further notes."""
    field: str | None = ""
    """The field that the block around shows, where passages keep their origin; None within a marked passage."""

    def within(self, attrs: Attrs) -> Context:
        """Give the place inside a node that has a language or a direction of its own."""
        look = directed(self.look, attrs)
        return self if look is self.look else self._replace(look=look)


def directed(look: Look, attrs: Attrs) -> Look:
    """Take over a node's language and direction; a language written from the right has that direction."""
    if not attrs.language and not attrs.direction:
        return look
    language = language_tag(attrs.language)
    direction = attrs.direction or ("rtl" if language.split("-")[0].lower() in _FROM_THE_RIGHT else "")
    return look._replace(language=language or look.language, direction=direction or look.direction)


def language_tag(tag: str) -> str:
    """Give a language tag as it may stand in an attribute; nothing for what is no tag."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def holds_picture(inlines: Inlines) -> bool:
    """Say whether a line holds a picture, which lines of a fixed height would cut."""
    return any(isinstance(node, Image) or holds_picture(getattr(node, "inlines", ())) for node in inlines)
