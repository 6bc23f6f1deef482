"""From a part to what it rests on, and from a source to what it holds up and what falls without it."""

from .falling import Loss, without
from .graph import Evidence, Held, Support, evidence
from .report import as_json, as_text
from .traced import Branch, Traced, trace

__all__ = [
    "Branch",
    "Evidence",
    "Held",
    "Loss",
    "Support",
    "Traced",
    "as_json",
    "as_text",
    "evidence",
    "trace",
    "without",
]
