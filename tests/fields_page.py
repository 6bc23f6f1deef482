"""The page that lists every field of the model, made from the model's own sentences.

Run from the repository's root to renew it: `PYTHONPATH=. python tests/fields_page.py > docs/reference/fields.md`
"""

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, Attribute, has

from briefgen import model
from briefgen.model import Brief, Date, Moment, Part, Settings, SourceRef
from briefgen.model.describe import doc_of, fields_of
from briefgen.model.fields import REFERS, WORDS, name_of
from briefgen.prose import LongProse, Prose

HEAD = """\
# Every field of a brief

Every kind of part and value, its fields, and what each takes. Only the title of a brief and the fields that are
marked *needed* must be given. [Writing a brief](../writing-a-brief.md) says how dates, references and prose are
written. This page is made from the model; renew it with
`PYTHONPATH=. python tests/fields_page.py > docs/reference/fields.md`.
"""
APART = (Brief, Part, Date, Moment, Settings, SourceRef)
PLAIN = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Date: "date",
    Prose: "prose",
    LongProse: "long prose",
    Settings: "names with their values",
}


def fields_page() -> str:
    """Write the page: the brief, what every part has, then each kind of part and value by its name."""
    kinds = (getattr(model, name) for name in model.__all__)
    sections = (section(kind) for kind in kinds if has(kind) and kind not in APART)
    return "\n".join([HEAD, f"## Brief\n\n{table(Brief)}", f"## Every part\n\n{table(Part)}", *sections])


def section(kind: type) -> str:
    """Write a kind's heading, what it is, and its fields; those that every part has are not repeated."""
    summary = (kind.__doc__ or "").partition("\n\n")[0]
    return f"## {title(kind)}\n\n{' '.join(summary.split())}\n\n{table(kind)}"


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
    if attribute.metadata.get(REFERS):
        one = "reference, or words" if attribute.metadata.get(WORDS) else "reference"
        return f"list: {one}" if get_origin(attribute.type) is tuple else one
    return words(attribute.type)


def words(kind: Any) -> str:
    """Say a type in words."""
    origin, options = get_origin(kind), [option for option in get_args(kind) if option not in (NoneType, ...)]
    if origin is Literal:
        return ", ".join(f"`{option}`" for option in options)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(words(option) for option in options))
    if options == [float, float]:
        return "two numbers"
    if origin in (tuple, Sequence):
        return f"list: {words(options[0])}"
    return PLAIN.get(kind) or linked(kind)


def linked(kind: type) -> str:
    """Link to the section of a kind."""
    return f"[{name_of(kind)}](#{name_of(kind).replace(' ', '-')})"


if __name__ == "__main__":
    print(fields_page(), end="")
