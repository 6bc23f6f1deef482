"""For authors of backends: documents to write, and the conformance kit that every backend has to pass.

It needs pytest. The built-in backends run it too. `docs/how-to/write-a-backend.md` shows it in use.
"""

import pytest

pytest.register_assert_rewrite(f"{__name__}.conformance")  # so that a failing test shows what was lost

from .conformance import BackendConformance  # noqa: E402
from .everything import everything  # noqa: E402
from .hostile import HOSTILE, UNWRITABLE, hostile  # noqa: E402
from .pieces import PICTURE, PNG, bare_document, cell, li, p  # noqa: E402
from .reading import read_aloud  # noqa: E402
from .samples import samples  # noqa: E402
from .words import lost, said, squeezed  # noqa: E402

__all__ = [
    "HOSTILE",
    "PICTURE",
    "PNG",
    "UNWRITABLE",
    "BackendConformance",
    "bare_document",
    "cell",
    "everything",
    "hostile",
    "li",
    "lost",
    "p",
    "read_aloud",
    "said",
    "samples",
    "squeezed",
]
