"""Holding Python's collector back leaves it as it was found."""

import gc

import pytest

from briefgen.backends.pdf.collector import collector_held


def test_a_collector_that_was_on_is_on_again_after_a_failure():
    """A document that can't be written leaves the process as it was."""
    with pytest.raises(ValueError, match="no such"), collector_held():
        raise ValueError("no such document")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    """Who has turned it off keeps it off."""
    gc.disable()
    try:
        with collector_held():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_is_held_until_the_last_is_done():
    """Of two documents at once, the first to be ready does not turn it on for the other."""
    with collector_held():
        with collector_held():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
