"""The marks of lines in what a template rendered: taken out, and kept as the place of each line and value."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

from ..document.nodes import Pos
from .slots import MARK, Slots


@frozen
class Rendered:
    """The Markdown that a template rendered, the place of each of its lines, and of each value printed."""

    text: str
    lines: tuple[Pos | None, ...] = ()
    values: dict[int, Pos | None] = field(factory=dict)

    def pos(self, line: int) -> Pos | None:
        """Give the place of a line, counted from 0."""
        return self.lines[line] if 0 <= line < len(self.lines) else None


def unmark(text: str, slots: Slots, names: Mapping[int, str]) -> Rendered:
    """Take the marks out; a line is placed where its first visible character was written."""
    clean: list[str] = []
    lines: list[Pos | None] = []
    values: dict[int, Pos | None] = {}
    here: Pos | None = None
    placed: Pos | None = None
    for piece in re.split(f"(\x02\\d+:\\d+\x03|{slots.word.pattern.replace('(', '(?:')}|\n)", text):
        if mark := MARK.fullmatch(piece):
            here = Pos(names[int(mark[1])], int(mark[2]))
            continue
        clean.append(piece)
        if piece == "\n":
            lines.append(placed or here)
            placed = None
        elif piece.strip():
            placed = placed or here
            if word := slots.word.fullmatch(piece):
                values.setdefault(int(word[1]), here)
    return Rendered("".join(clean), (*lines, placed or here), values)
