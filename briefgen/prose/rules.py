"""Our own rules for the Markdown reader: citations, notes within a line, and escaped characters."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from markdown_it.token import Token

from .citations import read_citation, read_in_text

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline


MAX_BRACKETS = 10
MAX_CITATION = 1000
MAX_NOTE = 5000
"""Characters within the brackets; without a bound, a text full of open brackets takes the square of its length."""
_NOTE_REFERENCE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_TEXTS = ("text", "text_special")
ESCAPED = "\ufffc"
"""Stands for an escaped character in what a text token keeps as `meta["bare"]`."""
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def citation(state: StateInline, silent: bool) -> bool:
    """Read `[@id, p. 4]`; `[@handle](https://…)` stays a link."""
    if state.src[state.pos] != "[":
        return False
    end = state.src.find("]", state.pos, min(state.posMax, state.pos + MAX_CITATION))
    inner = state.src[state.pos + 1 : end]
    if end < 0 or "@" not in inner or "[" in inner or state.src[end + 1 : end + 2] == "(":
        return False
    items = read_citation(inner)
    if items and not silent:
        token = state.push("citation", "", 0)
        token.meta = {"items": items}
    if items:
        state.pos = end + 1
    return bool(items)


def citation_in_text(state: StateInline, silent: bool) -> bool:
    """Read `@id` and `@id [p. 4]`, but not within the words of a link."""
    if state.src[state.pos] != "@" or state.linkLevel:
        return False
    found = read_in_text(state.src, state.pos, state.posMax)
    if found is None:
        return False
    item, words = found
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"items": (item,), "words": words}
    state.pos += len(words)
    return True


def inline_note(state: StateInline, silent: bool) -> bool:
    """Read `^[…]`; within a note it stays text, so that notes can't nest without end."""
    start = state.pos + 2
    if not state.src.startswith("^[", state.pos) or state.env.get("in_note"):
        return False
    end = _closing(state, start)
    if end < 0:
        return False
    if not silent:
        tokens: list[Token] = []
        state.env["in_note"] = True
        state.md.inline.parse(state.src[start:end], state.md, state.env, tokens)
        state.env["in_note"] = False
        state.push("note", "", 0).children = tokens
    state.pos = end + 1
    return True


def note_reference(state: StateInline, silent: bool) -> bool:
    """Read `[^label]`, defined or not."""
    found = _NOTE_REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


def _closing(state: StateInline, start: int) -> int:
    """Find the bracket that closes a note, or -1."""
    depth = 1
    for found in _BRACKET.finditer(state.src, start, min(state.posMax, start + MAX_NOTE)):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
        if depth > MAX_BRACKETS:
            break
    return -1


def join_text(state: StateCore) -> None:
    """Join text with the characters that are escaped in it, at any depth, and remember which were.

    markdown-it-py's own rule forgets, and does not reach what stands within notes within a line.
    """
    for token in state.tokens:
        if token.type == "inline":
            token.children = _joined(token.children or [])


def _joined(tokens: list[Token]) -> list[Token]:
    made: list[Token] = []
    for is_text, group in groupby(tokens, lambda token: token.type in _TEXTS):
        run = list(group)
        made += [_one_text(run)] if is_text else map(_with_joined, run)
    return made


def _with_joined(token: Token) -> Token:
    token.children = _joined(token.children) if token.children else token.children
    return token


def _bare(token: Token) -> str:
    return ESCAPED * len(token.content) if token.type == "text_special" else token.content


def _one_text(run: list[Token]) -> Token:
    joined = Token("text", "", 0, content="".join(token.content for token in run))
    joined.meta["bare"] = "".join(_bare(token) for token in run)
    return joined
