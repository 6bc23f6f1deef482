"""Sources out of a reference manager's files: BibTeX, RIS, CSL-JSON."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefgen
from briefgen.document import plain_text, walk
from briefgen.document.nodes import BibliographyEntry
from briefgen.errors import InputError
from briefgen.files.bibtex import read_bibtex
from briefgen.files.latex import plain, split_names
from briefgen.files.ris import read_ris

BIB = r"""
% A library, as managers write it.
@comment{left, alone}
@preamble{"\newcommand{\x}{y}"}
@string{jp = "Journal of Peace"}
@article{marsh2025,
  author = {Marsh, Ellen and van der Berg, Jan and {World Health Organization}},
  title = {Ceasefires that {HOLD}}, subtitle = "a caf{\'e} view",
  journal = jp # { B}, year = 2025, month = mar, volume = 12, number = "3", pages = {4--9},
  doi = {https://doi.org/10.1000/jp.1}, keywords = {x, y}
}
@online{Min:statement, author = {{Ministry of Ports}}, title = {We {\&} they}, date = {2026-01-12},
  url = {https://ports.example/~a_b}, urldate = {2026-02-01}, langid = {german}}
@phdthesis(ray, author = "Ines Ray", title = "Escort", school = "Izmir", year = "in press")
@misc{last, title = {Last}, year = 2020}
"""
RIS = """\
TY  - NEWS
AU  - Cruz, Ana
TI  - Envoys fly in
 and out
T2  - The Post
PY  - 2026/02/27/
SP  - 4
EP  - 5
UR  - https://example.org/1
ER  -

TY  - RPRT
A1  - Grain Council
TI  - Outlook
PY  - 2026
ER  -
TY  - RPRT
A1  - Grain Council
TI  - Another
PY  - 2026
"""


def test_bibtex():
    """Types, names, abbreviations, accents, dashes, dates: each as a source has it."""
    (line, marsh), (_, ministry), (_, ray), _ = read_bibtex(BIB, "l.bib")
    assert line == 6
    assert marsh == {
        "id": "marsh2025",
        "type": "article-journal",
        "author": [
            {"family": "Marsh", "given": "Ellen"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "World Health Organization"},
        ],
        "title": "Ceasefires that HOLD: a café view",
        "container-title": "Journal of Peace B",
        "issued": "2025-03",
        "volume": "12",
        "issue": "3",
        "page": "4–9",
        "DOI": "https://doi.org/10.1000/jp.1",
    }
    assert (ministry["URL"], ministry["language"], ministry["title"]) == (
        "https://ports.example/~a_b",
        "de",
        "We & they",
    )
    assert (ray["genre"], ray["publisher"], ray["author"]) == (
        "PhD thesis",
        "Izmir",
        [{"family": "Ray", "given": "Ines"}],
    )


def test_ris():
    """Records, long lines, dates with slashes; a record without an id gets one of its author and year."""
    found = [data for _, data in read_ris(RIS, "l.ris")]
    assert found[0] == {
        "id": "cruz-2026",
        "type": "article-newspaper",
        "author": [{"family": "Cruz", "given": "Ana"}],
        "title": "Envoys fly in and out",
        "container-title": "The Post",
        "issued": "2026-02-27",
        "URL": "https://example.org/1",
        "page": "4–5",
    }
    assert [data["id"] for data in found[1:]] == ["grain-council-2026", "grain-council-2026-2"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"G{\"o}del", "Gödel"),
        (r"\v{S}im\r{u}nek, \c{C}a\u{g}lar", "Šimůnek, Çağlar"),
        (r"{\ss} \ae{} \O re", "ß æ Øre"),
        (r"\'{\i}", "í"),
        (r"``a'' --- b--c", "“a” — b–c"),
        (r"\emph{really} \textit{so}", "really so"),
        (r"50\% \& more\_x \{a\}", "50% & more_x {a}"),
        ("pp.~4", "pp. 4"),
    ],
)
def test_latex_is_read_as_text(written, meant):
    """What BibTeX writes for characters and emphasis."""
    assert plain(written) == meant


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ludwig van Beethoven", [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}]),
        ("King, Jr., Martin", [{"family": "King", "given": "Martin", "suffix": "Jr."}]),
        ("UNESCO", [{"literal": "UNESCO"}]),
        ("{Ports and Harbours} and Ann Lee", [{"literal": "Ports and Harbours"}, {"family": "Lee", "given": "Ann"}]),
        ("", []),
    ],
)
def test_names(written, names):
    """Spoken and turned names, particles, suffixes, bodies."""
    assert split_names(written) == names


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n@book{a, title = {x", 2), ('@book{a, title = "x}', 1), ("@book{a,\ntitle}", 2), ("@book{a, title = }", 1)],
)
def test_bibtex_that_is_wrong_is_told_with_its_line(text, line):
    """A bracket left open, a mark left open, no value."""
    with pytest.raises(InputError) as error:
        read_bibtex(text, "l.bib")
    assert error.value.diagnostics[0].place.line == line


@pytest.mark.parametrize("text", ["hello", "TI  - x"])
def test_ris_that_is_wrong_is_told_with_its_line(text):
    """Something else, and a record without its beginning."""
    with pytest.raises(InputError, match=r"l\.ris:1"):
        read_ris(text, "l.ris")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='@{}()",=#%\\ aand\n1', max_size=60) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    """No text breaks a reader."""
    for read in (read_bibtex, read_ris):
        try:
            read(f"@book{{x,{text}", "f")
            read(text, "f")
        except InputError:
            pass


# --- in a brief ---------------------------------------------------------------------------------------------------


def written(folder, sources, **more):
    """Write a brief that cites two sources of its library and one of its own."""
    (folder / "library.bib").write_text(BIB, "utf-8")
    (folder / "library.ris").write_text(RIS, "utf-8")
    path = folder / "brief.yaml"
    data = {"title": "T", "bottom_line": "A [@marsh2025]; B [@own].", "sources": sources, **more}
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_a_brief_takes_what_it_cites_from_its_files(tmp_path):
    """Only cited sources come in, after the brief's own; files may stand anywhere in the list."""
    path = written(
        tmp_path,
        ["library.bib", {"id": "own", "title": "Own"}, "library.ris"],
        key_judgments=[{"statement": "J.", "sources": ["cruz-2026", "Min-statement, p. 4"]}],
    )
    brief = briefgen.load(path)
    assert [source.id for source in brief.sources] == ["own", "marsh2025", "Min-statement", "cruz-2026"]
    assert brief.find("marsh2025").doi == "10.1000/jp.1"
    assert briefgen.check(brief) == ()


def test_places_of_own_sources_stay_right(tmp_path):
    """A mistake in a source that follows a file is told where it stands."""
    path = tmp_path / "brief.yaml"
    (tmp_path / "l.bib").write_text("@book{a, title={A}}")
    path.write_text("title: T\nsources:\n  - l.bib\n  - id: own\n    titel: x\n")
    with pytest.raises(InputError, match=r"brief\.yaml:5:.*titel"):
        briefgen.load(path)


def test_a_date_that_is_none_is_left_out_and_told(tmp_path):
    """`in press` is no date: the source is there, undated, with a warning that names file and line."""
    path = written(tmp_path, ["library.bib", {"id": "own", "title": "O"}], background="C [@ray].")
    brief = briefgen.load(path)
    assert brief.find("ray").issued is None
    (found,) = briefgen.check(brief)
    assert str(found).endswith("library.bib:14:1: warning: issued: 'in press' is no date; it is left out")


def test_csl_json_with_a_managers_own_fields(tmp_path):
    """What Zotero writes besides is left out; what a source could miss is told."""
    names = [{"family": "A", "given": "B", "isInstitution": 1}]
    item = {"id": 12, "type": "report", "title": "R", "issued": {"date-parts": [[2026, 2]]}, "author": names}
    items = [{**item, "shortTitle": "R", "source": "Zotero", "dimensions": "4"}]
    (tmp_path / "l.json").write_text(json.dumps(items))
    path = tmp_path / "b.yaml"
    path.write_text("title: T\nbottom_line: X [@12].\nsources: l.json\n")
    brief = briefgen.load(path)
    assert (brief.sources[0].title_short, str(brief.sources[0].issued)) == ("R", "2026-02")
    assert ["'dimensions'" in str(found) for found in briefgen.check(brief)] == [True]


@pytest.mark.parametrize(
    ("name", "message"), [("none.bib", "there is no file"), ("../out.bib", "leads out"), ("link.bib", "leads out")]
)
def test_files_elsewhere_are_refused(tmp_path, name, message):
    """A file that is missing, above the brief's folder, or linked to from it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "out.bib").write_text("@book{a, title={A}}")
    (folder / "link.bib").symlink_to(tmp_path / "out.bib")
    path = folder / "b.yaml"
    path.write_text(f"title: T\nsources: [{name}]\n")
    with pytest.raises(InputError, match=message):
        briefgen.load(path)


def test_a_brief_without_a_file_has_no_files_beside_it():
    """Plain data and standard input stand nowhere."""
    with pytest.raises(InputError, match="beside a brief's file"):
        briefgen.from_dict({"title": "T", "sources": ["l.bib"]})


def test_a_houses_bibliographies_may_be_bibtex_too(tmp_path):
    """What a project shares can come from a reference manager; a brief's own file comes first."""
    (tmp_path / "briefgen.toml").write_text('bibliographies = ["house.bib"]\n')
    (tmp_path / "house.bib").write_text("@book{a, title={House}}\n@book{b, title={B}}")
    (tmp_path / "own.bib").write_text("@book{a, title={Own}}")
    path = tmp_path / "brief.yaml"
    path.write_text("title: T\nbottom_line: X [@a; @b].\nsources: own.bib\n")
    assert [source.title for source in briefgen.load(path).sources] == ["Own", "B"]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("l.bib", "@book{a, title={One}}\n@book{b, title={Two}}\n@book{a, title={Three}}", 3),
        ("l.ris", "TY  - BOOK\nID  - a\nTI  - One\nER  - \nTY  - BOOK\nID  - a\nTI  - Three\nER  - \n", 5),
        ("l.json", '[{"id": "a", "title": "One"},\n {"id": "a", "title": "Three"}]', 2),
    ],
)
def test_an_id_that_stands_twice_in_a_file_is_told(tmp_path, name, text, line):
    """The first source of an id is taken, and the line of the other named, once a brief uses it."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "brief.yaml").write_text(f"title: T\nbackground: See [@a].\nsources: [{name}]\n", encoding="utf-8")
    brief = briefgen.load(tmp_path / "brief.yaml")
    assert [source.title for source in brief.sources] == ["One"]
    (told,) = briefgen.check(brief)
    assert (told.code, told.place.line) == ("duplicate-source", line)


@pytest.mark.parametrize(
    ("citations", "said"),
    [
        ("author-date", "Smith, John, Jr., et al. 2020. T."),
        ("note", "Smith, John, Jr., et al. T. 2020."),
        ("numeric", "Smith, John, Jr.; et al. T. 2020."),
    ],
)
def test_others_and_suffixes(tmp_path, citations, said):
    """`and others` is `et al.`, and a suffix may stand behind the given name."""
    (tmp_path / "l.bib").write_text('@book{b, author="Smith, John, Jr. and others", title="T", year=2020}')
    path = tmp_path / "brief.yaml"
    path.write_text(
        f"title: T\nlanguage: de\nlayout: {{options: {{citations: {citations}}}}}\n"
        "background: See [@b].\nsources: [l.bib]\n"
    )
    document = briefgen.compose(briefgen.load(path))
    (entry,) = (node for node in walk(document) if isinstance(node, BibliographyEntry))
    assert plain_text(entry).startswith(said)


def test_ris_as_loosely_as_it_is_written():
    """A record ends where the next begins; a text goes on in the next line; a date that is none is kept as it is."""
    (_, first), (_, second) = read_ris(
        "TY  - BOOK\nID  - a\nTI  - A\n long one\nSN  - 978-0\nY2  - 2025/03/xx\nEP  - 9\n"
        "TY  - JOUR\nID  - b\nSN  - 1234-5678\nPY  - in press\nER  - \nER  - \n",
        "a.ris",
    )
    assert (first["title"], first["ISBN"], first["accessed"], first["page"]) == ("A long one", "978-0", "2025-03", "9")
    assert (second["ISSN"], second["issued"]) == ("1234-5678", "in press")


def test_too_many_files_of_sources_are_refused(tmp_path):
    """Before any of them is read."""
    with pytest.raises(InputError, match="may name 20 files of sources at most"):
        briefgen.load(written(tmp_path, [f"{number}.bib" for number in range(21)]))


def test_a_list_of_sources_that_cannot_be_read_is_told_with_its_line(tmp_path):
    """Its own file and line, not the brief's."""
    (tmp_path / "list.yaml").write_text("- id: a\n  title: A\n  title: B\n")
    with pytest.raises(InputError, match=r"list\.yaml:3:3"):
        briefgen.load(written(tmp_path, ["list.yaml"]))
