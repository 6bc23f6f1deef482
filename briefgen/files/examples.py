"""An example of every field of the model, for the schema and for explanations."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from ..model import Part
from .plain import Plain
from .yaml_reader import read_yaml


def example_of(kind: type, name: str) -> Plain:
    """Give the example of a class's field, by its name in files. Raises `KeyError` where there is none."""
    own = _examples()[kind.__name__]
    found: Plain = own[name] if name in own else _examples()[Part.__name__][name]
    return found


@cache
def _examples() -> dict[str, dict[str, Any]]:
    text = files(__package__).joinpath("examples.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, Any]] = read_yaml(text, "examples.yaml").value  # type: ignore[assignment]  # our file
    return read
