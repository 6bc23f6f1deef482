"""What every field of the model knows of itself, and how its conversion is found.

A model class is a frozen attrs class whose fields carry one sentence each (`doc`). `typed` finds the
conversion of a field from its type where none is given, and makes every mistake name its field. Lists are declared as
`Sequence`, so that a list may be passed, and are always stored as tuples.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypedDict, Union, get_args, get_origin

from attrs import NOTHING, Attribute, Converter, fields_dict

from ..errors import Diagnostic, InputError
from .convert import absent, each, flag, maybe, missing, number, text, whole, word
from .mistakes import mistake, name_of, nearest, shown, under

Convert = Callable[[Any], Any]
FEW = 20
KEY, DOC, REFERS, WORDS, LINK, SHAPE = "key", "doc", "refers", "words", "link", "shape"


class Notes(TypedDict, total=False):
    """A field's metadata: its sentence, its name in files, what it may refer to
    (kinds of parts, or `any`), whether words may stand in place of a reference, what kind of link it holds, and
    its shape where the type does not say it.
    """

    doc: str
    key: str
    refers: tuple[str, ...]
    words: bool
    link: str
    shape: str


def doc(
    sentence: str, *, key: str = "", refers: str = "", words: bool = False, link: str = "", shape: str = ""
) -> Notes:
    """Describe a field.

    `refers` lists the kinds that a reference may mean, `any` for all; `link` is `url`, `doi`, `orcid` or `email`;
    `shape` is `id`, `language tag` or `credibility` where the type alone says only text or number.
    """
    notes = Notes(doc=sentence)
    if key:
        notes["key"] = key
    if refers:
        notes["refers"] = tuple(refers.split())
    if words:
        notes["words"] = True
    if link:
        notes["link"] = link
    if shape:
        notes["shape"] = shape
    return notes


def typed(_cls: type, attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """Give each field of a model class its conversion (attrs calls this as `field_transformer`)."""
    return [a if isinstance(a.converter, Converter) else _converting(a) for a in attributes]


def _converting(attribute: "Attribute[Any]") -> "Attribute[Any]":
    kind: Any = attribute.type
    convert: Any = attribute.converter or by_type(kind)
    return attribute.evolve(converter=_naming(convert))


@cache
def _naming(convert: Convert) -> "Converter[Any, Any]":
    def named(value: object, attribute: "Attribute[Any]") -> object:
        try:
            return convert(value)
        except InputError as error:
            raise InputError(under(key_of(attribute), error)) from None

    return Converter(named, takes_field=True)


def key_of(attribute: "Attribute[Any]") -> str:
    """Give a field's name in files: its own, or CSL's (`container-title`)."""
    key: str = attribute.metadata.get(KEY, attribute.name)
    return key


@cache
def by_type(kind: Any) -> Convert:
    """Find the conversion of a type: text, numbers, truth, words, classes, lists of those, or nothing."""
    options = [option for option in get_args(kind) if option is not NoneType]
    if get_origin(kind) in (Union, UnionType):
        return maybe(by_type(options[0]))
    if get_origin(kind) is Literal:
        return required(word(get_args(kind)))
    if get_origin(kind) is Sequence:
        return each(by_type(options[0]))
    simple: dict[Any, Convert] = {str: text, bool: flag, int: whole, float: number}
    return simple[kind] if kind in simple else one(kind)


def required(convert: Convert) -> Convert:
    """Let a conversion refuse an absent value."""

    def present(value: object) -> object:
        if absent(value):
            raise missing()
        return convert(value)

    return present


def one(kind: type) -> Convert:
    """Make the conversion to a class: an object of it, its fields in a mapping, or its plain shorthand."""

    def convert(value: object) -> object:
        if isinstance(value, kind):
            return value
        if isinstance(value, Mapping):
            return build(kind, value)
        if not getattr(kind, "plain", False):
            raise _no_mapping(kind, value)
        return kind(value)

    return required(convert)


def _no_mapping(kind: type, value: object) -> InputError:
    fields = [key_of(a) for a in fields_dict(kind).values() if not a.kw_only]
    hint = f"write its fields, such as {{{fields[0]}: …}}" if fields else "write its fields"
    return mistake(f"expected {name_of(kind)} with its fields, found {shown(value)}", code="wrong-type", hint=hint)


def needed() -> InputError:
    """Make the error of a field that is needed and not there."""
    return mistake("is needed and not given", code="missing-value")


def build(kind: type, data: Mapping[Any, object]) -> Any:
    """Make an object of a model class from a mapping; every mistake in it is told."""
    known = {key_of(a): a for a in fields_dict(kind).values()}
    names = {a.name: a for a in known.values()} | known
    made: dict[str, object] = {}
    wrong: list[Diagnostic] = []
    for key, value in data.items():
        try:
            attribute = _field(kind, key, names)
            if attribute.name in made:
                raise mistake("stands twice, under two spellings", path=str(key), code="duplicate-key")
            made[attribute.name] = _converted(attribute, value)
        except InputError as error:
            wrong += error.diagnostics
    wrong += [d for a in known.values() if _lacks(a, data) for d in under(key_of(a), needed())]
    if wrong:
        raise InputError(wrong)
    return kind(**made)


def _converted(attribute: "Attribute[Any]", value: object) -> object:
    convert: Any = attribute.converter
    return convert(value, None, attribute)


def _lacks(attribute: "Attribute[Any]", data: Mapping[Any, object]) -> bool:
    return attribute.default is NOTHING and attribute.name not in data and key_of(attribute) not in data


def _field(kind: type, key: object, known: Mapping[str, "Attribute[Any]"]) -> "Attribute[Any]":
    if isinstance(key, str) and key in known:
        return known[key]
    raise mistake(
        f"{shown(key)} is no field of {name_of(kind)}",
        code="unknown-field",
        path=str(key),
        hint=_fix(str(key), known),
    )


def _fix(key: str, known: Collection[str]) -> str:
    found = nearest(key, known)
    if found:
        return f"nearest: '{found}'"
    return f"its fields are: {', '.join(known)}" if len(list(known)) <= FEW else ""
