"""How much a template may do: steps, the length of texts and lists, the size of numbers."""

from __future__ import annotations

from attrs import define

from .faults import Refused

MAX_STEPS = 500_000
"""Turns of loops, calls and filters of one render; a long brief takes some ten thousand."""
MAX_TEXT = 2_000_000
"""Characters of one text."""
MAX_ITEMS = 100_000
"""Items of one list, with those of the lists inside it."""
MAX_NUMBER = 10_000
"""The largest width, count or precision that may be asked for."""
_CHARACTERS_A_STEP = 100
_HINT = "is there a loop within a loop, or text that doubles?"


@define
class Budget:
    """What is left to spend."""

    steps: int = MAX_STEPS

    def spend(self, steps: int = 1) -> None:
        """Take steps off, and stop the template when there are none left."""
        self.steps -= steps
        if self.steps < 0:
            raise Refused("the template does too much and was stopped", _HINT, "template-limit")

    def length(self, characters: int) -> None:
        """Stop before a text grows too long; a long one costs steps."""
        if characters > MAX_TEXT:
            raise Refused("a text grows too long and was stopped", _HINT, "template-limit")
        self.spend(1 + characters // _CHARACTERS_A_STEP)

    def check(self, value: object) -> object:
        """Let a value pass that is not too large."""
        if isinstance(value, str):
            self.length(len(value))
        elif isinstance(value, int) and value.bit_length() > MAX_NUMBER:
            raise Refused("a number grows too large and was stopped", code="template-limit")
        elif isinstance(value, list | tuple | dict | set | frozenset):
            self.spend(1 + self._items(value) // 10)
        return value

    def _items(self, value: object) -> int:
        count, stack = 0, [value]
        while stack:
            held = stack.pop()
            if isinstance(held, list | tuple | dict | set | frozenset):
                count += len(held)
                if count > MAX_ITEMS:
                    raise Refused("a list grows too long and was stopped", _HINT, "template-limit")
                stack += [*held.keys(), *held.values()] if isinstance(held, dict) else held
        return count


def small(number: object) -> None:
    """Refuse a number that would make a text or list of absurd size."""
    if isinstance(number, int) and abs(number) > MAX_NUMBER:
        raise Refused(f"{number} is too large here; at most {MAX_NUMBER:,}", code="template-limit")
