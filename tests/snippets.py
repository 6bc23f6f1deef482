"""The snippets of a page, and what running them gives: a page is a story that is told in one folder.

A fence's first word is its language; a second one says what becomes of it:

- a name writes the file, and `+` before the name adds to its end,
- `trap` is a brief with the finding that the next fence shows.

What has no second word is run, checked, or read by a test of its own.
"""

import contextlib
import glob
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from attrs import frozen
from installing import ROOT
from markdown_it import MarkdownIt

from briefgen.cli import main

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
HOME = "/home/ana/briefs"  # where the reader of a page is at work
BY_HAND = ("python3", "pip", ".", "make", "cd")  # sets up what the tests already stand in
SHELL = {"ls": "ls", "head": "head", "grep": "grep", "python": sys.executable}


@frozen
class Snippet:
    """A fence: its language, the second word of its info, its text, and the line it begins in."""

    language: str
    what: str
    text: str
    line: int


def snippets(page: Path) -> list[Snippet]:
    """Read the fences of a page; code that is only indented is a fence without a language."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [_snippet(token) for token in tokens if token.type in ("fence", "code_block")]


def _snippet(token) -> Snippet:
    language, _, what = token.info.partition(" ")
    return Snippet(language, what, token.content, token.map[0] + 1)


def commands(text: str) -> list[tuple[str, str]]:
    """Part a session into commands and what each prints.

    >>> commands("$ ls\\na\\nb\\n$ true\\n")
    [('ls', 'a\\nb\\n'), ('true', '')]
    """
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    assert not parts[0], f"a session begins with a command, not with {parts[0]!r}"
    return list(zip(parts[1::2], parts[2::2]))


def printed(command: str, folder: Path) -> tuple[int, str]:
    """Run a command in a folder; give its exit code and what a terminal would show."""
    words = [word for part in shlex.split(command, comments=True) for word in _spread(part)]
    if words[0] in BY_HAND:
        return 0, ""
    if words[0] in SHELL:
        words[0] = SHELL[words[0]]
        ours = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(words, env=ours, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    assert words[0] == "briefgen", f"no test can run {command!r}"
    code, text = captured(lambda: main(words[1:]))
    return code, text.replace(str(folder), HOME)


def _spread(word: str) -> list[str]:
    return sorted(glob.glob(word)) if "*" in word else [word]


def captured(run) -> tuple[int, str]:
    """Call what gives an exit code; give that and what it prints."""
    shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
        try:
            code = run()
        except SystemExit as end:
            code = end.code
    shown.seek(0)
    return code, shown.read()


def alike(shown: str, real: str) -> bool:
    """Tell whether a page shows what is printed; a line `…` stands for any lines.

    >>> alike("a\\n…\\nd\\n", "a\\nb\\nc\\nd\\n"), alike("a\\n", "b\\n")
    (True, False)
    """
    pattern = "".join("(?:.*\n)*" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    return re.fullmatch(pattern, real) is not None
