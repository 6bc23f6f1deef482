"""Findings about markings: levels that are none, a second scheme, a brief marked too low, and to whom it may go."""

import pytest

import briefgen


def findings(**data):
    """Give code, path and message of what is found in a brief."""
    return [(d.code, d.path, str(d)) for d in briefgen.check(briefgen.from_dict({"title": "T", **data}))]


def marked(level, **more):
    """Make an event with a marking."""
    return {"title": "E", "marking": {"level": level, **more}}


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("TLP:WHITE", "TLP:CLEAR"), ("TLP: RED", "TLP:RED"), ("tlp:green", "TLP:GREEN"), ("TLP:PINK", "its levels")],
)
def test_a_level_that_the_scheme_does_not_have(written, nearest):
    """A level must be written as its scheme has it; the message names the nearest."""
    ((code, path, told),) = findings(developments=[marked("TLP:RED"), marked(written)])
    assert (code, path) == ("unknown-marking", "developments[1].marking")
    assert nearest in told


def test_words_that_no_scheme_has():
    """A marking of no known scheme is told, with how a house adds its own."""
    ((code, path, told),) = findings(marking="Nur für den Dienstgebrauch")
    assert (code, path) == ("unknown-marking", "marking")
    assert "scales.marking" in told


def test_a_house_scheme_beside_the_brief(tmp_path):
    """A brief names its house's file, and its levels are those of the file."""
    levels = "".join(f'[[levels]]\nlevel = "{name}"\n' for name in ("Offen", "VS-NfD"))
    (tmp_path / "house.toml").write_text(f'name = "House"\ncitation = "ours"\n{levels}')
    (tmp_path / "brief.yaml").write_text(
        "title: T\nmarking: Offen\nscales: {marking: house.toml}\nactors:\n  - name: A\n    marking: VS-NfD\n"
    )
    (found,) = briefgen.check(briefgen.load(tmp_path / "brief.yaml"))
    assert (found.code, found.place.line) == ("marking-too-low", 2)


def test_two_schemes_in_one_brief():
    """A classification in a brief that is marked by TLP is refused, told by its level or by its scheme."""
    for second in (marked("OFFICIAL"), marked("TLP:CLEAR", scheme="classification")):
        found = findings(marking="TLP:RED", developments=[second])
        assert [code for code, *_ in found] == ["mixed-markings"]


def test_a_brief_marked_lower_than_a_part():
    """The brief's marking is no lower than any part's, at whatever depth, and the message names the parts."""
    nested = {"title": "E", "reports": [{"statement": "S.", "marking": "TLP:RED"}]}
    ((code, path, told),) = findings(
        marking="TLP:GREEN", developments=[nested, marked("TLP:AMBER"), marked("TLP:CLEAR")]
    )
    assert (code, path) == ("marking-too-low", "marking")
    assert "lower than developments[0].reports[0] (TLP:RED), developments[1] (TLP:AMBER);" in told
    assert "mark it TLP:RED" in told


def test_what_is_unmarked_is_no_higher_than_the_brief():
    """The level of what has no marking counts too."""
    ((code, *_),) = findings(marking="TLP:GREEN", unmarked="TLP:AMBER")
    assert code == "marking-too-low"


@pytest.mark.parametrize(
    ("brief", "codes"),
    [
        ({"level": "OFFICIAL", "releasable_to": ["UK"]}, []),
        ({"level": "OFFICIAL", "releasable_to": ["UK", "FR"]}, ["releasable-too-wide"]),
        ({"level": "OFFICIAL"}, ["releasable-too-wide"]),
        (None, []),
    ],
)
def test_a_brief_goes_to_nobody_to_whom_a_part_may_not_go(brief, codes):
    """Releasability of the brief is within that of each part."""
    data = {"marking": brief} if brief else {}
    found = findings(**data, developments=[marked("OFFICIAL", releasable_to=["UK", "US"])])
    assert [code for code, *_ in found] == codes


def test_parts_that_nobody_may_have_together():
    """Where no reader may have all parts, the brief as a whole can go to nobody."""
    parts = [marked("OFFICIAL", releasable_to=["UK"]), marked("OFFICIAL", releasable_to=["US"])]
    ((code, *_),) = findings(developments=parts)
    assert code == "releasable-to-nobody"
