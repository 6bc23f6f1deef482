"""The documents that every backend is tested with hold every node there is."""

import pickle

import pytest

from briefgen.document import nodes
from briefgen.document.walk import walk
from briefgen.testing import everything, hostile, samples

NAMED = {name: kind for name, kind in vars(nodes).items() if isinstance(kind, type)}
KINDS = {kind for kind in NAMED.values() if issubclass(kind, nodes.Block | nodes.Inline)}
# By name, since a base class also knows the classes that attrs put slotted ones in the place of.
NODES = {*KINDS, nodes.Range, nodes.Band, nodes.RangeChart} - {nodes.Block, nodes.Inline, nodes.Node}


@pytest.mark.parametrize("documents", [samples().values(), [everything()]], ids=["samples", "everything"])
def test_every_node_is_there(documents):
    """A node that is added to the tree has to be added to the tests of all backends."""
    assert NODES - {type(node) for document in documents for node in walk(document)} == set()


@pytest.mark.parametrize("name", samples())
def test_a_sample_is_about_its_node(name):
    """Each document is named for a node that it holds."""
    assert name in {type(node).__name__ for node in walk(samples()[name])}


@pytest.mark.parametrize("make", [everything, hostile])
def test_documents_can_be_pickled(make):
    """A document comes out of another process as it went in."""
    assert pickle.loads(pickle.dumps(make())) == make()
