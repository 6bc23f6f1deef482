"""Numbers with the separators of a language."""

from __future__ import annotations

from decimal import Decimal, localcontext

from .locales import ENGLISH, babel_locale

MINUS = "−"


def format_number(value: int | float | Decimal, language: str) -> str:
    """Write a number with all the digits that it was given, none added; a true minus before negative ones.

    >>> format_number(-1234567.50, "en-GB"), format_number(Decimal("1234567.50"), "de")
    ('−1,234,567.5', '1.234.567,50')
    """
    exact = Decimal(str(value))
    text = f"{exact:,f}" if language in ENGLISH else _other(exact, language)
    return text.replace("-", MINUS)


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
