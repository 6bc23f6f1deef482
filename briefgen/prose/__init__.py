"""An author's Markdown: parsed once, on first use, into nodes of the document tree."""

from .prose import Prose

__all__ = ["Prose"]
