"""What several rooms' tests share and takes long to make: a wheel, and an environment with it."""

import pytest
from installing import ROOT, build, environment


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel."""
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def python(wheel, tmp_path_factory):
    """Make an environment with the wheel and what it asks for, and nothing else."""
    return environment(wheel, tmp_path_factory.mktemp("environment"))
