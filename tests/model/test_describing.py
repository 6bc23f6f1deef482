"""What the model says of itself, which explanations and schemas are made from."""

import attrs
import pytest

from briefgen.model import Brief, Part
from briefgen.model.describe import class_in, doc_of, field_at, fields_of, holds_prose


def reached(kind: type) -> set[type]:
    """Give every class that a class's fields lead to."""
    found, fresh = {kind}, [kind]
    while fresh:
        inner = {class_in(a.type) for a in fields_of(fresh.pop()).values()}
        fresh += [k for k in inner if k and k.__module__.startswith("briefgen.model.") and k not in found]
        found |= set(fresh)
    return {k for k in found if k.__name__ not in ("Date", "Settings")}


@pytest.mark.parametrize("kind", sorted(reached(Brief), key=lambda k: k.__name__), ids=lambda k: k.__name__)
def test_every_field_says_in_a_sentence_what_it_is_for(kind):
    """Of every class that a brief may hold."""
    for name, attribute in fields_of(kind).items():
        assert doc_of(attribute)[:1].isupper(), name
        assert doc_of(attribute).endswith("."), name


def test_every_part_has_a_kind_of_its_own_and_what_all_parts_have():
    """Kinds tell parts apart in references; sources, marking, caveat and remark stand everywhere."""
    parts = [kind for kind in reached(Brief) if issubclass(kind, Part)]
    assert len({kind.kind_name for kind in parts}) == len(parts) == 18
    shared = {"id", "formerly", "sources", "marking", "caveat", "remark"}
    assert all(shared <= fields_of(kind).keys() for kind in parts)


def test_no_field_has_a_name_that_python_or_yaml_takes_for_another():
    """`on` is a truth value in YAML 1.1; `from` and `as` are Python's."""
    names = {a.name for kind in reached(Brief) for a in attrs.fields(kind)}
    assert not names & {"on", "off", "yes", "no", "from", "as", "with", "in", "is", "not", "null", "true", "false"}


def test_a_path_leads_to_its_field():
    """Lists and parts within parts; nowhere for what does not exist."""
    assert field_at(Brief, "developments[2].reports[0].statement").name == "statement"
    assert holds_prose(field_at(Brief, "scenarios[0].risks[1]"))
    assert holds_prose(field_at(Brief, "background"))
    assert not holds_prose(field_at(Brief, "actors[0].aka[1]"))
    assert field_at(Brief, "scenarios[0].likelihod") is field_at(Brief, "title.x") is None
