"""What is looked for: the phrases of a text, and which of them stand in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from .texts import words

RUN = 6
"""Words: a longer text is looked for by every run of so many, so that a piece of it is found too."""
SHORT = 12
"""Characters: what is shorter is looked for as whole words, what is longer without regard to blanks and signs."""
LEAST = 4
"""Characters: what is shorter is looked for only if it is one word without digits."""
PAIR = 2
"""Characters: as many count for a word in scripts that write no blanks, and less is looked for in none."""
_DIGIT = re.compile(r"\d")
_SOLID = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese, Chinese, and of Korean, which joins particles to a word."""


@frozen
class Phrase:
    """Words to look for."""

    words: tuple[str, ...]
    run: str = field(init=False, eq=False)
    """The letters in one run."""

    @run.default
    def _joined(self) -> str:
        return "".join(self.words)

    @property
    def short(self) -> bool:
        """Whether it is too short to be looked for in what may be chance."""
        return len(self.run) < SHORT

    @property
    def long(self) -> bool:
        """Whether it is a whole run of words, as no two texts share by chance."""
        return len(self.words) >= RUN and not self.short

    @property
    def whole_words(self) -> bool:
        """Whether it must stand as words of its own, as what ends in a number must; not in a script without blanks."""
        return (self.short or self.run[-1].isdecimal()) and not _SOLID.match(self.run) and not self.long

    @property
    def telling(self) -> bool:
        """Whether it says enough to be told from any other text."""
        return len(self.run) >= LEAST or (
            len(self.words) == 1 and len(self.run) >= PAIR and not _DIGIT.search(self.run)
        )


def phrases(text: str) -> Iterator[Phrase]:
    """Give what to look for of a text: all of it while it is short, else every run of six words.

    >>> [phrase.run for phrase in phrases("Oil is at 9")]
    ['oilisat9']
    """
    found = [piece for word in words(text) for piece in _cut(word)]
    for at in range(len(found)):
        run = _run(found, at)
        if at and not run.long:
            return  # the runs before hold these words too
        if run.telling:
            yield run


def _run(found: list[str], at: int) -> Phrase:
    """Take six words from there, and more while they are short."""
    end = at + RUN
    while end < len(found) and sum(map(len, found[at:end])) < SHORT:
        end += 1
    return Phrase(tuple(found[at:end]))


def _cut(word: str) -> Iterable[str]:
    if _SOLID.match(word) and len(word) >= SHORT:
        return (word[at : at + PAIR] for at in range(0, len(word), PAIR))
    return (word,)


@frozen
class Sought:
    """Phrases by how they begin, so that a text is gone through once for all of them, however many they are."""

    by_word: Mapping[str, list[Phrase]]
    by_letters: Mapping[int, Mapping[str, list[Phrase]]]

    def standing(self, text: str) -> Iterator[Phrase]:
        """Give the phrases that stand in a text, some of them more than once."""
        said = words(text)
        for at in [at for at, word in enumerate(said) if word in self.by_word]:
            possible = self.by_word[said[at]]
            yield from (phrase for phrase in possible if tuple(said[at : at + len(phrase.words)]) == phrase.words)
        run = "".join(said)
        for size, begun in self.by_letters.items():
            for at in [at for at in range(len(run) - size + 1) if run[at : at + size] in begun]:
                yield from (phrase for phrase in begun[run[at : at + size]] if run.startswith(phrase.run, at))


def sought(looked_for: Iterable[Phrase]) -> Sought:
    """Make phrases ready to be looked for."""
    by_word: dict[str, list[Phrase]] = {}
    by_letters: dict[int, dict[str, list[Phrase]]] = {}
    for phrase in looked_for:
        if phrase.whole_words:
            by_word.setdefault(phrase.words[0], []).append(phrase)
        else:
            size = PAIR if phrase.short else SHORT
            by_letters.setdefault(size, {}).setdefault(phrase.run[:size], []).append(phrase)
    return Sought(by_word, by_letters)
