"""What stays in a brief that is handed out at a level, and when it can't be handed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from release.levels import LEVELS, NAMES, SECRETS, above, brief, data

import briefgen
import briefgen.api
from briefgen.cli import main
from briefgen.errors import BriefgenError
from briefgen.release import release
from briefgen.release.texts import texts

SOURCE = [{"id": "src", "title": "S", "marking": "TLP:RED"}]


def refused(level, **more):
    """Give what is told when a brief can't be released."""
    with pytest.raises(BriefgenError) as error:
        briefgen.released(briefgen.from_dict({"title": "T", **more}), level)
    return [(d.code, d.path, d.message) for d in error.value.diagnostics]


def event(name, level="", **more):
    """Make an event, marked or not."""
    return {"id": name, "title": name, **({"marking": level} if level else {}), **more}


@pytest.mark.parametrize("level", LEVELS)
def test_parts_above_the_level_are_gone_and_all_others_stay(level):
    """A release holds each part at or below its level, and nothing of those above."""
    said = " ".join(texts(briefgen.released(brief(), level)))
    for other in LEVELS:
        assert (SECRETS[other] in said) == (NAMES[other] in said) == (other not in above(level))
    assert "All know." in said


@pytest.mark.parametrize("level", LEVELS)
def test_the_banner_is_the_highest_of_what_is_left(level):
    """What is handed out is marked as what it holds, not as what it was taken from."""
    assert briefgen.compose(briefgen.released(brief(), level)).meta.marking.label == level
    marked = brief(marking={"level": "TLP:RED", "caveats": ["By hand"]})
    left = briefgen.released(marked, level).marking
    assert (left.level, left.caveats) == (level, ("By hand",))


def test_a_caveat_that_only_dropped_parts_carried_goes_with_them():
    """A word that itself tells of the withheld part is not printed on every page."""
    parts = [event("a", "OFFICIAL"), event("b", {"level": "SECRET", "caveats": ["UMBRA"]})]
    made = briefgen.from_dict(
        {
            "title": "T",
            "unmarked": "OFFICIAL",
            "marking": {"level": "SECRET", "caveats": ["UMBRA", "UK"]},
            "timeline": parts,
        }
    )
    assert briefgen.released(made, "OFFICIAL").marking.caveats == ("UK",)
    assert briefgen.released(made, "SECRET").marking.caveats == ("UMBRA", "UK")


def test_what_stands_in_a_dropped_part_goes_with_it():
    """A report within a marked event is at the event's level, even where it is marked lower itself."""
    report = {"statement": "Known.", "marking": "TLP:CLEAR"}
    parts = [
        event("a", "TLP:RED", reports=[report]),
        event("b", reports=[{"statement": "Hidden.", "marking": "TLP:RED"}]),
    ]
    left = briefgen.released(
        briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", "timeline": parts}), "TLP:GREEN"
    )
    assert [(part.title, part.reports) for part in left.timeline] == [("b", ())]


def test_remarks_and_silenced_checks_stay_behind():
    """What authors tell each other is not handed out, nor which findings they silenced."""
    made = brief(allow=[{"rule": "circle", "because": "no"}], sections=[{"title": "S", "remark": "psst"}])
    left = briefgen.released(made, "TLP:RED")
    assert (left.allow, left.sections[0].remark) == ((), None)


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"timeline": [event("b", after="a")]}, "timeline[0].after"),
        ({"gaps": [{"statement": "When?", "about": ["a"]}]}, "gaps[0].about[0]"),
        ({"bottom_line": "See [it](#event-a)."}, "bottom_line"),
        ({"sections": [{"title": "S", "body": "So says [@src]."}], "sources": SOURCE}, "sections[0].body"),
        ({"timeline": [event("b", sources="src")], "sources": SOURCE}, "timeline[0].sources[0]"),
        (
            {"key_judgments": [{"statement": "So.", "according_to": "src"}], "sources": SOURCE},
            "key_judgments[0].according_to.who",
        ),
        ({"risks": [{"statement": "R.", "likelihood": {"given": "a"}}]}, "risks[0].likelihood.given"),
    ],
)
def test_a_kept_part_that_refers_to_a_dropped_one_is_named(more, path):
    """A reference in a field, a citation or a link in prose that would lead to nothing is told with its place."""
    given = {"unmarked": "TLP:CLEAR", "developments": [event("a", "TLP:RED")], **more}
    ((code, at, message),) = refused("TLP:GREEN", **given)
    assert (code, at) == ("release-reference", path)
    assert "which is TLP:RED, above TLP:GREEN" in message


def test_a_reference_to_what_stands_in_a_dropped_part_is_named():
    """What stands in a dropped part is dropped with it, even where it is marked lower itself."""
    report = {"id": "c", "statement": "Known.", "marking": {"level": "TLP:CLEAR", "caveats": ["By hand"]}}
    parts = [event("a", "TLP:RED", reports=[report])]
    ((code, path, message),) = refused(
        "TLP:GREEN", unmarked="TLP:CLEAR", timeline=parts, key_judgments=[{"statement": "So.", "basis": ["c"]}]
    )
    assert (code, path) == ("release-reference", "key_judgments[0].basis[0]")
    assert "which stands in a part above TLP:GREEN" in message
    given = {"title": "T", "unmarked": "TLP:CLEAR", "marking": {"level": "TLP:RED", "caveats": ["By hand"]}}
    left = briefgen.released(briefgen.from_dict({**given, "timeline": parts}), "TLP:GREEN")
    assert left.marking.caveats == ()


def test_sources_and_terms_that_only_dropped_parts_needed_go_with_them():
    """A source list or glossary tells nothing of what is withheld; what has a marking of its own stays."""
    made = briefgen.from_dict(
        {
            "title": "T",
            "unmarked": "TLP:CLEAR",
            "bottom_line": "The QKB meets [@open].",
            "developments": [
                event("a", "TLP:RED", sources=["hidden", "open", "cleared"], description="The ZPO meets, QKB too."),
                event("b"),
            ],
            "sources": [
                {"id": "open", "title": "Open"},
                {"id": "hidden", "title": "Hidden", "derives_from": ["below"]},
                {"id": "below", "title": "Below"},
                {"id": "cleared", "title": "Cleared", "marking": "TLP:CLEAR"},
                {"id": "never", "title": "Never cited"},
            ],
            "glossary": [
                {"term": "ZPO", "expansion": "Zone of peace"},
                {"term": "QKB", "expansion": "Quay board"},
                {"term": "WWW", "expansion": "Web"},
            ],
        }
    )
    split = release(made, "TLP:GREEN")
    assert [source.id for source in split.brief.sources] == ["open", "cleared", "never"]
    assert [term.term for term in split.brief.glossary] == ["QKB", "WWW"]
    assert {each.path for each in split.diagnostics} == {"sources[1]", "sources[2]", "glossary[0]"}
    assert {each.code for each in split.diagnostics} == {"release-needless"}
    assert [path for path, _ in split.dropped] == ["developments[0]", "sources[1]", "sources[2]", "glossary[0]"]


def test_words_of_a_dropped_part_in_a_kept_one_are_told():
    """A sentence that a kept text repeats, or the name of a withheld actor, goes out: whoever releases is warned."""
    said = "The minister will resign before the summer ends."
    made = briefgen.from_dict(
        {
            "title": "T",
            "unmarked": "TLP:CLEAR",
            "bottom_line": f"We think so. {said}",
            "developments": [event("a", "TLP:RED", description=said), event("b", "TLP:RED", description=said)],
            "actors": [{"id": "x", "name": "Orlov", "marking": "TLP:RED"}, {"id": "y", "name": "Friend of Orlov"}],
        }
    )
    found = release(made, "TLP:GREEN").diagnostics
    assert {(each.code, each.path) for each in found} == {
        ("release-repeated", "bottom_line"),
        ("release-repeated", "actors[1]"),
    }
    with pytest.raises(BriefgenError, match="which is withheld"):
        briefgen.api.produce(made, ["md"], briefgen.api.Choices(release="TLP:GREEN", strict=True))
    assert briefgen.api.produce(made, ["md"], briefgen.api.Choices(release="TLP:GREEN"))


def test_references_among_dropped_parts_are_no_matter():
    """Two dropped parts may refer to each other."""
    parts = [event("a", "TLP:RED"), event("b", "TLP:AMBER", after="a")]
    made = briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", "timeline": parts})
    assert briefgen.released(made, "TLP:GREEN").timeline == ()


def test_what_nobody_has_marked_is_not_guessed():
    """Where nothing says at what level the brief's own text and unmarked parts are, a release is refused."""
    ((code, path, message),) = refused("TLP:GREEN", timeline=[event("a", "TLP:RED"), event("b")])
    assert (code, path) == ("release-unmarked", "marking")
    assert "1 parts without a marking (timeline[1])" in message


def test_unmarked_text_is_at_the_level_of_the_brief():
    """A brief that is marked as a whole is not released below that, unless it says at what level the rest is."""
    parts = [event("a", "TLP:AMBER"), event("b")]
    ((code, _, message),) = refused("TLP:GREEN", marking="TLP:AMBER", timeline=parts)
    assert code == "release-unmarked"
    assert "at TLP:AMBER, above TLP:GREEN" in message
    made = briefgen.from_dict({"title": "T", "marking": "TLP:AMBER", "unmarked": "TLP:GREEN", "timeline": parts})
    left = briefgen.released(made, "TLP:GREEN")
    assert (left.marking.level, [part.id for part in left.timeline]) == ("TLP:GREEN", ["b"])


@pytest.mark.parametrize(("level", "nearest"), [("tlp:green", "TLP:GREEN"), ("GREEN", "TLP:GREEN"), ("SECRET", None)])
def test_a_release_at_no_level_of_the_scheme(level, nearest):
    """A slip in the level is told with the nearest."""
    with pytest.raises(BriefgenError) as error:
        briefgen.released(brief(), level)
    (found,) = error.value.diagnostics
    assert found.code == "unknown-marking"
    assert nearest is None or nearest in found.hint


def test_a_mistake_in_markings_refuses_a_release():
    """A level that can't be ranked can't be compared: nothing is released."""
    ((code, path, _),) = refused(
        "TLP:GREEN", unmarked="TLP:CLEAR", timeline=[event("a", "TLP:RD"), event("b", "TLP:RED")]
    )
    assert (code, path) == ("unknown-marking", "timeline[0].marking")


@given(st.lists(st.sampled_from(["", *LEVELS]), max_size=6), st.sampled_from(LEVELS))
def test_a_release_never_holds_a_higher_part(levels, limit):
    """However parts are marked, what is left is marked at or below the level, and a second release changes nothing."""
    parts = [event(f"e{number}", level) for number, level in enumerate(levels)]
    made = briefgen.from_dict({"title": "T", "unmarked": "TLP:CLEAR", "timeline": parts})
    left = briefgen.released(made, limit)
    assert [part.id for part in left.timeline] == [
        f"e{n}" for n, level in enumerate(levels) if level not in above(limit)
    ]
    assert briefgen.released(left, limit) == left


def test_a_mistake_is_told_with_its_place(tmp_path, capsys, monkeypatch):
    """On the command line a release that is refused names the line, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    events = "  - {id: a, title: A, marking: TLP:RED}\n  - {id: b, title: B, after: a}\n"
    (tmp_path / "b.yaml").write_text(f"title: T\nunmarked: TLP:CLEAR\ntimeline:\n{events}")
    assert main(["build", "b.yaml", "-o", "b.md", "--release", "TLP:GREEN"]) == 1
    assert "b.yaml:5:" in capsys.readouterr().err
    assert not (tmp_path / "b.md").exists()
    assert main(["build", "b.yaml", "-o", "b.md", "--release", "TLP:RED"]) == 0


def test_a_template_beside_the_brief_is_found(tmp_path):
    """A release is laid out by the brief's own template."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "brief.md.j2").write_text(
        "# {{ brief.title }}\n\nOur own words.\n\n{{ events(brief.developments) }}\n"
    )
    (tmp_path / "b.yaml").write_text(briefgen.dump(briefgen.from_dict(data(layout={"template": "own"}))))
    briefgen.write(briefgen.load(tmp_path / "b.yaml"), tmp_path / "b.md", release="TLP:GREEN")
    said = (tmp_path / "b.md").read_text()
    assert "Our own words." in said
    assert SECRETS["TLP:GREEN"] in said
    assert SECRETS["TLP:AMBER"] not in said
