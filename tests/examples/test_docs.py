"""What the documents say works as written."""

import re
from pathlib import Path

import pytest
from fields_page import fields_page

from briefgen.checks import check
from briefgen.errors import BriefgenError
from briefgen.files.load import loads
from briefgen.model import Brief
from briefgen.model.describe import doc_of, fields_of

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "writing-a-brief.md"
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]


def snippets(page, kind):
    """Give the fenced blocks of a kind in a page."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def findings(text, form="yaml"):
    """Give what is told about a brief that is written in a file."""
    try:
        loaded = loads(text, "brief.yaml", form=form)
    except BriefgenError as error:
        return [str(found) for found in error.diagnostics]
    return [str(found) for found in (*loaded.diagnostics, *check(loaded.brief, loaded.places))]


@pytest.mark.parametrize("snippet", [*snippets(GUIDE, "yaml"), *snippets(README, "yaml")])
def test_a_brief_shown_in_the_documents_has_no_finding(snippet):
    """Whoever copies a snippet starts with a brief that is right."""
    assert findings(snippet) == []


@pytest.mark.parametrize("snippet", snippets(GUIDE, "markdown"))
def test_a_brief_in_markdown_fills_what_the_guide_says(snippet):
    """The bottom line, the background and a section come from the text below the front matter."""
    brief = loads(snippet, form="markdown").brief
    assert findings(snippet, form="markdown") == []
    assert (brief.bottom_line is None, brief.background is None) == (False, False)
    assert [section.title for section in brief.sections] == ["Cost"]


@pytest.mark.parametrize(
    ("trap", "told"), list(zip(snippets(GUIDE, "yaml trap"), snippets(GUIDE, "text"), strict=True))
)
def test_a_trap_of_yaml_is_told_as_the_guide_shows(trap, told):
    """The message in the guide is the message that a person gets."""
    assert findings(trap) == told.splitlines()


@pytest.mark.parametrize(("name", "field"), fields_of(Brief).items())
def test_the_guide_tells_every_field_of_a_brief(name, field):
    """Each field at the top of a brief is in the guide, with the model's own sentence."""
    assert f"| `{name}` | {doc_of(field)} |\n" in GUIDE.read_text(encoding="utf-8")


def test_the_list_of_fields_is_that_of_the_model():
    """The reference page is renewed with the model."""
    assert (ROOT / "docs" / "reference" / "fields.md").read_text(encoding="utf-8") == fields_page()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_between_documents_leads_to_a_file(page):
    """No link to a file of the repository is broken."""
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:\s]+)(?:#[^)]*)?\)", outside_code(page.read_text(encoding="utf-8")))
    assert [link for link in links if not (page.parent / link).exists()] == []


def outside_code(text):
    """Give a page without its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
