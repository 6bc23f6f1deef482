"""Quotation marks: a pair for a quotation and one for a quotation within it."""

from __future__ import annotations

from .locales import primary

# Babel does not carry CLDR's delimiters. Opening, closing, inner opening, inner closing.
_MARKS = {
    "en": "“”‘’",
    "ar": "”“’‘",
    "de": "„“‚‘",
    "de-CH": "«»‹›",
    "es": "«»“”",
    "fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "“", "”"),
    "it": "«»“”",
    "nl": "“”‘’",
    "pl": "„”«»",
    "pt": "“”‘’",
    "ru": "«»„“",
    "uk": "«»„“",
    "zh": "“”‘’",
}


def quoted(text: str, language: str, *, within: bool = False) -> str:
    """Put a text in quotation marks; `within` another quotation the inner pair is used.

    >>> quoted("Talks " + quoted("open", "en", within=True), "en")
    '“Talks ‘open’”'
    """
    marks = _MARKS.get(language) or _MARKS.get(primary(language)) or _MARKS["en"]
    opening, closing = marks[2:] if within else marks[:2]
    return f"{opening}{text}{closing}"
