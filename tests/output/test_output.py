"""Files are written whole or not at all, under names that any system can hold."""

import os

import pytest

from briefgen.errors import OutputError
from briefgen.output import check_name, new_folder, write_whole


def test_a_file_is_written_whole(tmp_path):
    """The bytes are there, and nothing is left beside them."""
    write_whole({tmp_path / "a.pdf": b"whole"})
    assert (tmp_path / "a.pdf").read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_symbolic_link_is_replaced_and_its_target_stays(tmp_path):
    """What a link points at is never written to, and its permissions are not taken over."""
    target = tmp_path / "target"
    target.write_bytes(b"precious")
    target.chmod(0o600)
    link, circle = tmp_path / "a.pdf", tmp_path / "b.pdf"
    link.symlink_to(target)
    circle.symlink_to(circle)
    write_whole({link: b"new", circle: b"other"})
    assert target.read_bytes() == b"precious"
    assert not link.is_symlink()
    assert link.read_bytes() == b"new"
    assert link.stat().st_mode & 0o777 == 0o666 & ~umask()
    assert circle.read_bytes() == b"other"


def umask():
    """Give what the system takes from the permissions of new files."""
    os.umask(found := os.umask(0))
    return found


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666, 0o400])
def test_permissions_stay(tmp_path, mode):
    """Who might read or write a file may still when it is written again, and nobody else."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole({path: b"new"})
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path, mask):
    """What the system's mask withholds is withheld."""
    before = os.umask(mask)
    try:
        write_whole({tmp_path / "a.pdf": b"new"})
    finally:
        os.umask(before)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize(
    "name",
    ["..", "CON", "con.pdf", "LPT1.md", "-rf.pdf", "a" * 300 + ".pdf", "a?.pdf", "a\n.pdf", "a.pdf.", "a\\b.pdf"],
)
def test_names_that_some_system_cannot_hold_are_refused(tmp_path, name):
    """A name that would fail or mislead elsewhere is refused with a reason."""
    with pytest.raises(OutputError, match="output name"):
        check_name(tmp_path / name)


@pytest.mark.parametrize("folder", ["missing", "a" * 300, "a\0b", "file", "circle"])
def test_a_missing_folder_is_refused(tmp_path, folder):
    """Folders are not made in silence."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(OutputError, match="does not exist"):
        check_name(tmp_path / folder / "a.pdf")


def test_a_folder_is_no_file(tmp_path):
    """A folder named as a file is refused, a link to one too."""
    (tmp_path / "link").symlink_to(tmp_path)
    for path in (tmp_path, tmp_path / "link"):
        with pytest.raises(OutputError, match="is a folder"):
            check_name(path)


def test_no_file_takes_the_place_of_a_pipe(tmp_path):
    """A named pipe is refused, and so is a link to one; whoever waits at it is not cut off."""
    pipe, link = tmp_path / "a.md", tmp_path / "b.md"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        with pytest.raises(OutputError, match="no ordinary file; - is standard output"):
            check_name(path)


@pytest.mark.parametrize("name", ["null", "full", "stdout", "fd/1", "new.pdf"])
def test_no_file_takes_the_place_of_a_device(name, tmp_path):
    """Not even for root, and not where standard output is a file (`/dev/stdout` is a link then)."""
    (tmp_path / "link").symlink_to("/dev")
    for folder in ("/dev", tmp_path / "link"):
        with pytest.raises(OutputError, match="no ordinary file"):
            check_name(folder / type(tmp_path)(name))


@pytest.mark.parametrize("name", ["brief.pdf", "Україна – огляд.docx", "a b (1).md", "консоль.pdf"])
def test_ordinary_names_are_taken(tmp_path, name):
    """Letters of any script, spaces and brackets are fine."""
    check_name(tmp_path / name)


def test_folders_that_were_made_for_nothing_are_taken_away(tmp_path):
    """All of them, and none that stood there."""
    with pytest.raises(ValueError, match="no"), new_folder(tmp_path / "a" / "b" / "c"):
        raise ValueError("no")
    assert os.listdir(tmp_path) == []
    with new_folder(tmp_path / "a" / "b"):
        pass
    with pytest.raises(ValueError, match="no"), new_folder(tmp_path / "a" / "b" / "c"):
        raise ValueError("no")
    assert os.listdir(tmp_path / "a") == ["b"]


@pytest.mark.parametrize(("name", "why"), [("file/x", "a file stands"), ("file", "stands"), ("a" * 300, "too long")])
def test_a_folder_that_cannot_be_made_is_refused(tmp_path, name, why):
    """With the reason, as the mistake of a name that it is."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=why), new_folder(tmp_path / name):
        pass
    assert (tmp_path / "file").read_text() == "x"
