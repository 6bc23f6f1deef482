"""What a scale is: named terms in an order, on a scale of likelihoods each with its range."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Literal

from attrs import field, frozen

Kind = Literal["likelihood", "confidence", "grading", "magnitude"]
Tie = Literal["nearer-even", "lower", "higher"]
NOT_ASSESSED = "not assessed"


@frozen
class Span:
    """Probabilities from `low` to `high` (0–1); an open end is not itself among them."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    @property
    def width(self) -> float:
        """How far it reaches, freed of the last digits that floating point adds."""
        return round(self.high - self.low, 9)

    def holds(self, other: Span) -> bool:
        """Tell whether all of another span lies within this one.

        >>> Span(0.4, 0.5, open_high=True).holds(Span(0.5, 0.5))
        False
        """
        low, high = round(other.low, 9), round(other.high, 9)
        from_low = self.low < low or (self.low == low and (not self.open_low or other.open_low))
        to_high = high < self.high or (high == self.high and (not self.open_high or other.open_high))
        return from_low and to_high

    def meets(self, other: Span) -> bool:
        """Tell whether any probability lies within both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self.holds(Span(low, low)) and other.holds(Span(low, low)))

    def __str__(self) -> str:
        """Write it in percent.

        >>> str(Span(0.55, 0.8)), str(Span(0.4, 0.5, open_high=True))
        ('55–80 %', '40–<50 %')
        """
        low, high = (f"{end * 100:.12g}" for end in (self.low, self.high))
        return f"{'>' if self.open_low else ''}{low}–{'<' if self.open_high else ''}{high} %"


@frozen(kw_only=True)
class Term:
    """A term: `synonyms` are printed as written, `forms` (adverbs) as the term; `code` is its letter or number."""

    name: str = field(kw_only=False)
    axis: str = ""
    synonyms: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    span: Span | None = None
    meaning: str = ""
    code: str = ""

    def spelled(self, words: str) -> str | None:
        """Give what is printed where these words stand, if they are this term's."""
        wanted = plain(words)
        own = next((name for name in (self.name, *self.synonyms) if plain(name) == wanted), None)
        return own or (self.name if wanted in map(plain, self.forms) else None)


@frozen(kw_only=True)
class Scale:
    """A scale: `name` as printed, `id` as written in a brief, its terms, and the rules for numbers.

    `tie` says which term has a number that two share; `nested` that the narrowest range speaks first; `gaps` what has
    no term; `numbers` whether a term's range is printed with it; `rule` what else a reader should know. `read` says
    whether the text cited was read in full; `language` is that of the terms, empty where it is the brief's.
    With `rows` the synonyms are a second row of terms, which is not to be mixed with the first.
    """

    id: str = ""
    name: str
    kind: Kind
    terms: tuple[Term, ...]
    citation: str
    read: Literal["in full", "second-hand"] = "second-hand"
    tie: Tie = "nearer-even"
    nested: bool = False
    gaps: str = ""
    numbers: bool = False
    rule: str = ""
    language: str = ""
    rows: bool = False

    @property
    def shares(self) -> bool:
        """Whether any number lies in two of its ranges."""
        spans = [term.span for term in self.terms if term.span]
        return any(one.meets(other) for i, one in enumerate(spans) for other in spans[:i])

    def on(self, axis: str) -> tuple[Term, ...]:
        """Give the terms of one axis, such as `reliability`; the levels themselves have none."""
        return tuple(term for term in self.terms if term.axis == axis)

    @property
    def axes(self) -> tuple[str, ...]:
        """The axes beside the levels, in their order."""
        return tuple(dict.fromkeys(term.axis for term in self.terms if term.axis))

    def term(self, words: str) -> Term | None:
        """Give the level that words name, however they are spelled: `very-likely` is `very likely`."""
        return next((term for term in self.on("") if term.spelled(words)), None)

    def coded(self, axis: str, code: str) -> Term | None:
        """Give the term of an axis by its letter or number."""
        return next((term for term in self.on(axis) if term.code == code), None)

    def spelled(self, words: str) -> str | None:
        """Give what is printed for words of this scale: a level, or one term of each axis; nothing for others."""
        term = self.term(words)
        return term.spelled(words) if term else self._statement(words)

    def _statement(self, words: str) -> str | None:
        """Read `medium evidence, high agreement`, in any order; every axis has to be there, once."""
        known = {plain(f"{term.name} {term.axis}"): term for term in self.terms if term.axis}
        found = [known.get(plain(piece)) for piece in words.split(",")]
        named = {term.axis: term for term in found if term}
        if not self.axes or set(named) != set(self.axes) or len(found) != len(named):
            return None
        return ", ".join(f"{named[axis].name} {axis}" for axis in self.axes)

    def nearest(self, words: str) -> tuple[str, Term] | None:
        """Give the spelling that comes nearest to words, and its term; nothing where none is near."""
        known = {plain(name): (name, term) for term in self.on("") for name in (term.name, *term.synonyms)}
        close = get_close_matches(plain(words), known, n=1, cutoff=0.6)
        return known[close[0]] if close else None


def plain(words: str) -> str:
    """Give words as they are compared: without case, hyphens and doubled spaces.

    >>> plain("Very-Likely ")
    'very likely'
    """
    return " ".join(words.replace("-", " ").replace("_", " ").casefold().split())


def is_not_assessed(words: str) -> bool:
    """Tell whether words say that nothing was assessed."""
    return plain(words) == NOT_ASSESSED
