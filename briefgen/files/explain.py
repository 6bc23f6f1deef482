"""What a field or a part is, for whoever writes a brief: its meaning, what it takes, and an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import NOTHING, fields, frozen

from ..model import Brief
from ..model.describe import doc_of, fields_of, summary
from ..model.fields import FEW, key_of
from ..model.mistakes import name_of, nearest
from ..model.shape import Shape, phrase, shape_of
from .examples import example_of
from .kinds import kinds
from .yaml_writer import to_yaml

if TYPE_CHECKING:
    from ..model.describe import Field


@frozen
class _Found:
    """What a path leads to: a class, or a field with the class that has it."""

    path: str
    kind: type
    field: str = ""


def explain(path: str) -> str:
    """Explain a part (`scenario`) or a field (`scenario.likelihood`, `scenarios[0].name`, `title`).

    Raises `LookupError` with the nearest name where there is no such thing.
    """
    found = _find(path)
    return _field(found) if found.field else _kind(found.path, found.kind)


def _find(path: str) -> _Found:
    first, *steps = re.sub(r"\[\d*\]", "", path.strip()).split(".")
    known = _starts()
    found = known[_known(first, known, "")]
    for step in steps:
        within = _within(found)
        if within is None:
            raise LookupError(f"{found.path!r} has no fields")
        name = _known(step, fields_of(within), f"{found.path}.")
        found = _Found(f"{found.path}.{name}", within, name)
    return found


def _starts() -> dict[str, _Found]:
    """Give what a path may begin with: a field of the brief, or the name of a part or value."""
    parts = {name: _Found(name, kind) for name, kind in kinds().items()}
    return parts | {name: _Found(name, Brief, name) for name in fields_of(Brief)}


def _within(found: _Found) -> type | None:
    return _class_of(shape_of(fields_of(found.kind)[found.field])) if found.field else found.kind


def _class_of(shape: Shape) -> type | None:
    return shape.of or kinds().get(shape.name)


def _known(step: str, names: Iterable[str], before: str) -> str:
    """Give the name that is meant, in whichever way its words are joined."""
    folded = {_folded(name): name for name in names}
    if _folded(step) in folded:
        return folded[_folded(step)]
    close = nearest(_folded(step), folded)
    known = (
        f"known: {', '.join(folded.values())}" if len(folded) <= FEW else "`briefgen explain` lists a brief's fields"
    )
    hint = f"nearest: '{before}{folded[close]}'" if close else known
    raise LookupError(f"there is no '{before}{step}'; {hint}")


def _folded(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def _kind(path: str, kind: type) -> str:
    """Explain a part or value with its fields, and show the fields that it must have."""
    needed = {name: example_of(kind, name) for name, a in fields_of(kind).items() if a.default is NOTHING}
    example = _example(needed) if needed else ""
    return f"{path}: {summary(kind)}\n\n{_listed(fields_of(kind))}{example}"


def _field(found: _Found) -> str:
    attribute = fields_of(found.kind)[found.field]
    shape = shape_of(attribute)
    within = _class_of(shape)
    inner = f"\n{_title(within)}: {summary(within)}\n\n{_listed(fields_of(within))}" if within else ""
    example = _example({found.field: example_of(found.kind, found.field)})
    return f"{found.path}: {doc_of(attribute)}\n\n{_takes(attribute, shape)}\n{inner}{example}"


def _takes(attribute: Field, shape: Shape) -> str:
    needed = " It must be given." if attribute.default is NOTHING else ""
    plain = _plain(shape.of) if shape.of else ""
    return f"It takes {'a list; each item is ' if shape.many else ''}{phrase(shape)}{plain}.{needed}"


def _plain(kind: type) -> str:
    """Say which field a value without names fills."""
    if not getattr(kind, "plain", False):
        return ""
    first = next(a for a in fields(kind) if not a.kw_only)
    return f", or its {key_of(first)} alone: {phrase(shape_of(first))}"


def _listed(found: Mapping[str, Field]) -> str:
    """List fields with their sentences."""
    wide = max(map(len, found)) + 2
    marks = {name: "needed: " if a.default is NOTHING else "" for name, a in found.items()}
    return "".join(f"  {name:<{wide}}{marks[name]}{doc_of(a)}\n" for name, a in found.items())


def _title(kind: type) -> str:
    return name_of(kind).capitalize()


def _example(data: Mapping[str, object]) -> str:
    return f"\nFor example:\n\n{to_yaml(data).lstrip()}"  # type: ignore[arg-type]  # plain data
