"""The command line: what it writes, what it says, and its exit codes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli import main

GOOD = 'title: "AT&T: talks"\nbottom_line: Nothing has *moved*.\n'
BAD = "title: Talks\nscenarios:\n  - name: A\n    likelyhood: likely\n"
DANGLING = "title: Talks\npositions:\n  - actor: rusia\n    says: No.\nactors:\n  - id: russia\n    name: Russia\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in an empty folder with a good brief and two bad ones."""
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "bad.yaml").write_text(BAD)
    (tmp_path / "dangling.yaml").write_text(DANGLING)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_build_writes_the_format_of_the_suffix(folder):
    """`build brief.yaml -o brief.md` writes Markdown."""
    assert main(["build", "good.yaml", "-o", "out.md"]) == 0
    assert "# AT&T: talks" in Path("out.md").read_text()


def test_build_writes_several_formats(folder):
    """`--to` with several formats writes a file of each, named alike."""
    assert main(["build", "good.yaml", "-o", "out", "--to", "pdf,docx,md"]) == 0
    assert sorted(p.name for p in folder.glob("out*")) == ["out.docx", "out.md", "out.pdf"]
    assert Path("out.pdf").read_bytes().startswith(b"%PDF-")
    assert Path("out.docx").read_bytes().startswith(b"PK")


def test_build_writes_briefs_into_a_folder(folder):
    """Several briefs go into a folder, each under its own name."""
    (folder / "other.yaml").write_text(GOOD)
    (folder / "dir").mkdir()
    assert main(["build", "good.yaml", "other.yaml", "-o", "dir/", "--to", "md"]) == 0
    assert sorted(p.name for p in Path("dir").iterdir()) == ["good.md", "other.md"]


def test_a_folder_that_is_named_is_made(folder):
    """`-o new/` makes the folder; when the brief is at fault nothing is left of it."""
    assert main(["build", "good.yaml", "-o", "new/deep/", "--to", "md"]) == 0
    assert Path("new/deep/good.md").exists()
    assert main(["build", "bad.yaml", "-o", "other/", "--to", "md"]) == 1
    assert not Path("other").exists()


def test_briefs_of_one_name_do_not_overwrite_each_other(folder, capsys):
    """Two briefs that would land in one file are a mistake of the command line, and nothing is written."""
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "brief.yaml").write_text(GOOD)
    assert main(["build", "a/brief.yaml", "b/brief.yaml", "-o", "./", "--to", "md"]) == 2
    assert "names of their own" in capsys.readouterr().err
    assert not Path("brief.md").exists()


def test_a_bad_brief_does_not_stop_the_good_one(folder, capsys):
    """One output per brief: the good one is written, the bad one told, and the code says so."""
    assert main(["build", "bad.yaml", "good.yaml", "-o", "./", "--to", "md"]) == 1
    assert Path("good.md").exists()
    assert not Path("bad.md").exists()
    assert "bad.yaml:4:5 scenarios[0].likelyhood:" in capsys.readouterr().err


def test_mistakes_name_place_field_and_fix(folder, capsys):
    """A mistake is one line with file, line, column, field and the nearest fix; never a traceback."""
    assert main(["check", "bad.yaml"]) == 1
    err = capsys.readouterr().err
    assert "bad.yaml:4:5 scenarios[0].likelyhood:" in err
    assert "'likelihood'" in err
    assert "Traceback" not in err


def test_references_to_nothing_are_found_before_anything_is_built(folder, capsys):
    """A reference to nothing names the nearest id, and no file is written."""
    assert main(["build", "dangling.yaml", "-o", "out.pdf"]) == 1
    assert "russia" in capsys.readouterr().err
    assert not Path("out.pdf").exists()


def test_a_finding_is_told_once(folder, capsys):
    """What both the check and the composition find in prose is told once, with its place."""
    (folder / "link.yaml").write_text("title: x\nbottom_line: see [words](javascript:alert) here\n")
    assert main(["build", "link.yaml", "-o", "out.md"]) == 0
    err = capsys.readouterr().err
    assert err.startswith("link.yaml:2:14 bottom_line: warning:")
    assert err.count("\n") == 1


def test_the_paper_can_be_chosen(folder):
    """`--page-size Letter` lays pages out for American paper."""
    import pikepdf

    assert main(["build", "good.yaml", "-o", "out.pdf", "--page-size", "Letter"]) == 0
    with pikepdf.open("out.pdf") as pdf:
        assert [float(x) for x in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_check_says_nothing_of_a_good_brief(folder, capsys):
    """A good brief is fine in silence."""
    assert main(["check", "good.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_findings_as_json_and_sarif(folder, capsys):
    """Findings come as JSON for scripts and as SARIF for code hosts."""
    assert main(["check", "bad.yaml", "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["line"], found["column"], found["path"]) == (4, 5, "scenarios[0].likelyhood")
    assert main(["check", "bad.yaml", "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build", "missing.yaml", "-o", "a.md"], 1),
        (["build", ".", "-o", "a.md"], 1),
        (["build", "good.yaml", "-o", "a.xyz"], 2),
        (["build", "good.yaml", "-o", "missing/a.md"], 2),
        (["build", "good.yaml", "-o", "CON.md"], 2),
        (["build", "good.yaml", "bad.yaml", "-o", "a.md"], 2),
        (["build", "good.yaml", "-o", "-", "--to", "pdf,md"], 2),
        (["build", "good.yaml", "-o", "a.md", "--template", "nothing"], 1),
        (["build", "good.yaml", "-o", "a.md", "--theme", "nothing"], 1),
    ],
)
def test_exit_codes(folder, capsys, arguments, code):
    """1: the input is at fault; 2: the command line is. One message, no traceback."""
    assert main(arguments) == code
    err = capsys.readouterr().err
    assert err.strip()
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments", [[], ["nonsense"], ["build"], ["build", "good.yaml", "-o", "a.pdf", "-o", "b.md"]]
)
def test_a_wrong_command_line_exits_with_2(arguments):
    """What argparse refuses exits with 2."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_a_failing_disk_exits_with_3(folder, capsys, monkeypatch):
    """When the disk fails the old file stands, and the code is 3."""
    import os

    Path("out.md").write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    assert main(["build", "good.yaml", "-o", "out.md"]) == 3
    assert Path("out.md").read_text() == "old"
    assert "No space" in capsys.readouterr().err


def test_standard_input_and_output(folder, monkeypatch, capsysbinary):
    """`build - -o - --to md` reads standard input and writes standard output."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert main(["build", "-", "-o", "-", "--to", "md"]) == 0
    assert b"# AT&T: talks" in capsysbinary.readouterr().out


def test_standard_input_without_end_is_read_so_far_as_a_brief_may_be_long(folder, monkeypatch, capsys):
    """Too much is a mistake that is told, and what follows is never read."""
    stream = io.BytesIO(bytes(20_000_000))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert main(["check", "-"]) == 1
    assert stream.tell() < 5_000_000
    assert "a brief has 4,194,304 at most" in capsys.readouterr().err


def test_the_tree_as_json(folder):
    """`-o brief.tree.json` writes the document tree."""
    assert main(["build", "good.yaml", "-o", "out.tree.json"]) == 0
    assert json.loads(Path("out.tree.json").read_text())["format"] == "briefgen-document"


def test_strict_refuses_warnings(folder, capsys):
    """With `--strict` a repaired character is an error."""
    (folder / "odd.yaml").write_bytes(b'title: "a\\u0001b"\n')
    assert main(["build", "odd.yaml", "-o", "out.md"]) == 0
    assert main(["build", "odd.yaml", "-o", "strict.md", "--strict"]) == 1
    assert not Path("strict.md").exists()


def test_an_empty_file_is_told_kindly(folder, capsys):
    """A file without a brief says what is missing."""
    Path("empty.yaml").write_text("")
    assert main(["build", "empty.yaml", "-o", "out.md"]) == 1
    assert "empty.yaml" in capsys.readouterr().err


def test_the_module_runs_as_a_command(folder):
    """`python -m briefgen --version` prints the version."""
    done = subprocess.run([sys.executable, "-m", "briefgen", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("briefgen ")


def test_the_version_is_printed(capsys):
    """`--version` says it, and that is all."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("briefgen ")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file that fails to be read")
def test_a_disk_that_fails_to_be_read_exits_with_3(folder, capsys):
    """It is nobody's mistake; one message, no traceback."""
    assert main(["build", "/proc/self/mem", "-o", "out.md"]) == 3
    assert capsys.readouterr().err == "briefgen: Input/output error\n"


def test_who_reads_no_further_is_not_shouted_at(folder):
    """A pipe that is closed early, as by `head`, ends the command without a word."""
    command = [sys.executable, "-m", "briefgen", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 3
