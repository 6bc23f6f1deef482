"""Documents for the tests of several rooms; they ship with the package, so that plug-ins are tested with them too."""

from briefgen.testing.everything import everything
from briefgen.testing.hostile import HOSTILE, hostile
from briefgen.testing.pieces import PICTURE, PNG, bare_document, cell, li, p

__all__ = ["HOSTILE", "PICTURE", "PNG", "bare_document", "cell", "everything", "hostile", "li", "p"]
