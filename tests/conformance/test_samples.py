"""The documents that every backend is tested with hold every node there is."""

import pickle

import pytest

from briefgen.document import nodes
from briefgen.document.walk import walk
from briefgen.testing import everything, hostile, samples

NODES = {*nodes.Block.__subclasses__(), *nodes.Inline.__subclasses__(), nodes.Range, nodes.Band, nodes.RangeChart}


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
