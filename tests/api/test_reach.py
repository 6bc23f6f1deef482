"""What a run reaches for: no network, no other program, and no file but the brief's, the package's and Python's own."""

import subprocess
import sys
from pathlib import Path

from installing import ROOT

WATCH = """
import sys
seen = set()
def hook(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn")):
        seen.add(event)
    if event == "open" and isinstance(arguments[0], str):
        seen.add(arguments[0])
sys.addaudithook(hook)
"""
BUILD = "from briefgen.cli import main\nassert main(sys.argv[1:]) == 0\n"
EXAMPLE = ROOT / "examples" / "cyber-incident" / "brief.yaml"  # it brings a template of its own
SETTINGS = tuple(str(Path.home() / name) for name in (".reportlab_mods", ".reportlab_settings"))  # ReportLab's own


def reached(code, folder, *arguments):
    """Run code in a folder of its own, and give the events and files that it asked the system for."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", f'{WATCH}{code}\nprint(*sorted(seen), sep="\\n")', *map(str, arguments)],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "HOME": str(Path.home())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_a_brief_is_built_without_network_or_other_programs(tmp_path):
    """In all three formats, and nothing is read outside the folders of brief, package and Python."""
    found = reached(BUILD, tmp_path, "build", EXAMPLE, "-o", f"{tmp_path}/", "--to", "pdf,docx,md")
    package = str(ROOT / "briefgen"), str(ROOT / "templates"), sys.prefix, sys.base_prefix
    own = (str(EXAMPLE.parent), str(tmp_path), *package, *SETTINGS)
    assert str(EXAMPLE) in found
    assert [each for each in found if not each.startswith(own)] == []


def test_whoever_reached_for_the_network_would_be_seen(tmp_path):
    """The test above can fail."""
    assert "socket.__new__" in reached("import socket\nsocket.socket().close()", tmp_path)
