"""Joining, replacing and filling in text, bounded, with source and data kept apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from string import Formatter
from typing import Any

from .budget import small
from .faults import Refused
from .source import PLAIN, Source
from .state import current
from .views import Made, Shown, View

_PERCENT = re.compile(r"%(?:\((\w+)\))?([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z%])")
_CONVERSIONS = "sdifgeEGxXo%"


def joined(separator: Any, values: Iterable[Any]) -> str:
    """Join values; source with anything, or nodes with anything, is source, and data among it is opaque."""
    items = list(values)
    plain = all(isinstance(item, PLAIN) and not isinstance(item, Source) for item in (separator, *items))
    between = str(separator) if plain else Source.escape(separator)
    texts = [str(item) if plain else Source.escape(item) for item in items]
    current().budget.length(sum(map(len, texts)) + len(between) * len(texts))
    return between.join(texts)


def replaced(text: Any, old: Any, new: Any, count: int | None = None) -> str:
    """Replace in text; what is put into source is opaque."""
    base = text if isinstance(text, str) else str(text)
    if not isinstance(base, Source) and current().slots.holds(base):
        raise Refused("'replace' can't be used on data that holds prose", "use it on the value's .text")
    current().budget.length(len(base) + (base.count(str(old)) + 1) * max(len(str(new)), 40))
    made: str = base.replace(str(old), new if isinstance(new, Source) else str(new), -1 if count is None else count)
    return made


def formatted(text: Any, *args: Any, **kwargs: Any) -> str:
    """Fill in `%s`; data filled with anything stays data."""
    return percent(text if isinstance(text, str) else str(text), kwargs or args)


def percent(text: str, values: Any) -> str:
    """Fill in `%`, within bounds."""
    if isinstance(text, Source):
        source: Source = text % values
        return source
    for _, _, width, precision, conversion in _PERCENT.findall(text):
        small(int(width or 0))
        small(int(precision or 0))
        if conversion not in _CONVERSIONS:
            raise Refused(f"%{conversion} can't be used here", "use %s")
    if "*" in text.replace("%%", ""):
        raise Refused("a width can't be filled in")
    many = values.values() if isinstance(values, dict) else values if isinstance(values, tuple) else (values,)
    _bounded(text, text.count("%"), many)
    filled: str = str(text) % values
    return filled


def _bounded(text: str, places: int, values: Iterable[Any]) -> None:
    longest = max((len(str(value)) for value in values), default=0)
    current().budget.length(len(text) + places * longest)


class Filling(Formatter):
    """`str.format` for templates: attributes as templates see them, no conversions, small widths."""

    def __init__(self, getattribute: Callable[[Any, str], Any], getitem: Callable[[Any, Any], Any]) -> None:
        self.getattribute, self.getitem = getattribute, getitem

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        """Find a value by `name.attribute[item]`."""
        from _string import formatter_field_name_split  # type: ignore[import-not-found]

        first, rest = formatter_field_name_split(field_name)
        found = self.get_value(first, args, kwargs)
        for is_attribute, step in rest:
            found = self.getattribute(found, step) if is_attribute else self.getitem(found, step)
        return found, str(first)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """Refuse `!r` and `!a`, which show Python's own notation."""
        if conversion not in (None, "s"):
            raise Refused(f"!{conversion} can't be used here")
        return value

    def format_field(self, value: Any, format_spec: str) -> str:
        """Format one value."""
        for number in re.findall(r"\d+", format_spec):
            small(int(number[:9]))
        if isinstance(value, Shown | Made | View):
            return str(value)
        text = format(value, format_spec)
        current().budget.length(len(text))
        return text


class SourceFilling(Filling):
    """The same for source: what is filled in is opaque."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Format one value and put an opaque word for it."""
        if isinstance(value, Source):
            return str(value)
        opaque = value if isinstance(value, Shown | Made | View) else super().format_field(value, format_spec)
        return str(Source.escape(opaque))
