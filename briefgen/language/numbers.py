"""Numbers with the separators of a language."""

from __future__ import annotations

from decimal import Decimal, localcontext

from .locales import ENGLISH, babel_locale, primary

MINUS = "−"


def format_number(value: int | float | Decimal, language: str) -> str:
    """Write a number with all the digits that it was given, none added; a true minus before negative ones.

    >>> format_number(-1234567.50, "en-GB"), format_number(Decimal("1234567.50"), "de")
    ('−1,234,567.5', '1.234.567,50')
    """
    exact = Decimal(str(value))
    text = f"{exact:,f}" if language in ENGLISH else _other(exact, language)
    return text.replace("-", MINUS)


def ordinal(number: int, language: str) -> str:
    """Write a place in an order: `2nd` in English, `2.` elsewhere.

    >>> ordinal(1, "en"), ordinal(12, "en-GB"), ordinal(3, "de")
    ('1st', '12th', '3.')
    """
    if primary(language) != "en":
        return f"{number}."
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _other(value: Decimal, language: str) -> str:
    from babel.numbers import parse_pattern

    locale = babel_locale(language)
    pattern = parse_pattern(locale.decimal_formats[None].pattern)
    # Babel's own pattern drops final zeros, which say how precise a figure is.
    plain = f"{value:f}"
    digits = len(plain.partition(".")[2])
    pattern.frac_prec = (digits, digits)
    with localcontext(prec=max(28, len(plain))):
        return str(pattern.apply(value, locale))
