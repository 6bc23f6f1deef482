"""What is installed renders: from a wheel in an environment of its own, and as an editable checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import briefgen

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "moscow-talks" / "brief.yaml"

pytestmark = pytest.mark.slow


def run(*command, cwd):
    """Run a command outside the checkout, with nothing of ours on its path; show what it said if it fails."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """Make an environment with the wheel and what it asks for, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    interpreter = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(interpreter, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return interpreter


def install(python, *what):
    """Put one form of the package in the place of another; its libraries are there already."""
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", *what, cwd=python.parent)


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
