"""The model's closed terms as a reader sees them. The English words stand here; catalogues translate them."""

from __future__ import annotations

from .catalogue import catalogue

# Only what differs from the term itself with a capital.
_WORDS = {
    "ask": {"agree": "To agree", "note": "To note", "discuss": "To discuss", "decide": "To decide"},
    "gap": {"": "Not known", "unknown": "Not known", "stale": "Out of date", "unattributed": "No source named"},
    "indicator": {"unknown": "Not known"},
    "terms": {"on record": "On the record", "background": "On background"},
}


def word(kind: str, term: str, language: str) -> str:
    """Give the word for a term of the model: `kind` is `status`, `stance`, `gap`, `effect`, `trend`, `change`, ….

    >>> word("gap", "missing-material", "en"), word("status", "reported", "en")
    ('Missing material', 'Reported')
    """
    plain = term.replace("-", " ").replace("_", " ")
    english = _WORDS.get(kind, {}).get(plain) or capitalised(plain)
    return catalogue(language).pgettext(kind, english)


def capitalised(text: str) -> str:
    """Begin a text with a capital and leave the rest alone.

    >>> capitalised("about 2014, says the EU")
    'About 2014, says the EU'
    """
    return text[:1].upper() + text[1:]
