"""Marking schemes: which levels there are, in what order, and what a scheme asks of how they are shown."""

from .registry import names, recognised, scheme
from .scheme import Level, Scheme

__all__ = ["Level", "Scheme", "names", "recognised", "scheme"]
