"""`briefgen explain scenario.likelihood`: say what a field is, what it takes, and show one."""

from __future__ import annotations

import argparse

from ..errors import UsageError
from .writing import put


def run(options: argparse.Namespace) -> None:
    """Print the explanation. Raises `UsageError` with the nearest name when there is no such field or part."""
    from ..files.explain import explain

    try:
        put("-", explain(options.path))
    except LookupError as error:
        raise UsageError(error.args[0]) from None
