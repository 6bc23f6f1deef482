"""References to other parts: an id as written, or an object that has one."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from ..record import Record
from .convert import absent, each, text
from .fields import build, doc, typed
from .mistakes import mistake, shown

if TYPE_CHECKING:
    from .part import Part

_LOCATOR = re.compile(r"([^\s,]+)\s*,\s*(\S.*)", re.DOTALL)


def ref(value: "str | Part") -> str:
    """Take an id, `kind-slug` or bare, or a part that has one or whose id will be made from its name."""
    found = _reference_of(value)
    return text(value) if found is None else found  # type: ignore[arg-type]


def some_ref(value: "str | Part | None") -> str | None:
    """Take a reference, or nothing."""
    return None if value is None or absent(value) else ref(value)


def refs(value: "Iterable[str | Part] | str | Part | None") -> tuple[str, ...]:
    """Take references; one stands for a list of one."""
    return _refs(value)


def _reference_of(value: object) -> str | None:
    reference = getattr(value, "reference_id", None)
    return reference if isinstance(reference, str) else None


_refs = each(ref)  # type: ignore[arg-type]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class SourceRef(Record):
    """A source and the place in it: `cbc`, or `"cbc, page 4"`."""

    plain: ClassVar[bool] = True

    id: str = field(kw_only=False, converter=ref, metadata=doc("The source's id.", refers="source"))
    locator: str | None = field(default=None, metadata=doc("The place in the source, such as 'p. 4'."))

    def __str__(self) -> str:
        """Give the reference as it is written in a file."""
        return f"{self.id}, {self.locator}" if self.locator else self.id


def source_ref(value: "SourceRef | Part | str") -> SourceRef:
    """Take an id, an id with a locator after a comma, a source, or the fields of a SourceRef."""
    if isinstance(value, SourceRef):
        return value
    if isinstance(value, Mapping):
        made: SourceRef = build(SourceRef, value)
        return made
    reference = _reference_of(value)
    if reference is None and not isinstance(value, str):
        raise mistake(f"expected the id of a source, found {shown(value)}", code="wrong-type")
    match = _LOCATOR.fullmatch(text(value)) if reference is None else None  # type: ignore[arg-type]
    return SourceRef(match[1], locator=match[2]) if match else SourceRef(value)


def source_refs(
    value: "Iterable[SourceRef | Part | str] | SourceRef | Part | str | None",
) -> tuple[SourceRef, ...]:
    """Take references to sources; one stands for a list of one."""
    return _source_refs(value)


_source_refs = each(source_ref)  # type: ignore[arg-type]
