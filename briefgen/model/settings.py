"""The choices that a brief makes about itself: scales, layout, accepted findings; timing, corrections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from attrs import field, frozen

from ..errors import Diagnostic, InputError
from ..prose import Prose
from ..record import Record
from .convert import Cell, cell, prose, some_prose, text, texts, unboxed
from .dates import Date, as_date, some_date
from .fields import doc, typed
from .mistakes import mistake, shown, under

Setting = bool | Cell | tuple[str, ...]


def _in_order(pairs: Iterable[tuple[str, Setting]]) -> tuple[tuple[str, Setting], ...]:
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


@frozen
class Settings(Mapping[str, Setting]):
    """A few named choices, in the order of their names; a mapping that can't change."""

    pairs: tuple[tuple[str, Setting], ...] = field(default=(), converter=_in_order)

    def __getitem__(self, name: str) -> Setting:
        """Give the choice of that name."""
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names in order."""
        return iter(name for name, _ in self.pairs)

    def __len__(self) -> int:
        """Count the choices."""
        return len(self.pairs)


def settings(value: Mapping[str, object] | None) -> Settings:
    """Take a mapping of names to truth, text, numbers or lists of text."""
    if isinstance(value, Settings) or value is None:
        return value or Settings()
    if not isinstance(value, Mapping):
        raise mistake(f"expected names with their values, found {shown(value)}", code="wrong-type")
    return Settings(_pairs(value))


def _pairs(value: Mapping[str, object]) -> tuple[tuple[str, Setting], ...]:
    made, wrong = [], list[Diagnostic]()
    for name, chosen in value.items():
        try:
            made.append((text(name), _setting(chosen)))
        except InputError as error:
            wrong += under(str(name), error)
    if wrong:
        raise InputError(wrong)
    return tuple(made)


def _setting(value: object) -> Setting:
    plain = unboxed(value)
    if isinstance(plain, bool):
        return plain
    return texts(plain) if isinstance(plain, list | tuple) else cell(plain)  # type: ignore[arg-type]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Scales(Record):
    """The scales that the brief's words are terms of."""

    likelihood: str | None = field(default=None, metadata=doc("The scale of likelihoods, such as `icd203`."))
    confidence: str | None = field(default=None, metadata=doc("The scale of confidence."))
    grading: str | None = field(default=None, metadata=doc("The grading of sources and information."))
    marking: str | None = field(default=None, metadata=doc("The marking scheme, such as `tlp`."))
    magnitude: str | None = field(default=None, metadata=doc("The scale of magnitudes and impacts."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Layout(Record):
    """How the brief is laid out unless asked otherwise."""

    template: str | None = field(default=None, metadata=doc("The template's name or path."))
    theme: str | None = field(default=None, metadata=doc("The theme's name or path."))
    options: Settings = field(factory=Settings, converter=settings, metadata=doc("The template's options."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Allowed(Record):
    """A finding of a check that the authors accept, and why; still told. A plain string is its rule."""

    plain: ClassVar[bool] = True

    rule: str = field(kw_only=False, metadata=doc("The code of the check."))
    at: str | None = field(default=None, metadata=doc("The id or path it is accepted at; everywhere if absent."))
    because: str | None = field(default=None, metadata=doc("Why; never printed unless asked for."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Timing(Record):
    """By when the reader has to act."""

    decide_by: Date | None = field(default=None, converter=some_date, metadata=doc("When a decision is needed."))
    priority: str | None = field(default=None, metadata=doc("How urgent it is, in the house's words."))
    because: Prose | None = field(default=None, converter=some_prose, metadata=doc("Why by then."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Correction(Record):
    """What was corrected after publication."""

    date: Date = field(kw_only=False, converter=as_date, metadata=doc("When it was corrected."))
    text: Prose = field(converter=prose, metadata=doc("What was corrected."))
