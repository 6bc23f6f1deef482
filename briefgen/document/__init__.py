"""The document tree: what templates make and backends write."""

from . import nodes

__all__ = ["nodes"]
