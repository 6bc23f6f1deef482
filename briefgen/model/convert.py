"""From what people write to what the model holds: one function per type, for constructors and files alike.

Each takes a value of any kind and returns the model's own, or raises `InputError`. What says that nothing is
there (`None`, NaN, NaT, an empty text) is absent. A single value stands for a list of one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from math import isfinite, isnan
from typing import TypeVar

from ..errors import Diagnostic, InputError
from ..prose import LongProse, Prose
from .mistakes import mistake, nearest, shown, under
from .repair import repaired

T = TypeVar("T")
Cell = str | int | float
LARGEST = 2**63


def absent(value: object) -> bool:
    """Tell whether a value says that nothing is there: None, NaN, pandas' NaT and NA, or blank text or prose."""
    if isinstance(value, Prose):
        value = value.source
    if isinstance(value, str):
        return not value.strip()
    if value is None or type(value).__name__ in ("NaTType", "NAType"):
        return True
    return isinstance(value, float | Decimal) and isnan(value)


def missing() -> InputError:
    """Make the error of a required value that is absent."""
    return mistake("must not be empty", code="missing-value")


def text(value: str) -> str:
    """Take text as it is, without the white space around it; a number or a list is no text."""
    if absent(value):
        raise missing()
    if not isinstance(value, str):
        raise mistake(f"expected text, found {shown(value)}", code="wrong-type", hint=_quoted(value))
    plain = repaired(str(value)).strip()
    if not plain:
        raise missing()
    return plain


def _quoted(value: object) -> str:
    return f"write it in quotes: '{value}'" if isinstance(value, int | float) else ""


def prose(value: Prose | str) -> Prose:
    """Take text as Markdown, without the white space around it; long prose becomes prose."""
    source = text(value.source if isinstance(value, Prose) else value)
    return value if type(value) is Prose and value.source == source else Prose(source)


def some_long_prose(value: Prose | str | None) -> LongProse | None:
    """Take text as Markdown that may hold headings and tables, or nothing."""
    if value is None or absent(value):
        return None
    source = text(value.source if isinstance(value, Prose) else value)
    return value if isinstance(value, LongProse) and value.source == source else LongProse(source)


def some_prose(value: Prose | str | None) -> Prose | None:
    """Take text as Markdown, or nothing."""
    return None if value is None or absent(value) else prose(value)


def flag(value: bool) -> bool:
    """Take true or false, and nothing that only looks like it."""
    plain = unboxed(value)
    if not isinstance(plain, bool):
        raise mistake(f"expected true or false, found {shown(plain)}", code="wrong-type")
    return plain


def number(value: float | Decimal) -> int | float:
    """Take a finite number: int, float, Decimal or one of numpy's."""
    plain = unboxed(value)
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise mistake(f"expected a number, found {shown(plain)}", code="wrong-type")
    if not isfinite(plain) or abs(plain) >= LARGEST:
        raise mistake(f"{plain:.4g} is too large or not finite", code="wrong-number")
    return plain


def whole(value: int) -> int:
    """Take a whole number; 3.0 is one."""
    plain = number(value)
    if plain != int(plain):
        raise mistake(f"expected a whole number, found {plain}", code="wrong-type")
    return int(plain)


def unboxed(value: object) -> object:
    """Take a Decimal or a numpy scalar as the plain Python value it means."""
    if isinstance(value, Decimal):
        return int(value) if value.is_finite() and value == value.to_integral_value() else float(value)
    if type(value).__module__.partition(".")[0] == "numpy" and hasattr(value, "item"):
        plain: object = value.item()
        return plain
    return value


def cell(value: Cell) -> Cell:
    """Take a number or text."""
    plain = unboxed(value)
    return number(plain) if isinstance(plain, int | float) and not isinstance(plain, bool) else text(value)  # type: ignore[arg-type]


def word(allowed: tuple[str, ...]) -> Callable[[object], str]:
    """Make the conversion to one of a few words."""

    def convert(value: object) -> str:
        if isinstance(value, str) and value.strip() in allowed:
            return value.strip()
        raise mistake(
            f"{shown(value)} is none of: {', '.join(allowed)}",
            code="unknown-word",
            hint=_nearest(str(value).replace("_", " ").replace("-", " "), allowed),
        )

    return convert


def _nearest(value: str, allowed: Iterable[str]) -> str:
    found = nearest(value, allowed)
    return f"nearest: '{found}'" if found else ""


def maybe(convert: Callable[[object], T]) -> Callable[[object], T | None]:
    """Let a conversion take an absent value as None."""
    return lambda value: None if absent(value) else convert(value)


Items = Callable[[object], Iterator[tuple[int | None, object]]]


def each(convert: Callable[[object], T], part: Items | None = None) -> Callable[[object], tuple[T, ...]]:
    """Make a conversion take many; every mistake in the list is told, not only the first.

    `part` gives the items with their positions; without it, those that are not absent.
    """

    def many(value: object) -> tuple[T, ...]:
        made: list[T] = []
        wrong: list[Diagnostic] = []
        for position, item in (part or items)(value):
            try:
                made.append(convert(item))
            except InputError as error:
                wrong += error.diagnostics if position is None else under(position, error)
        if wrong:
            raise InputError(wrong)
        return tuple(made)

    return many


def items(value: object) -> Iterator[tuple[int | None, object]]:
    """Give a list's items with their positions; a single value has none; absent items are passed over."""
    if isinstance(value, set | frozenset):
        raise mistake("expected a list; a set has no order", code="wrong-type")
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        yield from () if absent(value) else [(None, value)]
        return
    yield from ((i, item) for i, item in enumerate(value) if not absent(item))


def in_place(value: object) -> Iterator[tuple[int | None, object]]:
    """Give a list's items with their positions, absent ones too: what comes after them keeps its place."""
    return enumerate(value) if isinstance(value, list | tuple) else items(value)


def texts(value: Iterable[str] | str | None) -> tuple[str, ...]:
    """Take texts; one text is a list of one, never a list of letters."""
    return _texts(value)


def proses(value: Iterable[Prose | str] | Prose | str | None) -> tuple[Prose, ...]:
    """Take Markdown texts; one text is a list of one."""
    return _proses(value)


_texts = each(text)  # type: ignore[arg-type]  # strict at run time
_proses = each(prose)  # type: ignore[arg-type]
