"""Further content: key figures, exhibits, free sections, the glossary."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from attrs import field, frozen

from ..prose import LongProse, Prose
from ..record import Record
from .convert import Cell, absent, cell, each, in_place, maybe, some_long_prose, some_prose, text
from .dates import Date, some_date
from .fields import doc, one, typed
from .mistakes import mistake, shown
from .part import Part
from .values import Change, some_change


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class KeyFigure(Part):
    """A number that the reader should take away."""

    kind_name: ClassVar[str] = "key-figure"
    named_by: ClassVar[tuple[str, ...]] = ("label",)

    label: str = field(kw_only=False, metadata=doc("What is counted or measured."))
    value: Cell = field(converter=cell, metadata=doc("The number, or words such as '12–15'."))
    unit: str | None = field(default=None, metadata=doc("The unit, such as '%' or 'million people'."))
    as_of: Date | None = field(default=None, converter=some_date, metadata=doc("The date the figure is from."))
    change: Change | None = field(
        default=None, converter=some_change, metadata=doc("How it has changed since the previous edition.")
    )


def _row(value: Iterable[Cell | None]) -> tuple[Cell | None, ...]:
    """Cells are kept by position, so an empty one stays."""
    if isinstance(value, str | bytes | Mapping | set | frozenset) or not isinstance(value, Iterable):
        raise mistake(f"expected a row, which is a list of cells, found {shown(value)}", code="wrong-type")
    return tuple(None if item is None or absent(item) else cell(item) for item in value)


def table_rows(value: Iterable[Iterable[Cell | None]] | None) -> tuple[tuple[Cell | None, ...], ...]:
    """Take rows of cells."""
    return _rows(value)


_rows = each(_row)  # type: ignore[arg-type]


def table_heads(value: Iterable[str | None] | str | None) -> tuple[str, ...]:
    """Take the heads of columns by position: a blank one, as above the names of rows, stays; all blank are none."""
    heads = _heads(value)
    return heads if any(heads) else ()


_heads = each(lambda head: "" if absent(head) else text(head), in_place)  # type: ignore[arg-type]


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class TableData(Record):
    """The numbers and words of a table. A plain list of rows has its column heads in the first."""

    columns: tuple[str, ...] = field(kw_only=False, converter=table_heads, metadata=doc("The heads of the columns."))
    rows: tuple[tuple[Cell | None, ...], ...] = field(
        default=(), converter=table_rows, metadata=doc("The rows, each a list of cells.")
    )


def some_table(value: "TableData | Iterable[Iterable[Cell | None]] | None") -> TableData | None:
    """Take a table, its rows with the column heads first, or nothing."""
    if isinstance(value, list | tuple) and value:
        return TableData(value[0], rows=value[1:])
    return _table(value)


_table = maybe(one(TableData))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Exhibit(Part):
    """A picture, a table or a figure drawn from the brief, with its caption."""

    kind_name: ClassVar[str] = "exhibit"
    named_by: ClassVar[tuple[str, ...]] = ("caption",)

    caption: str = field(kw_only=False, metadata=doc("What it shows."))
    file: str | None = field(default=None, metadata=doc("The path of a picture, from the brief's folder."))
    table: TableData | None = field(default=None, converter=some_table, metadata=doc("A table: its columns and rows."))
    figure: str | None = field(
        default=None, metadata=doc("The name of a figure that is drawn from the brief, such as 'timeline'.")
    )
    alt: str | None = field(default=None, metadata=doc("What a picture shows, for those who can't see it."))
    source_line: str | None = field(default=None, metadata=doc("The line below that says where it is from."))
    credit: str | None = field(default=None, metadata=doc("Who made it or holds the rights."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Section(Part):
    """A free section or annex."""

    kind_name: ClassVar[str] = "section"
    named_by: ClassVar[tuple[str, ...]] = ("title",)

    title: str = field(kw_only=False, metadata=doc("Its heading."))
    key: str | None = field(
        default=None, metadata=doc("What a template knows it by, such as `financial` or `handling`.")
    )
    body: LongProse | None = field(
        default=None, converter=some_long_prose, metadata=doc("Its text; may hold headings and tables.")
    )
    file: str | None = field(default=None, metadata=doc("The path of a file that holds the text."))


@frozen(kw_only=True, field_transformer=typed, eq=False, repr=False)
class Term(Part):
    """A term or abbreviation of the glossary."""

    kind_name: ClassVar[str] = "term"
    named_by: ClassVar[tuple[str, ...]] = ("term",)

    term: str = field(kw_only=False, metadata=doc("The term or abbreviation."))
    expansion: str | None = field(default=None, metadata=doc("What the abbreviation stands for."))
    definition: Prose | None = field(default=None, converter=some_prose, metadata=doc("What it means."))
