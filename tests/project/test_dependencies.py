"""Every library that is asked for is accounted for, and what users install is used."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = [each for extra in PROJECT["optional-dependencies"].values() for each in extra]
IMPORTED_AS = {
    "python-bidi": "bidi",
    "markdown-it-py": "markdown_it",
    "pillow": "PIL",
    "pyyaml": "yaml",
    "mdit-py-plugins": "mdit_py_plugins",
    "python-docx": "docx",
}


def name(requirement):
    """Give a requirement's name without versions and extras."""
    return re.match(r"[\w.-]+", requirement)[0]


@pytest.mark.parametrize("library", sorted({name(each) for each in [*PROJECT["dependencies"], *EXTRAS]} - {"briefgen"}))
def test_every_library_has_its_reason_and_licence_in_the_docs(library):
    """Who asks why something is installed finds the answer."""
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    assert re.search(rf"^\| [^|]*\b{re.escape(library)}\b[^|]*\| [^|]+ \| [^|]+ \|$", page, re.MULTILINE)


@pytest.mark.parametrize("library", sorted(name(each) for each in PROJECT["dependencies"]))
def test_every_library_that_users_install_is_used(library):
    """Nobody downloads what the package never imports."""
    module = IMPORTED_AS.get(library, library)
    sources = (path.read_text("utf-8") for path in (ROOT / "briefgen").rglob("*.py"))
    assert any(re.search(rf"^ *(from|import) {module}\b", source, re.MULTILINE) for source in sources)
