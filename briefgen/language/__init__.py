"""Words, dates, numbers, quotes and lists as a document's language has them. Strings in, strings out.

Every function takes the language as a BCP 47 tag; one that is not known counts as English. Plain `en` is
international English: 27 February 2014; a, b and c.
"""

from .catalogue import Catalogue, catalogue, has_words, labels, languages
from .dates import format_date
from .lists import join_words
from .locales import direction, language_name
from .numbers import format_number, ordinal
from .quotes import quoted
from .words import capitalised, word

__all__ = [
    "Catalogue",
    "capitalised",
    "catalogue",
    "direction",
    "format_date",
    "format_number",
    "has_words",
    "join_words",
    "labels",
    "language_name",
    "languages",
    "ordinal",
    "quoted",
    "word",
]
