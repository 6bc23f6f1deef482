"""Parts and nodes compare and show themselves by their fields, as classes of attrs do."""

import pickle

from attrs import evolve

from briefgen.document.nodes import Paragraph, Pos, Strong, Text
from briefgen.model import Scenario


def test_two_parts_with_the_same_fields_are_equal():
    """Equal parts stand for each other in sets and as keys, whoever made them."""
    one, other = Scenario("Stalemate", id="x"), Scenario("Stalemate", id="x")
    assert one == other
    assert hash(one) == hash(other)
    assert one != evolve(other, id="y")
    assert pickle.loads(pickle.dumps(one)) == one


def test_nodes_of_two_kinds_differ_though_their_fields_are_the_same():
    """What is strong is no paragraph."""
    assert Strong((Text("a"),)) != Paragraph((Text("a"),))


def test_the_line_that_made_a_node_is_no_part_of_equality():
    """Two templates that give the same words give the same document."""
    assert Text("a", pos=Pos("one.md", 1)) == Text("a", pos=Pos("two.md", 7))
    assert hash(Text("a", pos=Pos("one.md", 1))) == hash(Text("a"))


def test_a_node_shows_its_fields():
    """Who prints a node sees what it holds."""
    assert repr(Text("a", marking="RED")).startswith("Text(attrs=Attrs(id=''")
    assert repr(Text("a", marking="RED")).endswith("marking='RED', text='a')")
