"""Files are written whole or not at all, under names that any system can hold."""

import os

import pytest

from briefgen.errors import OutputError
from briefgen.output import check_name, write_whole


def test_a_file_is_written_whole(tmp_path):
    """The bytes are there, and nothing is left beside them."""
    write_whole(tmp_path / "a.pdf", b"whole")
    assert (tmp_path / "a.pdf").read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_failing_write_leaves_the_old_file(tmp_path, monkeypatch):
    """When the disk fails midway, the old file stands and no litter is left."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_symbolic_link_is_replaced_and_its_target_stays(tmp_path):
    """What a link points at is never written to."""
    target = tmp_path / "target"
    target.write_bytes(b"precious")
    link = tmp_path / "a.pdf"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert target.read_bytes() == b"precious"
    assert not link.is_symlink()
    assert link.read_bytes() == b"new"


def test_permissions_stay(tmp_path):
    """A file that others may not read stays so when it is written again."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "name",
    ["..", "CON", "con.pdf", "LPT1.md", "-rf.pdf", "a" * 300 + ".pdf", "a?.pdf", "a\n.pdf", "a.pdf.", "a\\b.pdf"],
)
def test_names_that_some_system_cannot_hold_are_refused(tmp_path, name):
    """A name that would fail or mislead elsewhere is refused with a reason."""
    with pytest.raises(OutputError, match="output name"):
        check_name(tmp_path / name)


def test_a_missing_folder_is_refused(tmp_path):
    """Folders are not made in silence."""
    with pytest.raises(OutputError, match="does not exist"):
        check_name(tmp_path / "missing" / "a.pdf")


def test_a_folder_is_no_file(tmp_path):
    """A folder named as a file is refused."""
    with pytest.raises(OutputError, match="is a folder"):
        check_name(tmp_path)


@pytest.mark.parametrize("name", ["brief.pdf", "Україна – огляд.docx", "a b (1).md", "консоль.pdf"])
def test_ordinary_names_are_taken(tmp_path, name):
    """Letters of any script, spaces and brackets are fine."""
    check_name(tmp_path / name)
