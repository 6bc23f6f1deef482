"""The page that lists every field of the model, made from the model's own sentences.

Run from the repository's root to renew it: `PYTHONPATH=. python tests/fields_page.py > docs/reference/fields.md`
"""

from typing import Any

from attrs import NOTHING, Attribute, has

from briefgen import model
from briefgen.files.kinds import kinds
from briefgen.model import Brief, Date, Moment, Part, Settings, SourceRef, TableData
from briefgen.model.describe import doc_of, fields_of, summary
from briefgen.model.mistakes import name_of
from briefgen.model.shape import shape_of

HEAD = """\
# Every field of a brief

Every kind of part and value, its fields, and what each takes. Only the title of a brief and the fields that are
marked *needed* must be given. [Writing a brief](../writing-a-brief.md) says how dates, references and prose are
written. This page is made from the model; renew it with
`PYTHONPATH=. python tests/fields_page.py > docs/reference/fields.md`.
"""
APART = (Brief, Part, Date, Moment, Settings, SourceRef)
SHORT = {
    "chance": "term, probability or range",
    "credibility": "whole number from 1 to 6",
    "reference or words": "reference, or words",
    "settings": "names with their values",
    "source reference": "reference",
}


def fields_page() -> str:
    """Write the page: the brief, what every part has, then each kind of part and value by its name."""
    kinds = (getattr(model, name) for name in model.__all__)
    sections = (section(kind) for kind in kinds if has(kind) and kind not in APART)
    return "\n".join([HEAD, f"## Brief\n\n{table(Brief)}", f"## Every part\n\n{table(Part)}", *sections])


def section(kind: type) -> str:
    """Write a kind's heading, what it is, and its fields; those that every part has are not repeated."""
    return f"## {title(kind)}\n\n{summary(kind)}\n\n{table(kind)}"


def title(kind: type) -> str:
    """Give a kind's name as a heading."""
    return name_of(kind).capitalize()


def table(kind: type) -> str:
    """Write a table of a class's fields."""
    common = fields_of(Part) if issubclass(kind, Part) and kind is not Part else {}
    rows = [row(name, a) for name, a in fields_of(kind).items() if name not in common]
    return "\n".join(["| field | what it says | takes |", "| --- | --- | --- |", *rows]) + "\n"


def row(name: str, attribute: "Attribute[Any]") -> str:
    """Write a field's row: its name, its sentence, what it takes."""
    needed = " *needed*" if attribute.default is NOTHING else ""
    return f"| `{name}`{needed} | {doc_of(attribute)} | {takes(attribute)} |"


def takes(attribute: "Attribute[Any]") -> str:
    """Say what a field takes."""
    shape = shape_of(attribute)
    one = ", ".join(f"`{word}`" for word in shape.words) or (linked(shape.of) if shape.of else named(shape.name))
    return f"list: {one}" if shape.many else one


def named(shape: str) -> str:
    """Name a shape, with a link to the section of the values that it may be."""
    kind = kinds().get(shape)
    return linked(kind) if kind is TableData else SHORT.get(shape, shape)


def linked(kind: type) -> str:
    """Link to the section of a kind."""
    return f"[{name_of(kind)}](#{name_of(kind).replace(' ', '-')})"


if __name__ == "__main__":
    print(fields_page(), end="")
