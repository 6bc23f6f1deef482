"""What the README shows works as written."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BRIEF = ROOT / "examples" / "moscow-talks" / "brief.yaml"


def shown(kind):
    """Give the README's first fenced block of a kind."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_script_writes_three_files_and_finds_nothing(tmp_path):
    """Whoever copies the script gets a PDF, a Word file and Markdown, and no message."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", shown("python")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pier.docx", "pier.md", "pier.pdf"]


def test_the_house_template_adds_a_line_and_leaves_out_the_actors(tmp_path):
    """Whoever copies the template gets what the README says that it does."""
    template = tmp_path / "house.md.j2"
    template.write_text(shown("jinja"), encoding="utf-8")
    assert cli.main(["build", str(BRIEF), "-o", str(tmp_path / "own.md"), "--template", str(template)]) == 0
    assert cli.main(["build", str(BRIEF), "-o", str(tmp_path / "ours.md")]) == 0
    own, ours = ((tmp_path / name).read_text(encoding="utf-8") for name in ("own.md", "ours.md"))
    assert "*Reported* means that somebody says so" in own
    assert ("# Actors" in own, "# Actors" in ours) == (False, True)


def test_the_example_is_written_in_three_formats(tmp_path, capsys):
    """The command in the README writes three files and says nothing."""
    assert cli.main(["build", str(BRIEF), "-o", f"{tmp_path}/", "--to", "pdf,docx,md"]) == 0
    assert capsys.readouterr().err == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.docx", "brief.md", "brief.pdf"]


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("title: Talks", ["check", "brief.yaml"], 0),
        ("titel: Talks", ["check", "brief.yaml"], 1),
        ("title: Talks", ["build", "brief.yaml", "-o", "no/such/folder/brief.md"], 2),
    ],
)
def test_exit_codes_are_those_of_the_table(tmp_path, monkeypatch, text, arguments, code):
    """A script can tell a brief at fault from a command line at fault."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    assert cli.main(arguments) == code
