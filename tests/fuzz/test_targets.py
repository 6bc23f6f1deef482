"""What `make fuzz` begins with is read, so that fuzzing starts from what works."""

import pytest
from fuzz.targets import TARGETS, seeds


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_takes_its_seeds_and_their_halves(name):
    """Nothing is raised, by whole inputs or by ones that were cut."""
    given = list(seeds(name))
    assert given
    for seed in given:
        TARGETS[name](seed)
        TARGETS[name](seed[: len(seed) // 2])
