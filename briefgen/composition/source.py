"""`Source`: text that a template's author wrote, or that was made of such. Only it is markup.

Joining source with anything else (`~`, `+`, `%`, `format`, `join`, `replace`) puts an opaque word for the other, where
Jinja's own `Markup` would escape it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, SupportsIndex

from markupsafe import Markup

from .faults import Refused
from .slots import unmarked
from .state import current

_PLACEHOLDER = re.compile(r"%(?:%|s|\((\w+)\)s)?")
PLAIN = (str, int, float, bool)


class Source(Markup):
    """Markdown of a template."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Source:
        """Put an opaque word for what is no source."""
        return s if isinstance(s, Source) else cls(current().slots.put(printable(s)))

    def bare(self) -> Source:
        """Give the text without the marks of its lines."""
        return Source(unmarked(str(self)))

    def __eq__(self, other: object) -> bool:
        """Compare what is said, not where it was written."""
        mine = unmarked(str(self))
        return mine == (unmarked(str(other)) if isinstance(other, Source) else other)

    def __ne__(self, other: object) -> bool:
        """Compare what is said, not where it was written."""
        return not self == other

    def __hash__(self) -> int:
        """Hash as the text would."""
        return hash(unmarked(str(self)))

    def __mod__(self, value: Any, /) -> Source:
        """Put values at `%s` or `%(name)s`; other placeholders are refused, since they print what is not opaque."""
        left = list(value) if isinstance(value, tuple) else [value]

        def put(found: re.Match[str]) -> str:
            if found[0] == "%%":
                return "%"
            if found[0] == "%":
                raise Refused("only %s, %(name)s and %% can stand in text that is filled in")
            if found[1]:
                return str(self.escape(value[found[1]]))
            if not left:
                raise Refused("there are more %s than values")
            return str(self.escape(left.pop(0)))

        filled = Source(_PLACEHOLDER.sub(put, str(self)))
        if left and not isinstance(value, Mapping):
            raise Refused("there are more values than %s")
        return filled

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> Source:
        """Replace in what the author wrote, never within a word that stands for a value."""
        slots, left = current().slots, int(count)
        made = []
        for part in _pieces(str(self)):
            if slots.holds(part) or left == 0:
                made.append(part)
                continue
            done = part.count(old) if left < 0 else min(left, part.count(old))
            made.append(part.replace(old, str(self.escape(new)), done))
            left -= done if left > 0 else 0
        return Source("".join(made))


def _pieces(text: str) -> list[str]:
    """Part a text before and after each word that stands for a value."""
    return re.split(f"({current().slots.word.pattern.replace('(', '(?:')})", text)


def printable(value: object) -> object:
    """Let pass what can be printed, which is text, numbers, prose and nodes; absent values print nothing."""
    from jinja2 import Undefined

    from .views import Made, Shown, View

    if isinstance(value, Undefined):
        str(value)  # a strict undefined raises, naming itself
    if isinstance(value, View):
        return printable(current().views.shown(value))
    if value is None or value in ((), []) or isinstance(value, (*PLAIN, Shown, Made)):
        return value
    raise Refused(f"{described(value)} can't be printed", "print its fields, or go through it with a loop")


def described(value: object) -> str:
    """Name a value in a message."""
    if isinstance(value, list | tuple):
        return "a list"
    return "a mapping" if isinstance(value, Mapping) else f"a {type(value).__name__}"


def join(parts: Iterable[object]) -> str:
    """Join as `~` does: data with data stays data; source with anything, or nodes with anything, is source."""
    items = list(parts)
    budget = current().budget
    if all(isinstance(item, PLAIN) and not isinstance(item, Source) for item in items):
        texts = [str(item) for item in items]
        budget.length(sum(map(len, texts)))
        return "".join(texts)
    sources = [Source.escape(item) for item in items]
    budget.length(sum(map(len, sources)))
    return Source("").join(sources)
