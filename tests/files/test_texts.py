"""Sections whose text stands in a file of its own."""

import pytest

import briefgen
from briefgen.errors import BriefgenError, Severity

BRIEF = (
    "title: Dues\nsections:\n- title: Legal\n  file: legal.md\nannexes:\n- title: Figures\n  file: more/figures.md\n"
)


@pytest.fixture
def brief(tmp_path):
    """A brief with two files of text beside it."""
    (tmp_path / "more").mkdir()
    (tmp_path / "legal.md").write_text("# Powers\n\nThe port *may* charge.\n", "utf-8")
    (tmp_path / "more" / "figures.md").write_bytes(b"\xef\xbb\xbfTwo ships.\r\n")
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF, "utf-8")
    return path


def shown(path):
    brief = briefgen.load(path)
    return briefgen.render(briefgen.compose(brief), "md").data.decode()


def test_the_text_of_a_file_stands_in_its_section(brief):
    """Headings and marks of the file are those of long prose; a byte order mark is none of it."""
    text = shown(brief)
    for words in ("Powers\n", "The port *may* charge.", "Two ships."):
        assert words in text
    assert not briefgen.check(briefgen.load(brief))


def test_a_mistake_in_the_text_names_its_file(brief):
    """What is wrong with the prose is told at the file that holds it."""
    (brief.parent / "legal.md").write_text("See [the law](javascript:alert).\n", "utf-8")
    (found,) = briefgen.check(briefgen.load(brief))
    assert found.place is not None
    assert found.place.file == str(brief.parent / "legal.md")


@pytest.mark.parametrize("name", ["nosuch.md", "../legal.md", "/etc/hostname", "more", '"a\\0b"'])
def test_files_that_are_not_there_are_told_at_once(brief, name):
    """A missing file, or one outside the folder, is an error at the line that names it; all are told."""
    brief.write_text(BRIEF.replace("legal.md", name), "utf-8")
    (brief.parent / "more" / "figures.md").write_bytes(b"\xff\xfe\xfa\x80\x80")
    with pytest.raises(BriefgenError) as caught:
        briefgen.load(brief)
    lines = {each.code: each.place.line for each in caught.value.diagnostics if each.severity is Severity.ERROR}
    assert lines == {"no-file": 4, "encoding": 1}


def test_a_text_that_is_not_read_is_told():
    """In data without a file there is no folder to look in; with a body as well, the body is shown."""
    legal = {"title": "Legal", "file": "legal.md"}
    (found,) = briefgen.check(briefgen.from_dict({"title": "Dues", "sections": [legal]}))
    assert (found.code, found.severity, found.path) == ("text-not-read", Severity.ERROR, "sections[0].file")
    (found,) = briefgen.check(briefgen.from_dict({"title": "Dues", "annexes": [{**legal, "body": "Here."}]}))
    assert (found.code, found.severity) == ("text-not-read", Severity.WARNING)


def test_a_picture_that_is_not_shown_is_told():
    """A brief's own pictures are told in words, with a warning."""
    found = briefgen.check(briefgen.from_dict({"title": "Dues", "exhibits": [{"caption": "A map", "file": "m.png"}]}))
    assert [(each.code, each.severity) for each in found] == [("picture-not-shown", Severity.WARNING)]
