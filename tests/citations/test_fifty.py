"""Fifty varied sources in each style; every line of `fifty.md` was read against Chicago's rules."""

import json
from pathlib import Path

import pytest

import briefgen
from briefgen.citations import Works
from briefgen.composition.components.csl import items
from briefgen.document import nodes, plain_text
from briefgen.document.nodes import CitationItem
from briefgen.document.walk import rewrite_all

HERE = Path(__file__).parent


def said(inlines) -> str:
    """Give inlines as text, italics between stars."""
    return plain_text(
        rewrite_all(
            inlines,
            lambda n: (nodes.Text("*"), *n.inlines, nodes.Text("*")) if isinstance(n, nodes.Emphasis) else n,
        )
    )


def lines(works: Works, id: str) -> list[str]:
    """Give a source as it stands in the lists and citations of each style."""
    at, seen = [CitationItem(id, locator="p. 4")], set()
    return [
        f"## {id}",
        f"- by date, list: {said(works.reference(id, dated=True))}",
        f"- by date, text: {said(works.by_date(at))}",
        f"- notes, list: {said(works.reference(id, dated=False))}",
        f"- notes, first: {said(works.in_note(at, seen))}",
        f"- notes, again: {said(works.in_note(at, seen))}",
        "",
    ]


@pytest.fixture(scope="module")
def fifty():
    """The fifty sources."""
    return briefgen.load(HERE / "fifty.yaml").sources


def test_each_source_reads_as_its_style_has_it(fifty):
    """Lists and citations of all fifty, in British English."""
    works = Works.read(items(fifty), "en-GB")
    assert len(works.items) == 50
    made = "\n".join(line for id in works.items for line in lines(works, id))
    assert made == (HERE / "fifty.md").read_text("utf-8")


def test_no_two_sources_are_called_alike(fifty):
    """A citation by date, and a short note, lead to one source only."""
    works = Works.read(items(fifty), "en-GB")
    by_date = [said(works.by_date([CitationItem(id)])) for id in works.items]
    short = [said(works.short(id)) for id in works.items]
    assert len({*by_date}) == len({*short}) == 50


def test_nothing_given_is_lost(fifty):
    """Each text of a source is in its reference, in every style; what goes by another word is named here."""
    works = Works.read(items(fifty), "en-GB")
    otherwise = {"id", "type", "issued", "accessed", "event-date", "language", "DOI", "title-short", "custom"}
    for id, csl in works.items.items():
        for dated in (True, False):
            whole = plain_text(works.reference(id, dated=dated)).casefold().replace("‘", "“").replace("’", "”")
            for key, value in csl.items():
                for text in _texts(value) if key not in otherwise else ():
                    if key == "author" and id == "book-seven-authors":
                        continue
                    assert text.removesuffix(".").casefold() in whole, (id, key)


def _texts(value):
    return [part for name in value for part in name.values()] if isinstance(value, list) else [value]


def test_american_marks_stand_inside_quotation_marks(fifty):
    """In American English full stops and commas come before the closing mark."""
    works = Works.read(items(fifty), "en-US")
    assert "“Grain at Sea.” In" in said(works.reference("chapter", dated=False))
    assert "“Grain at Sea,” p. 4" in said(works.in_note([CitationItem("chapter", locator="p. 4")], {"chapter"}))


def test_other_languages_have_their_own_words_for_dates_and_lists(fifty):
    """Dates, quotation marks and `and` are the brief's language's."""
    works = Works.read(items(fifty), "de")
    assert said(works.reference("magazine", dated=False)) == (
        "Hill, Max. „A Bridge Too Few“. *The Weekly*, 1. Juni 2024, 20–22."
    )
    assert said(works.by_date([CitationItem("book-two-authors")])) == "(Ode und Marsh 2021)"


def _work(**fields) -> nodes.Item:
    return nodes.Item(fields["id"], json.dumps(fields))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (CitationItem("s"), "(Smith 2025)"),
        (CitationItem("s", locator="p. 4"), "(Smith 2025, p. 4)"),
        (CitationItem("s", prefix="see", locator="§ 2", suffix="with doubts"), "(see Smith 2025, § 2, with doubts)"),
        (CitationItem("s", mode="suppress-author", locator="p. 4"), "(2025, p. 4)"),
        (CitationItem("s", mode="author-in-text", locator="p. 4"), "Smith (2025, p. 4)"),
    ],
)
def test_locators_prefixes_suffixes_and_modes(item, expected):
    """Whatever an author puts around a citation stands where the style has it."""
    works = Works.read([_work(id="s", author=[{"family": "Smith"}], issued="2025-01-02")], "en")
    assert said(works.by_date([item])) == expected


def test_several_at_one_place_are_parted_by_semicolons():
    """One pair of brackets, in the order given."""
    works = Works.read([_work(id="a", title="A", issued="2024"), _work(id="b", title="B")], "en")
    assert said(works.by_date([CitationItem("b"), CitationItem("a")])) == "(B, n.d.; A 2024)"


def test_letters_go_on_after_z_and_work_without_a_date():
    """Thirty undated reports of one body are told apart."""
    body = [{"literal": "WHO"}]
    works = Works.read([_work(id=f"{i:02}", author=body, title=f"{i:02}") for i in range(30)], "en")
    assert [works.year(id) for id in ("00", "25", "26", "29")] == ["n.d.-a", "n.d.-z", "n.d.-aa", "n.d.-ad"]


def test_a_source_with_nothing_but_an_id_is_still_called_something():
    """An empty source is said to be untitled."""
    works = Works.read([_work(id="x")], "en")
    assert said(works.by_date([CitationItem("x")])) == "(Untitled, n.d.)"
    assert said(works.reference("x", dated=False)) == "Untitled. n.d."
    assert said(works.in_note([CitationItem("x")], set())) == "Untitled, n.d."
