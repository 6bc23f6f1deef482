"""Prose with markup: set up the Markdown reader, read, and say what was refused or can't be right."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import define, field
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from ..document.nodes import NO_ATTRS, Attrs, Blocks, Inline, Inlines, Paragraph, Pos, SoftBreak, Strong, Text
from ..errors import Diagnostic, Severity
from .blocks import read_blocks
from .reading import MAX_LENGTH, Heading, Parsed, Reading, placed
from .rules import citation, citation_in_text, inline_note, join_text, note_reference
from .tree import Branch, grow

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 60
"""Levels of lists and quotes, each list counting two; markdown-it drops what stands deeper."""


@define
class ProseHooks:
    """How prose reads: text is text, and what it can't hold is shown as text with a diagnostic."""

    long: bool
    found: list[Diagnostic] = field(factory=list)

    def text(self, text: str, line: int) -> Inlines:
        """Make a node of characters."""
        return (Text(text),)

    def verbatim(self, text: str, line: int, place: str) -> str:
        """Take characters as they are."""
        return text

    def alone(self, text: str, line: int) -> Blocks | None:
        """Prose holds no values."""
        return None

    def pos(self, line: int) -> Pos | None:
        """Prose is no template."""
        return None

    def heading(self, heading: Heading, nested: bool) -> Heading | Blocks:
        """Allow a heading in long prose, outside lists and quotes; else show it as a strong paragraph."""
        if self.long and not nested:
            return heading
        self.refuse("heading-in-prose", "a heading can't stand here; it is shown as a strong paragraph", heading.line)
        return (Paragraph((Strong(heading.inlines),)),) if heading.inlines else ()

    def attributes(self, text: str, line: int) -> Attrs:
        """Prose has none."""
        return NO_ATTRS

    def tables(self, line: int) -> bool:
        """Allow tables in long prose."""
        if not self.long:
            self.refuse("table-in-prose", "a table can't stand here; its rows are shown as paragraphs", line)
        return self.long

    def refuse(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Note a warning."""
        self.found.append(placed(code, message, line, Severity.WARNING, hint))

    def fault(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Note an error."""
        self.found.append(placed(code, message, line, Severity.ERROR, hint))


def read_markdown(source: str, long: bool) -> Parsed:
    """Read prose."""
    hooks = ProseHooks(long)
    if len(source) > MAX_LENGTH:
        said = f"the text has {len(source):,} characters, and may have {MAX_LENGTH:,}"
        hooks.fault("prose-too-long", said, 0, "part it")
        return Parsed(blocks=_unread(source), diagnostics=tuple(hooks.found))
    env: dict[str, Any] = {}
    tokens = parser().parse(source, env)
    reading = Reading(hooks, source.splitlines())
    blocks = read_tokens(reading, tokens, env)
    return Parsed(
        blocks=blocks,
        citations=tuple(reading.citations),
        references=tuple(reading.references),
        diagnostics=tuple(sorted(hooks.found, key=lambda d: d.place.line or 0 if d.place else 0)),
    )


@cache
def parser() -> MarkdownIt:
    """Give the reader of prose."""
    md = make_parser()
    md.inline.ruler.before("link", "citation_in_text", citation_in_text)
    return md


def make_parser() -> MarkdownIt:
    """Make a reader of CommonMark without HTML, with tables, strikeout, notes and citations."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING, "store_labels": True})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False)  # for its definitions; its references take the square
    md.inline.ruler.at("footnote_ref", note_reference)
    md.inline.ruler.before("link", "citation", citation)
    md.inline.ruler.before("link", "note", inline_note)
    md.core.ruler.at("text_join", join_text)
    # Every address is read, and then judged: an address that the rule refuses would leave raw markup on the page.
    md.validateLink = lambda url, *_: True  # type: ignore[method-assign]
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return md


def read_tokens(reading: Reading, tokens: list[Token], env: dict[str, Any]) -> Blocks:
    """Read what markdown-it gives, with the notes that it found; say which definitions are used by nothing."""
    branches = grow(tokens)
    for branch in _definitions(branches):
        label = branch.token.meta["label"]
        if label in reading.notes:
            reading.hooks.fault("repeated-definition", f"the note [^{label}] is defined twice", branch.line)
        reading.notes[label] = branch
    blocks = read_blocks(reading, branches)
    _say_unused(reading, env)
    _say_too_deep(reading, tokens)
    return blocks


def _definitions(branches: list[Branch]) -> list[Branch]:
    found: list[Branch] = []
    for branch in branches:
        if branch.kind == "footnote_reference":
            found.append(branch)
        found += _definitions(branch.children)
    return found


def _say_unused(reading: Reading, env: dict[str, Any]) -> None:
    for label, branch in reading.notes.items():
        if label not in reading.uses:
            said = f"the note [^{label}] is defined, but nothing refers to it: it is not shown"
            reading.hooks.fault("unused-note", said, branch.line)
    for label, found in env.get("references", {}).items():
        reading.hooks.verbatim(label, found["map"][0], "label")
        if label not in reading.labels:
            said = f"the address of [{label}] is given, but nothing refers to it: it is not shown"
            reading.hooks.refuse("unused-address", said, found["map"][0])


def _say_too_deep(reading: Reading, tokens: list[Token]) -> None:
    for token in tokens:
        if token.level >= MAX_NESTING - 1:
            line = token.map[0] if token.map else 0
            reading.hooks.fault("too-deep", f"lists and quotes over {MAX_NESTING // 2} deep can't be shown", line)
            return


def _unread(source: str) -> Blocks:
    paragraphs = [part.split("\n") for part in re.split(r"\n\s*\n", source) if part.strip()]
    return tuple(Paragraph(_unread_lines(lines)) for lines in paragraphs)


def _unread_lines(lines: list[str]) -> Inlines:
    inlines: list[Inline] = []
    for line in lines:
        inlines += [SoftBreak(), Text(line.strip())]
    return tuple(inlines[1:])
