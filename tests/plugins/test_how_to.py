"""The page on writing a backend shows the package that is installed and tested, not one like it."""

import re
from typing import get_args

import pytest
from installing import ROOT

from briefgen.plugins import Kind
from briefgen.testing import BackendConformance

PAGE = (ROOT / "docs" / "how-to" / "write-a-backend.md").read_text("utf-8")
HOUSE = ROOT / "tests" / "plugins" / "briefgen-house"
FILES = [path.read_text("utf-8") for path in HOUSE.rglob("*") if path.suffix in (".py", ".toml", ".j2")]
SHOWN = re.findall(r"^```(?:python|toml|jinja)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("shown", SHOWN, ids=[each.splitlines()[0] for each in SHOWN])
def test_every_piece_of_code_is_from_the_package(shown):
    """Who copies it copies what works."""
    assert any(shown in text for text in FILES)


def test_every_file_of_the_package_is_named():
    """The page's picture of the folder is the folder."""
    names = {path.name for path in HOUSE.rglob("*") if path.suffix in (".py", ".toml", ".j2")}
    assert {name for name in names if name not in PAGE} == set()


def test_as_many_tests_run_as_the_page_says():
    """Some sixty, once those with several cases are counted."""
    tests = [getattr(BackendConformance, name) for name in dir(BackendConformance) if name.startswith("test_")]
    marks = [[mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"] for test in tests]
    assert 55 <= sum(len(list(mark[0].args[1])) if mark else 1 for mark in marks) <= 69


def test_every_group_is_in_the_table():
    """No kind of plug-in is left out."""
    assert set(re.findall(r"^\| `briefgen\.(\w+)`", PAGE, re.MULTILINE)) == set(get_args(Kind))
