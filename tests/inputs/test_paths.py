"""Files that are named and can't be: circles of links, names too long or with a NUL, folders, pipes, ways out.

Each is one told error, wherever the name stands.
"""

import json
import os

import pytest

from briefgen.cli import main

NAMES = {
    "a circle of links": "circle{}",
    "a NUL": "a\0b{}",
    "a name too long": "a" * 300 + "{}",
    "a path too long": "a/" * 3000 + "b{}",
    "a folder": "folder{}",
    "a pipe": "pipe{}",
    "below a file": "brief.json/b{}",
    "a way out": "../outside{}",
    "a link out": "link{}",
    "an absolute path": "/etc/hostname{}",
    "nothing there": "nothing{}",
    "in a circle of links": "circle{}/b{}",
}

# Where a brief names a file, with the end that the file's name has there.
BRIEF = {
    "scales.likelihood": (".toml", lambda name: {"scales": {"likelihood": name}}),
    "scales.marking": (".toml", lambda name: {"scales": {"marking": name}, "marking": "A"}),
    "layout.theme": (".toml", lambda name: {"layout": {"theme": name}}),
    "layout.template": (".md.j2", lambda name: {"layout": {"template": name}}),
    "sources": (".bib", lambda name: {"sources": [name]}),
}
PROJECT = {
    "bibliographies": (".bib", "bibliographies = [{}]"),
    "scales": (".toml", "[scales]\nlikelihood = {}"),
    "theme": (".toml", "[layout]\ntheme = {}"),
    "template": (".md.j2", "[layout]\ntemplate = {}"),
}
THEME = {
    "extends": (".toml", "extends = {}"),
    "reference": (".docx", 'extends = "institute"\n[word]\nreference = {}'),
    "faces": (".ttf", 'extends = "institute"\n[fonts.sans.faces]\n400 = {}'),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in a folder that holds every kind of thing that is no file of it."""
    home = tmp_path / "home"
    home.mkdir()
    for end in (".toml", ".md.j2", ".bib", ".docx", ".ttf", ".json"):
        (home / f"circle{end}").symlink_to(f"circle{end}")
        (home / f"folder{end}").mkdir()
        os.mkfifo(home / f"pipe{end}")
        (tmp_path / f"outside{end}").write_text("")
        (home / f"link{end}").symlink_to(tmp_path / f"outside{end}")
    monkeypatch.chdir(home)
    return home


def built(folder, capsys, data, *options):
    """Build a brief from a file, see that it gives one told error and no file, and give what is said."""
    (folder / "brief.json").write_text(json.dumps({"title": "T", **data}))
    code = main(["build", "brief.json", "-o", "out/", "--to", "md,pdf,docx", *options])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert code == 1, said
    assert [line for line in said.splitlines() if "warning: " not in line][1:] == []
    assert len(said) < 10_000
    assert not (folder / "out").exists()
    return said


@pytest.mark.parametrize("field", BRIEF)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_that_a_brief_names(folder, capsys, field, name):
    """The error names the brief's file and field."""
    end, data = BRIEF[field]
    said = built(folder, capsys, data(name.format(end, end)))
    assert "brief.json:1:" in said
    assert field in said


@pytest.mark.parametrize("setting", PROJECT)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_that_a_project_names(folder, capsys, setting, name):
    """The error names `briefgen.toml` and its line."""
    end, text = PROJECT[setting]
    (folder / "briefgen.toml").write_text(text.format(json.dumps(name.format(end, end))))
    assert "briefgen.toml:" in built(folder, capsys, {})


@pytest.mark.parametrize("setting", THEME)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_that_a_theme_names(folder, capsys, setting, name):
    """The error names the theme."""
    end, text = THEME[setting]
    (folder / "own.toml").write_text(text.format(json.dumps(name.format(end, end))))
    assert "own.toml" in built(folder, capsys, {}, "--theme", "own.toml")


@pytest.mark.parametrize(("option", "end"), [("--theme", ".toml"), ("--template", ".md.j2")])
@pytest.mark.parametrize("kind", [kind for kind in NAMES if kind not in ("a way out", "a link out")])
def test_a_file_that_the_command_line_names(folder, capsys, option, end, kind):
    """A person may name what is anywhere, and is told what is no file."""
    built(folder, capsys, {}, option, NAMES[kind].format(end, end))


@pytest.mark.parametrize("kind", [kind for kind in NAMES if kind not in ("a NUL", "a pipe", "a way out", "a link out")])
def test_a_brief_that_is_no_file(folder, capsys, kind):
    """One told error that names it."""
    name = NAMES[kind].format(".json", ".json")
    for command in (["build", name, "-o", "out/"], ["check", name], ["trace", name, "a"]):
        assert main(command) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(name)


@pytest.mark.parametrize("part", ["scale", "scheme", "theme", "template.toml"])
@pytest.mark.parametrize(
    "text", ["x = " + "[" * 40_000, "x = 1\n" * 50_000, "x = \xff", "x ="], ids=["deep", "large", "bytes", "cut"]
)
def test_tables_that_cannot_be_read(folder, capsys, part, text):
    """Nested without end, far too large, not UTF-8 or cut: one told error that names the file."""
    name = "own/template.toml" if part == "template.toml" else "own.toml"
    (folder / "own").mkdir()
    (folder / "own" / "brief.md.j2").write_text("# {{ brief.title }}\n")
    (folder / name).write_bytes(text.encode("latin-1"))
    data = {
        "scale": {"scales": {"likelihood": name}},
        "scheme": {"scales": {"marking": name}, "marking": "A"},
        "theme": {"layout": {"theme": name}},
        "template.toml": {"layout": {"template": "own"}},
    }
    assert name in built(folder, capsys, data[part])


def test_a_template_whose_own_words_lead_out(folder, capsys):
    """`template.toml` is read in the template's folder alone."""
    (folder / "own").mkdir()
    (folder / "own" / "brief.md.j2").write_text("# {{ brief.title }}\n")
    (folder / "own" / "template.toml").symlink_to("../../outside.toml")
    assert "is a link out of its folder" in built(folder, capsys, {"layout": {"template": "own"}})


@pytest.mark.parametrize("kind", ["circle", "folder", "pipe", "nothing"])
def test_a_project_that_is_no_file(folder, capsys, kind):
    """It is told."""
    (folder / "briefgen.toml").symlink_to(f"{kind}.toml" if kind != "circle" else "briefgen.toml")
    assert "briefgen.toml" in built(folder, capsys, {})
