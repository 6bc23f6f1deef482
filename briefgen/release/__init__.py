"""Handing out less than all: what is marked above a level is dropped, and its absence from the files is proven."""

from .blank import blank
from .dropping import Release, release
from .proof import leaks

__all__ = ["Release", "blank", "leaks", "release"]
