"""The document tree: walking, numbering, and its JSON form."""

import pickle
import typing

import attrs
import pytest
from documents import bare_document, everything, li, p

from briefgen.document import nodes, number, plain_text, rewrite_all, walk
from briefgen.document.json import from_json, to_json
from briefgen.document.nodes import (
    Attrs,
    BulletList,
    Citation,
    CitationItem,
    Contents,
    Document,
    Item,
    Meta,
    Note,
    Notes,
    Paragraph,
    Reference,
    Section,
    Settings,
    Text,
)
from briefgen.errors import InputError


def test_everything_holds_every_node():
    """The document that backends are tested with leaves no kind of node out."""
    kinds = {kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, nodes.Node)}
    abstract = {nodes.Node, nodes.Block, nodes.Inline}
    seen = {type(node) for node in walk(everything())} | {nodes.ContentsEntry}
    assert kinds - abstract - seen == set()


def test_walk_reads_a_table_from_its_caption_to_its_foot():
    """Nodes come in the order in which a person reads them."""
    table = next(node for node in walk(everything()) if isinstance(node, nodes.Table))
    texts = [node.text for node in walk(table) if isinstance(node, Text)]
    assert texts[:2] == ["Parties and numbers", "Party"]
    assert texts[-1] == "19"


def test_rewrite_keeps_what_does_not_change():
    """A rewrite that changes nothing gives back the very same nodes."""
    blocks = everything().blocks
    assert all(a is b for a, b in zip(rewrite_all(blocks, lambda node: node), blocks))


def test_notes_tables_and_citations_are_counted():
    """Notes, tables, figures and citations carry the numbers that every format prints."""
    document = everything()
    found = {type(node): node for node in walk(document)}
    assert found[nodes.Note].number == "1"
    assert [n.number for n in walk(document) if isinstance(n, nodes.Table)] == ["1", ""]
    assert [n.number for n in walk(document) if isinstance(n, nodes.Figure)] == ["1", "2"]
    cited = [plain_text(n.inlines) for n in walk(document) if isinstance(n, Citation)]
    assert cited == ["[1, p. 4; see 2]", "[1]"]
    assert [n.label for n in walk(document) if isinstance(n, nodes.BibliographyEntry)] == ["[1]", "[2]"]


def test_references_take_their_targets_names():
    """A reference without words of its own says how its target is called."""
    named = [plain_text(n.inlines) for n in walk(everything()) if isinstance(n, Reference)]
    assert named[2:4] == ["Inlines", "Table 1"]


def test_a_reference_to_what_is_not_shown_keeps_its_words():
    """A reference whose target a template leaves out is said so, and its words stay."""
    document = Document(meta=Meta(title="t"), blocks=(Paragraph((Reference("nowhere", (Text("there"),)),)),))
    numbered, diagnostics = number(document)
    assert plain_text(numbered.blocks) == "there"
    assert [d.code for d in diagnostics] == ["reference-not-shown"]
    assert not any(isinstance(node, Reference) for node in walk(numbered))


def test_a_citation_of_an_unknown_source_is_reported():
    """A cited source that the document does not list is a warning, and the citation shows it."""
    document = Document(meta=Meta(title="t"), blocks=(Paragraph((Citation((CitationItem("x"),)),)),))
    numbered, diagnostics = number(document)
    assert plain_text(numbered.blocks) == "[x?]"
    assert "unknown-source" in [d.code for d in diagnostics]


def test_an_anchor_stands_once():
    """A part shown twice is pointed at where it stands first."""
    document = bare_document(p("one", id="a"), p("two", id="a"), Section((Text("A"),), (p("x", id="a"),)))
    assert [n.attrs.id for n in walk(document) if n.attrs.id] == ["a", "a-2"]


def test_sections_are_numbered_when_asked():
    """Section numbers follow the nesting, and contents hold them."""
    inner = Section((Text("Inner"), Note((p("n"),))), ())
    blocks = (Contents(depth=1), Section((Text("One"),), (inner, inner)), Section((Text("Two"),), ()))
    settings = Settings(number_sections=True)
    document, _ = number(Document(meta=Meta(title="t"), blocks=blocks, settings=settings))
    assert [n.number for n in walk(document) if isinstance(n, Section)] == ["1", "1.1", "1.2", "2"]
    contents = next(n for n in walk(document) if isinstance(n, Contents))
    assert [(e.number, plain_text(e.inlines)) for e in contents.entries] == [("1", "One"), ("2", "Two")]


def test_endnotes_are_gathered_in_order():
    """The block of notes holds every note, numbered as in the text."""
    paragraph = Paragraph((Text("a"), Note((p("first"),)), Text("b"), Note((p("second"),))))
    document = bare_document(BulletList((li("x", paragraph),)), Notes())
    notes = next(n for n in walk(document) if isinstance(n, Notes))
    assert [(n.number, plain_text(n.blocks)) for n in notes.notes] == [("1", "first"), ("2", "second")]


@pytest.mark.parametrize("make", [everything, bare_document])
def test_json_and_pickle_take_a_document_there_and_back(make):
    """A document read back from JSON or from a pickle is the same document."""
    document = make()
    assert from_json(to_json(document)) == document
    assert pickle.loads(pickle.dumps(document)) == document
    assert to_json(from_json(to_json(document))) == to_json(document)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "briefgen-document", "version": 2}', "[" * 100_000])
def test_what_is_no_document_is_refused(text):
    """JSON that is no document of this version is a person's mistake, told in one message."""
    with pytest.raises(InputError):
        from_json(text)


def test_every_node_field_is_typed():
    """Every field of every node says what it holds, so that walking finds each child."""
    for kind in vars(nodes).values():
        if isinstance(kind, type) and attrs.has(kind):
            assert typing.get_type_hints(kind).keys() >= {f.name for f in attrs.fields(kind)}


def test_labels_of_the_sources_follow_the_references():
    """A source is numbered by its place among the references, cited or not."""
    refs = (Item("a"), Item("b"))
    block = Paragraph((Citation((CitationItem("b"),)),), attrs=Attrs(id="x"))
    document, _ = number(Document(meta=Meta(title="t"), blocks=(block,), references=refs))
    assert plain_text(document.blocks) == "[2]"
