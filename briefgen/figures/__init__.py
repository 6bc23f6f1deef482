"""Charts as values, and the text or table that says the same."""

from .tables import as_table

__all__ = ["as_table"]
