"""A document for those who work on it: findings and the authors' remarks as comments at what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .document.nodes import Comment, Document
from .document.remarks import remarked
from .errors import Diagnostic
from .model import Brief

FINDINGS = "briefgen"
"""Who says what `check` has found."""
REMARKS = "Remark"


def reviewed(document: Document, brief: Brief, found: Iterable[Diagnostic]) -> Document:
    """Put the brief's remarks and what was found wrong with it into its document."""
    return remarked(document, [*_remarks(brief), *_findings(found)])


def _remarks(brief: Brief) -> Iterator[tuple[str, Comment]]:
    for path, part in brief.parts():
        if part.remark:
            yield path, Comment(part.remark, REMARKS)


def _findings(found: Iterable[Diagnostic]) -> Iterator[tuple[str, Comment]]:
    for each in found:
        said = "; ".join(filter(None, (each.message, each.hint)))
        yield each.path, Comment(f"{each.severity.value}: {said} ({each.code})", FINDINGS)
