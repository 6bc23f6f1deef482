"""The Word backend."""

from .backend import DocxBackend, DocxRenderer

__all__ = ["DocxBackend", "DocxRenderer"]
