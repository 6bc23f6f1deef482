"""Links from a judgment, an effect and a claim to their evidence and back, in each format."""

import io
import re
import zipfile

import pikepdf
import pytest

import briefgen
from briefgen.composition.components import Context, components
from briefgen.document import nodes, plain_text, walk
from briefgen.document.numbering import number
from briefgen.model import Brief, Claim, Effect, Event, Judgment, Layout, Source

TARGETS = {"source-a", "judgment-j", "effect-e", "claim-c", "event-v"}


@pytest.fixture(scope="module")
def document():
    """A brief in which one of each kind rests on the next."""
    return briefgen.compose(brief())


def brief(**options):
    return Brief(
        "Port",
        bottom_line="It closes [@a].",
        layout=Layout(options={"backlinks": True, **options}),
        sources=[Source("A report", id="a")],
        developments=[Event("Strike", id="v", reports=[Claim("It goes on.", id="c", sources="a")])],
        effects=[Effect("Ships wait.", id="e", causes=["c", "v"], sources="a")],
        key_judgments=[Judgment("It lasts.", id="j", basis=["c", "e"], sources="a")],
    )


def test_what_rests_on_a_part_stands_beside_it(document):
    """The source, the claim and the effect each say what they support, in the order of the brief.

    The event does not: it stands around its reports.
    """
    found = {n.target for n in walk(document) if "backlink" in n.attrs.classes}
    assert found == TARGETS - {"source-a", "event-v"}
    (entry,) = (n for n in walk(document) if isinstance(n, nodes.BibliographyEntry))
    back = [n.target for n in walk(entry) if isinstance(n, nodes.Reference)]
    assert "Supports: Bottom line; It lasts; It goes on; Ships wait" in plain_text(entry)
    assert back == ["judgment-j", "claim-c", "effect-e"]


def test_without_the_option_nothing_is_said():
    """Who does not want them can say so."""
    plain = briefgen.compose(brief(backlinks=False))
    assert not [n for n in walk(plain) if "backlink" in n.attrs.classes]


def test_many_parts_are_numbers_that_say_their_titles():
    """A source that holds up much leads to each in a line or two, and each link says where it leads."""
    effects = [Effect(f"Ship {name} waits.", id=name, sources="a") for name in "pqrst"]
    made = briefgen.compose(Brief("Port", sources=[Source("A report", id="a")], effects=effects))
    (entry,) = (n for n in walk(made) if isinstance(n, nodes.BibliographyEntry))
    assert plain_text(entry).endswith("Supports: 1 2 3 4 5")
    assert next(n.title for n in walk(entry) if isinstance(n, nodes.Reference)) == "Ship p waits"
    assert '[1](#effect-p "Ship p waits")' in briefgen.render(made, "md").data.decode()
    with zipfile.ZipFile(io.BytesIO(briefgen.render(made, "docx").data)) as package:
        assert 'w:tooltip="Ship p waits"' in package.read("word/document.xml").decode()
    with pikepdf.open(io.BytesIO(briefgen.render(made).data)) as pdf:
        said = [str(link.Contents) for page in pdf.pages for link in page.Annots]
    assert "Ship p waits" in said


def test_links_work_in_markdown(document):
    """Each link's anchor is in the file."""
    text = briefgen.render(document, "md").data.decode()
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) >= TARGETS
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= set(re.findall(r'<a id="([\w-]+)">', text))


def test_a_source_whose_id_begins_with_its_kind_is_linked():
    """A link in prose leads to the source's entry, however the source's id is spelled."""
    for id in ("a", "source-1"):
        made = Brief("T", bottom_line=f"See [it](#{id}) [@{id}].", sources=[Source("A report", id=id)])
        text = briefgen.render(briefgen.compose(made), "md").data.decode()
        anchor = f"source-{id}"
        assert f"[it](#{anchor})" in text
        assert f'<a id="{anchor}"></a>' in text


def test_links_work_in_word(document):
    """Each link's bookmark is in the file, and each of the parts is linked."""
    data = briefgen.render(document, "docx").data
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    linked = set(re.findall(r'<w:hyperlink [^>]*w:anchor="([^"]+)"', xml)) | set(
        re.findall(r'(?:REF|PAGEREF|HYPERLINK \\l) "?([\w-]+)', xml)
    )
    marked = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    assert linked <= marked
    assert len(linked) >= len(TARGETS)


def test_links_work_in_pdf(document):
    """Each link leads to a place on a page of the file, and there is a place for each part."""
    with pikepdf.open(io.BytesIO(briefgen.render(document, "pdf").data)) as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.get("/Subtype") == "/Link"]
        pages = {page.objgen for page in pdf.pages}
        assert all(link.Dest[0].objgen in pages for link in links)
        places = {(link.Dest[0].objgen, *map(str, link.Dest[1:])) for link in links}
    assert len(places) >= len(TARGETS)


def test_a_citation_leads_to_its_own_source_where_sources_stand_in_columns():
    """Of six sources in two columns, each of the three in a column has a height of its own that links lead to."""
    sources = [Source(f"Report {i}", id=f"r{i}") for i in range(6)]
    made = Brief("T", bottom_line=" ".join(f"So [@r{i}]." for i in range(6)), sources=sources)
    document = briefgen.compose(made, options={"backlinks": False})
    with pikepdf.open(io.BytesIO(briefgen.render(document).data)) as pdf:
        heights = [float(link.Dest[3]) for page in pdf.pages for link in page.get("/Annots", [])]
    assert heights[:3] == heights[3:] == sorted(set(heights), reverse=True)


def test_what_a_template_leaves_out_is_named_without_a_link():
    """A back-link to a part that is not shown keeps its words and is no finding."""
    made = components(Context(brief(), options={"backlinks": True}))["source_list"](brief().sources)
    numbered, found = number(nodes.Document(meta=nodes.Meta(title="x"), blocks=made))
    assert found == ()
    assert not [n for n in walk(numbered) if isinstance(n, nodes.Reference)]
