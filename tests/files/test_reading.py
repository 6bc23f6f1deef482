"""Files as people write them: what is taken, and what each mistake says."""

import pytest

from briefgen.errors import InputError, Severity
from briefgen.files import from_dict, load, loads
from briefgen.model import Brief


def mistakes(text: str, form: str = "yaml") -> list[str]:
    """Give what reading says is wrong, one line each."""
    with pytest.raises(InputError) as caught:
        loads(text, "brief.yaml", form=form)
    return [str(found) for found in caught.value.diagnostics]


def test_a_file_becomes_a_brief(tmp_path):
    """YAML, JSON and a mapping of the same content give the same brief."""
    yaml = "format: 1\ntitle: Talks\nactors:\n  - name: Ukraine\n    aka: [Kyiv, 'Україна']\n"
    json = '{"format": 1, "title": "Talks", "actors": [{"name": "Ukraine", "aka": ["Kyiv", "\\u0423країна"]}]}'
    (tmp_path / "a.yaml").write_text(yaml, encoding="utf-8")
    (tmp_path / "a.json").write_text(json, encoding="utf-8")
    expected = Brief("Talks", actors=[{"name": "Ukraine", "aka": ["Kyiv", "Україна"]}])
    assert load(tmp_path / "a.yaml").brief == load(str(tmp_path / "a.json")).brief == expected
    assert from_dict({"title": "Talks", "actors": expected.actors}).brief == expected


def test_all_mistakes_come_at_once_each_with_its_place():
    """File, line, column, path, what is wrong, what was expected, and the nearest fix."""
    text = (
        "title: 3\nstatus: drafted\ndate: 2024-02-30\nactors: [x]\npositions: [{says: x}]\n"
        "scenarios:\n  - name: A\n    likelihod: x\n"
    )
    assert mistakes(text) == [
        "brief.yaml:1:8 title: expected text, found the number 3; write it in quotes: '3'",
        "brief.yaml:2:9 status: 'drafted' is none of: draft, final, superseded; nearest: 'draft'",
        "brief.yaml:3:7 date: '2024-02-30' is no date (day is out of range for month); "
        "write 2014, 2014-02, 2014-02-27, 2014-02-27T10:30+03:00, 2014~, 2014/2022, ../2024 or unknown",
        "brief.yaml:4:10 actors[0]: expected actor with its fields, found 'x'; write its fields, such as {name: …}",
        "brief.yaml:5:13 positions[0].actor: is needed and not given",
        "brief.yaml:8:5 scenarios[0].likelihod: 'likelihod' is no field of scenario; nearest: 'likelihood'",
    ]


def test_a_row_of_a_table_gets_the_same_errors():
    """`where` stands for the file."""
    with pytest.raises(InputError, match=r"^row 17 key_figures\[0\].value: is needed and not given$"):
        from_dict({"title": "T", "key_figures": [{"label": "Homes", "as_of": float("nan")}]}, where="row 17")


def test_yaml_means_what_it_says():
    """`no` is Norwegian and no truth value; 012, 1:30 and dates stay text."""
    brief = loads("title: no\nlanguage: no\nkeywords: [012, 1:30, 2014-02, off]\n").brief
    assert (brief.title, brief.language, brief.keywords) == ("no", "no", ("012", "1:30", "2014-02", "off"))


def test_an_empty_file_says_what_a_brief_needs():
    """Neither an empty file nor a list is a brief."""
    assert mistakes("") == ["brief.yaml: expected a brief's fields, such as 'title: …', found nothing"]
    assert mistakes("- a") == ["brief.yaml:1:1: expected a brief's fields, such as 'title: …', found a list"]
    assert mistakes("title:Talks")[0].endswith("found 'title:Talks'; a space must follow each ':'")


def test_only_the_known_format_is_read():
    """A file may say `format: 1` or nothing."""
    assert loads("format: 1\ntitle: T").brief == loads("title: T").brief
    assert mistakes("format: 2\ntitle: T") == [
        "brief.yaml:1:9 format: this is format the number 2; only format 1 can be read; update briefgen"
    ]


def test_csl_names_are_taken_with_hyphens_or_underscores():
    """`container-title` comes out of reference managers, `container_title` is Python's."""
    text = "title: T\nsources: [{title: a, container-title: C, URL: 'https://x.org'}, {title: b, container_title: C}]"
    sources = loads(text).brief.sources
    assert [s.container_title for s in sources] == ["C", "C"]
    assert sources[0].url == "https://x.org"
    twice = mistakes("title: T\nsources: [{title: a, container-title: C, container_title: C}]")
    assert "stands twice, under two spellings" in twice[0]


def test_the_place_of_what_is_missing_is_the_place_it_is_missing_from():
    """Every path has a place, down to the file itself."""
    places = loads("title: T\nscenarios:\n  - name: A\n    likelihood: likely\n", "b.yaml").places
    assert str(places.of("scenarios[0].likelihood")) == "b.yaml:4:17"
    assert str(places.of("scenarios[0].likelihood.scale")) == "b.yaml:4:17"
    assert str(places.of("scenarios[0].horizon")) == "b.yaml:3:5"
    assert str(places.of("gaps[3].about[1]")) == "b.yaml:1:1"


def test_aliases_stand_for_what_they_name():
    """An anchor's value may be used again."""
    brief = loads("title: T\nkeywords: &k [a, b]\nrecipients: *k\n").brief
    assert brief.recipients == ("a", "b")


def test_warnings_do_not_keep_a_brief_from_being_read():
    """They come with the brief."""
    loaded = loads("title: a\0b\n", "b.yaml")
    assert loaded.brief.title == "ab"
    assert [(d.severity, d.code) for d in loaded.diagnostics] == [(Severity.WARNING, "text-repaired")]
