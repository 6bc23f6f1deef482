"""Hyphens: where words of each language are parted."""

import re

import pyphen
import pytest

from briefgen.language.hyphens import hyphens

TEXTS = {
    "en-GB": ("en_GB", "government representatives acknowledged considerable uncertainties regarding territory"),
    "en-US": ("en_US", "government representatives acknowledged considerable uncertainties regarding territory"),
    "de-AT": ("de_AT", "Donaudampfschifffahrtsgesellschaft Bundesregierung Verhandlungen Sicherheitsrat Völkerrecht"),
    "fr": ("fr", "gouvernement représentants négociations territoriales reconnaissance aujourd'hui"),
    "hu": ("hu_HU", "asszonnyal kormányzat tárgyalások képviselők elismerése területi"),
    "ru": ("ru_RU", "правительство представители переговоры территориальный признание"),
    "el": ("el_GR", "κυβέρνηση διαπραγματεύσεις αναγνώριση εκπρόσωποι"),
    "sr-Latn": ("sr_Latn", "pregovori predstavnici priznavanje teritorijalni"),
}


@pytest.mark.parametrize("language", TEXTS)
def test_words_are_parted_as_pyphen_parts_them(language):
    """The patterns are read here in a fraction of the time, and mean the same; changed letters are left alone."""
    name, text = TEXTS[language]
    judge = pyphen.Pyphen(lang=name, left=2, right=3)
    for word in re.findall(r"[^\W\d_]{6,}", text):
        assert list(hyphens(word, language)) == [int(at) for at in judge.positions(word) if not at.data]


@pytest.mark.parametrize("word", ["short", "UNHCR-IFRC", "GOVERNMENT", "a" * 200, "", "1234567", "İİİİİİİ"])
def test_some_words_stay_whole(word):
    """Short words, words in capitals, and what is no word have no place for a hyphen."""
    assert hyphens(word, "en-GB") == ()


@pytest.mark.parametrize("language", ["", "und", "x-none", "zh", "gl", "nb", "../../etc/passwd", "a" * 99])
def test_a_language_without_free_patterns_is_not_parted(language):
    """A language that is not known, or whose patterns are under the GPL alone, keeps its words whole."""
    assert hyphens("government", language) == ()


def test_signs_around_a_word_do_not_count():
    """Quotation marks and apostrophes leave a word's places where they are."""
    assert hyphens("“government’s”,", "en") == tuple(at + 1 for at in hyphens("government", "en"))
