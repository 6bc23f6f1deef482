"""Every way in which a Word file can be asked for gives a sound one."""

from pathlib import Path

import pytest
from attrs import evolve
from backends.docx.house_files import house, themed
from backends.docx.lint import lint
from backends.docx.reading import W, xml
from documents import everything, p

import briefgen
from briefgen.api import Choices, produce
from briefgen.backends.base import RenderOptions
from briefgen.backends.docx import DocxBackend, passages
from briefgen.document.nodes import Attrs, Div, Marking
from briefgen.themes import load_theme

EXAMPLES = sorted(path.parent.name for path in Path("examples").glob("*/brief.yaml"))
EMBEDDING = 'extends = "institute"\nname = "own"\n[word]\nembed = true\n'
REVIEWED = RenderOptions(comments=True, passages=True)


def wide(document):
    """Put everything on pages that lie on their side, between two that do not."""
    lying = Div(document.blocks, attrs=Attrs(classes=("landscape",)))
    return evolve(document, blocks=(p("before"), lying, p("between"), evolve(lying, blocks=(p("wide"),)), p("after")))


def turned(document):
    """Write everything from the right."""
    return evolve(document, meta=evolve(document.meta, language="ar", direction="rtl"))


def marked(document):
    """Make everything a draft with a marking of many words."""
    marking = Marking("OFFICIAL-SENSITIVE · COMMERCIAL · No copies · Return by hand")
    return evolve(document, meta=evolve(document.meta, watermark="Draft", marking=marking))


CHANGES = {
    "as it is": lambda x: x,
    "wide": wide,
    "turned": turned,
    "marked": marked,
    "all": lambda x: wide(turned(marked(x))),
}


@pytest.fixture(scope="module")
def themes(tmp_path_factory):
    """Every kind of theme, on both papers where the paper is the theme's."""
    folder = tmp_path_factory.mktemp("themes")
    (folder / "own.toml").write_text(EMBEDDING, "utf-8")
    return {
        "A4": load_theme(page_size="A4"),
        "Letter": load_theme(page_size="Letter"),
        "embedding": load_theme(str(folder / "own.toml")),
        "house": themed(folder, house()),
        "house without heads": themed(tmp_path_factory.mktemp("bare"), house(header="", body=False)),
    }


@pytest.mark.parametrize("theme", ["A4", "Letter", "embedding", "house", "house without heads"])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("notes", ["footnotes", "endnotes"])
def test_every_node_is_sound_in_every_setting(themes, theme, change, notes):
    """On both papers, with faces embedded, in a house's file; on its side, from the right, a draft; with comments."""
    renderer = DocxBackend().prepare(themes[theme], REVIEWED)
    assert lint(renderer.render(CHANGES[change](everything(notes))).data) == []


CHOICES = {
    "plain": Choices(),
    "reviewed": Choices(comments=True, passages=True),
    "with everything": Choices(
        options={"cover": True, "contents": "always", "number_sections": True, "backlinks": True}
    ),
    "in notes": Choices(options={"citations": "note", "notes": "endnotes", "portion_marks": True}, page_size="Letter"),
    "released": Choices(release="TLP:RED", passages=True),
}


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("chosen", CHOICES)
def test_every_example_is_sound_whatever_is_asked_for(example, chosen):
    """Cover, contents, comments, passages, citations of every kind, a release."""
    brief = briefgen.load(Path("examples") / example / "brief.yaml")
    if chosen == "released" and not (brief.marking and brief.marking.level.startswith("TLP")):
        pytest.skip("its marking is none of the Traffic Light Protocol")
    (data,), _ = produce(brief, ["docx"], CHOICES[chosen])
    assert lint(data) == []
    assert bool(passages(data)) == CHOICES[chosen].passages


def test_a_theme_that_justifies_prose_does_so_in_word(tmp_path):
    """Body text takes the alignment of its role, and headings keep theirs."""
    path = tmp_path / "justified.toml"
    path.write_text('name = "justified"\nextends = "institute"\n[roles]\nbody = { align = "justify" }\n', "utf-8")
    renderer = DocxBackend().prepare(load_theme(str(path)), RenderOptions())
    styles = xml(renderer.render(everything()).data, "word/styles.xml")
    aligned = {style.get(W + "styleId"): style.find(f"{W}pPr/{W}jc") for style in styles.iter(W + "style")}
    assert aligned["BodyText"].get(W + "val") == "both"
    assert aligned["Heading1"] is None
