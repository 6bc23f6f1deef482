"""Made-up content that every engine sets in its own form: chapters of prose, lists, notes, links and tables.

The same seed gives the same content; another seed other words in another order, since some engines remember a document
that they have seen.
"""

import random
from itertools import product
from typing import NamedTuple

WORDS_BEGIN = """
harbour ferry council levy dredg inspect union ship vessel budget cost repair pier quay term settle measur
posit claim report sourc assess negotiat border ceasefire elect agree deleg minister regul licenc tariff market export
import fisher insur winter summer flood storm energ grid pipelin contract tender audit review panel court appeal
"""
ENDINGS = ["", "s", "ed", "ing", "er", "ation", "able", "ment"]
SMALL_WORDS = "the of and to in that for is on as with by at from it was were not but which this who would has had"
WORDS = [stem + ending for stem, ending in product(WORDS_BEGIN.split(), ENDINGS)]
SMALL = SMALL_WORDS.split()


class Run(NamedTuple):
    """Text of a paragraph: its kind is text, strong, emphasis, link or note."""

    kind: str
    text: str


class Chapter(NamedTuple):
    """A chapter of about 310 words."""

    title: str
    paragraphs: list[list[Run]]
    items: list[str]
    caption: str
    head: list[str]
    rows: list[list[str]]


def chapters(seed: int, scale: int) -> list[Chapter]:
    """Make content of about 2,500 words for each unit of `scale`."""
    dice = random.Random(seed * 1009 + scale)
    return [_chapter(dice, number) for number in range(1, 8 * scale + 1)]


def long_table(seed: int, rows: int = 3200) -> list[Chapter]:
    """Make a chapter with one long table."""
    dice = random.Random(seed)
    chapter = _chapter(dice, 1)
    return [chapter._replace(rows=[_row(dice) for _ in range(rows)])]


def _chapter(dice: random.Random, number: int) -> Chapter:
    return Chapter(
        title=f"{number} {_words(dice, 5).capitalize()}",
        paragraphs=[_paragraph(dice) for _ in range(3)],
        items=[_sentence(dice, 9) for _ in range(3)],
        caption=_words(dice, 6).capitalize(),
        head=["Party", "What it says", "Since"],
        rows=[_row(dice) for _ in range(5)],
    )


def _row(dice: random.Random) -> list[str]:
    return [_words(dice, 2).capitalize(), _sentence(dice, 8), str(dice.randint(1990, 2026))]


def _paragraph(dice: random.Random) -> list[Run]:
    return [
        Run("text", _sentence(dice, 18) + " " + _sentence(dice, 14) + " "),
        Run("strong", _words(dice, 3)),
        Run("text", " " + _words(dice, 8) + " "),
        Run("link", _words(dice, 2)),
        Run("text", " " + _words(dice, 6)),
        Run("note", _sentence(dice, 8)),
        Run("text", " " + _sentence(dice, 10) + " "),
        Run("emphasis", _words(dice, 3)),
        Run("text", ". " + _sentence(dice, 12)),
    ]


def _sentence(dice: random.Random, length: int) -> str:
    return _words(dice, length).capitalize() + "."


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choice(SMALL if dice.random() < 0.4 else WORDS) for _ in range(count))
