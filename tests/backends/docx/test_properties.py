"""The properties of a Word file: what search tools, document systems and fields know of it without reading it."""

import io

import docx
from backends.docx.lint import lint
from backends.docx.reading import render, xml
from documents import bare_document

import briefgen
from briefgen.document.nodes import Marking

BRIEF = {
    "title": "Talks",
    "bottom_line": "Nothing has moved.",
    "reference": "SUB-2026/0417",
    "edition": "Second",
    "status": "draft",
    "marking": "TLP:AMBER",
    "organisation": "Explainers & Co",
    "prepared_for": "The Minister",
    "date": "2026-03-02",
}


def custom(data):
    """Give the custom properties by name."""
    return {p.get("name"): p[0].text for p in xml(data, "docProps/custom.xml")}


def test_what_a_department_files_by_is_among_the_properties():
    """As custom properties, which a DOCPROPERTY field shows and a document system reads."""
    data = render(briefgen.compose(briefgen.from_dict(BRIEF))).data
    assert custom(data) == {
        "Marking": "TLP:AMBER",
        "Status": "draft",
        "Reference": "SUB-2026/0417",
        "Edition": "Second",
        "Date": "2 March 2026",
        "Organisation": "Explainers & Co",
        "Prepared for": "The Minister",
    }
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.identifier, properties.version, properties.content_status) == (
        "SUB-2026/0417",
        "Second",
        "draft",
    )


def test_what_a_brief_does_not_say_is_no_property():
    """And what is too long for one is cut, as everywhere in Word's properties."""
    assert custom(render(bare_document()).data) == {}
    long = render(bare_document(marking=Marking("x" * 300), reference="\0"))
    assert (len(custom(long.data)["Marking"]), lint(long.data)) == (255, [])
