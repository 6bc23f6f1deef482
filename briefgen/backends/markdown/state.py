"""What one rendering keeps in mind: anchors that something refers to, notes to be written, and what was found."""

from __future__ import annotations

import re

from attrs import field, mutable

from ...document.nodes import ContentsEntry, Document, Node, Note, Reference
from ...document.walk import walk
from ...errors import Diagnostic, Place, Severity
from ..base import RenderOptions
from .escape import attribute

_LINE_ENDS = re.compile("\r\n?|[\n\v\f\x85\u2028\u2029]")
# Control characters, surrogates without their half and noncharacters: no text file can hold them.
_UNWRITABLE = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@mutable
class State:
    """One document on its way out."""

    document: Document
    options: RenderOptions
    linked: frozenset[str]
    pending: list[str] = field(factory=list)
    notes: dict[str, Note] = field(factory=dict)
    written_notes: set[str] = field(factory=set)
    expanded: set[str] = field(factory=set)
    slugs: dict[str, int] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)


def begin(document: Document, options: RenderOptions) -> State:
    """Find out which anchors are referred to."""
    targets = (node.target for node in walk(document) if isinstance(node, (Reference, ContentsEntry)))
    return State(document, options, frozenset(targets))


def mark(state: State, node: Node) -> None:
    """Remember a node's anchor, if anything refers to it; the next text that is written begins with it."""
    if node.attrs.id in state.linked:
        state.pending.append(node.attrs.id)


def take_anchors(state: State) -> str:
    """Write the anchors that wait.

    `<a id>` is what GitHub, pandoc and every renderer that lets HTML through understand. It stands only where
    something points, so that the text stays readable.
    """
    tags = "".join(f"<a id={attribute(anchor)}></a>" for anchor in state.pending)
    state.pending.clear()
    return tags


def automatic_anchor(state: State, words: str) -> str:
    """Give the anchor that GitHub and pandoc make of a heading themselves: `what-is-new`, then `what-is-new-1`."""
    base = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
    seen = state.slugs.get(base, 0)
    state.slugs[base] = seen + 1
    return f"{base}-{seen}" if seen else base


def clean(state: State, text: str, node: Node, line_end: str = " ") -> str:
    """Replace what a text file can't hold, and say so; line ends become `line_end`."""
    text = _LINE_ENDS.sub(line_end, text)
    if _UNWRITABLE.search(text) is None:
        return text
    report(state, "unwritable-character", "a control character or half a character was replaced by U+FFFD", node)
    return _UNWRITABLE.sub("\ufffd", text)


def report(state: State, code: str, message: str, node: Node, severity: Severity = Severity.WARNING) -> None:
    """Add a diagnostic with the node's place in the template and its path in the brief."""
    place = Place(node.pos.template, node.pos.line) if node.pos else None
    state.diagnostics.append(Diagnostic(code, message, severity, place, node.origin.path if node.origin else ""))
