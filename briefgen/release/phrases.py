"""What is looked for: the phrases of a text, and the texts in which they may or may not stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from .texts import words

RUN = 6
"""Words: a longer text is looked for by every run of so many, so that a piece of it is found too."""
SHORT = 12
"""Characters: what is shorter is looked for as whole words, what is longer without regard to blanks and signs."""
LEAST = 4
"""Characters: what is shorter says too little to be told from any other text."""


@frozen
class Phrase:
    """Words to look for, and whether they are so short that they must stand as words of their own."""

    words: tuple[str, ...]

    @property
    def run(self) -> str:
        """The letters in one run."""
        return "".join(self.words)

    @property
    def short(self) -> bool:
        """Whether it is looked for as whole words."""
        return len(self.run) < SHORT


def phrases(text: str) -> Iterator[Phrase]:
    """Give what to look for of a text: all of it while it is short, else every run of six words.

    >>> [phrase.run for phrase in phrases("Oil is at 9")]
    ['oilisat9']
    """
    found = list(_cut(words(text)))
    runs = [found[at : at + RUN] for at in range(max(1, len(found) - RUN + 1))]
    made = [Phrase(tuple(run)) for run in runs]
    yield from (phrase for phrase in made if len(phrase.run) >= (LEAST if len(runs) == 1 else SHORT))


def _cut(found: Iterable[str]) -> Iterator[str]:
    """Scripts without blanks between words are cut into pieces of eight signs."""
    for word in found:
        yield from (word[at : at + 8] for at in range(0, len(word), 8)) if len(word) > 3 * 8 else (word,)


@frozen
class Haystack:
    """Texts in both forms in which phrases are looked for."""

    spaced: str
    run: str

    def holds(self, phrase: Phrase) -> bool:
        """Tell whether a phrase stands in one of the texts."""
        if phrase.short:
            return f" {' '.join(phrase.words)} " in self.spaced
        return phrase.run in self.run


def haystack(texts: Iterable[str]) -> Haystack:
    """Make texts ready to be searched; no phrase is found across two of them."""
    found = [words(text) for text in texts]
    return Haystack("\0".join(f" {' '.join(each)} " for each in found), "\0".join("".join(each) for each in found))
