"""Footnotes on their way from the word that has one to the foot of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tagging import Element

if TYPE_CHECKING:
    from .strips import Strip


class Footnote:
    """A note: its strips, and the element that holds what is said in it."""

    __slots__ = ("element", "height", "least", "strips")

    def __init__(self, anchor: str, element: Element, strips: list[Strip]) -> None:
        self.element = element
        self.strips = strips
        if strips:
            strips[0].anchors += (anchor,)
        self.height = sum(strip.before + strip.height for strip in strips)
        """What the whole note takes at the foot of a page."""
        self.least = self.height if len(strips) <= 3 else sum(strip.before + strip.height for strip in strips[:2])
        """What has to stand on the page of its number; the rest of a long note may go on over the page."""
