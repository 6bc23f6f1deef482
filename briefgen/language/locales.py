"""Language tags: which rules hold for a tag, and which way its script runs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

ENGLISH = frozenset({"en", "en-GB"})
"""Tags whose few rules stand here: loading Babel's data would double the time of a short brief."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})


def primary(language: str) -> str:
    """Give a tag's language without region and script.

    >>> primary("de-CH")
    'de'
    """
    return language.partition("-")[0].lower()


def direction(language: str) -> str:
    """Say which way a language runs: `ltr` or `rtl`. A script in the tag decides, else its usual one.

    >>> direction("ar"), direction("az-Arab"), direction("en-GB")
    ('rtl', 'rtl', 'ltr')
    """
    scripts = [part.lower() for part in language.split("-")[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=64)
def language_name(tag: str, language: str) -> str:
    """Say in a language what the language of a tag is called; a tag that is not known stands for itself.

    >>> language_name("fr", "en-GB"), language_name("de", "fr"), language_name("x-none", "en")
    ('French', 'allemand', 'x-none')
    """
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(primary(tag)).get_language_name(babel_locale(language)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


@lru_cache(maxsize=64)
def babel_locale(language: str) -> Locale:
    """Give Babel's locale for a tag, for its language alone, or for English: whichever is known first."""
    from babel.core import Locale, UnknownLocaleError

    for tag in (language, primary(language)):
        try:
            return Locale.parse("en-001" if tag == "en" else tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_001")
