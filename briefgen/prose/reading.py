"""What reading Markdown finds, and how prose and templates differ while the same functions read both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import define, field, frozen

from ..document.nodes import NO_ATTRS, Attrs, Block, Blocks, Inline, Inlines, Pos
from ..errors import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from .tree import Branch

MAX_LENGTH = 100_000
"""Characters of one prose that are read as Markdown; a longer one is shown as it is, with a diagnostic."""


@frozen
class Mention:
    """A source cited or an anchor referred to, and the line within the prose (from 1).

    `bare` is what may be a handle: `@id` outside brackets.
    """

    target: str
    line: int
    bare: bool = False


@frozen(kw_only=True)
class Parsed:
    """Everything found in a prose."""

    blocks: Blocks = ()
    citations: tuple[Mention, ...] = ()
    references: tuple[Mention, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen
class Heading:
    """A heading before its section is gathered."""

    level: int
    inlines: Inlines
    line: int
    attrs: Attrs = NO_ATTRS
    pos: Pos | None = None


class Hooks(Protocol):
    """Where a reader of Markdown asks whose text it is reading. Lines count from 0."""

    def text(self, text: str, line: int) -> Inlines:
        """Make nodes of characters."""

    def verbatim(self, text: str, line: int, place: str) -> str:
        """Make a string of characters that stand in `place`: code, an address, a label."""

    def alone(self, text: str, line: int) -> Blocks | None:
        """Give the blocks that take the place of a line which holds nothing but `text`; None: it is a line of text."""

    def pos(self, line: int) -> Pos | None:
        """Say which template line made this line."""

    def heading(self, heading: Heading, nested: bool) -> Heading | Blocks:
        """Allow a heading, or give what is shown in its place; `nested`: it stands within a list, quote or cell."""

    def attributes(self, text: str, line: int) -> Attrs:
        """Read what stands in the braces after a heading."""

    def tables(self, line: int) -> bool:
        """Say whether a table may stand here."""

    def refuse(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Say that something was not shown as written: a diagnostic, or an error."""

    def fault(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Say that something can't be right."""


@define
class Reading:
    """One text being read: its hooks, the notes that it defines, and what is found on the way."""

    hooks: Hooks
    lines: Sequence[str] = ()
    notes: dict[str, Branch] = field(factory=dict)
    uses: dict[str, int] = field(factory=dict)
    labels: set[str] = field(factory=set)
    in_note: bool = False
    nested: int = 0
    more: Mapping[str, Callable[[Reading, Branch], Iterable[Block | Heading]]] = field(factory=dict)
    """Readers of blocks that only this kind of text has."""
    citations: list[Mention] = field(factory=list)
    references: list[Mention] = field(factory=list)


def placed(code: str, message: str, line: int, severity: Severity, hint: str = "") -> Diagnostic:
    """Make a diagnostic for a line of the prose; `line` counts from 0."""
    return Diagnostic(code, message, severity, Place(line=line + 1), hint=hint)


def no_text(inlines: Inlines) -> bool:
    """Say whether nothing stands here."""
    return not inlines or all(isinstance(i, Inline) and getattr(i, "text", None) == "" for i in inlines)
