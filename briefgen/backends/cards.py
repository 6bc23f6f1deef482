"""When cards stand side by side, and when one below the other: the same in every format that has pages."""

from __future__ import annotations

from ..document.nodes import Callout, Columns, Div
from ..document.walk import plain_text

NARROWEST = 100.0
"""Points; no card is narrower."""
MOST_WORDS = 60
"""What a card says at most, its gaps and caveats aside, to be read beside others; with them twice as much."""


def side_by_side(cards: Columns, narrowest: float) -> bool:
    """Say whether cards, the narrowest of so many points, are wide and short enough to be compared at a glance."""
    return narrowest >= NARROWEST and all(_is_short(card) for card in cards.columns)


def _is_short(card: Div) -> bool:
    own = plain_text([block for block in card.blocks if not isinstance(block, Callout)])
    return len(own.split()) <= MOST_WORDS and len(plain_text(card).split()) <= 2 * MOST_WORDS
