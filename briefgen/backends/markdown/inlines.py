"""Inlines: each becomes raw text, finished Markdown, or a span whose delimiters its neighbours decide."""

from __future__ import annotations

import re

from ...document.nodes import (
    Abbreviation,
    Badge,
    Citation,
    Code,
    Comment,
    Emphasis,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Reference,
    SoftBreak,
    Span,
    Strikeout,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from ...document.walk import plain_text
from ...errors import Severity
from .escape import attribute, escape, escape_address, escape_definitions
from .pieces import BREAK, Piece, Source, Verbatim, join, merge, trim, wrap
from .state import State, clean, mark, report, take_anchors

_STRONG = (("**", "__"), "strong")
_EMPHASIS = (("*", "_"), "em")
_STRIKEOUT = (("~~",), "del")


# --- lines --------------------------------------------------------------------------------------------------------


def paragraph(state: State, inlines: Inlines) -> str:
    """Write the inlines of a paragraph: one line, and one more after each forced break."""
    return _entities(escape_definitions(join(_pieces(state, inlines), starts=True)))


def line(state: State, inlines: Inlines, line_break: str = " ") -> str:
    """Write inlines on one line where no block can begin: in a heading or a cell."""
    return _entities(join(_pieces(state, inlines)).replace(BREAK, line_break))


def heading(state: State, inlines: Inlines) -> str:
    """Write inlines on a heading's line, whose last hashes would not be shown."""
    return re.sub(r"(^|(?<=[ \t]))(?=#+$)", r"\\", line(state, inlines))


def _pieces(state: State, inlines: Inlines) -> list[Piece]:
    """Make the pieces of a whole line, without blanks and breaks at its edges."""
    anchors = Source(take_anchors(state))
    _, pieces, _ = trim(merge(_all(state, inlines)))
    return merge([anchors, *pieces])


def _entities(text: str) -> str:
    """Drop blanks at the edges; other white space there is kept, as entities, for readers would drop it."""
    text = text.strip(" \t")
    head, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    coded = ["".join(f"&#{ord(blank)};" for blank in blanks) for blanks in (text[:head], text[max(tail, head) :])]
    return text[head:tail].join(coded)


# --- one function a node ------------------------------------------------------------------------------------------


def _all(state: State, inlines: Inlines) -> list[Piece]:
    pieces: list[Piece] = []
    for before, inline in zip((None, *inlines), inlines):
        parts = isinstance(inline, Text) and inline.text == "\N{EN SPACE}"
        pieces += [_dot_after(before)] if parts else _one(state, inline)
    return pieces


def _dot_after(before: Inline | None) -> str:
    """Part two facts, or a label and its value, where a page has a wide space; in plain text nobody would see it."""
    return " " if isinstance(before, Span) and plain_text(before).endswith(":") else " · "


def _one(state: State, node: Inline) -> list[Piece]:
    mark(state, node)
    anchors: list[Piece] = [Source(take_anchors(state))]
    return anchors + _written(state, node)


def _written(state: State, node: Inline) -> list[Piece]:
    match node:
        case Text():
            return [clean(state, node.text, node)]
        case Strong():
            return wrap(*_STRONG, _all(state, node.inlines))
        case Emphasis():
            return wrap(*_EMPHASIS, _all(state, node.inlines))
        case Superscript():
            return wrap((), "sup", _all(state, node.inlines))
        case Subscript():
            return wrap((), "sub", _all(state, node.inlines))
        case Strikeout():
            return wrap(*_STRIKEOUT, _all(state, node.inlines))
        case Code():
            return [Verbatim(clean(state, node.text, node))]
        case Link():
            return _link(state, node)
        case Image():
            return _image(state, node)
        case Note():
            return [_note(state, node)]
        case Citation():
            return _all(state, node.inlines)
        case Reference():
            return _linked(_all(state, node.inlines), f"#{node.target}", clean(state, node.title, node))
        case Badge():
            # Brackets tell a mark from the words around it, in any font.
            return [f"[{clean(state, node.text, node)}]"]
        case Abbreviation():
            return _abbreviation(state, node)
        case SoftBreak():
            return [" "]
        case LineBreak():
            return [Source(BREAK)]
        case Span():
            return _span(state, node)
        case Comment():
            return [_comment(state, node)] if state.options.comments else []
    report(state, "unknown-node", f"Markdown does not know the node {type(node).__name__}; it is left out", node)
    return []


_PLAIN_ADDRESS = re.compile(r"(?:https?://|mailto:)[A-Za-z0-9/?#@!$'()+,;=._~:-]+")


_SAFE = ("http://", "https://", "mailto:")


def _link(state: State, node: Link) -> list[Piece]:
    if not node.url.lower().startswith(_SAFE):
        message = f"the address {node.url[:80]!r} is no http, https or mailto link; its words are kept"
        report(state, "unsafe-link", message, node)
        return _all(state, node.inlines)
    said = node.inlines[0].text if len(node.inlines) == 1 and isinstance(node.inlines[0], Text) else None
    if _PLAIN_ADDRESS.fullmatch(node.url) and said in (node.url, node.url.removeprefix("mailto:")):
        return [Source(f"<{said}>")]
    return _linked(_all(state, node.inlines), node.url, clean(state, node.title, node))


def _linked(pieces: list[Piece], url: str, title: str = "") -> list[Piece]:
    before, inner, after = trim(merge(pieces))
    words = join(inner or [url], around=("[", "]"), in_link=True)
    hover = f' "{escape(title).replace(chr(34), chr(92) + chr(34))}"' if title else ""
    return [*before, Source(f"[{words}]({escape_address(url)}{hover})"), *after]


def _image(state: State, node: Image) -> list[Piece]:
    if not node.alt:
        return []
    message = f"Markdown carries no pictures; its words stand in its place: {node.alt!r}"
    report(state, "picture-in-words", message, node, Severity.INFO)
    return [f"[{clean(state, node.alt, node)}]"]


def _note(state: State, node: Note) -> Source:
    label = node.number or str(len(state.notes) + 1)
    state.notes[label] = node
    return Source(f"[^{label}]")


def _abbreviation(state: State, node: Abbreviation) -> list[Piece]:
    """Give the expansion the first time; more would hide the text."""
    text = clean(state, node.text, node)
    if not node.expansion or node.text in state.expanded:
        return [text]
    state.expanded.add(node.text)
    title = attribute(clean(state, node.expansion, node))
    return [Source(f"<abbr title={title}>"), text, Source("</abbr>")]


def _span(state: State, node: Span) -> list[Piece]:
    """A span's role and language have no form in Markdown; a small label before its value is set apart."""
    inner = _all(state, node.inlines)
    return wrap(*_EMPHASIS, inner) if "label" in node.attrs.classes else inner


def _comment(state: State, node: Comment) -> str:
    said = f"{node.author}: {node.text}" if node.author else node.text
    return f"[{clean(state, said, node)}]"
