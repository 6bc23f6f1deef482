"""The kit finds what is wrong with a backend, so that who passes it can rely on that."""

import faulty_backends as faulty
import pytest
from briefgen_house.text import TextBackend

from briefgen.document import nodes
from briefgen.testing import HOSTILE, UNWRITABLE, BackendConformance


class Kit(BackendConformance):
    """Reads plain text."""

    def read(self, data):
        """Decode it."""
        return data.decode()


FAULTS = [
    (faulty.DropsNotes, "test_every_node_is_shown_or_told", "Note"),
    (faulty.DropsNotes, "test_a_document_with_every_node_reads_back_whole", "endnotes"),
    (faulty.DropsPictures, "test_every_node_is_shown_or_told", "Image"),
    (faulty.PrintsRemarks, "test_remarks_are_not_printed"),
    (faulty.TakesTextForTags, "test_text_is_never_markup", HOSTILE[1]),
    (faulty.DropsSignsInSilence, "test_what_a_file_cannot_hold_is_told", UNWRITABLE[0]),
    (faulty.FollowsAnyLink, "test_a_link_that_runs_or_reads_something_is_no_link", "javascript:alert(1)"),
    (faulty.ReadsBackwards, "test_text_stands_in_the_order_of_reading"),
    (faulty.Counts, "test_the_same_document_gives_the_same_bytes"),
    (faulty.Hashes, "test_another_process_gives_the_same_bytes"),
    (faulty.HasAnotherSuffix, "test_it_says_what_it_is"),
]


@pytest.mark.parametrize(("backend", "test", "given"), [(each[0], each[1], each[2:]) for each in FAULTS])
def test_a_fault_is_found(backend, test, given):
    """The same test passes for the backend without the fault."""
    kit = Kit()
    kit.backend = TextBackend
    getattr(kit, test)(*given)
    kit.backend = backend
    with pytest.raises(AssertionError):
        getattr(kit, test)(*given)


def test_a_backend_that_needs_a_body_is_found():
    """A document may be no more than its title."""
    kit = Kit()
    kit.backend = faulty.NeedsABody
    with pytest.raises(ZeroDivisionError):
        kit.test_a_title_is_enough()


def test_a_renderer_that_cannot_be_pickled_is_found():
    """Work can't be shared with it."""
    kit = Kit()
    kit.backend = faulty.HoldsAFunction
    with pytest.raises((AttributeError, TypeError), match="pickle"):
        kit.test_a_renderer_can_be_pickled()


def test_what_is_left_out_has_to_be_told():
    """A backend may say that it has no way to show a node, and must say so each time as well."""
    kit = Kit()
    kit.backend, kit.leaves_out = faulty.DropsPictures, (nodes.Image,)
    with pytest.raises(AssertionError, match="Image is left out in silence"):
        kit.test_every_node_is_shown_or_told("Image")


def test_every_file_is_checked():
    """What an author calls sound is asked of each file."""

    class Strict(Kit):
        backend = TextBackend

        def check(self, data):
            raise ValueError("unsound")

    with pytest.raises(ValueError, match="unsound"):
        Strict().test_a_title_is_enough()
