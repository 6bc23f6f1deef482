"""How Jinja gets at templates: by the names that the search gives, from the declared folders only."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import BaseLoader, Environment
from jinja2.exceptions import TemplateNotFound

from ..document.nodes import Pos
from .faults import Refused
from .search import Folder, Found, find, read
from .state import current


class NotFound(Refused, TemplateNotFound):
    """There is no such template; `ignore missing` passes over it."""

    def __init__(self, refused: Refused, name: str) -> None:
        TemplateNotFound.__init__(self, name, refused.message)
        self.message: str = refused.message
        self.hint, self.code = refused.hint, refused.code


class Loader(BaseLoader):
    """Loads templates for one render, and keeps their lines for messages."""

    def __init__(self, folders: tuple[Folder, ...]) -> None:
        self.folders = folders
        self.found: dict[str, Found] = {}
        self.texts: dict[str, str] = {}

    def keep(self, found: Found) -> str:
        """Remember a template that was found; give its name."""
        self.found[found.name] = found
        return found.name

    def resolve(self, name: str, parent: str) -> str:
        """Find a template that another one names."""
        current().budget.spend(10)
        try:
            return self.keep(find(self.folders, name, self.found.get(parent)))
        except Refused as refused:
            if refused.code == "template-missing":
                raise NotFound(refused, name) from None
            raise

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template."""
        text = self.texts[template] = read(self.found[template])
        return text, template, lambda: True

    def line(self, pos: Pos) -> str:
        """Give a line of a template that was loaded."""
        lines = self.texts.get(pos.template, "").split("\n")
        return lines[pos.line - 1] if 0 < pos.line <= len(lines) else ""
