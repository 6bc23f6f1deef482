"""The house project: what `briefgen.toml` gives to every brief below it."""

import json
from pathlib import Path

import pytest

import briefgen
from briefgen.cli import main
from briefgen.errors import BriefgenError, InputError
from briefgen.files import load

PROJECT = """\
organisation = "Explainers desk"
language = "en-GB"
bibliographies = ["refs.json"]

[scales]
likelihood = "icd203"

[layout]
template = "house"

[layout.options]
contents = "never"
notes = "endnotes"

[[actors]]
id = "russia"
name = "Russia"
sources = ["cbc"]

[[actors]]
name = "United States"

[[glossary]]
term = "SCR"
expansion = "sea control radar"
"""
REFERENCES = [
    {"id": "cbc", "title": "Report", "issued": {"date-parts": [[2025, 12, 3]]}, "volume": 12},
    {"id": "bbc", "title": "Another", "author": [{"family": "Byron", "given": "Ada"}], "unknown-field": 1},
]
BRIEF = "title: Talks\npositions:\n  - actor: russia\n    says: No.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in a house's folder with a brief in a folder below."""
    (tmp_path / "briefgen.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "refs.json").write_text(json.dumps(REFERENCES), encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "brief.md.j2").write_text(
        '{% extends "policy-brief" %}\n{% block masthead %}\n# House\n{% endblock %}\n'
    )
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def brief(text: str):
    """Read a brief that stands below the house's folder."""
    Path("talks/brief.yaml").write_text(text, encoding="utf-8")
    return load("talks/brief.yaml").brief


def mistakes(project: str) -> str:
    """Give what is wrong with a project, without the folder it stands in."""
    Path("briefgen.toml").write_text(project, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load("talks/brief.yaml")
    return str(caught.value).replace(f"{Path.cwd().resolve()}/", "")


def test_what_a_brief_does_not_say_is_as_the_house_has_it(folder):
    """Organisation, language, scales, template and its options."""
    found = brief("title: Talks\n")
    assert (found.organisation, found.language) == ("Explainers desk", "en-GB")
    assert (found.scales.likelihood, found.layout.template) == ("icd203", "house")
    assert dict(found.layout.options) == {"contents": "never", "notes": "endnotes"}


def test_what_a_brief_says_itself_wins(folder):
    """Value by value: one option that is set leaves the others as they are; an empty one counts as not said."""
    found = brief(
        "title: Talks\nlanguage: uk\norganisation:\nscales: {confidence: own}\n"
        "layout: {template: policy-brief, options: {notes: footnotes}}\n"
    )
    assert (found.language, found.organisation, found.layout.template) == ("uk", "Explainers desk", "policy-brief")
    assert (found.scales.likelihood, found.scales.confidence) == ("icd203", "own")
    assert dict(found.layout.options) == {"contents": "never", "notes": "footnotes"}


def test_shared_parts_come_only_where_the_brief_refers_to_them(folder):
    """An actor by its id, a source cited in prose or by an actor that came, a term where its word stands."""
    assert brief("title: Talks\n").actors == brief("title: T\nbottom_line: SCRs\n").glossary == ()
    found = brief(BRIEF + "bottom_line: The SCR is off.\n")
    assert [actor.id for actor in found.actors] == ["russia"]
    assert [(source.id, source.volume, str(source.issued)) for source in found.sources] == [("cbc", "12", "2025-12-03")]
    assert [term.expansion for term in found.glossary] == ["sea control radar"]
    assert briefgen.check(briefgen.load("talks/brief.yaml")) == ()
    cited = brief("title: T\nbottom_line: See [@cbc, p. 4] and [them](#actor-united-states).\n")
    assert ([s.id for s in cited.sources], [a.id for a in cited.actors]) == (["cbc"], ["united-states"])


def test_a_part_of_the_briefs_own_wins_over_a_shared_one(folder):
    """By its id; a term by its word too."""
    found = brief(
        BRIEF + "actors:\n  id: russia\n  name: Russian Federation\nglossary: {term: SCR, definition: ours}\n"
    )
    assert [actor.name for actor in found.actors] == ["Russian Federation"]
    assert [term.definition.source for term in found.glossary] == ["ours"]


def test_the_house_template_is_used_and_found_from_a_folder_below(folder):
    """It stands beside briefgen.toml."""
    assert main(["build", "talks/brief.yaml", "-o", "out.md", "--strict"]) == 0
    assert Path("out.md").read_text(encoding="utf-8").startswith("# House\n")


def test_a_house_theme_is_a_file_beside_the_project(folder):
    """A theme file outside the folders of brief and project is refused."""
    Path("house.toml").write_text('name = "house"\nextends = "institute"\n')
    Path("talks/brief.yaml").write_text("title: Talks\n")
    Path("briefgen.toml").write_text('[layout]\ntheme = "house.toml"\n')
    assert main(["build", "talks/brief.yaml", "-o", "out.pdf"]) == 0
    Path("briefgen.toml").write_text('[layout]\ntheme = "../house.toml"\n')
    with pytest.raises(BriefgenError, match=r"briefgen.toml:2 layout.theme: there is no theme '../house.toml'"):
        briefgen.write(briefgen.load("talks/brief.yaml"), "out.pdf")


def test_the_search_ends_at_the_folder_of_a_repository(folder):
    """What stands above it belongs to somebody else."""
    Path("talks/.git").mkdir()
    assert load("talks/brief.yaml").brief.organisation is None
    assert load("talks/brief.yaml").project is None


@pytest.mark.parametrize(
    ("project", "said"),
    [
        ("organisation = \n", "briefgen.toml:1: this is no TOML: Invalid value (at line 1, column 16)"),
        (
            'organization = "X"',
            "briefgen.toml:1 organization: 'organization' is nothing that a project can give; nearest: 'organisation'",
        ),
        ("language = 3", "briefgen.toml:1 language: expected text, found the number 3; write it in quotes: '3'"),
        (
            '[scales]\n\nlikelyhood = "x"',
            "briefgen.toml:3 scales.likelyhood: 'likelyhood' is no field of scales; nearest: 'likelihood'",
        ),
        ('[[actors]]\nname = "A"\n[[actors]]\nnam = "B"', "briefgen.toml:3 actors[1].name: is needed and not given"),
        ('bibliographies = ["none.yaml"]', "briefgen.toml:1 bibliographies[0]: there is no file 'none.yaml'"),
        (
            'bibliographies = ["../x.yaml"]',
            "briefgen.toml:1 bibliographies[0]: '../x.yaml' leads out of the project's folder",
        ),
        (
            'bibliographies = ["link.yaml"]',
            "briefgen.toml:1 bibliographies[0]: 'link.yaml' leads out of the project's folder",
        ),
        (
            'bibliographies = ["talks/brief.yaml"]',
            "talks/brief.yaml:1:1 references: a bibliography is a list of sources",
        ),
        ('bibliographies = ["noid.yaml"]', "noid.yaml:1:3 [0]: a source of a bibliography needs an id"),
    ],
)
def test_a_mistake_in_the_project_is_told_with_its_file_and_line(folder, project, said):
    """Whatever brief is read."""
    (folder.parent / "outside.yaml").write_text("- {id: a}")
    Path("link.yaml").symlink_to(folder.parent / "outside.yaml")
    Path("noid.yaml").write_text("- title: A\n")
    assert said in mistakes(project)


def test_a_field_that_no_source_has_is_told_with_the_bibliographys_line_when_the_source_is_used(folder):
    """What a reference manager writes besides does not stand in the way, and is not dropped in silence."""
    Path("refs.json").write_text(json.dumps(REFERENCES, indent=1))
    assert load("talks/brief.yaml").diagnostics == ()
    Path("talks/brief.yaml").write_text("title: T\nbottom_line: See [@bbc].\n")
    (found,) = load("talks/brief.yaml").diagnostics
    assert "refs.json:25:20: info: the field 'unknown-field' is nothing that a source holds" in str(found)


def test_a_mistake_in_a_source_written_by_hand_is_told_with_its_line_when_it_is_used(folder):
    """A list in YAML is somebody's own: a field that the model does not know is a slip."""
    Path("briefgen.toml").write_text('bibliographies = ["refs.yaml"]\n')
    Path("refs.yaml").write_text("- id: bbc\n  titel: Another\n")
    with pytest.raises(InputError, match=r"refs\.yaml:2:10 sources\[0\]\.titel: 'titel' is no field of source"):
        brief("title: T\nbottom_line: See [@bbc].\n")


def test_a_trap_in_a_bibliography_is_told_to_the_briefs_that_use_the_source(folder):
    """A comment that was meant as text, with its place; a brief without that source hears nothing."""
    Path("refs.json").write_text("- id: cbc\n  title: see item #4\n- id: bbc\n  title: Report\n")
    found = [str(each).replace(f"{folder.resolve()}/", "") for each in load("talks/brief.yaml").diagnostics]
    assert [each.partition(":2:10 ")[0] for each in found] == ["refs.json"]
    assert "'#4' is a comment here" in found[0]
    Path("talks/brief.yaml").write_text("title: T\nbottom_line: See [@bbc].\n")
    assert load("talks/brief.yaml").diagnostics == ()


@pytest.mark.parametrize(
    "junk", ["3", "true", "2014-02-27", "[]", "[[1]]", "{ x = 1 }", '"a"', "[{ name = [1] }]", "nan"]
)
@pytest.mark.parametrize(
    "name", ["organisation", "language", "scales", "layout", "actors", "glossary", "bibliographies"]
)
def test_whatever_stands_in_a_project_is_taken_or_told(folder, name, junk):
    """Never a traceback."""
    Path("briefgen.toml").write_text(f"{name} = {junk}\n")
    Path("talks/brief.yaml").write_text("title: T\n")
    try:
        found = load("talks/brief.yaml").diagnostics
    except InputError as error:
        found = error.diagnostics
    assert all(each.place and each.place.file.endswith("briefgen.toml") for each in found)


def test_mistakes_in_the_brief_keep_their_own_places(folder):
    """A project changes nothing about them."""
    with pytest.raises(InputError, match=r"^talks/brief\.yaml:2:9 status: 'drafted' is none of"):
        brief("title: T\nstatus: drafted\n")


def test_config_shows_what_holds_and_where_it_comes_from(folder, capsys):
    """For a brief: its own values, the project's, the defaults, and which shared parts it takes."""
    Path("talks/brief.yaml").write_text("language: uk\n" + BRIEF, encoding="utf-8")
    assert main(["config", "talks/brief.yaml"]) == 0
    lines = [
        " ".join(line.split()) for line in capsys.readouterr().out.replace(f"{folder.resolve()}/", "").splitlines()
    ]
    assert lines == [
        "project: briefgen.toml",
        "",
        "organisation Explainers desk briefgen.toml:1",
        "language uk talks/brief.yaml:1:11",
        "scales.likelihood icd203 briefgen.toml:6",
        "scales.confidence - not set",
        "scales.grading - not set",
        "scales.marking - not set",
        "scales.magnitude - not set",
        "layout.template house briefgen.toml:9",
        "layout.theme institute default",
        "layout.options.contents never briefgen.toml:12",
        "layout.options.notes endnotes briefgen.toml:13",
        "",
        "shared actors: 2; this brief takes russia",
        "shared glossary: 1; this brief takes none",
        "shared sources: 2; this brief takes cbc",
    ]


def test_config_shows_options_of_every_kind(folder, capsys):
    """Lists and truth values too, as a file has them."""
    Path("talks/brief.yaml").write_text("title: T\nlayout: {options: {a: [x, y], b: false, c: 3}}\n")
    assert main(["config", "talks/brief.yaml"]) == 0
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines() if "layout.options" in line]
    assert [next(part.strip() for part in row[1:] if part.strip()) for row in rows][:3] == ["x, y", "false", "3"]


def test_config_without_a_brief_shows_what_holds_in_a_folder(folder, capsys):
    """And says where there is no project."""
    assert main(["config"]) == 0
    assert "language" in (said := capsys.readouterr().out)
    assert "shared actors: 2\n" in said
    Path("briefgen.toml").unlink()
    assert main(["config"]) == 0
    assert capsys.readouterr().out.startswith("project: none (no briefgen.toml in the folder or above it)\n")
    assert main(["config", "none.yaml"]) == 2


def test_a_new_brief_leaves_the_template_to_the_house(folder):
    """Its starter is that of the house's template, and nothing in it stands against the project."""
    assert main(["new", "-o", "talks/new.yaml"]) == 0
    assert load("talks/new.yaml").brief.layout.template == "house"
    assert main(["build", "talks/new.yaml", "-o", "new.md", "--strict"]) == 0


def test_a_brief_that_is_written_out_stands_alone(folder):
    """With everything that the house gave to it."""
    found = load("talks/brief.yaml").brief
    assert briefgen.from_dict(json.loads(briefgen.dump(found, "json"))) == found


def test_a_bibliography_is_read_again_when_it_has_changed(folder):
    """A program that runs on sees what was written since."""
    assert load("talks/brief.yaml").brief.sources[0].title == "Report"
    Path("refs.json").write_text('[{"id": "cbc", "title": "Another report"}]')
    assert load("talks/brief.yaml").brief.sources[0].title == "Another report"
