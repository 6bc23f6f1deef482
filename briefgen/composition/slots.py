"""Opaque words: what `{{ … }}` prints never reaches the Markdown reader; a word stands for it until the tree is made.

A word is letters and digits that nobody can guess for this render, so no data can hold one. Markdown sees a word like
any other; afterwards it is replaced by the value. Marks of the template's lines travel in the text in the same way.
"""

from __future__ import annotations

import re
import secrets
from functools import cached_property

from attrs import field, frozen

from .faults import Refused

_LETTERS = "bcdfghjkmnpqrstvwxz"
_FRAGMENT = 6
MAX_SLOTS = 999_999
MARK = re.compile("\x02(\\d+):(\\d+)\x03")


def _key() -> str:
    return "zQ" + "".join(secrets.choice(_LETTERS) for _ in range(18))


@frozen
class Slots:
    """The values of one render, and the words that stand for them."""

    key: str = field(factory=_key, repr=False)
    values: list[object] = field(factory=list)

    def put(self, value: object) -> str:
        """Keep a value; give the word that stands for it."""
        if len(self.values) > MAX_SLOTS:
            raise Refused("the template prints too many values", code="template-limit")
        self.values.append(value)
        return f"{self.key}{len(self.values) - 1:06d}Qz"

    def holds(self, text: object) -> bool:
        """Say whether words stand in a text."""
        return isinstance(text, str) and self.key in text

    @cached_property
    def word(self) -> re.Pattern[str]:
        """What a word looks like; group 1 is the value's number."""
        return re.compile(rf"{self.key}(\d{{6}})Qz")

    @cached_property
    def _broken(self) -> re.Pattern[str]:
        size = _FRAGMENT
        parts = {part[i : i + size] for part in (self.key, self.key[::-1]) for i in range(len(part) - size + 1)}
        return re.compile("|".join(map(re.escape, parts)), re.IGNORECASE)

    def split(self, text: str) -> list[str | int]:
        """Part a text into what the author wrote and the numbers of values.

        Raises `Refused` when a word was cut or changed on its way: its value would be lost.
        """
        parts: list[str | int] = list(self.word.split(text))
        parts[1::2] = [int(number) for number in parts[1::2]]
        if any(self._broken.search(part) for part in parts if isinstance(part, str)):
            raise Refused("a printed value was cut or changed", "change the value itself, then print it")
        return [part for part in parts if part != ""]


def unmarked(text: str) -> str:
    """Give a text without the marks of its lines."""
    return MARK.sub("", text)
