"""The document tree: what templates make and backends write."""

from . import nodes
from .numbering import number
from .walk import children, plain_text, rewrite, rewrite_all, walk

__all__ = ["children", "nodes", "number", "plain_text", "rewrite", "rewrite_all", "walk"]
