"""Findings and remarks as comments, for those who work on a brief."""

import io
import zipfile

import pytest
from backends.docx.lint import lint
from backends.docx.reading import W, text, xml

import briefgen
from briefgen.document.nodes import Comment, Paragraph, Section
from briefgen.document.remarks import remarked
from briefgen.document.walk import plain_text, walk

BRIEF = {
    "title": "Talks",
    "bottom_line": "Nothing has moved.",
    "key_judgments": [{"statement": "It **may** open.", "remark": "Is this so?", "confidence": "somewhat"}],
    "gaps": [{"statement": "Who pays.", "remark": "Ask the ministry."}],
}


def written(folder, **options):
    """Write the brief as Word and give the one file that is there."""
    briefgen.write(briefgen.from_dict(BRIEF), folder / "brief.docx", **options)
    (path,) = folder.iterdir()
    return path


def test_remarks_stand_at_their_passages_and_the_name_says_so(tmp_path):
    """Each comment covers the words that it is about; the file is called brief-review.docx."""
    path = written(tmp_path, comments=True)
    assert path.name == "brief-review.docx"
    data = path.read_bytes()
    said = {c.get(f"{W}id"): text(c) for c in xml(data, "word/comments.xml")}
    covered = {}
    for start in xml(data).iter(f"{W}commentRangeStart"):
        covered[said[start.get(f"{W}id")]] = text(start.getparent())
    assert covered["Is this so?"] == "It may open."
    assert covered["Ask the ministry."] == "Who pays."
    assert lint(data) == []


def test_what_check_finds_is_a_comment(tmp_path):
    """The finding stands at the part that its field belongs to, under the name of who says it."""
    comments = list(xml(written(tmp_path, comments=True).read_bytes(), "word/comments.xml"))
    findings = [text(c) for c in comments if c.get(f"{W}author") == "briefgen"]
    found = briefgen.check(briefgen.from_dict(BRIEF))
    assert len(findings) >= len(found)
    assert all(any(each.message in said for said in findings) for each in found)


def test_without_the_option_nothing_of_them_is_in_the_file(tmp_path):
    """No word of a remark, no part for comments, and the plain name."""
    path = written(tmp_path)
    package = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    assert path.name == "brief.docx"
    assert "word/comments.xml" not in package.namelist()
    assert not any(b"Is this so" in package.read(name) for name in package.namelist())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("key_judgments[0].statement", "It may open."),
        ("key_judgments[0]", "It may open."),
        ("key_judgments[0].likelihood.low", "It may open."),
        ("gaps", "Who pays."),
        ("nowhere.at[7].all", "Talks"),
        ("", "Talks"),
    ],
)
def test_a_remark_finds_the_nearest_passage(path, words):
    """What is not shown itself is said at what it belongs to, and at last at the title."""
    document = remarked(briefgen.compose(briefgen.from_dict(BRIEF)), [(path, Comment("Here", "A"))])
    found = [
        plain_text(inlines)
        for node in walk(document)
        if isinstance(node, (Paragraph, Section))
        and (inlines := node.inlines if isinstance(node, Paragraph) else node.heading)
        and isinstance(inlines[-1], Comment)
    ]
    assert found == [words]


def test_a_document_without_words_takes_no_remark():
    """Nothing to stand at is no mistake."""
    document = briefgen.compose(briefgen.from_dict(BRIEF))
    empty = type(document)(meta=document.meta, blocks=())
    assert remarked(empty, [("x", Comment("Here", "A"))]) is empty
