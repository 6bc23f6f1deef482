"""Examples from other fields: each one file and one script, the same brief, without a finding, in three formats."""

import contextlib
import csv
import runpy
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from attrs import fields

import briefgen
from briefgen import cli
from briefgen.document import plain_text, walk
from briefgen.document.nodes import Div, ListItem, RangeChart
from briefgen.model import Brief

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ["cyber-incident", "ministerial-submission", "public-health"]


@pytest.fixture(scope="module", params=NAMES)
def folder(request):
    return EXAMPLES / request.param


@pytest.fixture(scope="module")
def brief(folder):
    return briefgen.load(folder / "brief.yaml")


@pytest.fixture(scope="module")
def scripted(folder):
    return runpy.run_path(str(folder / "brief.py"))["brief"]


def test_the_script_builds_the_very_same_brief(brief, scripted):
    """The brief built in Python equals the brief read from the file, field by field and as a whole."""
    different = [a.name for a in fields(Brief) if getattr(scripted, a.name) != getattr(brief, a.name)]
    assert different == []
    assert scripted == brief


def test_an_example_has_no_finding(brief, scripted):
    """A reader who starts from an example starts without errors or warnings."""
    assert (briefgen.check(brief), briefgen.check(scripted)) == ((), ())


def test_every_part_of_an_example_has_an_id_of_its_own_choice(folder, brief):
    """The examples give their ids, so that they stay when names are edited."""
    text = (folder / "brief.yaml").read_text(encoding="utf-8")
    assert [part.id for _, part in brief.parts() if f"id: {part.id}\n" not in text] == []


def test_an_example_is_written_in_three_formats(folder, tmp_path, capsys):
    """Each example becomes a PDF, a Word file and Markdown, and nothing is said on the way."""
    assert cli.main(["build", str(folder / "brief.yaml"), "-o", f"{tmp_path}/", "--to", "pdf,docx,md"]) == 0
    assert capsys.readouterr().err == ""
    pdf, docx, text = ((tmp_path / f"brief.{suffix}").read_bytes() for suffix in ("pdf", "docx", "md"))
    assert pdf.startswith(b"%PDF-1.7")
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(docx)).namelist()
    assert "\N{REPLACEMENT CHARACTER}" not in text.decode("utf-8")


def test_the_script_of_an_example_writes_its_files(folder, tmp_path, monkeypatch, capsys):
    """Run from any folder, the script writes three files and finds nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["brief.py"])
    with contextlib.suppress(SystemExit):
        runpy.run_path(str(folder / "brief.py"), run_name="__main__")
    assert capsys.readouterr().out == ""
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".md", ".pdf"]


def text_of(name):
    """Give the Markdown of an example."""
    brief = briefgen.load(EXAMPLES / name / "brief.yaml")
    return briefgen.render(briefgen.compose(brief), "md").data.decode("utf-8")


def test_the_situation_report_gives_figures_first_and_hours_with_their_zone():
    """Those who act find the figures and what is asked of them before what happened, and know which clock is meant."""
    text = text_of("cyber-incident")
    order = [text.index(f"# {title}") for title in ("Key figures", "Actions", "Key judgments", "What is new")]
    assert order == sorted(order)
    assert "2 March 2026, 04:10 UTC+1" in text


def test_the_submission_has_boxes_and_says_which_passage_is_french():
    """The minister ticks a box for each question, and the French summary is read aloud as French."""
    brief = briefgen.load(EXAMPLES / "ministerial-submission" / "brief.yaml")
    nodes = list(walk(briefgen.compose(brief).blocks))
    boxes = [node for node in nodes if isinstance(node, ListItem) and node.checked is False]
    assert len(boxes) == sum(len(asked.choices) for asked in brief.recommendations)
    (french,) = (node for node in nodes if isinstance(node, Div) and node.attrs.language == "fr")
    assert "Île-aux-Pétrels" in plain_text(french.blocks)


@pytest.mark.parametrize("column", [1, 2, 3])
def test_the_costs_of_an_option_add_up(column):
    """What an annex sums up is the sum of what it lists, and the option says the same."""
    brief = briefgen.load(EXAMPLES / "ministerial-submission" / "brief.yaml")
    lines = [line.strip("| ").split(" | ") for line in brief.annexes[0].body.source.splitlines() if " | " in line]
    costs = {line[0].strip("*"): _amount(line[column]) for line in lines[2:]}
    gross, net, fares = costs.pop("Gross"), costs.pop("Net"), costs.pop("Fares")
    assert (sum(costs.values()), gross + fares) == (gross, net)
    assert f"€{gross:,}" in brief.options[column - 1].cost
    assert f"€{net:,}" in brief.options[column - 1].cost


def _amount(cell):
    return int(cell.strip("*").replace(",", "").replace("\N{MINUS SIGN}", "-").replace("–", "0"))


def test_boxes_in_word_have_no_dash_before_them():
    """A box to tick is mark enough; the list that holds it shows no other."""
    brief = briefgen.load(EXAMPLES / "ministerial-submission" / "brief.yaml")
    file = docx.Document(BytesIO(briefgen.render(briefgen.compose(brief), "docx").data))
    marks = [_mark(file, paragraph).strip("\u200b") for paragraph in file.paragraphs if paragraph.text.startswith("☐")]
    assert marks == [""] * sum(len(asked.choices) for asked in brief.recommendations)


def _mark(file, paragraph):
    """Give the mark of the list that a paragraph is an item of."""
    numbering = file.part.numbering_part.element
    used = paragraph._p.pPr.numPr
    kind = numbering.num_having_numId(used.numId.val).abstractNumId.val
    found = f"w:abstractNum[@w:abstractNumId={kind}]/w:lvl[@w:ilvl={used.ilvl.val}]/w:lvlText/@w:val"
    (mark,) = numbering.xpath(found)
    return mark


TABLE = EXAMPLES / "public-health" / "districts.csv"


def test_the_figures_of_the_weekly_brief_are_those_of_its_table():
    """What the brief counts in words and in its table is what the rows add up to."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cases = {row["district"]: int(row["cases"]) for row in rows}
    children = {row["district"]: int(row["children"]) for row in rows}
    low = ("Corvane", "Jarnsea", "Lorne Quay")
    needed = sum(
        children[row["district"]] * (95 - float(row["two_doses"])) / 100 for row in rows if row["district"] in low
    )
    said = briefgen.load(TABLE.with_name("brief.yaml")).bottom_line.text
    assert f"{sum(cases.values())} cases" in said
    assert f"{sum(cases[name] for name in low) / sum(cases.values()):.0%}".replace("%", " %") in said
    assert f"{sum(children[name] for name in low) / sum(children.values()):.0%}".replace("%", " %") in said
    assert f"{round(needed, -1):,.0f} more children" in said


def test_a_mistake_in_the_table_is_told_with_its_row(tmp_path, monkeypatch, capsys):
    """Whoever keeps the table learns every mistake by its row, and no file is written."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    lines[4] = lines[4].replace("5360", "")
    lines[16] = lines[16].replace("raised", "rising").replace(",19,", ",many,").replace("2026-03-22", "22.03.2026")
    (tmp_path / "table.csv").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["brief.py", "table.csv"])
    with pytest.raises(SystemExit, match="1"):
        runpy.run_path(str(TABLE.with_name("brief.py")), run_name="__main__")
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told] == [
        "row 5 children",
        "row 17 cases",
        "row 17 as_of",
        "row 17 key_figures[0].as_of",
        "row 17 key_figures[0].change.direction",
    ]
    assert not list((tmp_path / "out").iterdir())


def test_the_weekly_brief_draws_what_is_assessed():
    """A term, a range and a number each have a bar on the scale."""
    brief = briefgen.load(TABLE.with_name("brief.yaml"))
    (chart,) = (node for node in walk(briefgen.compose(brief).blocks) if isinstance(node, RangeChart))
    assert [(bar.label, bar.low is not None) for bar in chart.ranges] == [(s.name, True) for s in brief.scenarios]
