"""`Prose`: text of an author in Markdown, kept as written; compared by its source."""

from __future__ import annotations

import re

from attrs import frozen

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~^@$&:=\"'])")


@frozen
class Prose:
    """Markdown as its author wrote it: paragraphs, emphasis, lists, links, quotes, code, notes, citations."""

    source: str

    @classmethod
    def literal(cls, text: str) -> Prose:
        """Make prose that shows `text` exactly, whatever characters it holds.

        >>> Prose.literal("a*b").source
        'a\\\\*b'
        """
        return cls(_MARKUP.sub(r"\\\1", text))
