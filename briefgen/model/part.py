"""`Part`: what every part of a brief has, and `Marking`, how a part may be handled."""

from typing import ClassVar

from attrs import field, frozen

from ..prose import Prose
from ..record import Record
from .convert import absent, maybe, some_prose, texts
from .dates import Date, some_date
from .fields import doc, one, typed
from .ids import anchor_of, slug, some_id
from .reference import SourceRef, source_refs


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Marking(Record):
    """How a brief or a part may be handled. A plain string is the level.

    Levels are those of a scheme: the Traffic Light Protocol (TLP 2.0, FIRST), a classification, or a house's own.
    """

    plain: ClassVar[bool] = True

    level: str = field(kw_only=False, metadata=doc("The level in its scheme, such as TLP:AMBER or OFFICIAL."))
    scheme: str | None = field(default=None, metadata=doc("The marking scheme, if not the brief's."))
    caveats: tuple[str, ...] = field(default=(), converter=texts, metadata=doc("Handling caveats."))
    releasable_to: tuple[str, ...] = field(
        default=(), converter=texts, metadata=doc("Those to whom it may be released.")
    )
    descriptor: str | None = field(default=None, metadata=doc("A word on why, such as COMMERCIAL."))
    review: Date | None = field(default=None, converter=some_date, metadata=doc("When the marking is looked at again."))


def some_marking(value: Marking | str | None) -> Marking | None:
    """Take a marking, its level, or nothing."""
    return _marking(value)


_marking = maybe(one(Marking))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Part(Record):
    """What every part of a brief has; the parts are its subclasses.

    `kind_name` is the kind as it stands in references; `named_by` lists the fields that an id is made from.
    """

    kind_name: ClassVar[str] = "part"
    named_by: ClassVar[tuple[str, ...]] = ()

    id: str | None = field(
        default=None, converter=some_id, metadata=doc("Its id, by which other parts refer to it.", shape="id")
    )
    formerly: str | None = field(
        default=None, converter=some_id, metadata=doc("The id that it had in an earlier edition.", shape="id")
    )
    sources: tuple[SourceRef, ...] = field(
        default=(),
        converter=source_refs,
        metadata=doc("The sources it rests on: `cbc`, or `cbc, p. 4`.", refers="source"),
    )
    marking: Marking | None = field(default=None, converter=some_marking, metadata=doc("How this part may be handled."))
    caveat: Prose | None = field(
        default=None, converter=some_prose, metadata=doc("What limits it; printed beside the part.")
    )
    remark: str | None = field(default=None, metadata=doc("A note among the authors; never printed."))

    @property
    def made_id(self) -> str:
        """The id that its name would give; the kind's name when nothing in the name can be used."""
        names = (getattr(self, name) for name in self.named_by)
        said = [value.source if isinstance(value, Prose) else str(value) for value in names if not absent(value)]
        return slug(" ".join(said)) or self.kind_name

    @property
    def reference_id(self) -> str:
        """What a reference to this part is stored as."""
        return self.id or anchor_of(self.kind_name, self.made_id)


def anchor(part: Part) -> str:
    """Give what a document calls a part: `scenario-stalemate`.

    >>> anchor(Part(id="x"))
    'part-x'
    """
    return anchor_of(part.kind_name, part.id or part.made_id)
