"""Blocks: each becomes lines; lists and quotations indent or mark the lines of what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...document.nodes import (
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    ListItem,
    Notes,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Section,
    Strong,
    Table,
    Text,
)
from ...document.walk import plain_text
from ...errors import Severity
from .inlines import heading, paragraph
from .reduce import stream
from .state import State, automatic_anchor, clean, mark, report, take_anchors
from .tables import write_table

BETWEEN = "\n\n"
_DEEPEST = 6


def write_blocks(state: State, blocks: Iterable[Block], level: int, between: str = BETWEEN) -> str:
    """Write blocks one after another, parted by an empty line."""
    texts: list[str] = []
    last = ""
    for depth, block in stream(state, blocks, level):
        marker = _marker(block, last)
        if text := _write(state, block, depth, marker):
            texts.append(text)
            last = marker
    return between.join(texts)


def _marker(block: Block, last: str) -> str:
    """Choose a list's marker: two lists in a row would be one, if their markers were the same."""
    match block:
        case BulletList():
            return "+" if last == "-" else "-"
        case OrderedList():
            return ")" if last == "." else "."
    return ""


def _write(state: State, block: Block, level: int, marker: str) -> str:
    match block:
        case Section():
            return _section(state, block, level)
        case Paragraph():
            return paragraph(state, block.inlines)
        case BulletList():
            return _list(state, [(f"{marker} ", item) for item in block.items], level)
        case OrderedList():
            return _ordered(state, block, level, marker)
        case Table():
            return write_table(state, block)
        case Quote():
            return _quoted(write_blocks(state, block.blocks, level))
        case CodeBlock():
            return _after_anchors(state, _code(state, block))
        case Rule():
            # Not hyphens: after a list's marker they would make the list a rule.
            return _after_anchors(state, "***")
        case Notes():
            return write_notes(state)
    return ""


def _section(state: State, section: Section, level: int) -> str:
    words = (Text(f"{section.number} "), *section.heading) if section.number else section.heading
    hashes = level + 1
    if hashes > _DEEPEST:
        mark(state, section)
        return paragraph(state, (Strong(words),))
    if automatic_anchor(state, plain_text(words)) != section.attrs.id:
        mark(state, section)
    return f"{'#' * hashes} {heading(state, words)}".rstrip(" ")


def _ordered(state: State, block: OrderedList, level: int, marker: str) -> str:
    if block.style != "decimal":
        message = f"Markdown numbers lists in figures only, not as {block.style}"
        report(state, "list-style", message, block, Severity.INFO)
    return _list(state, [(f"{i}{marker} ", item) for i, item in enumerate(block.items, block.start)], level)


def _list(state: State, items: list[tuple[str, ListItem]], level: int) -> str:
    tight = all(_is_tight(item.blocks) for _, item in items)
    return ("\n" if tight else BETWEEN).join(_item(state, prefix, item, level, tight) for prefix, item in items)


def _item(state: State, prefix: str, item: ListItem, level: int, tight: bool) -> str:
    mark(state, item)
    # An empty item would make a heading of the line above it.
    body = write_blocks(state, item.blocks, level, "\n" if tight else BETWEEN) or "<!-- -->"
    tick = {None: "", False: "[ ] ", True: "[x] "}[item.checked]
    return f"{prefix}{tick}{_indented(body, len(prefix))}"


def _is_tight(blocks: Blocks) -> bool:
    """Say whether an item can do without empty lines: a paragraph, and at most lists that may follow it directly."""
    match blocks:
        case (Paragraph(), *rest):
            return all(_follows_directly(block) for block in rest)
    return not blocks


def _follows_directly(block: Block) -> bool:
    match block:
        case BulletList() | OrderedList(start=1):
            return all(_is_tight(item.blocks) for item in block.items)
    return False


def _code(state: State, block: CodeBlock) -> str:
    text = clean(state, block.text, block, "\n").removesuffix("\n")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    syntax = block.syntax if re.fullmatch(r"[\w+#.-]*", block.syntax) else ""
    return f"{fence}{syntax}\n{text}\n{fence}" if text else f"{fence}{syntax}\n{fence}"


def _after_anchors(state: State, text: str) -> str:
    anchors = take_anchors(state)
    return f"{anchors}{BETWEEN}{text}" if anchors else text


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n")) if text else ""


def _indented(text: str, width: int) -> str:
    first, *more = text.split("\n")
    return "\n".join([first, *(" " * width + line if line else "" for line in more)])


# --- notes --------------------------------------------------------------------------------------------------------


def write_notes(state: State) -> str:
    """Write the notes that were called for and do not stand yet, also those called for by notes."""
    texts: list[str] = []
    while waiting := [label for label in state.notes if label not in state.written_notes]:
        for label in waiting:
            state.written_notes.add(label)
            body = write_blocks(state, state.notes[label].blocks, _DEEPEST)
            texts.append(f"[^{label}]: {_indented(body, 4)}")
    return BETWEEN.join(texts)
