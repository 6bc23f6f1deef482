"""Briefs made by Hypothesis over the whole model, and the plain data that a file of one would hold."""

from collections.abc import Sequence
from typing import Literal, get_args, get_origin

import attrs
from hypothesis import strategies as st

from briefgen.model import Brief, Date, Settings, SourceRef, TableData
from briefgen.model.describe import fields_of
from briefgen.model.fields import REFERS
from briefgen.model.repair import BAD
from briefgen.prose import LongProse, Prose

IDS = ("p1", "p2", "p3", "scenario-p4")
_letters = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]).filter(lambda char: not BAD.search(char))
_TRICKY = [
    "P1",
    "P1",
    "No: it #1",
    "- x",
    "[@cbc] *says*",
    "'\"",
    "Trump's: \\",
    "true",
    "1e3",
    "0x1F",
    ".inf",
    "a\t#b:\tc",
    "ends:",
    "Background",
    "x {#y id=z}",
    "one\n\n  two\n \t\n\tthree",
    "---\na: b\n---",
    "# one\n\ntext\n\n## two",
    "```\nnever closed",
    "Many words, " + "and then: many more #words " * 9,
    "longwithout" * 12 + "  two  spaces",
]
texts = (st.sampled_from(_TRICKY) | st.text(_letters, max_size=8)).map(str.strip).filter(bool)
ids = st.sampled_from(IDS)
_refs = ids | st.sampled_from(["p1", "p1-2", "actor-p1", "claim-p1-2", "event-p1", "issue-issue-p1", "No, it: #1"])
numbers = st.integers(-(2**60), 2**60) | st.floats(
    allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18
)
dates = st.sampled_from(
    ["2014", "2014-02", "2014-02-27", "2014-02-27T10:30+03:00", "2014~", "2014/2022", "../2024", "unknown"]
)
chances = texts | st.floats(0, 1) | st.tuples(st.floats(0, 0.5), st.floats(0.5, 1))
_BY_NAME = {
    "id": ids,
    "formerly": ids,
    "language": st.sampled_from(["en", "en-GB", "uk"]),
    "credibility": st.integers(1, 6),
}


def briefs() -> st.SearchStrategy[Brief]:
    """Make briefs with any field of any part filled, few at a time."""
    return _objects(Brief)


def whole(kind) -> st.SearchStrategy[Brief]:
    """Make briefs with a part or value of a class somewhere, each field of which is filled."""
    filled = {a.name: _values(a, least=1) for a in attrs.fields(kind)}
    made = _made(kind, filled)
    while kind is not Brief:
        kind, attribute = HOLDERS[kind]
        made = _objects(kind, {attribute.name: st.tuples(made) if get_origin(attribute.type) is tuple else made})
    return made


def _holders():
    """Find for each class of the model another one and its field that may hold it, the nearest to the brief."""
    found, queue = {}, [Brief]
    for holder in queue:
        for attribute in attrs.fields(holder):
            for kind in _classes(attribute.type):
                if kind not in found and kind is not Brief:
                    found[kind] = holder, attribute
                    queue.append(kind)
    return found


def _classes(kind):
    if isinstance(kind, type) and attrs.has(kind):
        return {kind: None} if kind not in (Prose, LongProse, Date, Settings) else {}
    return {found: None for option in get_args(kind) for found in _classes(option)}


HOLDERS = _holders()


def _objects(kind, given=None):
    """Make objects of a class with its required fields, those that are given, and a few more."""
    values = {a.name: _values(a) for a in attrs.fields(kind)} | (given or {})
    always = [a.name for a in attrs.fields(kind) if a.default is attrs.NOTHING or a.name in (given or {})]
    others = sorted(values.keys() - set(always))
    few = st.lists(st.sampled_from(others), max_size=4, unique=True) if others else st.just([])
    return few.flatmap(lambda names: _made(kind, {name: values[name] for name in (*always, *names)}))


def _made(kind, values):
    return st.fixed_dictionaries(values).map(lambda given: kind(**given))


def _values(attribute, least=0):
    """Make values of a field, lists of at least so many."""
    if attribute.name in _BY_NAME:
        given = _BY_NAME[attribute.name]
        return given if least or attribute.name == "language" else st.none() | given
    if REFERS in attribute.metadata and attribute.name != "sources":
        return st.lists(_refs, min_size=least, max_size=2) if get_origin(attribute.type) is tuple else _refs
    return _of_type(attribute.type, least)


def _of_type(kind, least=0):
    known = {
        str: texts,
        Prose: texts.map(Prose),
        LongProse: texts.map(LongProse),
        Date: dates.map(Date),
        bool: st.booleans(),
        int: st.integers(1, 9),
        float: numbers,
        SourceRef: st.builds(SourceRef, ids, locator=st.none() | texts),
        Settings: st.dictionaries(texts, st.booleans() | numbers | texts | st.lists(texts, max_size=2), max_size=2).map(
            lambda given: Settings(tuple((n, tuple(v) if isinstance(v, list) else v) for n, v in given.items()))
        ),
        TableData: st.builds(
            TableData,
            st.lists(texts, min_size=1, max_size=2),
            rows=st.lists(st.lists(numbers | texts | st.none(), min_size=1, max_size=2), max_size=2),
        ),
    }
    if kind in known:
        return known[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) in (tuple, Sequence) and (... in get_args(kind) or get_origin(kind) is Sequence):
        return st.lists(st.deferred(lambda: _of_type(get_args(kind)[0])), min_size=least, max_size=2)
    if get_origin(kind) is tuple:
        return st.tuples(*map(_of_type, get_args(kind)))
    options = [option for option in get_args(kind) if option is not type(None)]
    if options:
        return (
            chances
            if len(options) == 3 and float in options and str in options and int not in options
            else st.one_of(*map(_of_type, options))
        )
    return st.deferred(lambda: _objects(kind))


def plain(thing):
    """Give the plain data of a part or value, as a file would hold it."""
    match thing:
        case Prose(source=text) | Date(text=text):
            return text
        case Settings():
            return {name: plain(value) for name, value in thing.items()}
        case tuple():
            return [plain(item) for item in thing]
    if not attrs.has(type(thing)):
        return thing
    filled = {name: getattr(thing, a.name) for name, a in fields_of(type(thing)).items()}
    return {name: plain(value) for name, value in filled.items() if value is not None and value != ()}
