"""The styles of a Word file, made from a theme's tokens: a fixed list of names, so that people can build on them."""

from .sheet import styles_part

__all__ = ["styles_part"]
