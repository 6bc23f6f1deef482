"""Disks that fail, fill up or may not be written to, and runs that are killed: the old file stands, no litter."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import briefgen
from briefgen.cli import main
from briefgen.output import ABANDONED, write_whole

ROOT = Path(__file__).parents[2]
BRIEF = "title: Talks\nbottom_line: Nothing has moved.\n"
OLD = b"the file of yesterday"
CAP_DAC_OVERRIDE = 1

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the faults are made by means of POSIX")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in a folder with a brief and the file of yesterday."""
    (tmp_path / "brief.yaml").write_text(BRIEF)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.pdf").write_bytes(OLD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stands(folder, *names):
    """Tell whether a folder holds the file of yesterday, what else is named, and nothing more."""
    assert (folder / "a.pdf").read_bytes() == OLD
    assert sorted(os.listdir(folder)) == sorted(["a.pdf", *names])
    return True


def told(capsys):
    """Give the one message on standard error."""
    (line,) = capsys.readouterr().err.splitlines()
    return line


# --- a failing disk -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failing_disk(folder, monkeypatch, capsys, step):
    """Whichever step fails, the exit code is 3, one message names the output, and all is as it was."""

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, step, fail)
    assert main(["build", "brief.yaml", "-o", "out/a.pdf"]) == 3
    assert told(capsys) == "briefgen: out/a.pdf: Input/output error"
    assert stands(folder / "out")


MAIN = "import sys; from briefgen.cli import main; sys.exit(main(sys.argv[1:]))"
LIMITED = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); {MAIN}"


def run(code, *arguments, stdout=None):
    """Run a script in another process, as a command of its own would."""
    command, env = [sys.executable, "-c", code, *arguments], {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, env=env, check=False)


def test_a_file_larger_than_may_be(folder):
    """A write that the system cuts short halfway is a failing disk."""
    done = run(LIMITED, "build", "brief.yaml", "-o", "out/a.pdf")
    assert done.returncode == 3
    assert done.stderr == "briefgen: out/a.pdf: File too large\n"
    assert stands(folder / "out")


@contextmanager
def small_disk(folder):
    """Mount a disk of 16 kilobytes at a folder; skip where this user may not."""
    folder.mkdir(exist_ok=True)
    mount = shutil.which("mount") and ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if not mount or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk; a limit on the size of files stands in for it")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(folder, capsys):
    """The file of yesterday stands, also where a smaller one was written before it was full."""
    with small_disk(folder / "disk"):
        (folder / "disk" / "a.pdf").write_bytes(OLD)
        assert main(["build", "brief.yaml", "-o", "disk/a.pdf"]) == 3
        assert told(capsys) == "briefgen: disk/a.pdf: No space left on device"
        assert stands(folder / "disk")
        assert main(["build", "brief.yaml", "-o", "disk/a.md"]) == 0
        assert main(["build", "brief.yaml", "-o", "disk/a", "--to", "md,pdf"]) == 3
        assert stands(folder / "disk", "a.md")


def test_of_several_files_all_are_written_or_none(folder):
    """When the last has no room on its disk, the first is not replaced either."""
    with small_disk(folder / "disk"), pytest.raises(OSError, match="No space"):
        briefgen.write(briefgen.load("brief.yaml"), "out/a.pdf", "out/b.md", "disk/c.pdf")
    assert stands(folder / "out")


def test_of_several_formats_all_are_written_or_none(folder):
    """When one is larger than may be, the small ones are not there either."""
    done = run(LIMITED, "build", "brief.yaml", "-o", "out/a", "--to", "md,docx,pdf")
    assert done.returncode == 3
    assert stands(folder / "out")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "brief.yaml", "-o", "-", "--to", "md"],
        ["check", "bad.yaml", "--format", "json"],
        ["schema"],
        ["config"],
    ],
    ids=" ".join,
)
def test_standard_output_that_is_full(folder, arguments):
    """It is a failing disk like any other."""
    (folder / "bad.yaml").write_text("title: 3\n")
    with open("/dev/full", "wb") as full:
        done = run(MAIN, *arguments, stdout=full)
    assert (done.returncode, done.stderr) == (3, "briefgen: No space left on device\n")


# --- a place that can't be written to -----------------------------------------------------------------------------


@pytest.fixture
def read_only(monkeypatch):
    """Work in a folder that this process may not write into; root may write anywhere, and gives that up for so long."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "brief.yaml").write_text(BRIEF)
        (Path(name) / "a.pdf").write_bytes(OLD)
        monkeypatch.chdir(name)
        os.chmod(name, 0o555)
        with permissions_heeded():
            yield Path(name)
        os.chmod(name, 0o755)


@contextmanager
def permissions_heeded():
    """Go without the capability to pass over permissions, which root has; it keeps its name, and what it may read."""
    if os.geteuid():
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root can't give up its rights here")
    libc, header, sets = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0  # the first of the six words are the capabilities in effect, by their bits
    before, sets[0] = sets[0], sets[0] & ~(1 << CAP_DAC_OVERRIDE)
    assert libc.capset(header, sets) == 0
    try:
        yield
    finally:
        sets[0] = before
        assert libc.capset(header, sets) == 0


@pytest.mark.parametrize("name", ["a.pdf", "b.pdf", "new/"])
def test_a_folder_that_may_not_be_written_into(read_only, name, capsys):
    """It is a mistake of the command line, told with the name that was asked for."""
    assert main(["build", "brief.yaml", "-o", name]) == 2
    line = told(capsys)
    assert line.startswith(f"{name.rstrip('/')}: ")
    assert line.endswith("can't be written: you may not write there; choose another place with -o")
    assert stands(read_only, "brief.yaml")


def test_what_was_found_is_told_though_the_disk_fails(folder, monkeypatch, capsys):
    """The findings of the briefs that were read come with the disk's failure."""
    (folder / "bad.yaml").write_text("title: 3\n")
    monkeypatch.setattr(os, "fsync", lambda _: os.write(-1, b""))
    assert main(["build", "bad.yaml", "brief.yaml", "-o", "out/"]) == 3
    said = capsys.readouterr().err
    assert "bad.yaml:1:8 title" in said
    assert said.endswith("briefgen: out/brief.pdf: Bad file descriptor\n")
    assert stands(folder / "out")


def test_a_run_that_is_interrupted(folder, monkeypatch, capsys):
    """Ctrl-C ends it with the exit code that shells give for that, without a word and without litter."""

    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    assert main(["build", "brief.yaml", "-o", "out/a.pdf"]) == 130
    assert capsys.readouterr().err == ""
    assert stands(folder / "out")


# --- a run that is killed -----------------------------------------------------------------------------------------

STOPPED = """
import sys, time
def stop(event, _):
    if event == "os.rename":
        print("written", flush=True)
        time.sleep(600)
sys.addaudithook(stop)
from pathlib import Path
from briefgen.output import write_whole
write_whole({Path(sys.argv[1]): b"new"})
"""


def killed(path):
    """Kill a run between the writing of its file and the putting in place; give what it leaves."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", STOPPED, str(path)], stdout=subprocess.PIPE, env=env) as run:
        assert run.stdout.readline() == b"written\n"
        run.kill()
    (left,) = path.parent.glob(".briefgen-*.part")
    return left


def test_a_run_that_is_killed(folder):
    """The file of yesterday stands; what is left has a name to know it by, and goes when it is an hour old."""
    left = killed(folder / "out" / "a.pdf")
    assert stands(folder / "out", left.name)
    assert run(f"{STOPPED.replace('sys.addaudithook', 'str')}", "out/b.pdf").returncode == 0
    assert stands(folder / "out", "b.pdf", left.name), "another run may still be writing it"
    os.utime(left, (time.time() - ABANDONED - 60,) * 2)
    write_whole({folder / "out" / "b.pdf": b"new"})
    assert stands(folder / "out", "b.pdf")
