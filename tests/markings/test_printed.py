"""What readers and listeners get of a brief's markings: the banner, portion marks, warnings at the head."""

import re

import pytest
from attrs import evolve
from backends.docx.reading import parts
from backends.pdf.readback import heard, opened, runs

import briefgen
from briefgen.document.walk import plain_text, walk
from briefgen.markings import scheme
from briefgen.themes import MM

DATA = {
    "title": "Talks",
    "bottom_line": "Nothing has moved.",
    "developments": [
        {
            "title": "A meeting",
            "description": "They met.",
            "marking": {"level": "TLP:AMBER", "caveats": ["By hand"]},
            "reports": [{"statement": "They met twice.", "marking": "TLP:RED"}, {"statement": "They ate."}],
        },
        {"title": "A dinner", "description": "All know."},
    ],
    "risks": [{"statement": "It fails.", "marking": "TLP:GREEN"}],
}


def markdown(data, **options):
    """Build a brief as Markdown."""
    document = briefgen.compose(briefgen.from_dict(data), options=options)
    return briefgen.render(document, "md").data.decode()


def test_the_banner_is_the_highest_of_the_parts():
    """A brief without a marking of its own is marked as its highest part is, and caveats of parts hold for it."""
    said = markdown(DATA)
    assert said.startswith("**TLP:RED**\n")
    assert "**Handling:** TLP:RED · By hand" in said


def test_a_banner_that_is_set_stands():
    """A brief may be marked higher than its parts."""
    said = markdown(
        {"title": "T", "marking": "TLP:AMBER", "risks": [{"statement": "It fails.", "marking": "TLP:GREEN"}]}
    )
    assert said.startswith("**TLP:AMBER**\n")


def test_a_classification_is_shown_with_its_caveats_on_every_page():
    """The mark of a classification says descriptor and caveats; Handling says to whom it may go, and its review."""
    marking = {
        "level": "OFFICIAL-SENSITIVE",
        "descriptor": "COMMERCIAL",
        "caveats": ["UK EYES ONLY"],
        "releasable_to": ["UK"],
        "review": "2027-01",
    }
    said = markdown({"title": "T", "marking": marking})
    assert said.startswith("**OFFICIAL-SENSITIVE · COMMERCIAL · UK EYES ONLY**\n")
    assert "UK EYES ONLY · releasable to UK · review January 2027" in said


@pytest.mark.parametrize("level", scheme("tlp").names)
def test_tlp_on_every_page_of_a_pdf_as_its_standard_asks(level):
    """Header and footer of each page hold the label once: capitals, 12 points, its colour on black, at the right."""
    texts = [f"Paragraph {number}. " + "Many words stand here. " * 60 for number in range(12)]
    brief = briefgen.Brief("Talks", marking=level, language="de", background="\n\n".join(texts))
    pages = opened(briefgen.render(briefgen.compose(brief)).data).pages
    assert len(pages) > 1
    for page in pages:
        at = [run for run in runs(page) if run[0] == level and run[1] >= 12]
        height, width = float(page.MediaBox[3]), float(page.MediaBox[2])
        assert len(at) == 2
        assert {colour for _, _, colour, _, _ in at} == {scheme("tlp").colours[level]}
        assert all(x > width / 2 for *_, x, _ in at)
        assert max(y for *_, y in at) > height - 28 * MM
        assert min(y for *_, y in at) < 25 * MM
        assert len(_black_boxes(page)) == 2


def _black_boxes(page):
    """Find the boxes that are filled with black."""
    return re.findall(rb"\b0 g [^f]*?\bf\b", page.Contents.read_bytes())


@pytest.mark.parametrize("level", scheme("tlp").names)
def test_tlp_on_every_page_of_a_word_file(level):
    """Header and footer, those of the first page too, hold the label in a style of its colour on black, 12 points."""
    files = parts(briefgen.render(briefgen.compose(briefgen.Brief("Talks", marking=level)), "docx").data)
    pages = [data.decode() for name, data in files.items() if re.fullmatch(r"word/(header|footer)\d*\.xml", name)]
    assert len(pages) >= 2
    assert all(level in page for page in pages)
    styles = files["word/styles.xml"].decode()
    name = re.search(r'w:rStyle w:val="(TLP\w+)"', pages[0])[1]
    style = re.search(rf'<w:style [^>]*w:styleId="{name}".*?</w:style>', styles)[0]
    assert f'w:color w:val="{scheme("tlp").colours[level][1:]}"' in style
    assert 'w:fill="000000"' in style
    assert int(re.search(r'<w:sz w:val="(\d+)"', style)[1]) >= 24
    assert all(re.search(rf"(?:<w:tab/>|<w:ptab [^>]*right[^>]*/>).*?{re.escape(level)}", page, re.S) for page in pages)


@pytest.mark.parametrize(
    ("caveats", "codes"), [(["UK EYES ONLY", "BY HAND"], []), ([f"WORDS {n}" for n in range(9)], ["marking-cut"])]
)
def test_a_long_marking_is_whole_or_told(caveats, codes):
    """The mark of a classification takes what room it needs from the rest of the line; one that is cut is told."""
    marking = {"level": "OFFICIAL-SENSITIVE", "descriptor": "COMMERCIAL", "caveats": caveats}
    data = {"title": "Talks " * 30, "marking": marking, "status": "draft", "date": "2026-03-04", "as_of": "2026-03-01"}
    document = briefgen.compose(briefgen.from_dict(data))
    made = briefgen.render(document)
    assert [each.code for each in made.diagnostics] == codes
    pdf = opened(made.data)
    assert [text for text, *_ in runs(pdf.pages[0])].count(document.meta.marking.label) == (0 if codes else 2)


def test_a_listener_hears_the_marking_once():
    """Headers are no part of what is read aloud, so the facts below the title say how the brief may be handled."""
    brief = briefgen.from_dict(DATA)
    said = heard(briefgen.render(briefgen.compose(brief)).data)
    assert re.sub(r"\s+", " ", said).count("TLP:RED") == 1
    assert "Handling" in said


def test_portion_marks_stand_before_what_is_marked_otherwise():
    """By the template's option a marked part begins with its level; what stands within it where it differs."""
    said = markdown(DATA, portion_marks=True)
    assert "### (TLP:AMBER) A meeting" in said
    assert "| (a) | (TLP:RED) Not given | They met twice. |" in said
    assert "| (b) | Not given | They ate. |" in said
    assert "### A dinner" in said
    assert "(TLP:GREEN) It fails." in said
    assert said.count("(TLP:") == 3


@pytest.mark.parametrize(("more", "level"), [({}, "TLP:RED"), ({"unmarked": "TLP:CLEAR"}, "TLP:CLEAR")])
def test_the_portion_mark_of_a_brief_s_own_text_is_its_own_level(more, level):
    """Title and bottom line are marked as the brief says of its own text, not as the highest of its parts."""
    said = markdown({"title": "Talks", "marking": "TLP:RED", "bottom_line": "They met.", **more}, portion_marks=True)
    assert f"# ({level}) Talks" in said
    assert f"({level}) They met." in said


EVERYWHERE = {
    "title": "Talks",
    "unmarked": "TLP:CLEAR",
    "timeline": [{"title": "A walk-out", "date": "2024", "marking": "TLP:GREEN"}, {"title": "A toast", "date": "2025"}],
    "gaps": [{"statement": "Who paid?", "marking": "TLP:GREEN"}, {"statement": "When?"}],
    "actors": [{"name": "Ruritania", "marking": "TLP:GREEN"}, {"name": "Elbonia"}],
    "issues": [{"name": "Tolls", "proposition": "Tolls fall."}],
    "positions": [{"actor": "ruritania", "issue": "tolls", "stance": "for", "marking": "TLP:AMBER"}],
    "effects": [
        {"statement": "Prices rise.", "direction": "negative", "affects": ["elbonia"], "marking": "TLP:AMBER"},
        {"statement": "Wages fall.", "affects": ["elbonia"]},
    ],
    "scenarios": [{"name": "Peace", "likelihood": 0.3, "marking": "TLP:AMBER"}, {"name": "War", "likelihood": 0.6}],
    "exhibits": [{"caption": "Sums", "table": {"columns": ["Year"], "rows": [[2024]]}, "marking": "TLP:RED"}],
    "sections": [{"title": "Method", "body": "We asked.", "marking": "TLP:AMBER"}],
    "sources": [{"title": "A letter", "marking": "TLP:RED"}],
    "glossary": [{"term": "QK", "expansion": "Quay", "marking": "TLP:GREEN"}],
    "key_figures": [{"label": "Ships", "value": 3, "marking": "TLP:AMBER"}],
}


@pytest.mark.parametrize(
    "line",
    [
        "| **(TLP:GREEN) 2024** | A walk-out | |",
        "| **2025** | A toast | |",
        "| **(TLP:GREEN) Not known** | Who paid? | |",
        "| **Not known** | When? | |",
        "| **(TLP:GREEN) Ruritania** | |",
        "| **Ruritania** | (TLP:AMBER) +\xa0For |",
        "| **Elbonia** | − | (TLP:AMBER) Prices rise.",
        "| | | Wages fall.",
        "**Figure 1.** (TLP:AMBER) Likelihood of the scenarios",
        "**(TLP:AMBER) Peace**",
        "(TLP:RED) Sums",
        "## (TLP:AMBER) Method",
        "(TLP:RED) A letter",
        "(TLP:GREEN) Quay",
        "| **(TLP:AMBER) Ships** | 3 |",
    ],
)
def test_portion_marks_of_rows_captions_titles_and_lists(line):
    """A row, a caption and a title each begin with their mark; a name that heads other rows too does not."""
    assert line in markdown(EVERYWHERE, portion_marks=True)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_portion_marks_are_the_same_in_each_format(kind):
    """What Markdown marks is marked as often in the finished file."""
    document = briefgen.compose(briefgen.from_dict(EVERYWHERE), options={"portion_marks": True})
    made = briefgen.render(document, kind).data
    said = heard(made) if kind == "pdf" else re.sub("<[^>]+>", "", parts(made)["word/document.xml"].decode())
    marks = re.findall(r"\(TLP:[A-Z]+\)", markdown(EVERYWHERE, portion_marks=True))
    assert sorted(re.findall(r"\(TLP:[A-Z]+\)", said)) == sorted(marks)


def test_without_the_option_no_portion_is_marked():
    """Marks of parts are printed when asked for."""
    assert "(TLP:" not in markdown(DATA)


def test_portion_marks_have_a_class():
    """A theme or backend can tell a mark from the text."""
    document = briefgen.compose(briefgen.from_dict(DATA), options={"portion_marks": True})
    marks = [node for node in walk(document) if "portion-mark" in node.attrs.classes]
    assert [plain_text(mark.inlines) for mark in marks] == ["(TLP:AMBER)", "(TLP:RED)", "(TLP:GREEN)"]


def test_nodes_know_the_level_of_what_they_show():
    """Whatever a component made for a marked part says so; what stands within it is at its level or its own."""
    document = briefgen.compose(briefgen.from_dict(DATA))
    levels = {
        node.text: node.marking for node in walk(document) if getattr(node, "text", "").startswith(("They", "A d"))
    }
    shown = {node.attrs.id: node.marking for node in walk(document) if node.attrs.id}
    assert shown["event-a-meeting"] == "TLP:AMBER"
    assert shown["event-a-dinner"] == ""
    assert shown["claim-they-met-twice"] == "TLP:RED"
    assert shown["claim-they-ate"] == "TLP:AMBER"
    assert set(levels) == {"They met.", "They met twice.", "They ate.", "A dinner"}


def test_a_portion_mark_where_a_template_prints_values_itself(tmp_path):
    """A template without components gets its marks too, once a line and once a paragraph."""
    (tmp_path / "own").mkdir()
    lines = (
        "{% for e in brief.developments %}",
        "## {{ e.title }}",
        "{{ e.description }}",
        "- {{ e.title }}: {{ e.title }}",
    )
    (tmp_path / "own" / "brief.md.j2").write_text("\n\n".join((*lines, "{% endfor %}\n")))
    (tmp_path / "own" / "template.toml").write_text("[options]\nportion_marks = false\n")
    brief = briefgen.from_dict(DATA)
    document = briefgen.compose(brief, str(tmp_path / "own"), options={"portion_marks": True})
    said = briefgen.render(document, "md").data.decode()
    assert "(TLP:AMBER) A meeting\n" in said
    assert "(TLP:AMBER) They met.\n" in said
    assert "- (TLP:AMBER) A meeting: A meeting" in said


def test_what_is_superseded_or_under_embargo_says_so_first():
    """Warnings stand before the title."""
    said = markdown({"title": "Talks", "status": "superseded", "embargo_until": "2026-03-04T06:00Z"})
    head, _, _ = said.partition("# Talks")
    assert "Superseded" in head
    assert "Embargo until 4 March 2026" in head


@pytest.mark.parametrize("kind", ["pdf", "docx", "md"])
def test_status_embargo_caveats_and_releasability_are_said_in_each_format(kind):
    """A reader of any format is told how a brief stands and may be handled, with the hour and its zone."""
    marking = {"level": "SECRET", "caveats": ["UK EYES ONLY"], "releasable_to": ["Ruritania"]}
    given = {"title": "Talks", "marking": marking, "embargo_until": "2026-03-04T06:00+02:00"}
    for status, word in (("superseded", "Superseded"), ("draft", "Draft")):
        made = briefgen.render(briefgen.compose(briefgen.from_dict({**given, "status": status})), kind).data
        if kind == "docx":
            said = re.sub("<[^>]+>", "", parts(made)["word/document.xml"].decode())
        else:
            said = heard(made) if kind == "pdf" else made.decode()
        said = " ".join(said.replace("\xad", "").split())
        for words in (word, "Embargo until 4 March 2026, 06:00 UTC+2", "UK EYES ONLY", "releasable to Ruritania"):
            assert words in said


def test_a_draft_says_so_in_the_facts_and_on_every_page():
    """The status of a draft stands below the title and in the footer."""
    document = briefgen.compose(briefgen.Brief("Talks", status="draft"))
    assert document.meta.footer == "Draft"
    assert "**Status:** Draft" in briefgen.render(document, "md").data.decode()
    assert evolve(document.meta, status="").status == ""
