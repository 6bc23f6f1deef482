"""Ids and anchors: how one is made from a name, and what a document calls a part."""

import re
import unicodedata

from .convert import text
from .mistakes import mistake, shown

LONGEST = 40


def slug(name: str) -> str:
    """Make an id from a name.

    The rule: Unicode NFKC, case folded; letters, digits and combining marks of any script stay; every run of
    anything else becomes one hyphen; at most 40 characters, cut between words where one ends after the tenth.

    >>> slug("Kushner & Witkoff in Moscow"), slug("Ціна миру"), slug("…")
    ('kushner-witkoff-in-moscow', 'ціна-миру', '')
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    plain = re.sub("-+", "-", "".join(c if _of_a_word(c) else "-" for c in folded))
    start = next((at for at, c in enumerate(plain) if c.isalnum()), len(plain))
    return _cut(plain[start:].strip("-"))


def _of_a_word(char: str) -> bool:
    """Letters, digits and the marks on them: many scripts write vowels as marks."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _cut(whole: str) -> str:
    if len(whole) <= LONGEST:
        return whole
    head = whole[: LONGEST + 1].rpartition("-")[0]
    return head if len(head) >= 10 else whole[:LONGEST]


def anchor_of(kind: str, id: str) -> str:
    """Give what a document calls a part: `kind-slug`, unless the id begins with its kind already.

    >>> anchor_of("scenario", "stalemate"), anchor_of("claim", "claim-putin-met")
    ('scenario-stalemate', 'claim-putin-met')
    """
    return id if id.startswith(f"{kind}-") else f"{kind}-{id}"


def given_id(value: str) -> str:
    """Take an id: letters and digits of any script, `-`, `_` and `.`, a letter or digit first."""
    plain = text(value)
    if not plain[0].isalnum() or not all(_of_a_word(c) or c in "-_." for c in plain):
        hint = f"nearest: '{slug(plain)}'" if slug(plain) else ""
        message = f"{shown(plain)} is no id; one is made of letters, digits, '-', '_' and '.'"
        raise mistake(message, code="wrong-id", hint=hint)
    return plain


def some_id(value: str | None) -> str | None:
    """Take an id, or nothing."""
    return None if value is None or not str(value).strip() else given_id(value)
