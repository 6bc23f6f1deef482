"""`briefgen new`: a file to begin with."""

import re
from pathlib import Path

import pytest

import briefgen
from briefgen.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_starter_builds_at_once_and_nothing_is_found(capsys):
    """In all three formats, with warnings taken for errors; what to do next is said."""
    assert main(["new"]) == 0
    assert "build it with: briefgen build brief.yaml -o brief.pdf" in capsys.readouterr().err
    assert main(["build", "brief.yaml", "-o", "out/", "--to", "pdf,docx,md", "--strict"]) == 0
    assert capsys.readouterr().err == ""
    assert "The pier is closed" in Path("out/brief.md").read_text(encoding="utf-8")


def test_the_starter_writes_an_id_for_every_part_and_says_what_to_do(capsys):
    """In block style, where YAML has fewest traps, with comments."""
    assert main(["new", "-o", "-"]) == 0
    text = capsys.readouterr().out
    Path("b.yaml").write_text(text, encoding="utf-8")
    assert [part.id for _, part in briefgen.load("b.yaml").parts() if f"id: {part.id}\n" not in text] == []
    assert not re.search(r"^[^#]*[:-] [\[{]", text, re.MULTILINE)
    assert text.count("\n# ") > 10


def test_a_file_that_stands_is_left_as_it_is(capsys):
    """Neither a file nor a link is overwritten; the command line is at fault."""
    Path("brief.yaml").write_text("mine")
    Path("link.yaml").symlink_to("nowhere.yaml")
    assert main(["new"]) == main(["new", "-o", "link.yaml"]) == 2
    assert "brief.yaml stands already" in capsys.readouterr().err
    assert (Path("brief.yaml").read_text(), Path("link.yaml").is_symlink()) == ("mine", True)


def test_a_template_without_a_starter_gets_the_common_one():
    """With its own name in it."""
    Path("house.md.j2").write_text('{% extends "policy-brief" %}\n')
    assert main(["new", "house", "-o", "a.yaml"]) == 0
    assert briefgen.load("a.yaml").layout.template == "house"
    assert main(["build", "a.yaml", "-o", "a.md", "--strict"]) == 0


def test_a_template_with_a_starter_gets_its_own():
    """It stands in the template's folder."""
    Path("house").mkdir()
    Path("house/brief.md.j2").write_text('{% extends "policy-brief" %}\n')
    Path("house/starter.yaml").write_text("title: Ours\n")
    assert main(["new", "house"]) == 0
    assert Path("brief.yaml").read_text() == "title: Ours\n"


def test_an_unknown_template_is_a_mistake_of_the_command_line(capsys):
    """With the nearest name; nothing is written."""
    assert main(["new", "policy-breif"]) == 2
    assert "there is no template 'policy-breif'; nearest: 'policy-brief'" in capsys.readouterr().err
    assert not Path("brief.yaml").exists()
