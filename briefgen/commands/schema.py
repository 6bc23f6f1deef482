"""`briefgen schema`: write the JSON Schema of a brief's file."""

from __future__ import annotations

import argparse
import json

from .writing import put


def run(options: argparse.Namespace) -> None:
    """Write the schema to a file, or to standard output."""
    from ..files.schema import schema

    put(options.output, json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
