"""Translations: one TOML file a language, its keys the English texts. English itself needs no file.

    [messages]
    "Scenarios" = "Szenarien"
    [plurals]
    "%(num)s source" = { one = "%(num)s Quelle", other = "%(num)s Quellen" }
    [contexts.stance]
    "For" = "Dafür"

A text that a catalogue lacks stays English, so a missing word never stops a brief.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import attrs

from ..document.nodes import Labels
from .locales import babel_locale, primary

_FOLDER = Path(__file__).parent / "catalogues"


@attrs.frozen
class Catalogue:
    """A language's words; its methods are gettext's, as Jinja's `trans` and `_()` want them."""

    language: str
    messages: Mapping[str, str] = attrs.field(factory=dict)
    plurals: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    contexts: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    def gettext(self, message: str) -> str:
        """Translate a text.

        >>> catalogue("en-GB").gettext("Scenarios")
        'Scenarios'
        """
        return self.messages.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a text that means something else in another context; without an own entry, as `gettext`."""
        return self.of(context, message) or self.gettext(message)

    def of(self, context: str, message: str) -> str:
        """Give the translation that only this context has, or nothing.

        >>> catalogue("de").of("five-step", "severe"), catalogue("de").of("icd203", "likely")
        ('schwer', '')
        """
        return self.contexts.get(context, {}).get(message, "")

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Pick and translate the form that goes with a count.

        >>> catalogue("en").ngettext("%(num)s source", "%(num)s sources", 1)
        '%(num)s source'
        """
        forms = self.plurals.get(singular)
        if forms is None:
            return singular if n == 1 else plural
        return forms.get(babel_locale(self.language).plural_form(n)) or forms["other"]


@lru_cache(maxsize=64)
def catalogue(language: str) -> Catalogue:
    """Give the words of a language by its tag; `pt-BR` falls back to `pt`, what is not there to English."""
    path = _path(language)
    return _read(language, path) if path else Catalogue(language)


def _path(language: str) -> Path | None:
    paths = (_FOLDER / f"{name}.toml" for name in (language, primary(language)) if name.replace("-", "").isalnum())
    return next((path for path in paths if path.is_file()), None)


def has_words(language: str) -> bool:
    """Tell whether a language has words of its own.

    >>> has_words("de-AT"), has_words("en-GB"), has_words("tlh")
    (True, True, False)
    """
    return primary(language) == "en" or _path(language) is not None


def languages() -> tuple[str, ...]:
    """Name the languages that have words."""
    return tuple(sorted({"en", *(path.stem for path in _FOLDER.glob("*.toml"))}))


def _read(language: str, path: Path) -> Catalogue:
    import tomllib

    return Catalogue(language, **tomllib.loads(path.read_text("utf-8")))


def labels(language: str) -> Labels:
    """Give the words that backends print or speak themselves.

    >>> labels("en-GB").continued
    'continued'
    """
    translate = catalogue(language).gettext
    return Labels(**{name: translate(value) for name, value in attrs.asdict(Labels()).items()})
