"""The filters that a template has: Jinja's, each bounded and kept from cutting a printed value, and some of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any

from jinja2 import Environment, pass_environment
from jinja2.filters import FILTERS, make_attrgetter

from .budget import small
from .faults import Refused
from .source import Source
from .state import current
from .syntax import EACH, HELD, OPAQUE
from .text import formatted, joined, replaced
from .views import Shown

Filter = Callable[..., Any]

# Not offered: escapes and HTML mean nothing here, `attr` goes around the view, and the rest is not the same each time
# or shows Python's own notation.
_NOT_OFFERED = {
    *("safe", "e", "escape", "forceescape", "tojson", "urlize", "xmlattr", "striptags"),
    *("attr", "random", "pprint"),
}
# What may be used on text that already holds printed values: it leaves them whole.
_LEAVES_WHOLE = {"join", "replace", "indent", "trim", "default", "d", "string", "format", OPAQUE}

# What takes text; a list would be taken in Python's own notation.
_OF_TEXT = {
    *("capitalize", "center", "format", "indent", "lower", "replace", "string", "title", "trim", "truncate", "upper"),
    *("wordcount", "wordwrap"),
}


def filters() -> dict[str, Filter]:
    """Give every filter by name."""
    offered = {name: f for name, f in FILTERS.items() if name not in _NOT_OFFERED}
    own: dict[str, Filter] = {"join": join, "replace": replaced, "indent": indent, "format": formatted, "trim": trim}
    internal = {EACH: each, OPAQUE: opaque, HELD: held}
    return {name: guarded(name, f) for name, f in {**offered, **own}.items()} | internal


def guarded(name: str, function: Filter) -> Filter:
    """Bound what a filter takes and gives, and keep it from text whose printed values it would cut or change."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        budget = current().budget
        given = [_given(arg) for arg in args]
        named = {key: _given(arg) for key, arg in kwargs.items()}
        if name in _OF_TEXT and any(isinstance(arg, list | tuple | Mapping) for arg in given[:1]):
            raise Refused(f"{name!r} can't be used on a list", f"use it on each: | map({name!r}) | join(', ')")
        if name not in _LEAVES_WHOLE:
            _check_whole(name, given)
        return budget.check(function(*given, **named))

    return run


def _given(arg: Any) -> Any:
    small(arg)
    return arg.bare() if isinstance(arg, Source) else arg


def _check_whole(name: str, args: Iterable[object]) -> None:
    for arg in args:
        if isinstance(arg, Shown) and name in ("upper", "lower", "title", "capitalize", "truncate", "wordwrap"):
            raise Refused(f"{name!r} can't be used on prose, which has markup", "use it on its .text")
        if current().slots.holds(arg):
            hint = "use it on the value itself, before it is printed or joined"
            raise Refused(f"{name!r} can't be used on text that holds printed values", hint)


@pass_environment
def join(environment: Environment, values: Iterable[Any], separator: Any = "", attribute: Any = None) -> str:
    """Join a list; data with a separator that is data stays data."""
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    return joined(separator, values)


def indent(text: str, width: Any = 4, first: bool = False, blank: bool = False) -> str:
    """Indent each line but the first."""
    margin = width if isinstance(width, str) else " " * int(width)
    lines = str(text).split("\n")
    done = [(margin if line.strip() or blank else "") + line for line in lines[1:]]
    head = margin + lines[0] if first else lines[0]
    made = "\n".join([head, *done])
    # A margin that is data must not become markup: then the whole is data.
    return Source(made) if isinstance(text, Source) and not margin.strip() else made


def trim(text: Any, chars: str | None = None) -> str:
    """Take white space, or the characters given, off both ends; what is Markdown loses white space only."""
    if chars is not None and (isinstance(text, Source) or current().slots.holds(text)):
        raise Refused("'trim' with characters can't be used on Markdown")
    return text.strip(chars) if isinstance(text, str) else str(text).strip(chars)


def each(values: Any) -> Any:
    """Bound a loop."""
    budget = current().budget
    if current().slots.holds(values):
        raise Refused("a loop can't go through text that holds printed values")
    if isinstance(values, str | list | tuple | Mapping | range):
        budget.spend(len(values))
        return values
    return _each(values) if isinstance(values, Iterable) else values


def _each(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        current().budget.spend()
        yield value


def opaque(value: Any) -> Source:
    """Make what a block's filter gives opaque, unless it is source."""
    return Source.escape(value)


def held(value: object) -> object:
    """Bound a list or mapping as it is made."""
    return current().budget.check(value)
