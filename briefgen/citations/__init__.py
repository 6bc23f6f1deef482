"""Citations and references in a style: author-date, notes or numbers; the same words for every format.

A source comes as a CSL-JSON item whose dates are texts such as `2026-03-02`. The rules are those of the Chicago Manual
of Style, 18th edition; `docs/explanation/citations.md` says where they are followed and where not.
"""

from .cite import Works
from .document import Order, with_citations
from .item import Csl

__all__ = ["Csl", "Order", "Works", "with_citations"]
