"""The Word backend."""

from .backend import DocxBackend, DocxRenderer
from .reading import passages

__all__ = ["DocxBackend", "DocxRenderer", "passages"]
