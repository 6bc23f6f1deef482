"""An author's Markdown: parsed once, on first use, into nodes of the document tree."""

from .prose import LongProse, Mention, Prose

__all__ = ["LongProse", "Mention", "Prose"]
