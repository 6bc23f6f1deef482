"""Which face draws what the face at hand lacks: the theme's others in their order, then the machine's."""

from __future__ import annotations

import re

from ...document.nodes import Node
from .fonts import has_glyph
from .shaping import Shaper
from .styles import Pen
from .system_fonts import system_face

UNSEEN = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
CLUSTER = re.compile(
    f".(?:{UNSEEN.pattern}|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u20d0-\u20ff])*", re.S
)
"""A character with the marks that stand on it: all of one face."""


def by_pen(pen: Pen, run: str, shaper: Shaper, node: Node | None) -> list[tuple[Pen | None, str]]:
    """Part a run where another face begins; without a pen is what no face has. `node` is named in findings."""
    known = shaper.parted.get((pen, run))
    if known is not None:
        return known
    found: list[tuple[Pen | None, str]] = []
    for cluster in CLUSTER.findall(run):
        other = _pen_for(pen, cluster, shaper, node)
        if found and found[-1][0] is other:
            found[-1] = (other, found[-1][1] + cluster)
        else:
            found.append((other, cluster))
    shaper.parted[pen, run] = found
    return found


def pens(pen: Pen, shaper: Shaper) -> list[Pen]:
    """Give a pen and those of the theme's other families."""
    return [pen, *(shaper.styles.pen(look) for look in shaper.styles.fallbacks(pen.look))]


def _pen_for(pen: Pen, cluster: str, shaper: Shaper, node: Node | None) -> Pen | None:
    drawn = UNSEEN.sub("", cluster)
    for other in pens(pen, shaper):
        if all(has_glyph(other.face, character) for character in drawn):
            return other
    face = system_face(drawn, pen.look.weight >= 600) if drawn.isprintable() else None
    if face is None:
        return None
    shaper.borrowed(face, drawn, node)
    return shaper.styles.pen_with(pen.look, face)
