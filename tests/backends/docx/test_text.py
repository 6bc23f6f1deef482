"""Text, links, notes, references and remarks in a Word file."""

import pytest
from documents import bare_document, cell, everything, p
from hypothesis import given
from hypothesis import strategies as st

from briefgen.backends.docx.anchors import bookmark_name
from briefgen.backends.docx.formatting import WEIGHTS
from briefgen.backends.docx.links import address
from briefgen.backends.docx.styles.sheet import all_styles
from briefgen.document.nodes import (
    Attrs,
    Badge,
    Bibliography,
    BibliographyEntry,
    Column,
    Comment,
    Emphasis,
    Link,
    Note,
    Paragraph,
    Reference,
    Row,
    Section,
    Span,
    Strong,
    Table,
    TableBody,
    Text,
)
from briefgen.themes import load_theme

from .lint import lint
from .reading import W, paragraphs, parts, render, style, text, xml


def body(*blocks, **meta):
    """Render blocks below a title and give the document part."""
    return xml(render(bare_document(*blocks, **meta)).data)


def line(*inlines):
    """Make a paragraph of inlines."""
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def test_tabs_line_ends_and_hyphens_are_words_own():
    """They become elements that Word edits, not characters in a text."""
    root = body(line("a\tb\nc\r\nd\xade\u2011f"))
    names = [e.tag.removeprefix(W) for e in list(root.iter(f"{W}p"))[1].iter() if e.tag.removeprefix(W) != "t"]
    assert names[-5:] == ["tab", "br", "br", "softHyphen", "noBreakHyphen"]


def test_nested_looks_add_up():
    """Strong within stressed is both; a language stands on the words that have it."""
    french = Span((Text("mot"),), attrs=Attrs(language="fr"))
    arabic = Span((Text("كلمة"),), attrs=Attrs(language="ar"))
    runs = list(body(line(Emphasis((Strong((Text("both"),)),)), french, arabic)).iter(f"{W}r"))[-3:]
    assert [e.tag.removeprefix(W) for e in runs[0].find(f"{W}rPr")] == ["b", "bCs", "i", "iCs"]
    assert runs[1].find(f"{W}rPr/{W}lang").get(f"{W}val") == "fr"
    assert runs[2].find(f"{W}rPr/{W}rtl") is not None


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("http://example.org/a b|c", "http://example.org/a%20b%7Cc"),
        ("https://пример.example/ä", "https://пример.example/ä"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("\\\\server\\share", ""),
        ("https://", ""),
        ("https://[bad", ""),
        ("data:text/html,x", ""),
        ("https://example.org/" + "x" * 3000, ""),
        ("", ""),
    ],
)
def test_only_ways_out_that_are_safe_are_links(url, target):
    """http, https and mailto are links, made valid; anything else is none."""
    assert address(url) == target


def test_a_refused_link_keeps_its_words_and_is_told():
    """The reader loses nothing but the link."""
    rendered = render(bare_document(line(Link("javascript:alert(1)", (Text("click"),)))))
    assert b"javascript" not in b"".join(parts(rendered.data).values())
    assert "click" in text(xml(rendered.data))
    assert [d.code for d in rendered.diagnostics] == ["unsafe-link"]


def test_the_same_address_is_one_relationship():
    """Many links to one place do not swell the file."""
    link = Link("https://example.org/", (Text("x"),))
    rels = xml(render(bare_document(line(link, link), line(link))).data, "word/_rels/document.xml.rels")
    assert len([r for r in rels if r.get("TargetMode") == "External"]) == 1


def test_references_repeat_captions_and_headings_and_link_to_the_rest():
    """A REF field follows a table's number; a word of the author's own stays as it is."""
    root = xml(render(everything()).data)
    fields = [e.text.strip() for e in root.iter(f"{W}instrText")]
    assert "REF the_table \\h \\* MERGEFORMAT" in fields
    assert "REF inlines \\h \\* MERGEFORMAT" in fields
    assert "SEQ Table \\* ARABIC" in fields
    own = bare_document(Section((Text("Heading"),), (p("x"),), attrs=Attrs(id="h")), line(Reference("h", (Text("w"),))))
    assert [e.get(f"{W}anchor") for e in xml(render(own).data).iter(f"{W}hyperlink")] == ["h"]


def test_a_reference_to_a_heading_repeats_no_badge():
    """The bookmark holds the heading's words alone."""
    heading = (Text("Talks"), Text(" "), Badge("status", "reported", "Reported"))
    root = body(Section(heading, (p("x"),), attrs=Attrs(id="talks")))
    start = next(root.iter(f"{W}bookmarkStart"))
    assert text(start.getnext()) == "Talks"
    assert start.getnext().getnext().tag == f"{W}bookmarkEnd"


@given(st.lists(st.text(max_size=60), unique=True, max_size=8))
def test_bookmark_names_are_valid_and_told_apart(anchors):
    """Any anchors, whatever their script, length and case."""
    names = [bookmark_name(anchor) for anchor in anchors]
    assert all(len(name) <= 40 and name.replace("_", "").isascii() for name in names)
    assert len({name.lower() for name in names}) == len(names)


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_notes_are_real_and_have_their_own_links(kind):
    """The settings decide which; a link within a note belongs to the notes' part."""
    data = render(everything(kind)).data
    note = xml(data, f"word/{kind}.xml").findall(f"{W}{kind[:-1]}")[-1]
    assert text(note).strip() == "A note with a link."
    assert b"https://example.org/n" in parts(data)[f"word/_rels/{kind}.xml.rels"]
    assert b"https://example.org/n" not in parts(data)["word/_rels/document.xml.rels"]


def test_a_note_within_a_note_stands_in_brackets():
    """Word has no notes in notes; the words stay."""
    inner = Note((line("inner"),))
    data = render(bare_document(line("x", Note((line("outer", inner),))))).data
    assert "outer[inner]" in text(xml(data, "word/footnotes.xml"))
    assert lint(data) == []


def test_remarks_come_out_only_when_asked():
    """Unasked, no word of a remark and no author is in any part of the file."""
    remark = bare_document(line("x", Comment("Is this so?", "B. Böll")))
    assert b"Is this so" not in b"".join(parts(render(remark).data).values())
    asked = render(remark, comments=True).data
    (comment,) = xml(asked, "word/comments.xml")
    assert (comment.get(f"{W}author"), comment.get(f"{W}initials"), text(comment)) == ("B. Böll", "BB", "Is this so?")
    assert lint(asked) == []


def test_a_document_from_right_to_left():
    """Paragraphs, runs, tables and the section run from the right."""
    table = Table((Column(),), (TableBody((Row((cell("خلية"),)),)),))
    root = body(line("كلمة"), table, title="عنوان", language="ar", direction="rtl")
    assert root.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert root.find(f".//{W}sectPr/{W}bidi") is not None
    said = [e for e in root.iter(f"{W}p") if text(e)]
    assert all(e.find(f"{W}pPr/{W}bidi") is not None for e in said)
    assert all(e.find(f"{W}rPr/{W}rtl") is not None for e in root.iter(f"{W}r"))


def test_a_source_has_its_label_and_its_anchor():
    """Citations lead to the entry."""
    entry = BibliographyEntry("port", (p("Port report."), p("Reliability B", "small")))
    root = body(Bibliography((entry,)))
    assert paragraphs(root)[1:3] == [("Bibliography", "Port report."), ("SourceDetail", "Reliability B")]
    assert [e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")] == ["source_port"]


def test_a_badge_in_a_heading_stays_bold():
    """Bold in a paragraph style and in a character style cancel each other; said at the run, it holds."""
    root = body(Section((Text("Talks "), Badge("status", "reported", "Reported")), (p("x"),)))
    run = next(e for e in root.iter(f"{W}r") if "Reported" in (e.findtext(f"{W}t") or ""))
    assert [e.tag.removeprefix(W) for e in run.find(f"{W}rPr")] == ["rStyle", "b", "bCs"]


def test_no_style_is_bold_and_not_said_at_the_run():
    """Every character style that is bold is in the list of those whose weight is said at the run."""
    bold = {s.id for s in all_styles(load_theme()) if s.kind == "character" and "<w:b/>" in s.run}
    assert bold == {style for style, heavy in WEIGHTS.items() if heavy}


def test_a_style_s_weight_is_said_at_the_run_only_where_the_paragraph_is_bold():
    """So that a person who changes the style changes every word that has it."""
    badge = Badge("status", "reported", "Reported")
    line = Paragraph((Text("said "), badge, Span((Text("label"),), attrs=Attrs(classes=("label",)))))
    root = xml(render(bare_document(line, Section((Text("H "), *line.inlines[1:]), attrs=Attrs(id="h")))).data)
    plain, heading = (next(e for e in root.iter(f"{W}p") if style(e) == name) for name in ("BodyText", "Heading1"))
    assert list(plain.iter(f"{W}b")) == []
    assert [e.get(f"{W}val") for e in heading.iter(f"{W}b")] == [None, "0"]


def test_a_document_from_the_right_is_so_in_its_heads_and_settings_too():
    """Fonts for its script are named that Word has, and its headers' words run from the right."""
    data = render(bare_document(p("x"), language="ar", direction="rtl", kind="K", footer="F")).data
    assert all(
        run.find(f"{W}rPr/{W}rtl") is not None
        for run in xml(data, "word/footer1.xml").iter(f"{W}r")
        if text(run).strip()
    )
    (fonts,) = xml(data, "word/settings.xml").iter(f"{W}themeFontLang")
    assert fonts.get(f"{W}bidi") == "ar"
    assert [e.get("typeface") for e in xml(data, "word/theme/theme1.xml").iter("{*}cs")] == ["Arial", "Times New Roman"]
    east = render(bare_document(p("x"), language="ja")).data
    assert next(xml(east, "word/settings.xml").iter(f"{W}themeFontLang")).get(f"{W}eastAsia") == "ja"
