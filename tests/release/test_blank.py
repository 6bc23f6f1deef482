"""A brief without its words, and the words by which texts are compared, for any brief at all."""

from briefs import briefs
from hypothesis import given
from hypothesis import strategies as st

from briefgen.release import blank
from briefgen.release.phrases import phrases, sought
from briefgen.release.texts import texts, words


@given(briefs())
def test_a_blank_brief_has_the_same_parts_and_no_prose(brief):
    """Blanking keeps every part with its id and takes away every word that an author wrote as prose."""
    empty = blank(brief)
    assert [(path, part.id) for path, part in empty.parts()] == [(path, part.id) for path, part in brief.parts()]
    assert empty.title == "x"
    assert all(prose.source == "x" for prose in (empty.bottom_line, empty.background) if prose)


@given(briefs())
def test_every_phrase_of_a_brief_is_found_in_its_texts(brief):
    """What is looked for of a text is found where the text stands."""
    said = list(texts(brief))
    looked_for = {phrase for text in said for phrase in phrases(text)}
    index = sought(looked_for)
    assert {phrase for text in said for phrase in index.standing(text)} == looked_for


@given(st.lists(st.sampled_from(["storm", "of", "autumn", "Größe", "12,500", "дощ"]), max_size=5))
def test_signs_and_blanks_and_case_hide_no_word(said):
    """However words are set, they are the same words."""
    plain = words(" ".join(said))
    assert words("\n*" + "*, _".join(said).upper() + "_") == plain
    assert words("; ".join(f"\u00ab{word[:2]}\u00ad{word[2:]}\u00bb" for word in said)) == plain
