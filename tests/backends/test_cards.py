"""When cards stand side by side."""

import pytest
from documents import p

from briefgen.backends.cards import side_by_side
from briefgen.document import nodes as n


def cards(words, noted=0):
    """Make two cards, one of so many words and with so many words of a gap."""
    gap = n.Callout("gap", (p("word " * noted),), title=())
    return n.Columns((n.Div((p("word " * words), gap)), n.Div((p("short"),))))


@pytest.mark.parametrize(
    ("words", "noted", "width", "beside"),
    [(60, 0, 138, True), (61, 0, 138, False), (50, 70, 138, True), (50, 71, 138, False), (5, 0, 99, False)],
)
def test_short_cards_stand_side_by_side_with_their_notes(words, noted, width, beside):
    """Up to 60 words of their own, and as many again of gaps and caveats, where no card is narrower than 100 points."""
    assert side_by_side(cards(words, noted), width) is beside
