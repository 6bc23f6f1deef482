"""The styles of a Word file, made from a theme's tokens: a fixed list of names, so that people can build on them."""

from .sheet import bold_styles, styles_part

__all__ = ["bold_styles", "styles_part"]
