"""The brief of brief.yaml, made of plain data and the rows of districts.csv: the very same `Brief`.

    python examples/public-health/brief.py                # reads districts.csv, writes three files
    python examples/public-health/brief.py other.csv      # the same from another table

Every row is first made a small brief of its own with `from_dict`. So a mistake in the table is told with the row as a
spreadsheet counts it, and all mistakes come at once:

    row 17 key_figures[0].change.direction: 'rising' is none of: new, raised, lowered, …; nearest: 'raised'
"""

import csv
import sys
from pathlib import Path

from briefgen import Brief, BriefgenError, Diagnostic, from_dict, write

HERE = Path(__file__).parent
TARGET = 95.0
"""Per cent of children with two doses, from which on measles does not spread."""
NUMBERS = ("children", "two_doses", "cases", "last_week", "in_hospital")
"""The columns that are added up."""

# --- the table --------------------------------------------------------------------------------------------------------


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a table: a mapping for each row, by the names in its first line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> int | float | str | None:
    """Give the number in a cell; an empty cell is nothing, and words stay words."""
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            continue
    return cell.strip() or None


def district(row: dict[str, str], where: str) -> Brief:
    """Make a brief of one row. Raises `BriefgenError` that says where the row is wrong."""
    cases = {"label": "Cases in the week", "value": number(row["last_week"]), "as_of": row["week_ending"]}
    coverage = {"label": "Children with two doses", "value": number(row["two_doses"]), "unit": "%"}
    data = {
        "title": f"Measles in {row['district']}",
        "as_of": row["week_ending"],
        "key_figures": [{**cases, "change": row["change"]}, coverage],
    }
    return from_dict(data, where=where)


def districts(rows: list[dict[str, str]]) -> list[Brief]:
    """Make a brief of every row; a table's first line holds its heads. Raises `BriefgenError` with all mistakes."""
    made, wrong = [], []
    for line, row in enumerate(rows, start=2):
        words = [name for name in NUMBERS if not isinstance(number(row[name]), int | float)]
        wrong += [Diagnostic("no-number", f"{row[name]!r} is no number", path=f"row {line} {name}") for name in words]
        try:
            made.append(district(row, where=f"row {line}"))
        except BriefgenError as error:
            wrong += error.diagnostics
    if wrong:
        raise BriefgenError(wrong)
    return made


def total(rows: list[dict[str, str]], name: str) -> int:
    """Add up a column."""
    return sum(int(row[name]) for row in rows)


def coverage(rows: list[dict[str, str]]) -> float:
    """Give the share of all children who have two doses, in per cent: big districts count for more."""
    protected = sum(int(row["children"]) * float(row["two_doses"]) for row in rows)
    return round(protected / total(rows, "children"), 1)


def figures(rows: list[dict[str, str]]) -> list[dict[str, object]]:
    """Make the key figures; what they were a week ago is not in the table."""
    below = sum(float(row["two_doses"]) < TARGET for row in rows)
    known = {"as_of": rows[0]["week_ending"], "sources": "returns"}
    return [
        {"id": "fig-cases", "label": "Cases since 1 January", "value": total(rows, "cases"), **known},
        {
            "id": "fig-week",
            "label": "Cases in week 12",
            "value": total(rows, "last_week"),
            **known,
            "change": {"direction": "raised", "was": "38"},
        },
        {
            "id": "fig-hospital",
            "label": "In hospital",
            "value": total(rows, "in_hospital"),
            **known,
            "change": {"direction": "raised", "was": "17"},
        },
        {
            "id": "fig-coverage",
            "label": "Children under 15 with two doses",
            "value": coverage(rows),
            "unit": "%",
            **known,
        },
        {"id": "fig-below", "label": f"Districts below {TARGET:g} %, of {len(rows)}", "value": below, **known},
    ]


def exhibit(rows: list[dict[str, str]]) -> dict[str, object]:
    """Make the table of the districts."""
    heads = ["District", "Children under 15", "Two doses, %", "Cases", "In week 12", "In hospital"]
    return {
        "id": "table-districts",
        "caption": "Measles by district, 1 January to 22 March 2026",
        "table": {"columns": heads, "rows": [[number(row[name]) for name in ("district", *NUMBERS)] for row in rows]},
        "source_line": "Weekly returns of the districts",
        "sources": "returns",
    }


def regional(rows: list[dict[str, str]]) -> Brief:
    """Make the brief of the region. Raises `BriefgenError` with all mistakes of the rows."""
    districts(rows)
    return from_dict({**WORDS, "key_figures": figures(rows), "exhibits": [exhibit(rows)]})


# --- the words --------------------------------------------------------------------------------------------------------


WORDS: dict[str, object] = {
    "title": "Measles in Velmark, week\u00a012: three districts hold more than half of the cases",
    "subtitle": "Weekly brief for the public health board",
    "reference": "VPH-2026-W12",
    "edition": "Week 12, 16 to 22 March 2026",
    "previous": "Week 11 (VPH-2026-W11)",
    "status": "final",
    "language": "en-GB",
    "keywords": ["Measles", "Vaccination", "Velmark"],
    "date": "2026-03-24",
    "as_of": "2026-03-22",
    "corrections": [
        {
            "date": "2026-03-25",
            "text": (
                "The first version gave Lorne Quay a coverage of 89.7 %. It is 87.9 %. The "
                "figure for the region, which was reckoned from the table, was right."
            ),
        },
    ],
    "organisation": "Velmark Public Health Office",
    "prepared_for": "Public health board",
    "audience": "Board members and district health officers",
    "contacts": [
        {
            "name": "Outbreak desk",
            "email": "outbreak@health.velmark.example",
            "phone": "+00 33 040 220",
        },
    ],
    "scales": {
        "likelihood": "icd203",
        "confidence": "us-confidence",
        "grading": "admiralty",
    },
    "bottom_line": """
From 1 January to 22 March the region counted 274 cases of measles, 51 of them in the last week [@returns]. Corvane,
Jarnsea and Lorne Quay have 55 % of the cases and 29 % of the children. Two-dose coverage is 92.6 %; it takes about
95 % to stop the spread [@guide, p. 12]. Some 3,550 more children with two doses would lift the three districts to
that mark. The outbreak will likely be over by midsummer, provided that [school clinics](#recommendation-rec-clinics)
open after Easter.
""",
    "key_judgments": [
        {
            "id": "kj-over",
            "statement": "The outbreak will be over by midsummer if the three districts reach 95 %.",
            "likelihood": {
                "value": "likely",
                "given": "rec-clinics",
            },
            "confidence": {
                "level": "moderate",
                "because": ("Returns are complete, but one outbreak elsewhere is a thin ground for comparison."),
            },
            "sources": ["guide, p. 12", "model, pp. 418–420"],
            "basis": ["fig-coverage", "clinics"],
            "assumptions": "Nine in ten of the children who are offered the second dose take it.",
            "change": "unchanged",
        },
        {
            "id": "kj-under",
            "statement": "The true number of cases is higher than the number reported.",
            "likelihood": "very likely",
            "confidence": "high",
            "sources": "handbook, p. 77",
            "basis": "gap-reporting",
            "change": "new",
        },
    ],
    "developments": [
        {
            "id": "ward",
            "title": "A case in a children’s ward",
            "date": "2026-03-18",
            "status": "confirmed",
            "trend": "deteriorated",
            "parties": "lorne",
            "sources": "returns",
            "description": (
                "A child of seven months caught measles in the ward of Lorne Quay Infirmary. All "
                "34 contacts were traced."
            ),
            "reports": [
                {
                    "id": "claim-igm",
                    "statement": (
                        "Both samples are positive for IgM, and the strain is the one that circulates in the town."
                    ),
                    "according_to": "laboratory",
                    "sources": "laboratory",
                    "status": "confirmed",
                    "credibility": 1,
                    "date": "2026-03-20",
                },
                {
                    "id": "claim-closed",
                    "statement": "The ward is closed for a month.",
                    "according_to": "gazette",
                    "sources": "gazette",
                    "status": "denied",
                    "credibility": 5,
                    "date": "2026-03-19",
                    "caveat": "The infirmary took in new patients again after two days.",
                },
            ],
        },
        {
            "id": "clinics",
            "title": "School clinics are planned in three districts",
            "date": "2026-04-13",
            "status": "scheduled",
            "parties": ["corvane", "jarnsea", "lorne"],
            "sources": "plan",
            "description": (
                "Nurses are to offer the second dose at 41 schools from the first day after the Easter holidays."
            ),
        },
    ],
    "background": """
Measles spreads through the air and is among the most contagious of diseases: where nobody is immune, one case leads
to 12 to 18 others [@handbook, p. 71]. Velmark had no case from 2019 to 2024. Coverage fell by two points when school
clinics were given up in 2021, and the first cases came in December 2025.

A case has to be reported within 24 hours [@act, s. 8].
""",
    "actors": [
        {
            "id": "corvane",
            "name": "Corvane",
            "kind": "place",
            "description": "23,910 children under 15; coverage 88.7 %.",
        },
        {
            "id": "jarnsea",
            "name": "Jarnsea",
            "kind": "place",
            "description": "12,480 children under 15; coverage 90.2 %.",
        },
        {
            "id": "lorne",
            "name": "Lorne Quay",
            "kind": "place",
            "description": "20,350 children under 15; coverage 87.9 %.",
        },
        {
            "id": "infants",
            "name": "Infants under one year",
            "kind": "population",
            "description": "Too young for the vaccine.",
        },
        {
            "id": "schools",
            "name": "Schools",
            "kind": "sector",
            "description": "212 of them; 41 in the three districts.",
        },
    ],
    "effects": [
        {
            "id": "eff-infants",
            "statement": "Infants, who can’t be vaccinated yet, fall ill.",
            "affects": "infants",
            "causes": "ward",
            "channel": "health",
            "direction": "negative",
            "magnitude": "severe",
            "status": "observed",
            "sources": "returns",
        },
        {
            "id": "eff-schools",
            "statement": "Pupils without the vaccine stay at home for 21 days after contact with a case.",
            "affects": "schools",
            "causes": "ward",
            "channel": "education",
            "direction": "negative",
            "magnitude": "moderate",
            "status": "observed",
            "sources": "act, s. 11",
        },
    ],
    "scenario_set": {
        "exclusive": True,
        "exhaustive": True,
        "horizon": {
            "ends": "2026-07-31",
        },
        "method": "Read off a model of 2,000 runs, and rounded.",
    },
    "scenarios": [
        {
            "id": "over",
            "name": "Over by midsummer",
            "description": "Fewer than five cases a week by the end of June.",
            "likelihood": "likely",
            "sources": "model, p. 420",
            "indicators": [
                {
                    "id": "ind-doses",
                    "statement": "Second doses given in the three districts.",
                    "threshold": "250 a week",
                    "state": "emerging",
                    "checked": "2026-03-22",
                },
            ],
        },
        {
            "id": "slow",
            "name": "Slow burn",
            "description": "Ten to forty cases a week into the summer holidays.",
            "likelihood": [0.15, 0.35],
            "sources": "model, p. 420",
            "indicators": [
                {
                    "id": "ind-new",
                    "statement": "Cases in a district that had none.",
                    "threshold": "two districts in a month",
                    "state": "not seen",
                    "checked": "2026-03-22",
                },
            ],
        },
        {
            "id": "large",
            "name": "Large outbreak",
            "description": "More than 600 cases by the end of July, as in the year 2012.",
            "likelihood": 0.1,
            "sources": "model, p. 421",
            "indicators": [
                {
                    "id": "ind-schools",
                    "statement": "Schools with three or more cases.",
                    "threshold": "ten schools",
                    "state": "not seen",
                    "checked": "2026-03-22",
                },
            ],
        },
    ],
    "recommendations": [
        {
            "id": "rec-clinics",
            "action": "Open clinics at the 41 schools on 13 April.",
            "ask": "agree",
            "choices": ["Agreed", "Not agreed"],
            "because": ("Clinics in school brought 91 % of pupils to a second dose in a trial [@trial, p. 9]."),
            "owner": "District health officers",
            "due": "2026-04-13",
        },
        {
            "id": "rec-early",
            "action": "Offer infants in the three districts a dose of MMR from an earlier age.",
            "ask": "decide",
            "choices": ["From six months", "From nine months", "Not now"],
            "owner": "Chief medical officer",
            "due": "2026-03-31",
            "sources": "guide, p. 31",
        },
    ],
    "gaps": [
        {
            "id": "gap-reporting",
            "kind": "incomplete",
            "statement": "How many cases are never reported.",
            "about": ["fig-cases", "kj-under"],
            "matters": "Every figure here may be too low, and the more so where doctors are few.",
            "how_to_close": "Blood samples of 600 children, planned for May.",
            "owner": "Velmark Public Health Office",
        },
        {
            "id": "gap-status",
            "kind": "unknown",
            "statement": "Whether 37 of the 274 had been vaccinated.",
            "about": "fig-cases",
            "matters": "A vaccine that fails and one that was never given call for different answers.",
            "how_to_close": "Records of the school doctors.",
            "owner": "District health officers",
        },
    ],
    "sources": [
        {
            "id": "returns",
            "title": "Weekly returns of the districts, week 12",
            "title-short": "the returns",
            "type": "dataset",
            "author": "Velmark Public Health Office",
            "issued": "2026-03-23",
            "version": "2",
            "URL": "https://data.velmark.example/measles/2026-w12",
            "reliability": "A",
        },
        {
            "id": "guide",
            "title": "Answering an outbreak of measles",
            "title-short": "the guide",
            "type": "report",
            "author": "Northern Health Union",
            "issued": 2024,
            "edition": "Third",
            "publisher": "Northern Health Union",
            "publisher-place": "Aldham",
            "number": "NHU 118",
            "ISBN": "978-0-00-000000-2",
            "URL": "https://nhu.example/guides/118",
            "reliability": "A",
        },
        {
            "id": "model",
            "title": "How outbreaks end where coverage is uneven",
            "title-short": "the model",
            "type": "article-journal",
            "author": [
                {
                    "family": "Ferrante",
                    "given": "Ilse",
                },
                {
                    "family": "Oduya",
                    "given": "Bem",
                },
            ],
            "container-title": "Journal of Invented Epidemiology",
            "issued": "2025-06",
            "volume": "14",
            "issue": "3",
            "page": "411–426",
            "DOI": "10.5555/jie.2025.0314",
            "reliability": "B",
        },
        {
            "id": "handbook",
            "title": "Measles",
            "title-short": "the handbook",
            "type": "chapter",
            "author": [
                {
                    "family": "Haldane",
                    "given": "Ruth",
                    "non-dropping-particle": "van",
                },
            ],
            "editor": "Peregrine Moss",
            "container-title": "A Handbook of Childhood Infections",
            "issued": 2021,
            "publisher": "Quayside Press",
            "publisher-place": "Lorne Quay",
            "page": "68–92",
            "reliability": "B",
        },
        {
            "id": "trial",
            "title": "Second doses at school",
            "title-short": "the trial",
            "type": "thesis",
            "author": "Noor Valtieri",
            "issued": 2023,
            "publisher": "University of Corvane",
            "genre": "doctoral thesis",
            "URL": "https://theses.corvane.example/2023/valtieri",
            "reliability": "B",
        },
        {
            "id": "act",
            "title": "Communicable Diseases Act",
            "type": "legislation",
            "issued": 2008,
            "number": "2008/31",
            "jurisdiction": "Velmark",
            "reliability": "A",
        },
        {
            "id": "plan",
            "title": "School clinics, spring 2026",
            "title-short": "the plan",
            "type": "webpage",
            "author": "Velmark Public Health Office",
            "issued": "2026-03-16",
            "accessed": "2026-03-23",
            "URL": "https://health.velmark.example/school-clinics",
            "archived": "https://archive.example/2026/school-clinics",
            "reliability": "A",
        },
        {
            "id": "laboratory",
            "title": "Telephone call with the head of virology, Regional Laboratory",
            "title-short": "the Regional Laboratory",
            "type": "personal_communication",
            "issued": "2026-03-20",
            "reliability": "A",
        },
        {
            "id": "gazette",
            "title": "Children’s ward shut for a month",
            "title-short": "the Quay Gazette",
            "type": "article-newspaper",
            "container-title": "Quay Gazette",
            "issued": "2026-03-19",
            "section": "Town",
            "page": "3",
            "URL": "https://gazette.example/ward",
            "reliability": "C",
        },
    ],
    "glossary": [
        {
            "id": "term-coverage",
            "term": "Coverage",
            "definition": "The share of children under 15 who have had two doses of the vaccine.",
        },
        {
            "id": "term-igm",
            "term": "IgM",
            "expansion": "Immunoglobulin M",
            "definition": "An antibody that shows a recent infection.",
        },
        {
            "id": "term-mmr",
            "term": "MMR",
            "expansion": "Measles, mumps and rubella",
            "definition": ("The vaccine that is given against the three; two doses protect about 97 of 100 children."),
            "sources": "handbook, p. 84",
        },
    ],
}


# --- the brief --------------------------------------------------------------------------------------------------------

brief = regional(rows_of(HERE / "districts.csv"))


def main(table: Path) -> int:
    """Write the brief of a table into `out/`, or tell what is wrong with the table."""
    out = Path("out")
    out.mkdir(exist_ok=True)
    try:
        found = write(regional(rows_of(table)), *(out / f"public-health.{suffix}" for suffix in ("pdf", "docx", "md")))
    except BriefgenError as error:
        print(error, file=sys.stderr)
        return 1
    for finding in found:
        print(finding)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "districts.csv"))
