"""Scales of likelihood, confidence, grading and magnitude, each from a file with its citation and its rules."""

from .placing import Place, place, placed
from .registry import names, scale
from .resolving import Resolved, resolve
from .scale import Kind, Scale, Span, Term, is_not_assessed

__all__ = [
    "Kind",
    "Place",
    "Resolved",
    "Scale",
    "Span",
    "Term",
    "is_not_assessed",
    "names",
    "place",
    "placed",
    "resolve",
    "scale",
]
