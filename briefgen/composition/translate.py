"""`_("…")` and `{% trans %}`: a text that the template's author wrote is markup in every language; data stays data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from .source import Source
from .state import current


@pass_context
def gettext(context: Context, message: Any, /, **values: Any) -> str:
    """Translate a text and fill in its values."""
    return _said(message, current().words.gettext(_bare(message)), values)


@pass_context
def ngettext(context: Context, singular: Any, plural: Any, num: int, /, **values: Any) -> str:
    """Translate a text that depends on a count, which it may name as `%(num)s`."""
    said = current().words.ngettext(_bare(singular), _bare(plural), num)
    return _said(singular if num == 1 else plural, said, {"num": num} | values)


@pass_context
def pgettext(context: Context, meaning: Any, message: Any, /, **values: Any) -> str:
    """Translate a text that means something else in another context."""
    return _said(message, current().words.pgettext(_bare(meaning), _bare(message)), values)


@pass_context
def npgettext(context: Context, meaning: Any, singular: Any, plural: Any, num: int, /, **values: Any) -> str:
    """Translate a text that depends on a count; the context is passed over."""
    said = current().words.ngettext(_bare(singular), _bare(plural), num)
    return _said(singular if num == 1 else plural, said, {"num": num} | values)


def _bare(message: Any) -> str:
    return str(message.bare()) if isinstance(message, Source) else str(message)


def _said(message: Any, said: str, values: Mapping[str, Any]) -> str:
    if not isinstance(message, Source):
        return said
    return Source(said) % values if values else Source(said.replace("%%", "%"))


TRANSLATIONS: Mapping[str, Callable[..., str]] = {
    "_": gettext,
    "gettext": gettext,
    "ngettext": ngettext,
    "pgettext": pgettext,
    "npgettext": npgettext,
}
