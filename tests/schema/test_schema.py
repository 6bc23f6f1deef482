"""The JSON Schema: what an editor tells a writer agrees with what reading says."""

import copy
import re
from pathlib import Path

import pytest
from attrs import NOTHING
from briefs import HOLDERS, briefs, whole
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from snippets import snippets

from briefgen.errors import InputError
from briefgen.files import from_dict, loads
from briefgen.files.dump import dumps
from briefgen.files.examples import example_of
from briefgen.files.kinds import kinds
from briefgen.files.plain import plain
from briefgen.files.schema import schema
from briefgen.files.yaml_reader import read_yaml
from briefgen.model import Brief
from briefgen.model.describe import doc_of, fields_of
from briefgen.model.fields import build

ROOT = Path(__file__).parents[2]
SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
KINDS = {kind.__name__: kind for kind in kinds().values()}
DEFINED = [name for name in SCHEMA["$defs"] if name not in ("Date", "Settings")]
JUNK = [None, True, 0, 3, 0.5, -1.5, "word", "draft", "2014-13", "a b!", "D", [], [None], ["a"], [1], [[1, "a"]], {}]
JUNK += [{"x": 1}, {"name": "a"}, {"statement": "a", "likelihood": {"value": 2}}, {"id": "a", "title": "b"}, [0.2, 0.1]]


def accepts(data):
    """Tell whether the schema has nothing to say against data."""
    return VALIDATOR.is_valid(data)


def is_read(data):
    """Tell whether the data makes a brief."""
    try:
        from_dict(data)
    except InputError:
        return False
    return True


def of_file(text):
    """Give the plain data of a file."""
    return read_yaml(text, "brief.yaml").value


def test_the_schema_is_a_schema():
    """Of the draft that it names."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"]["enum"] == [1, "1"]


def test_an_editor_can_explain_every_field():
    """Each property has a description; those of the model have the model's own sentence and an example."""
    objects = [("Brief", SCHEMA)] + [(name, SCHEMA["$defs"][name]) for name in DEFINED]
    for kind, found in objects:
        fields = found if "properties" in found else found["anyOf"][-1]
        assert found["title"] == fields["title"] == kind
        assert fields["additionalProperties"] is False
        for name, attribute in fields_of(KINDS[kind]).items():
            assert fields["properties"][name]["description"] == doc_of(attribute)
            assert fields["properties"][name]["examples"] == [example_of(KINDS[kind], name)]


def test_an_editor_explains_a_field_that_takes_a_plain_form():
    """By the field's own sentence: one of the class beside it would be shown in its place."""
    for name in DEFINED:
        found = SCHEMA["$defs"][name]
        assert ("anyOf" in found) == ("description" not in found), name


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/*.yaml")), ids=lambda path: path.parent.name)
def test_the_examples_are_accepted(path):
    """Every brief that is shipped as an example."""
    assert [error.message for error in VALIDATOR.iter_errors(of_file(path.read_text(encoding="utf-8")))] == []


def test_the_briefs_of_the_guide_are_accepted():
    """Every snippet that is a whole brief."""
    for snippet in snippets(ROOT / "docs" / "writing-a-brief.md"):
        if (snippet.language, snippet.what) == ("yaml", ""):
            assert accepts(of_file(snippet.text))


@pytest.mark.parametrize("kind", ["Brief", *DEFINED])
def test_the_examples_of_fields_fit_their_fields(kind):
    """Those that editors and `briefgen explain` show: reading takes them, and so does the schema."""
    for name in fields_of(KINDS[kind]):
        needed = {n: example_of(KINDS[kind], n) for n, a in fields_of(KINDS[kind]).items() if a.default is NOTHING}
        data = needed | {name: example_of(KINDS[kind], name)}
        build(KINDS[kind], data)
        part = SCHEMA if kind == "Brief" else {"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]}
        assert Draft202012Validator(part).is_valid(data), name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("status: draft", "'title' is a required property"),
        ("title: T\nstatus: drafted", "'drafted' is not one of"),
        ("title: T\ntitel: T", "'titel' was unexpected"),
        ("title: 3", "3 is not of type 'string'"),
        ("title: T\nsources: [{title: S, URL: ''}]", "is not valid under any of the given schemas"),
        ("title: T\ndate: 3 May", "is not valid under any of the given schemas"),
        ("title: T\nformat: 2", "2 is not one of"),
        ("title: T\nactors: [{name: A, id: a b}]", "is not valid under any of the given schemas"),
        ("title: T\nactors: [{nam: A}]", "is not valid under any of the given schemas"),
        ("title: T\nscenarios: [{name: A, likelihood: 60}]", "is not valid under any of the given schemas"),
        ("title: T\nsources: [{title: S, reliability: G}]", "is not valid under any of the given schemas"),
    ],
)
def test_wrong_files_are_refused(text, said):
    """By the schema, as by reading."""
    data = of_file(text)
    with pytest.raises(InputError):
        loads(text)
    assert any(said in error.message for error in VALIDATOR.iter_errors(data))


_PIECES = ["2014", "0000", "02", "13", "00", "-", "T10:30", ":60", "Z", "+03:00", "~", "/", "..", "unknown", ".5", "31"]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join))
def test_schema_and_reading_agree_on_dates(text):
    """But for days that are not in the calendar, and ends that come before their starts."""
    read = is_read({"title": "T", "date": text})
    if accepts({"title": "T", "date": text}) != read:
        assert not read
        assert "/" in text or re.search(r"-(02|13)-31|-02-30", text)


@pytest.mark.parametrize("said", [1, "1", 1.0, True, 2, "2", "one", 1.5, None])
def test_schema_and_reading_agree_on_the_format(said):
    """The number of the version, in quotes too, and nothing else."""
    data = {"format": said, "title": "T"}
    assert accepts(data) == is_read(data) == (said in (1, "1") and said is not True)


@given(st.text("aZ09 -_.,:/'\"#`^{[~@", min_size=1, max_size=6).filter(lambda text: text == text.strip()))
def test_schema_and_reading_agree_on_ids_and_language_tags(text):
    """Of all signs of ASCII, which is as far as the schema can tell."""
    for data in ({"title": "T", "language": text}, {"title": "T", "actors": [{"name": "A", "id": text}]}):
        assert accepts(data) == is_read(data)


@given(briefs())
def test_what_is_written_is_accepted(brief):
    """Every brief of the model, as it is written to a file."""
    assert accepts(of_file(dumps(brief)))


@pytest.mark.parametrize("kind", [Brief, *HOLDERS], ids=lambda kind: kind.__name__)
def test_schema_and_reading_agree_on_every_field(kind):
    """With each field of a class filled the schema takes a brief; with one of its values wrong, both do or neither."""

    @settings(max_examples=5)
    @given(brief=whole(kind), data=st.data())
    def agree(brief, data):
        assert accepts(plain(brief))
        wrong = mutated(copy.deepcopy(plain(brief)), data.draw)
        assert accepts(wrong) == is_read(wrong), wrong

    agree()


@given(brief=briefs(), data=st.data())
def test_schema_and_reading_agree_on_what_is_wrong(brief, data):
    """A value that is replaced, taken away, or given where none belongs is refused by both or by neither."""
    wrong = mutated(copy.deepcopy(plain(brief)), data.draw)
    assert accepts(wrong) == is_read(wrong), wrong


def mutated(value, draw):
    """Change one value, somewhere in data."""
    spots = list(walk(value))
    holder, step = draw(st.sampled_from(spots))
    match draw(st.sampled_from(["replace", "wrap", "drop", "add"])):
        case "replace":
            holder[step] = draw(st.sampled_from(JUNK))
        case "wrap":
            holder[step] = [holder[step]]
        case "drop":
            del holder[step]
        case "add" if isinstance(holder, dict):
            holder.setdefault(
                draw(st.sampled_from(["id", "name", "status", "kind", "rows", "x"])), draw(st.sampled_from(JUNK))
            )
        case "add":
            holder.append(draw(st.sampled_from(JUNK)))
    return value


def walk(value):
    """Give every mapping and list with each of its steps."""
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield value, step
            yield from walk(value[step])
