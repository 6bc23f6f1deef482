"""briefgen: write a briefing once, as data; hand out PDF, Word and Markdown with the evidence behind every judgment.

>>> import briefgen
>>> brief = briefgen.from_dict({"title": "Talks", "bottom_line": "Nothing has moved."})
>>> brief.title
'Talks'
"""

TYPE_CHECKING = False  # typing itself would double what `import briefgen` costs

if TYPE_CHECKING:
    from .api import check, compose, dump, from_dict, load, released, render, to_docx, write
    from .errors import BriefgenError, Diagnostic, Severity
    from .model import *  # noqa: F403  # its names are found by __getattr__; type checkers see them here
    from .prose import Prose

_HOMES = {
    "api": ("check", "compose", "dump", "from_dict", "load", "released", "render", "to_docx", "write"),
    "errors": ("BriefgenError", "Diagnostic", "Severity"),
    "prose": ("Prose",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "BriefgenError",
    "Diagnostic",
    "Prose",
    "Severity",
    "check",
    "compose",
    "dump",
    "from_dict",
    "load",
    "released",
    "render",
    "to_docx",
    "write",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, the classes of the model among them: `briefgen.Brief`."""
    from importlib import import_module

    if name.startswith("__"):
        raise AttributeError(name)
    home = import_module(f".{_HOME_OF.get(name, 'model')}", __name__)
    try:
        value = getattr(home, name)
    except AttributeError:
        raise AttributeError(f"module 'briefgen' has no attribute {name!r}") from None
    globals()[name] = value
    return value
