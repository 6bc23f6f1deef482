"""`briefgen new`: begin a brief with a file that builds at once."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from ..composition.faults import Refused
from ..composition.search import MAIN, asked, find, places
from ..errors import UsageError
from ..themes import shipped
from .writing import put

DEFAULT = "policy-brief"
STARTER = "starter.yaml"


def run(options: argparse.Namespace) -> None:
    """Write the starter of a template to a new file. Raises `UsageError` when the file stands already."""
    output: str = options.output
    text = starter(options.template, Path(output).parent)
    if output != "-" and os.path.lexists(output):
        raise UsageError(f"{output} stands already and is left as it is; name another file with -o")
    put(output, text)
    if output != "-":
        print(
            f"{output} is written; build it with: briefgen build {output} -o {Path(output).stem}.pdf", file=sys.stderr
        )


def starter(template: str, folder: Path) -> str:
    """Give a template's own starter, or the one that ships with the template's name in it.

    An empty name is the template of the house project that the folder stands in, else the default; then the starter
    leaves the choice to them. Raises `UsageError` when there is no such template.
    """
    from ..files.project import find_project

    project = find_project(folder)
    house = project.settings.get("layout", {}).get("template") if project else None
    path = _found(template or house or DEFAULT, [folder, *([project.folder] if project else [])])
    own = path.with_name(STARTER)
    text = (own if path.name == MAIN and own.is_file() else shipped(DEFAULT, STARTER)).read_text(encoding="utf-8")
    if template:
        return text.replace(f"template: {DEFAULT}\n", f"template: {template}\n")
    return text.replace(f"layout:\n  template: {DEFAULT}\n", "")


def _found(template: str, folders: list[Path]) -> Path:
    try:
        name, within = places(asked(template), folders)
        return find(within, name).path
    except Refused as error:
        raise UsageError(f"{error.message}; {error.hint}" if error.hint else error.message) from None
