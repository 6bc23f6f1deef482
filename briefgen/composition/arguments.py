"""What a template gives to a function is of the kind that the function takes, or the template is told."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any

from ..model.mistakes import name_of, shown
from .faults import Refused

Function = Callable[..., object]
_LISTS = (Sequence, tuple, list)


def check_arguments(name: str, function: Function, args: Sequence[object], named: Mapping[str, object]) -> None:
    """Refuse a call that does not fit the function's parameters, in number or in kind."""
    signature = _signature(function)
    if signature is None:
        return
    try:
        bound = signature.bind(*args, **named)
    except TypeError as error:
        raise Refused(f"{name}() is called wrongly: {error}", f"it is {name}{signature}") from None
    hints = _hints(getattr(function, "func", function))
    for parameter, value in bound.arguments.items():
        if parameter in hints and not fits(value, hints[parameter]):
            raise Refused(f"{name}() takes {said(hints[parameter])}, not {_found(value)}")


def _signature(function: Function) -> inspect.Signature | None:
    try:
        return inspect.signature(function)
    except (TypeError, ValueError):
        return None


@cache
def _hints(function: Function) -> Mapping[str, Any]:
    try:
        return typing.get_type_hints(function)
    except (NameError, TypeError):  # a plug-in's, of names that are known to type checkers only
        return {}


def fits(value: object, hint: Any) -> bool:
    """Tell whether a value is of the kind that a hint names; of what the hint leaves open, anything is.

    >>> fits(("a", "b"), Sequence[str]), fits("a", Sequence[str]), fits(3, str | None)
    (True, False, False)
    """
    origin, within = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return value in within
    if origin in (typing.Union, UnionType):
        return any(fits(value, option) for option in within)
    if origin in _LISTS:
        return isinstance(value, list | tuple) and all(fits(item, within[0]) for item in value)
    return not isinstance(hint, type) or origin is not None or isinstance(value, hint)


def said(hint: Any) -> str:
    """Say what a hint asks for.

    >>> said(Sequence[str])
    'a list, each text'
    """
    origin, within = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return f"one of {', '.join(map(repr, within))}"
    if origin in (typing.Union, UnionType):
        return " or ".join(said(option) for option in within if option is not NoneType)
    if origin in _LISTS:
        return f"a list, each {said(within[0])}"
    known = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return known.get(hint) or _a(name_of(hint))


def _a(name: str) -> str:
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


def _found(value: object) -> str:
    if isinstance(value, list | tuple) and value:
        return f"a list with {shown(value[0])}"
    return shown(value)
