"""What several rooms' tests share and takes long to make: a wheel, and an environment with it."""

import os

import pytest
from hypothesis import settings
from installing import ROOT, build, environment

# What measures beside other engines is run by `make bench-pdf`, and needs what they need; so do `make fuzz` and
# `make conformance`.
collect_ignore = ["benchmarks", "conformance/judges", "fuzz/fuzz.py"]

# A slow machine is no failing test; and where a change is judged, the same examples judge it each time.
settings.register_profile("here", deadline=None)
settings.register_profile("judge", deadline=None, derandomize=True)
settings.load_profile("judge" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def no_system_fonts():
    """Leave out the fonts that a machine happens to have, so that tests say the same on each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefgen.backends.pdf.system_fonts.FOLDERS", ())
        yield


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel."""
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def python(wheel, tmp_path_factory):
    """Make an environment with the wheel and what it asks for, and nothing else."""
    return environment(wheel, tmp_path_factory.mktemp("environment"))
