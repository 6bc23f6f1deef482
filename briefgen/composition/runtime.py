"""What compiled templates take in place of Jinja's own names; `syntax.Compiler` writes the import."""

from .source import Source, join

Markup = Source
escape = Source.escape
markup_join = join
str_join = join

__all__ = ["Markup", "escape", "markup_join", "str_join"]
