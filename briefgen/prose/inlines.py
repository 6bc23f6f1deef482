"""Within a line: one function a kind of token. Shared by prose and templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from ..document.nodes import (
    Citation,
    CitationItem,
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    SoftBreak,
    Span,
    Strikeout,
    Strong,
    Text,
)
from .addresses import MAX_ADDRESS, address
from .citations import LEFTOVER
from .reading import Mention, Reading
from .tree import Branch, grow

if TYPE_CHECKING:
    from typing import TypeAlias

    Reader: TypeAlias = Callable[[Reading, Branch], Inlines]

MAX_USES = 50
"""How often one note may be referred to: each use shows it whole."""


def read_inlines(reading: Reading, branches: Iterable[Branch]) -> Inlines:
    """Read the tokens of a line."""
    return tuple(inline for branch in branches for inline in READERS[branch.kind](reading, branch))


def text(reading: Reading, branch: Branch) -> Inlines:
    """Read characters."""
    content = branch.token.content
    if not content:
        return ()
    bare = str(branch.token.meta.get("bare", content))  # what is escaped means itself
    if "@" in bare and (found := LEFTOVER.search(bare)):
        said = f"{content[slice(*found.span())]!r} looks like a citation but can't be read"
        hint = "write [@id], [@id, p. 4] or [see @a; @b]; \\[ for a bracket"
        reading.hooks.fault("citation-syntax", said, branch.line, hint)
    if reading.in_note and "^[" in bare:
        reading.hooks.fault("nested-note", "a note stands within a note; it is shown as it is written", branch.line)
    return reading.hooks.text(content, branch.line)


def emphasis(reading: Reading, branch: Branch) -> Inlines:
    """Read `*…*`."""
    return (Emphasis(read_inlines(reading, branch.children), pos=reading.hooks.pos(branch.line)),)


def strong(reading: Reading, branch: Branch) -> Inlines:
    """Read `**…**`."""
    return (Strong(read_inlines(reading, branch.children), pos=reading.hooks.pos(branch.line)),)


def strikeout(reading: Reading, branch: Branch) -> Inlines:
    """Read `~~…~~`."""
    return (Strikeout(read_inlines(reading, branch.children), pos=reading.hooks.pos(branch.line)),)


def code(reading: Reading, branch: Branch) -> Inlines:
    """Read a code span."""
    said = reading.hooks.verbatim(branch.token.content, branch.line, "code")
    return (Code(said, pos=reading.hooks.pos(branch.line)),)


def soft_break(reading: Reading, branch: Branch) -> Inlines:
    """Read a line end."""
    return (SoftBreak(pos=reading.hooks.pos(branch.line)),)


def line_break(reading: Reading, branch: Branch) -> Inlines:
    """Read a line end that stays one."""
    return (LineBreak(pos=reading.hooks.pos(branch.line)),)


def link(reading: Reading, branch: Branch) -> Inlines:
    """Read `[words](address)`; an address of a refused kind leaves the words, an anchor makes a reference."""
    if label := branch.token.meta.get("label"):
        reading.labels.add(label)
    words = _unlinked(read_inlines(reading, branch.children))
    title = reading.hooks.verbatim(str(branch.token.attrs.get("title", "")), branch.line, "address")
    href = reading.hooks.verbatim(str(branch.token.attrs.get("href", "")), branch.line, "address")
    pos = reading.hooks.pos(branch.line)
    if href.startswith("#") and len(href.split()[0]) == len(href) > 1:
        reading.references.append(Mention(href[1:], branch.line + 1))
        return (Reference(href[1:], words, pos=pos),)
    if (safe := address(href)) is None:
        _refuse_address(reading, href, branch.line)
        return words or (Text(href, pos=pos),)
    return (Link(safe, words or (Text(href, pos=pos),), title=title, pos=pos),)


def _refuse_address(reading: Reading, href: str, line: int) -> None:
    shown = href if len(href) <= 60 else href[:60] + "…"
    said = f"a link can't lead to {shown!r}; its words are kept"
    fix = (
        f"use {MAX_ADDRESS:,} characters at most" if len(href) > MAX_ADDRESS else "use http, https, mailto, or #anchor"
    )
    reading.hooks.refuse("refused-link", said, line, fix)


def _unlinked(inlines: Inlines) -> Inlines:
    """Flatten links within the words of a link."""
    flat: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Link):
            flat += inline.inlines
        elif isinstance(inline, Reference):
            flat += inline.inlines or (Text(inline.target, pos=inline.pos),)
        elif isinstance(inline, Emphasis | Strong | Strikeout | Span):
            flat.append(evolve(inline, inlines=_unlinked(inline.inlines)))
        else:
            flat.append(inline)
    return tuple(flat)


def picture(reading: Reading, branch: Branch) -> Inlines:
    """Refuse a picture; its alternative text stays."""
    said = "a picture can't stand here; its alternative text is kept"
    reading.hooks.refuse("refused-picture", said, branch.line, "give the brief an exhibit")
    return read_inlines(reading, grow(branch.token.children or (), branch.line))


def citation(reading: Reading, branch: Branch) -> Inlines:
    """Read `[@id, p. 4]`, and `@id` within a sentence, which keeps its words in case no source is called so."""
    items = tuple(_filled(reading, item, branch.line) for item in branch.token.meta["items"])
    words = branch.token.meta.get("words", "")
    reading.citations += [Mention(item.source, branch.line + 1, bare=bool(words)) for item in items]
    return (Citation(items, inlines=(Text(words),) if words else (), pos=reading.hooks.pos(branch.line)),)


def _filled(reading: Reading, item: CitationItem, line: int) -> CitationItem:
    fill = reading.hooks.verbatim
    return CitationItem(
        fill(item.source, line, "address"),
        prefix=fill(item.prefix, line, "address"),
        locator=fill(item.locator, line, "address"),
        suffix=fill(item.suffix, line, "address"),
        mode=item.mode,
    )


def note(reading: Reading, branch: Branch) -> Inlines:
    """Read `^[…]`."""
    reading.in_note = True
    inlines = read_inlines(reading, grow(branch.token.children or (), branch.line))
    reading.in_note = False
    pos = reading.hooks.pos(branch.line)
    return (Note((Paragraph(inlines, pos=pos),), pos=pos),)


def note_reference(reading: Reading, branch: Branch) -> Inlines:
    """Read `[^label]`."""
    label = branch.token.meta["label"]
    reading.hooks.verbatim(label, branch.line, "label")
    uses = reading.uses[label] = reading.uses.get(label, 0) + 1
    if label not in reading.notes:
        hint = f"add a line beginning with [^{label}]:"
        reading.hooks.fault("undefined-note", f"the note [^{label}] is not defined", branch.line, hint)
    elif reading.in_note:
        reading.hooks.fault("nested-note", f"the note [^{label}] stands within a note", branch.line)
    elif uses > MAX_USES:
        reading.hooks.fault("repeated-note", f"the note [^{label}] is used over {MAX_USES} times", branch.line)
    else:
        return _defined_note(reading, reading.notes[label], branch.line)
    return reading.hooks.text(f"[^{label}]", branch.line)


def _defined_note(reading: Reading, definition: Branch, line: int) -> Inlines:
    from .blocks import read_blocks  # blocks hold lines, and notes hold blocks

    reading.in_note = True
    reading.nested += 1
    blocks = read_blocks(reading, definition.children)
    reading.nested -= 1
    reading.in_note = False
    return (Note(blocks, pos=reading.hooks.pos(line)),)


READERS: dict[str, Reader] = {
    "text": text,
    "em": emphasis,
    "strong": strong,
    "s": strikeout,
    "code_inline": code,
    "softbreak": soft_break,
    "hardbreak": line_break,
    "link": link,
    "image": picture,
    "citation": citation,
    "note": note,
    "footnote_ref": note_reference,
}
