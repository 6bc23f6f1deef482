"""What a distribution adds is found by name, one at a time; what is wrong with it is told, and the rest goes on."""

import sys
from textwrap import dedent
from zipfile import ZipFile

import pytest

import briefgen
from briefgen import plugins
from briefgen.backends.registry import backend_for, names
from briefgen.cli import main
from briefgen.errors import BriefgenError, Severity
from briefgen.scales import names as scale_names
from briefgen.scales import scale
from briefgen.themes import load_theme, shipped

BACKEND = """
    class Backend:
        name, suffix, media_type = "txt", ".txt", "text/plain"
        def prepare(self, theme, options): ...
"""
CHECK = """
    from briefgen import Diagnostic

    def check(brief):
        yield Diagnostic("shouting", "the title shouts", path="title")
"""


class Site:
    """A folder on Python's path, into which distributions are put as pip does."""

    def __init__(self, folder):
        self.folder = folder

    def add(self, distribution, group, entry, code="", version="1.0"):
        """Put in a distribution with one entry point, and the module of its name, `-` written as `_`."""
        info = self.folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        (info / "entry_points.txt").write_text(f"[briefgen.{group}]\n{entry}\n")
        (self.folder / f"{distribution.replace('-', '_')}.py").write_text(dedent(code))


def _forget():
    plugins._offered.cache_clear()
    plugins._installed.cache_clear()


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Give a folder on Python's path; what was imported from it is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    _forget()
    yield Site(tmp_path)
    _forget()
    for name in set(sys.modules) - before:
        if name.startswith("acme"):
            del sys.modules[name]


def brief(title="A title"):
    """Make the smallest brief."""
    return briefgen.from_dict({"title": title, "bottom_line": "Nothing has moved."})


# --- found --------------------------------------------------------------------------------------------------------


def test_a_backend_is_found_by_name_and_suffix(site):
    """A plug-in's format is asked for as the built-in ones are, and listed with them."""
    site.add("acme", "backends", "txt = acme:Backend", BACKEND)
    assert backend_for(".TXT").name == "txt"
    assert names() == ("docx", "md", "pdf", "txt")


def test_a_template_is_found_by_name_and_may_extend_a_built_in_one(site):
    """The plug-in's folder is searched after the project's own; messages name the distribution."""
    code = "from pathlib import Path\nTEMPLATE = Path(__file__).parent / 'templates' / 'acme'"
    site.add("acme", "templates", "acme = acme:TEMPLATE", code)
    folder = site.folder / "templates" / "acme"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('kind = "Acme note"')
    (folder / "brief.md.j2").write_text(
        '{% extends "policy-brief" %}{% block bottom_line %}{% include "foot" %}{% endblock %}'
    )
    (folder / "foot.md.j2").write_text("From Acme.")
    document = briefgen.compose(brief(), "acme")
    assert document.meta.kind == "Acme note"
    assert "From Acme." in briefgen.render(document, "md").data.decode()
    (folder / "foot.md.j2").write_text("{{ nothing }}")
    with pytest.raises(BriefgenError, match=r"acme:acme/foot\.md\.j2:1"):
        briefgen.compose(brief(), "acme")


def test_a_project_overrides_a_plug_ins_template_and_builds_on_it(site, tmp_path_factory):
    """A template that extends its own name means the plug-in's."""
    code = "from pathlib import Path\nTEMPLATE = Path(__file__).parent / 'acme_templates' / 'acme'"
    site.add("acme", "templates", "acme = acme:TEMPLATE", code)
    project = tmp_path_factory.mktemp("project")
    theirs, ours = site.folder / "acme_templates" / "acme", project / "acme"
    for folder in (theirs, ours):
        folder.mkdir(parents=True)
    (theirs / "brief.md.j2").write_text("# {{ brief.title }}\n\n{% block body %}Theirs.{% endblock %}\n")
    (ours / "brief.md.j2").write_text('{% extends "acme" %}{% block body %}Ours, over {{ super() }}{% endblock %}')
    written = briefgen.render(briefgen.compose(brief(), "acme", folder=project), "md").data.decode()
    assert written == "# A title\n\nOurs, over Theirs.\n"


def test_a_theme_is_found_by_name(site):
    """A plug-in offers the path of a theme's file."""
    site.add("acme", "themes", "acme = acme:THEME", f"THEME = {str(shipped('themes', 'institute.toml'))!r}")
    assert load_theme("acme") == load_theme("institute")


def test_a_scale_is_found_by_name(site):
    """A plug-in offers the path of a scale's file."""
    site.add("acme", "scales", "acme = acme:SCALE", "SCALE = __file__.replace('acme.py', 'acme.toml')")
    text = 'name = "Acme"\nkind = "magnitude"\ncitation = "Acme"\n[[terms]]\nterm = "big"'
    (site.folder / "acme.toml").write_text(text)
    assert scale("Acme").term("big")
    assert "acme" in scale_names()


def test_an_installed_check_runs_over_every_brief(site):
    """Its findings stand among the others."""
    site.add("acme", "checks", "shouting = acme:check", CHECK)
    (found,) = briefgen.check(brief("AH"))
    assert str(found) == "title: the title shouts"


def test_nothing_is_imported_before_it_is_asked_for(site):
    """Making a built-in format leaves plug-ins for other formats alone."""
    site.add("acme", "backends", "txt = acme:Backend", "raise RuntimeError('imported')")
    briefgen.render(briefgen.compose(brief()), "md")
    assert names() == ("docx", "md", "pdf", "txt")
    assert "acme" not in sys.modules


# --- refused ------------------------------------------------------------------------------------------------------

OFFERS = {
    "backends": backend_for,
    "templates": lambda name: briefgen.compose(brief(), name),
    "themes": load_theme,
    "scales": scale,
    "checks": lambda name: briefgen.api.refuse(briefgen.check(brief())),
}


@pytest.mark.parametrize("kind", OFFERS)
def test_two_plug_ins_of_one_name_are_refused(site, kind):
    """The error names both distributions with their versions."""
    site.add("acme-one", kind, "twin = acme_one:x")
    site.add("acme-two", kind, "Twin = acme_two:x", version="2.1")
    with pytest.raises(BriefgenError) as raised:
        OFFERS[kind]("twin")
    (told,) = raised.value.diagnostics
    assert told.code == "duplicate-plugin"
    assert f"the {kind[:-1]} 'twin' is offered by acme-" in told.message
    assert "acme-one 1.0" in told.message
    assert "acme-two 2.1" in told.message


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("backends", "pdf"),
        ("backends", "word"),
        ("templates", "policy-brief"),
        ("themes", "institute"),
        ("scales", "phia"),
    ],
)
def test_a_plug_in_does_not_take_the_place_of_what_ships(site, kind, name):
    """Nobody gets another PDF than they think because something was installed."""
    site.add("acme", kind, f"{name} = acme:x")
    with pytest.raises(BriefgenError, match=f"'{name}' is offered by briefgen itself and by acme 1.0"):
        OFFERS[kind](name)


# --- broken -------------------------------------------------------------------------------------------------------

BROKEN = {
    "backends": [
        ("raise RuntimeError('no luck')", "can't be imported: RuntimeError: no luck"),
        ("raise SystemExit", "can't be imported: SystemExit"),
        ("import acme_missing", "can't be imported: ModuleNotFoundError: No module named 'acme_missing'"),
        ("", "can't be imported: AttributeError: module 'acme' has no attribute 'x'"),
        ("x = None", "gives nothing; expected a class"),
        ("class x:\n    def __init__(self): raise OSError('no font')", "can't be made: OSError: no font"),
        ("class x: pass", "has the name None; expected 'bad'"),
        ("class x: name, suffix = 'bad', 'bad'", "has the suffix 'bad'; expected '.bad'"),
        ("class x: name, suffix = 'bad', '.bad'", "has no media_type"),
        ("class x: name, suffix, media_type = 'bad', '.bad', 'text/plain'", "has no method prepare"),
    ],
    "templates": [
        ("x = 3", "gives a value of type int; expected a path"),
        ("x = __file__", "expected a folder 'bad' that holds brief.md.j2"),
        ("x = __file__ + '/nowhere'", "where nothing is"),
    ],
    "themes": [("x = 3", "gives a value of type int; expected a path"), ("x = 1 / 0", "ZeroDivisionError")],
    "scales": [("x = 3", "gives a value of type int; expected a path")],
}


@pytest.mark.parametrize(("kind", "code", "why"), [(kind, *each) for kind, cases in BROKEN.items() for each in cases])
def test_a_broken_plug_in_is_named_when_it_is_asked_for(site, kind, code, why):
    """The error says which distribution, what is wrong and where it enters; everything else works."""
    site.add("acme", kind, "bad = acme:x", code)
    with pytest.raises(BriefgenError) as raised:
        OFFERS[kind]("bad")
    (told,) = raised.value.diagnostics
    assert told.code == "broken-plugin"
    assert told.message.startswith(f"the {kind[:-1]} 'bad' of acme 1.0 ")
    assert why in told.message
    assert told.hint == "its entry point is 'acme:x'"
    assert briefgen.render(briefgen.compose(brief()), "md").data


BROKEN_CHECKS = [
    ("raise RuntimeError('no luck')", "can't be imported: RuntimeError: no luck"),
    ("x = 3", "gives a value of type int; expected a function that takes a brief"),
    ("def x(brief):\n    return 1 / 0", "failed: ZeroDivisionError: division by zero ("),
    ("def x(brief): pass", "failed: TypeError: 'NoneType' object is not iterable"),
    ("def x(brief): yield 'bad'", "found a value of type str; expected Diagnostics"),
]


@pytest.mark.parametrize(("code", "why"), BROKEN_CHECKS)
def test_a_broken_check_is_one_warning(site, code, why):
    """The other checks run, the brief can be built, and `strict` makes an error of it."""
    site.add("acme", "checks", "bad = acme:x", code)
    site.add("acme-two", "checks", "good = acme_two:check", CHECK)
    broken, good = briefgen.check(brief())
    assert (broken.code, broken.severity) == ("broken-plugin", Severity.WARNING)
    assert broken.message.startswith("the check 'bad' of acme 1.0 ")
    assert why in broken.message
    assert good.code == "shouting"


def test_an_unknown_name_is_told_with_what_plug_ins_offer(site):
    """A slip of the finger gets the plug-in's name suggested."""
    site.add("acme", "backends", "latex = acme:x")
    site.add("acme-two", "templates", "house-note = acme_two:x")
    site.add("acme-three", "themes", "twilight = acme_three:x")
    with pytest.raises(BriefgenError, match=r"known: docx, latex, md, pdf; did you mean 'latex'\?"):
        backend_for("latx")
    with pytest.raises(BriefgenError, match="nearest: 'house-note'"):
        briefgen.compose(brief(), "house-notes")
    with pytest.raises(BriefgenError, match="known: institute, twilight"):
        load_theme("twilit")


MALFORMED = {
    "a line that is no entry": b"[briefgen.themes]\nacme\n",
    "no text": b"[briefgen.themes]\nacme = acme:\xff\n",
    "an entry of no name": b"[briefgen.themes]\n = acme:x\nacme = \n[briefgen.\n = ",
    "a group that is not closed": b"[briefgen.themes\nacme = acme:x\n",
    "nothing that is meant for briefgen": b"[console_scripts]\nacme\n\xff",
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED)
def test_entry_points_that_cannot_be_read_leave_the_rest_alone(site, text):
    """Plug-ins of others are found, briefs are built, and what concerns briefgen is told once."""
    site.add("acme", "themes", "acme = acme:x")
    site.add("acme-two", "checks", "good = acme_two:check", CHECK)
    file = site.folder / "acme-1.0.dist-info" / "entry_points.txt"
    file.write_bytes(text)
    *told, good = briefgen.check(brief())
    assert good.code == "shouting"
    assert all(f"the plug-ins of {file.parent} can't be read: " in each.message for each in told)
    assert {each.severity for each in told} <= {Severity.WARNING}
    assert names() == ("docx", "md", "pdf")
    assert briefgen.render(briefgen.compose(brief()), "md").data


def test_who_asks_for_what_could_not_be_read_is_told_why(site, tmp_path):
    """The name is not known, because of a file that is named."""
    for kind, entry in (("themes", "noir"), ("backends", "txt")):
        site.add(f"acme-{kind}", kind, entry)
    with pytest.raises(
        BriefgenError, match=r"plug-ins of .*acme_themes-1.0.dist-info can't be read(.|\n)*no theme 'noir'"
    ):
        briefgen.write(brief(), tmp_path / "a.md", theme="noir")
    with pytest.raises(BriefgenError, match=r"no format 'txt'(.|\n)*plug-ins of .*acme_backends-1.0.dist-info"):
        backend_for("txt")


def test_a_distribution_without_a_name_is_told(site):
    """What pip left half removed has no name to be found by."""
    site.add("acme", "themes", "acme = acme:x")
    (site.folder / "acme-1.0.dist-info" / "METADATA").unlink()
    (told,) = briefgen.check(brief())
    assert "acme-1.0.dist-info can't be read" in told.message


def test_of_two_versions_of_one_distribution_the_first_on_the_path_counts(site, tmp_path_factory, monkeypatch):
    """As Python itself imports it; the other is no second plug-in of the same name."""
    site.add("acme-x", "backends", "txt = acme_x:Backend", BACKEND)
    other = Site(tmp_path_factory.mktemp("other"))
    other.add("Acme.X", "backends", "txt = nowhere:Backend", version="0.1")
    monkeypatch.setattr(sys, "path", [*sys.path, str(other.folder)])
    assert backend_for("txt").suffix == ".txt"


def test_a_bug_shows_its_traceback_and_asks_to_be_told(site, tmp_path, capsys):
    """Exit code 3, and no file: a backend's own fault is nobody's mistake."""
    site.add("acme", "backends", "txt = acme:Backend", BACKEND.replace(": ...", ": return 1 / 0"))
    (tmp_path / "brief.yaml").write_text("title: T\n")
    assert main(["build", str(tmp_path / "brief.yaml"), "-o", str(tmp_path / "out.txt")]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert said.endswith("briefgen: this is a bug in briefgen; please report it with the lines above\n")
    assert not (tmp_path / "out.txt").exists()


def test_a_plug_in_in_an_archive_is_found(site, tmp_path_factory, monkeypatch):
    """Python imports from zip files too."""
    archive = tmp_path_factory.mktemp("archive") / "acme.zip"
    with ZipFile(archive, "w") as file:
        file.writestr("acme_zip-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme-zip\nVersion: 1.0\n")
        file.writestr("acme_zip-1.0.dist-info/entry_points.txt", "[briefgen.backends]\ntxt = acme_zip:Backend\n")
        file.writestr("acme_zip.py", dedent(BACKEND))
    monkeypatch.syspath_prepend(archive)
    plugins._installed.cache_clear()
    assert backend_for("txt").suffix == ".txt"
