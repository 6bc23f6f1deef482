"""A house's own package is installed beside briefgen, and what it adds is found and used."""

import json
from pathlib import Path

import pytest
from installing import ROOT, attempt, build, install, run

HOUSE = ROOT / "tests" / "plugins" / "briefgen-house"
BRIEF = """
title: Talks
subtitle: What stands after the first round
bottom_line: Nothing has moved.
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the house's wheel."""
    return build(HOUSE, tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def with_house(wheel, python, built):
    """Install both packages, and take the house's out again afterwards."""
    install(python, wheel, built)
    yield python
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "briefgen-house", cwd=python.parent)


@pytest.fixture
def folder(tmp_path):
    """Give a folder with a brief."""
    (tmp_path / "talks.yaml").write_text(BRIEF)
    return tmp_path


def test_its_format_and_its_template_are_used(with_house, folder):
    """One command makes a file in the house's format by the house's template, which extends the one that ships."""
    command = (with_house.with_name("briefgen"), "build", "talks.yaml", "--template", "house")
    run(*command, "--to", "txt", cwd=folder)
    text = (folder / "talks.txt").read_text("utf-8")
    assert text.startswith("Talks\n#####\n\nWhat stands after the first round\n")
    assert "Prepared by the house for those who decide.\n\nBottom line: Nothing has moved." in text
    run(*command, "-o", "talks.txt", cwd=folder)
    assert (folder / "talks.txt").read_text("utf-8") == text
    run(*command, "--to", "md,docx,pdf", cwd=folder)
    assert "Prepared by the house" in (folder / "talks.md").read_text("utf-8")


def test_its_check_runs(with_house, folder):
    """The house's rule is told like any other finding."""
    (folder / "long.yaml").write_text(BRIEF.replace("Talks", "Talks " * 20))
    told = run(with_house.with_name("briefgen"), "check", "long.yaml", "--format", "json", cwd=folder)
    (found,) = [each for each in json.loads(told) if each["code"] == "house-title"]
    assert found["severity"] == "warning"


def test_its_scale_is_used(with_house, folder):
    """A brief may name the house's scale and use its terms, and no others."""
    scenario = "\nscales: {likelihood: house}\nscenarios: [{name: Accord, description: They agree., likelihood: %s}]\n"
    (folder / "sure.yaml").write_text(BRIEF + scenario % "expected")
    (folder / "other.yaml").write_text(BRIEF + scenario % "improbable")
    command = with_house.with_name("briefgen")
    run(command, "build", "sure.yaml", "--to", "txt", cwd=folder)
    assert "to be expected" in (folder / "sure.txt").read_text("utf-8").lower()
    assert "House scale" in attempt(command, "check", "other.yaml", cwd=folder).stderr


def test_a_broken_one_leaves_the_rest_alone(with_house, built, folder):
    """When the house's format can't be imported, it is named, and every other format is written."""
    module = run(with_house, "-c", "import briefgen_house.text as text; print(text.__file__)", cwd=folder)
    command = (with_house.with_name("briefgen"), "build", "talks.yaml", "--to")
    Path(module.strip()).write_text("import nowhere")
    done, other = attempt(*command, "txt", cwd=folder), attempt(*command, "md", cwd=folder)
    install(with_house, built)
    assert "the backend 'txt' of briefgen-house 1.0 can't be imported: ModuleNotFoundError" in done.stderr
    assert "Traceback" not in done.stderr
    assert other.returncode == 0
