"""All checks, and how they are run over a brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from ..errors import Diagnostic
from ..model import Brief
from ..model.mistakes import in_order
from .circles import circles
from .files import files_not_shown
from .ids import ids_given_twice
from .language import words_of_another_language
from .links import unsafe_links
from .markings import marked_in_order
from .plugged import plugged
from .prose import refused_markup
from .references import mentions_of_nothing, references_to_nothing
from .rows import mixed_rows
from .scales import sum_of_likelihoods, terms_of_scales
from .stances import stances_on_nothing
from .tables import unfit_tables

Check = Callable[[Brief], Iterable[Diagnostic]]


class Places(Protocol):
    """What knows the place of each path of a brief, as reading a file does."""

    def placed(self, found: Diagnostic) -> Diagnostic:
        """Give a diagnostic with its path's place."""


CHECKS: tuple[Check, ...] = (
    ids_given_twice,
    references_to_nothing,
    mentions_of_nothing,
    circles,
    stances_on_nothing,
    unsafe_links,
    unfit_tables,
    files_not_shown,
    refused_markup,
    words_of_another_language,
    sum_of_likelihoods,
    plugged,
)
"""Every check, those of plug-ins last. Each looks at a whole brief and gives its findings with their paths."""


def check(brief: Brief, places: Places | None = None, folders: Sequence[Path] = ()) -> tuple[Diagnostic, ...]:
    """Run every check over a brief; with `places`, findings stand in the order of the file, each with its place.

    A house's own scales and marking scheme are looked for in `folders`.
    """
    found = [diagnostic for each in CHECKS for diagnostic in each(brief)]
    found += terms_of_scales(brief, folders)
    found += mixed_rows(brief, folders)
    found += marked_in_order(brief, folders)
    return tuple(sorted(map(places.placed, found), key=in_order)) if places else tuple(found)
