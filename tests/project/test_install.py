"""What is installed renders: from a wheel in an environment of its own, and as an editable checkout."""

import zipfile
from pathlib import Path

import pytest
from installing import ROOT, install, run

import briefgen

EXAMPLE = ROOT / "examples" / "moscow-talks" / "brief.yaml"

pytestmark = pytest.mark.slow


def rendered(python, folder):
    """Build the example in three formats with the installed command; give where the package was and the files."""
    run(python.with_name("briefgen"), "build", EXAMPLE, "-o", "talks", "--to", "pdf,docx,md", cwd=folder)
    place = run(python, "-c", "import briefgen; print(briefgen.__file__)", cwd=folder)
    return Path(place.strip()), {
        suffix: (folder / f"talks{suffix}").read_bytes() for suffix in (".pdf", ".docx", ".md")
    }


def markdown(folder):
    """Write the example with the package under test."""
    briefgen.write(briefgen.load(EXAMPLE), folder / "here.md")
    return (folder / "here.md").read_bytes()


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    """Templates, themes and fonts ride along; tests and examples do not."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"briefgen"}
    assert {"briefgen/py.typed", "briefgen/_templates/themes/institute.toml"} <= set(names)
    assert any(name.endswith(".ttf") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_renders_where_nothing_else_is_installed(wheel, python, tmp_path):
    """A person who installs briefgen gets all three formats, the same as from the checkout."""
    install(python, wheel)
    place, files = rendered(python, tmp_path)
    assert "site-packages" in place.parts
    assert files[".pdf"].startswith(b"%PDF-")
    assert zipfile.ZipFile(tmp_path / "talks.docx").testzip() is None
    assert files[".md"] == markdown(tmp_path)


def test_an_editable_checkout_renders_the_same(wheel, python, tmp_path):
    """A developer's install finds templates and fonts beside the package, and makes the same bytes as the wheel."""
    install(python, wheel)
    (tmp_path / "wheel").mkdir()
    _, from_wheel = rendered(python, tmp_path / "wheel")
    install(python, "--editable", ROOT)
    place, files = rendered(python, tmp_path)
    assert place == ROOT / "briefgen" / "__init__.py"
    assert files == from_wheel
