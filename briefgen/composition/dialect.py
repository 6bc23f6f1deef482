"""How a template's Markdown reads: words become values, every node knows its line, and what is wrong is an error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

from attrs import define, evolve, field

from ..document.nodes import NO_ATTRS, Attrs, Blocks, Inline, Inlines, Origin, Paragraph, Pos, Text
from ..prose.reading import Heading
from .attributes import make_attrs, read_attributes
from .faults import Refused, fault
from .fill import as_blocks, as_inlines, as_label, as_text, is_blocks
from .marks import Rendered
from .slots import Slots

T = TypeVar("T")
ShowLine = Callable[[Pos], str]


@define
class TemplateHooks:
    """How a template reads. `shown` gives the text of a template's line, for messages."""

    rendered: Rendered
    slots: Slots
    shown: ShowLine
    fragment: bool = False
    base: int = 0
    level: int = 0
    filled: Origin | None = field(default=None)

    def text(self, text: str, line: int) -> Inlines:
        """Make nodes of characters and of the values among them."""
        inlines: list[Inline] = []
        for part in self._try(line, lambda: self.slots.split(text)):
            if isinstance(part, str):
                inlines.append(Text(part, pos=self.pos(line)))
            else:
                inlines += self._value(part, line, lambda value, pos: as_inlines(self.slots, value, pos))
        return tuple(inlines)

    def verbatim(self, text: str, line: int, place: str) -> str:
        """Make a string of characters and of the values among them."""
        self.filled = None
        if place == "label" and self._in_label(text):
            self._fail("a value can't stand in a fence's kind, or in a note's or reference's label", line)
        give = as_text if place == "code" else as_label
        parts: Sequence[str | int] = self._try(line, lambda: self.slots.split(text))
        return "".join(
            part if isinstance(part, str) else self._value(part, line, lambda value, _: give(self.slots, value))
            for part in parts
        )

    def _in_label(self, text: str) -> bool:
        return self.slots.key.casefold() in text.casefold()  # markdown-it folds the case of labels

    def alone(self, text: str, line: int) -> Blocks | None:
        """Give the blocks of a value that stands alone on its line."""
        word = self.slots.word.fullmatch(text.strip())
        if word is None or not is_blocks(self.slots.values[int(word[1])]):
            return None
        return self._value(int(word[1]), line, as_blocks)

    def pos(self, line: int) -> Pos | None:
        """Give the template's line."""
        return self.rendered.pos(line)

    def heading(self, heading: Heading, nested: bool) -> Heading | Blocks:
        """Make `#` the document's title and `##` a section; a heading can't skip a level or stand in a list."""
        if nested:
            self._fail("a heading can't stand within a list, quote or note", heading.line)
        if self.fragment:
            return heading
        if heading.level == 1:
            title = evolve(heading.attrs, classes=("title", *heading.attrs.classes))
            return (Paragraph(heading.inlines, attrs=title, pos=heading.pos),)
        level = heading.level - 1
        if not self.base < level <= self.level + 1:
            fits = "#" * (min(self.level + 1, max(level, self.base + 1)) + 1)
            self._fail(f"a heading of this level can't stand here: {'#' * heading.level}", heading.line, f"use {fits}")
        self.level = level
        return evolve(heading, level=level)

    def attributes(self, text: str, line: int) -> Attrs:
        """Read the attributes of a heading."""
        return self.attrs(self.pairs(text, line), line) if text else NO_ATTRS

    def pairs(self, text: str, line: int) -> list[tuple[str, str]]:
        """Read attributes, values not yet filled in."""
        return self._try(line, lambda: read_attributes(text))

    def attrs(self, pairs: list[tuple[str, str]], line: int, *classes: str) -> Attrs:
        """Make a node's attributes."""
        filled = [(key, self.verbatim(value, line, "attribute")) for key, value in pairs if key != "title"]
        return self._try(line, lambda: make_attrs(filled, *classes))

    def tables(self, line: int) -> bool:
        """Allow tables."""
        return True

    def refuse(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Stop: what a template's author wrote is to be right."""
        self._fail(message, line, hint, code)

    def fault(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Stop."""
        self._fail(message, line, hint, code)

    def _value(self, number: int, line: int, give: Callable[[object, Pos | None], T]) -> T:
        value = self.slots.values[number]
        origin = getattr(value, "_origin", None)
        self.filled = origin or self.filled
        pos = self.rendered.values.get(number) or self.pos(line)
        try:
            return give(value, pos)
        except Refused as refused:
            path = origin.path if origin else ""
            said = self.shown(pos) if pos else ""
            raise fault(refused.message, pos, said, refused.hint, path=path, code=refused.code) from None

    def _try(self, line: int, do: Callable[[], T]) -> T:
        try:
            return do()
        except Refused as refused:
            self._fail(refused.message, line, refused.hint, refused.code)

    def _fail(self, message: str, line: int, hint: str = "", code: str = "template") -> NoReturn:
        pos = self.pos(line)
        path = self.filled.path if self.filled and code == "refused-link" else ""
        raise fault(message, pos, self.shown(pos) if pos else "", hint, path=path, code=code)
