"""`briefgen trace brief.yaml cbc`: what a part rests on, what it holds up, and what falls without it."""

from __future__ import annotations

import argparse

from .reading import read
from .writing import put


def run(options: argparse.Namespace) -> None:
    """Print the trace. Raises `BriefgenError` for a brief that can't be read and for an id that it does not have."""
    from ..trace import as_json, as_text, trace

    form = as_json if options.format == "json" else as_text
    put("-", form(trace(read(options.file), options.id)))
