"""What the pages say is what the model and the package have."""

import inspect
import re
import tomllib

import pytest
from command_line_page import command_line_page
from components_page import components_page
from diagnostic_codes import codes
from fields_page import fields_page
from scales_page import scales_page
from snippets import PAGES, README, ROOT, snippets

import briefgen
from briefgen import cli, model
from briefgen.document import nodes
from briefgen.files.load import loads
from briefgen.model import Brief
from briefgen.model.describe import doc_of, fields_of
from briefgen.themes import shipped

GUIDE = ROOT / "docs" / "writing-a-brief.md"
BRIEF = ROOT / "examples" / "moscow-talks" / "brief.yaml"


def first(page, language):
    """Give the text of a page's first snippet in a language."""
    return next(each.text for each in snippets(page) if each.language == language)


def test_a_brief_in_markdown_fills_what_the_guide_says():
    """The bottom line, the background and a section come from the text below the front matter."""
    brief = loads(first(GUIDE, "markdown"), form="markdown").brief
    assert (brief.bottom_line is None, brief.background is None) == (False, False)
    assert [section.title for section in brief.sections] == ["Cost"]


@pytest.mark.parametrize(("name", "field"), fields_of(Brief).items())
def test_the_guide_tells_every_field_of_a_brief(name, field):
    """Each field at the top of a brief is in the guide, with the model's own sentence."""
    assert f"| `{name}` | {doc_of(field)} |\n" in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_between_documents_leads_to_a_file(page):
    """No link to a file of the repository is broken."""
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:\s]+)(?:#[^)]*)?\)", outside_code(page.read_text(encoding="utf-8")))
    assert [link for link in links if not (page.parent / link).exists()] == []


def outside_code(text):
    """Give a page without its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


def test_the_template_of_the_readme_adds_a_line_and_leaves_out_the_actors(tmp_path):
    """Whoever copies the template gets what the README says that it does."""
    template = tmp_path / "house.md.j2"
    template.write_text(first(README, "jinja"), encoding="utf-8")
    assert cli.main(["build", str(BRIEF), "-o", str(tmp_path / "own.md"), "--template", str(template)]) == 0
    assert cli.main(["build", str(BRIEF), "-o", str(tmp_path / "ours.md")]) == 0
    own, ours = ((tmp_path / name).read_text(encoding="utf-8") for name in ("own.md", "ours.md"))
    assert "*Reported* means that somebody says so" in own
    assert ("# Actors" in own, "# Actors" in ours) == (False, True)


def test_every_command_is_in_the_table_of_the_readme():
    """Whoever reads the README knows what there is."""
    table = re.findall(r"^\| `briefgen (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(re.findall(r"^## `briefgen (\w+)", command_line_page(), re.MULTILINE))


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("title: Talks", ["check", "brief.yaml"], 0),
        ("titel: Talks", ["check", "brief.yaml"], 1),
        ("title: Talks", ["build", "brief.yaml", "-o", "no/such/folder/brief.md"], 2),
    ],
)
def test_exit_codes_are_those_of_the_table(tmp_path, monkeypatch, text, arguments, code):
    """A script can tell a brief at fault from a command line at fault."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    assert cli.main(arguments) == code


def test_every_code_of_a_diagnostic_is_explained_once():
    """Whoever gets a code finds what it means; and no code is told that nobody can get."""
    page = (ROOT / "docs" / "reference" / "diagnostics.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[a-z`, -]+`) \|", page, re.MULTILINE)
    told = [code for row in rows for code in re.findall("`([a-z-]+)`", row)]
    assert (codes() - set(told), set(told) - codes()) == (set(), set())
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("fields", fields_page),
        ("components", components_page),
        ("command-line", command_line_page),
        ("scales", scales_page),
    ],
)
def test_a_page_that_is_made_is_up_to_date(name, made):
    """Model, components, commands and scales are as their pages say; each page tells how to renew it."""
    assert (ROOT / "docs" / "reference" / f"{name}.md").read_text(encoding="utf-8") == made()


def public():
    """Give the names that scripts and backends use: functions, classes of the model, nodes of the tree."""
    made = [name for name, each in vars(nodes).items() if inspect.isclass(each) and each.__module__ == nodes.__name__]
    return sorted({*briefgen.__all__, *model.__all__, *made})


@pytest.mark.parametrize("name", public())
def test_everything_public_is_in_the_reference(name):
    """Whoever looks for a function, a class of the model or a node finds it, with what it says of itself."""
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    assert re.search(rf"^(?:\.\. auto\w+:: |   ){name}\b", page, re.MULTILINE)
    assert inspect.getdoc(getattr(nodes, name, None) or getattr(briefgen, name))


def test_every_token_of_a_theme_is_in_the_reference():
    """Whoever makes a theme finds what each token is for."""
    tokens = tomllib.loads(shipped("themes", "institute.toml").read_text(encoding="utf-8"))
    names = {name for table in ("page", "colours", "roles", "strokes") for name in tokens[table]}
    told = re.findall("`([a-z0-9_-]+)`", (ROOT / "docs" / "reference" / "themes.md").read_text(encoding="utf-8"))
    assert names - set(told) == set()


def test_every_room_of_the_package_is_shown():
    """Whoever looks for a place in the code finds its room in the explanation."""
    page = (ROOT / "docs" / "explanation" / "one-way-through.md").read_text(encoding="utf-8")
    rooms = {path.name for path in (ROOT / "briefgen").iterdir() if not path.name.startswith("_")}
    assert {name for name in rooms - {"py.typed"} if not re.search(rf"`{re.escape(name)}/?`", page)} == set()


def test_every_block_and_option_of_the_template_that_ships_is_in_the_reference():
    """Whoever extends it finds what there is to change."""
    page = (ROOT / "docs" / "reference" / "templates.md").read_text(encoding="utf-8")
    options = tomllib.loads(shipped("policy-brief", "template.toml").read_text(encoding="utf-8"))["options"]
    blocks = re.findall(r"\{% block (\w+) %\}", shipped("policy-brief", "brief.md.j2").read_text(encoding="utf-8"))
    shown = re.findall(r"^\| `(\w+)` \| (.*) \| (.*) \|$", page, re.MULTILINE)
    assert [(name, said) for name, _, said in shown] == [(name, said["description"]) for name, said in options.items()]
    for (_, values, _), option in zip(shown, options.values()):
        assert f"**`{str(option['default']).lower()}`**" in values
        assert {*re.findall(r"`([\w-]+)`", values)} >= {*option.get("choices", [])}
    assert " ".join(f"`{name}`," for name in blocks)[:-1] in " ".join(page.split())
