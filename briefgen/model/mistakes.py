"""How a value that does not fit is told: an `InputError` whose diagnostics know their path."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from attrs import evolve

from ..errors import Diagnostic, InputError, Place


def mistake(message: str, *, code: str = "wrong-value", hint: str = "", path: str = "") -> InputError:
    """Make the error of one value; `path` is relative to that value."""
    return InputError([Diagnostic(code, message, path=path, hint=hint)])


def under(step: str | int, error: InputError) -> tuple[Diagnostic, ...]:
    """Give an error's diagnostics, their paths put below a field's name or a list's position."""
    return tuple(evolve(d, path=join(step, d.path)) for d in error.diagnostics)


def join(step: str | int, path: str) -> str:
    """Put a step before a path.

    >>> join("scenarios", join(1, "likelihood"))
    'scenarios[1].likelihood'
    """
    first = f"[{step}]" if isinstance(step, int) else step
    return first + path if not path or path.startswith("[") else f"{first}.{path}"


def in_order(found: Diagnostic) -> tuple[int, int]:
    """Sort diagnostics as their places stand in a file."""
    place = found.place or Place()
    return place.line or 0, place.column or 0


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that comes nearest, or nothing when none is near."""
    found = get_close_matches(word.casefold(), {k.casefold(): k for k in known}, n=1, cutoff=0.6)
    return next((k for k in known if k.casefold() == found[0]), "") if found else ""


def shown(value: object) -> str:
    """Name a value in a message: short, and telling a text from a number.

    >>> shown(3), shown("abc")
    ('the number 3', "'abc'")
    """
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, int | float):
        return f"the number {value!r:.40}"
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:57] + "...")
    return _kind(value)


def _kind(value: object) -> str:
    names = {"dict": "a mapping", "list": "a list", "tuple": "a list", "NoneType": "nothing"}
    name = name_of(type(value))
    return names.get(type(value).__name__, f"{'an' if name[:1] in 'aeiou' else 'a'} {name}")


def name_of(kind: type) -> str:
    """Say what a class is in words.

    >>> name_of(type("KeyFigure", (), {}))
    'key figure'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
