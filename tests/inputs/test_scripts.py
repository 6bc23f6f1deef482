"""Characters of every kind: shown and read back in logical order, or told; never blank in silence."""

import pytest
from reading_back import FORMATS, comparable, rendered, text_of

import briefgen
from briefgen.errors import Severity


def taken_out(brief):
    """Give the fields in which characters were taken out."""
    return [d.path for d in briefgen.check(brief) if d.code == "text-repaired"]


@pytest.mark.parametrize("override", "\u202a\u202b\u202c\u202d\u202e")
def test_bidirectional_overrides(override):
    """What would show a name backwards is taken out, and a diagnostic says so."""
    brief = briefgen.from_dict({"title": f"report{override}gpj.exe", "bottom_line": f"the file a{override}b"})
    assert taken_out(brief) == ["title", "bottom_line"]
    for to, made in rendered(brief).items():
        assert override not in made.data.decode("utf-8", "replace")
        assert "reportgpj.exe" in text_of({to: made.data})[to]


@pytest.mark.parametrize("mark", "\u200e\u200f\u2066\u2067\u2068\u2069\u061c")
def test_marks_and_isolates_of_direction_stay(mark):
    """What right-to-left languages need within a line stays, and is no finding."""
    brief = briefgen.from_dict({"title": f"ships {mark}(3)"})
    assert briefgen.check(brief) == ()
    says = text_of({to: made.data for to, made in rendered(brief).items() if to != "pdf"})
    assert all(f"ships {mark}(3)" in said for said in says.values())


ELSEWHERE = {
    7: ["漢字かな", "한국어", "ไทย", "हिन्दी", "\U0001f9ff", "\U00013080", "\ue000"],
    8: ["🙂", "🇺🇦", "👍🏽", "👨‍👩‍👧‍👦", "1️⃣"],
    9: ["مرحبا بالعالم", "قال الوزير «نعم»", "שלום עולם", "۱۲۳"],
}


@pytest.mark.parametrize(("number", "text"), [(n, text) for n, texts in ELSEWHERE.items() for text in texts])
def test_what_the_theme_has_no_letters_for(number, text):
    """Markdown and Word hold it as it is; PDF reads it back in logical order and tells what it draws as boxes (7–9)."""
    brief = briefgen.from_dict(
        {"title": f"Talks: {text}.", "actors": [{"name": text}], "bottom_line": f"said {text} so"}
    )
    made = rendered(brief)
    says = text_of({to: each.data for to, each in made.items()})
    for to in FORMATS:
        assert comparable(f"Talks: {text}.", to) in comparable(says[to], to)
        assert comparable(f"said {text} so", to) in comparable(says[to], to)
    told = [d for d in made["pdf"].diagnostics if d.code == "missing-glyph"]
    assert {d.severity for d in told} == {Severity.WARNING}
    assert {d.path for d in told} == {"title"}, "each character is told once, where it first stands"


@pytest.mark.parametrize("text", ["Việt Nam", "Україна", "Ἑλλάς", "Łódź", "Ísland", "Αθήνα", "€ № ½ − × ≤"])
def test_what_the_theme_has_letters_for(text):
    """Letters of the faces that ship are set as they are, with nothing to tell."""
    made = rendered(briefgen.from_dict({"title": text}))
    assert made["pdf"].diagnostics == ()
    assert all(text in said for said in text_of({to: each.data for to, each in made.items()}).values())


def test_strict_refuses_what_cannot_be_drawn(tmp_path):
    """Who wants no boxes asks for `strict`, and no file is written."""
    with pytest.raises(briefgen.BriefgenError, match=r"U\+6F22"):
        briefgen.write(briefgen.from_dict({"title": "漢"}), tmp_path / "a.pdf", strict=True)
    assert not (tmp_path / "a.pdf").exists()
