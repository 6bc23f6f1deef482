"""From opaque words back to values: as nodes of a line, as blocks, or as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from ..document.nodes import Block, Blocks, Inline, Inlines, Node, Origin, Paragraph, Pos, SoftBreak, Text
from ..document.walk import changed, node_fields
from ..prose.text import text_of
from .faults import Refused
from .slots import Slots
from .views import Leaf, Made, Shown

N = TypeVar("N", bound=Node)


def stamped(nodes: Iterable[N], pos: Pos | None, origin: Origin | None = None, marking: str = "") -> tuple[N, ...]:
    """Say of nodes, and of those within, which line printed them and what they show, unless they know."""
    return tuple(_stamped(node, pos, origin, marking) for node in nodes)


def _stamped(node: Any, pos: Pos | None, origin: Origin | None, marking: str) -> Any:
    changes: dict[str, Any] = {}
    for name in node_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple) and value:
            changes[name] = stamped(value, pos, origin, marking)
        elif isinstance(value, Node):
            changes[name] = _stamped(value, pos, origin, marking)
    changes |= {"pos": node.pos or pos, "origin": node.origin or origin, "marking": node.marking or marking}
    return changed(node, changes)


def is_blocks(value: object) -> bool:
    """Say whether a value that stands alone on its line takes the line's place: prose, blocks, or nothing."""
    match value:
        case Shown():
            return True
        case Made(_nodes=nodes):
            return all(isinstance(node, Block) for node in nodes)
    return value is None or value in ((), [])


def as_blocks(value: object, pos: Pos | None) -> Blocks:
    """Give the blocks of a value for which `is_blocks` holds."""
    match value:
        case Shown(_prose=prose, _origin=origin, _marking=marking):
            return stamped(prose.blocks, pos, origin, marking)
        case Made(_nodes=nodes):
            return stamped((node for node in nodes if isinstance(node, Block)), pos)
    return ()


def as_inlines(slots: Slots, value: object, pos: Pos | None) -> Inlines:
    """Give the nodes of a line. Raises `Refused` for what takes more than one paragraph."""
    match value:
        case Shown(_prose=prose, _origin=origin, _marking=marking):
            if prose.inlines is None:
                said = "prose of more than one paragraph can't stand within a line"
                raise Refused(said, "let it stand alone on its line, or use its .text")
            return stamped(prose.inlines, pos, origin, marking)
        case Made(_nodes=nodes):
            return stamped(_in_line(nodes), pos)
        case Leaf():
            return _text(value, pos, value._origin, value._marking)
        case str():
            return _held(slots, value, pos)
        case None | () | []:
            return ()
    return _text(str(value), pos)


def _in_line(nodes: tuple[Node, ...]) -> Inlines:
    if len(nodes) == 1 and isinstance(nodes[0], Paragraph):
        return nodes[0].inlines
    found = tuple(node for node in nodes if isinstance(node, Inline))
    if len(found) != len(nodes):
        raise Refused("blocks can't stand within a line", "let them stand alone on their line")
    return found


def _held(slots: Slots, value: str, pos: Pos | None) -> Inlines:
    """Read text that was made of data, and that may hold the words of values in turn."""
    inlines: list[Inline] = []
    for part in slots.split(str(value)) if slots.holds(value) else [str(value)]:
        inlines += as_inlines(slots, slots.values[part], pos) if isinstance(part, int) else _text(part, pos)
    return tuple(inlines)


def _text(text: str, pos: Pos | None, origin: Origin | None = None, marking: str = "") -> Inlines:
    inlines: list[Inline] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            inlines.append(SoftBreak(pos=pos, origin=origin))
        if line:
            inlines.append(Text(str(line), pos=pos, origin=origin, marking=marking))
    return tuple(inlines)


def as_text(slots: Slots, value: object) -> str:
    """Give plain text, for code."""
    match value:
        case Shown(_prose=prose):
            return prose.text
        case Made(_nodes=nodes):
            return text_of(nodes)
        case Leaf() | None | () | []:
            return str(value or "")
        case str() if slots.holds(value):
            parts = slots.split(str(value))
            return "".join(as_text(slots, slots.values[p]) if isinstance(p, int) else p for p in parts)
    return str(value)


def as_label(slots: Slots, value: object) -> str:
    """Give text for an address, an attribute or a class. Raises `Refused` for prose and nodes."""
    if isinstance(value, Shown | Made) and value:
        raise Refused("only plain text can stand in an address, attribute or class", "use its .text")
    return as_text(slots, value)
