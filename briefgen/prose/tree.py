"""Markdown-it's flat tokens as branches, each with its children and the line where it begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from markdown_it.token import Token

_ENDS = ("_open", "_close")
_BREAKS = ("softbreak", "hardbreak")


@define
class Branch:
    """A token and what stands between its opening and its closing; `line` counts from 0."""

    token: Token
    kind: str
    line: int
    children: list[Branch] = field(factory=list)


def grow(tokens: Iterable[Token], line: int = 0) -> list[Branch]:
    """Nest `tokens`; one without a line of its own takes that of the one before it, counted on at line breaks."""
    levels: list[list[Branch]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        line = token.map[0] if token.map else line
        branch = Branch(token, token.type.removesuffix(_ENDS[0]), line)
        levels[-1].append(branch)
        if token.nesting > 0:
            levels.append(branch.children)
        line += token.type in _BREAKS
    return levels[0]
