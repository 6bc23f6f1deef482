"""Headings and what follows them, gathered into sections within sections."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from ..document.nodes import Block, Blocks, Section
from .reading import Heading


@define
class _Open:
    heading: Heading | None
    blocks: list[Block] = field(factory=list)


def gather(items: Iterable[Block | Heading]) -> Blocks:
    """Put what follows a heading into its section, down to the next heading of the same level or a higher one.

    A level that is skipped leaves no gap: the section stands right beneath the one before. A block of class `chapter`
    stands in no section: it ends those before it.
    """
    stack = [_Open(None)]
    for item in items:
        if isinstance(item, Heading):
            _close(stack, item.level)
            stack.append(_Open(item))
        else:
            if "chapter" in item.attrs.classes:
                _close(stack, 0)
            stack[-1].blocks.append(item)
    _close(stack, 0)
    return tuple(stack[0].blocks)


def _close(stack: list[_Open], level: int) -> None:
    while (heading := stack[-1].heading) is not None and heading.level >= level:
        closed = stack.pop()
        section = Section(heading.inlines, tuple(closed.blocks), attrs=heading.attrs, pos=heading.pos)
        stack[-1].blocks.append(section)
