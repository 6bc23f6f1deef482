"""Citations of a whole document in each style, the same in every format."""

import attrs
import pytest
from briefs import briefs
from hypothesis import given, settings

import briefgen
from briefgen.document import nodes, plain_text, walk
from briefgen.model import Brief, Claim, Event, Judgment, Name, Source

SMITH, JONES = Name(family="Smith", given="Ann"), Name(family="Jones", given="Bo")


def brief(language="en-GB", **fields) -> Brief:
    """A brief that cites three sources, the last first."""
    return Brief(
        "Port",
        language=language,
        bottom_line="It closes [see @jones, p. 4]. Others say so [@smith; @wire], too.",
        background="It closed before [@jones].^[More in [@smith, ch. 2].]",
        sources=[
            Source("Ports", id="smith", type="book", author=[SMITH], issued="2019"),
            Source("Wire report", id="wire", type="article-newspaper", seen_in="smith", issued="unknown"),
            Source("Ships wait", id="jones", type="article-newspaper", author=[JONES], issued="2025-03-01"),
        ],
        developments=[Event("Strike", reports=[Claim("It goes on.", sources="wire", credibility=2)])],
        key_judgments=[Judgment("It lasts.", sources="smith")],
        **fields,
    )


def entries(document) -> list[str]:
    """Give the ids of the list of sources."""
    return [node.source for node in walk(document) if isinstance(node, nodes.BibliographyEntry)]


def composed(**options):
    return briefgen.compose(brief(), options=options)


def notes(document) -> list[str]:
    """Give each note's words, once: they stand too where endnotes would."""
    found = {n.number: n for n in walk(document) if isinstance(n, nodes.Note)}
    return ["".join(plain_text(p.inlines) for p in n.blocks) for n in found.values()]


def test_by_author_and_year():
    """Citations stand in brackets and lead to the list, which is in the order of the alphabet and has no numbers."""
    document = composed(citations="author-date")
    text = plain_text(document.blocks)
    assert "It closes (see Jones 2025, p. 4). Others say so (Smith 2019; " in text
    assert "(Smith 2019; “Wire report”, n.d., as cited in Smith 2019), too." in text
    assert entries(document) == ["jones", "smith", "wire"]
    assert "As cited in Smith (2019)." in text
    assert {n.label for n in walk(document) if isinstance(n, nodes.BibliographyEntry)} == {""}
    leads = {
        n.target for c in walk(document) if isinstance(c, nodes.Citation) for n in c.inlines if hasattr(n, "target")
    }
    assert leads == {"source-jones", "source-smith", "source-wire"}


def test_in_notes():
    """A citation becomes a note: in full first, short after that, behind the mark that follows it in English."""
    document = composed(citations="note")
    assert "It closes. Others say so, too." in plain_text(document.blocks)
    assert notes(document) == [
        "See Bo Jones, “Ships wait”, 1 March 2025, p. 4.",
        "Ann Smith, Ports (2019); “Wire report”, n.d., as cited in Smith, Ports.",
        "Smith, Ports.",
        "“Wire report”.",
        "Jones, “Ships wait”.",
        "More in Smith, Ports, ch. 2.",
    ]


def test_in_notes_of_another_language_the_mark_stays_behind():
    """French puts the note before the mark."""
    document = briefgen.compose(brief("fr"), options={"citations": "note"})
    bottom = next(n for n in walk(document) if isinstance(n, nodes.Callout))
    kinds = [type(n).__name__ for n in bottom.blocks[0].inlines]
    assert kinds[:3] == ["Text", "Note", "Text"]
    assert bottom.blocks[0].inlines[2].text.startswith(".")


def test_notes_may_stand_at_the_end():
    """The option `notes` holds for citations too."""
    document = composed(citations="note", notes="endnotes")
    assert document.settings.notes == "endnotes"
    (end,) = (n for n in walk(document) if isinstance(n, nodes.Notes))
    assert len(end.notes) == 6


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("auto", ["smith", "wire", "jones"]),
        ("given", ["smith", "wire", "jones"]),
        ("used", ["jones", "smith", "wire"]),
        ("author", ["jones", "smith", "wire"]),
        ("kind", ["smith", "wire", "jones"]),
    ],
)
def test_numbers_follow_the_order_of_the_list(order, expected):
    """Whatever the order, the first entry is number one."""
    document = composed(bibliography=order)
    assert entries(document) == expected
    labels = [n.label for n in walk(document) if isinstance(n, nodes.BibliographyEntry)]
    assert labels == ["[1]", "[2]", "[3]"]
    assert f"It closes [see {expected.index('jones') + 1}, p. 4]" in plain_text(document.blocks)


def test_by_kind_each_kind_has_its_name():
    """Kinds stand in the order in which the brief lists them first."""
    document = composed(bibliography="kind")
    heads = [plain_text(n.inlines) for n in walk(document) if "list-head" in n.attrs.classes]
    assert [head for head in heads if head in ("Books", "Newspaper articles")] == ["Books", "Newspaper articles"]


def test_grading_can_be_left_out():
    """Letters and numbers of grades are printed unless the template's option says no."""
    assert "probably true" in plain_text(composed().blocks)
    plain = plain_text(composed(grading=False).blocks)
    assert "probably true" not in plain
    assert "Reliability not rated" not in plain


@pytest.mark.parametrize("style", ["author-date", "note", "numeric"])
@pytest.mark.parametrize("to", ["pdf", "docx", "md"])
def test_every_format_takes_every_style(style, to):
    """Nothing is reported as lost."""
    assert briefgen.render(composed(citations=style), to).diagnostics == ()


@settings(max_examples=40, deadline=None)
@given(briefs())
def test_any_sources_can_be_cited_in_any_style(made):
    """Whatever sources hold, references and citations of each style can be written."""
    from briefgen.citations import Works
    from briefgen.composition.components.csl import items

    works = Works.read(items(made.sources), made.language)
    for id in works.items:
        item = nodes.CitationItem(id)
        assert plain_text(works.by_date([item]))
        assert plain_text(works.in_note([item], set()))
        assert plain_text(works.in_note([item], {id}))
        assert plain_text(works.reference(id, dated=True))


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            "author-date",
            "As Jones (2025, p. 4) says, Smith (2019)’s view, and “Wire report” (n.d., as cited in Smith 2019).",
        ),
        ("numeric", "As Jones\xa0[3, p. 4] says, Smith\xa0[1]’s view, and “Wire report”\xa0[2]."),
        ("note", "As Jones says, Smith’s view, and “Wire report”."),
    ],
)
def test_an_author_can_stand_in_the_sentence(style, text):
    """`@jones [p. 4]` names the author, with the year, the number or a note behind."""
    said = attrs.evolve(brief(), background="As @jones [p. 4] says, @smith’s view, and @wire.")
    document = briefgen.compose(said, options={"citations": style})
    assert text in plain_text(document.blocks)
    assert briefgen.check(said) == ()


@pytest.mark.parametrize("style", ["author-date", "numeric", "note"])
def test_a_handle_stays_as_it_is_written(style):
    """What no source is called is no citation; one that looks like a slip is a warning."""
    said = attrs.evolve(brief(), background="The post by @harbour [p. 3] and **@mole**, mail a@smith.org. See @smtih.")
    document = briefgen.compose(said, options={"citations": style})
    assert "The post by @harbour [p. 3] and @mole, mail a@smith.org. See @smtih." in plain_text(document.blocks)
    assert [str(found) for found in briefgen.check(said)] == [
        "background: warning: 'smtih' is no id, so it is printed as words; nearest: 'smith'"
    ]


def test_a_note_stands_close_to_its_word_where_the_authors_line_ended():
    """A line that ends before a citation leaves no space before the mark that follows."""
    text = "It closes\n[@jones].\nOthers agree."
    document = briefgen.compose(attrs.evolve(brief("en-GB"), bottom_line=text), options={"citations": "note"})
    assert "It closes. Others agree." in " ".join(plain_text(document.blocks).split())
