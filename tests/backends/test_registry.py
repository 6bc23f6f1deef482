"""A format is found by the name that a person gives it."""

import pytest

from briefgen.backends.registry import backend_for, names
from briefgen.errors import BriefgenError


@pytest.mark.parametrize(("asked", "found"), [("pdf", "pdf"), (".docx", "docx"), ("MD", "md"), ("markdown", "md")])
def test_formats_are_found_by_name_or_suffix(asked, found):
    """Case and the full stop of a suffix do not matter."""
    assert backend_for(asked).name == found


@pytest.mark.parametrize("name", names())
def test_a_formats_suffix_finds_it(name):
    """What a backend says of itself agrees with how it is found."""
    backend = backend_for(name)
    assert backend_for(backend.suffix).name == backend.name == name


def test_an_unknown_format_is_told_with_the_nearest():
    """A slip of the finger gets the right name suggested, and the known ones listed."""
    with pytest.raises(BriefgenError, match=r"no format 'docs'; known: docx, md, pdf; did you mean 'docx'\?"):
        backend_for("docs")
