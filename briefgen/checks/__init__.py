"""Rules over a whole brief: each a small function that gives diagnostics."""

from .check import CHECKS, check

__all__ = ["CHECKS", "check"]
