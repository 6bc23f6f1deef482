"""Building wheels and installing them into environments of their own."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def attempt(*command, cwd):
    """Run a command outside the checkout, with nothing of ours on its path."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run([*map(str, command)], cwd=cwd, env=clean, capture_output=True, text=True, check=False)


def run(*command, cwd):
    """Run a command and give what it says; show that too if it fails."""
    done = attempt(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(project, folder):
    """Build a project's wheel into a folder of its own."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, project, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def environment(wheel, folder):
    """Make an environment with a wheel and what it asks for, and nothing else; give its Python."""
    venv.create(folder, with_pip=True)
    interpreter = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(interpreter, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return interpreter


def install(python, *what):
    """Put one form of the package in the place of another; its libraries are there already."""
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", *what, cwd=python.parent)
