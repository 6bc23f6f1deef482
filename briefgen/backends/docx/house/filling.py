"""A brief put into a house file: the form is filled first, so that no word of the brief is taken for a placeholder."""

from __future__ import annotations

from ....errors import Diagnostic, Severity
from ..context import Job
from .forms import Values, fill, fill_custom, holds_form
from .house import CUSTOM, House
from .parts import parsed, serialised
from .place import split


def filled(body: str, job: Job, house: House) -> dict[str, str | bytes]:
    """Give the house's document with the brief in it, and its headers and footers with what they ask for."""
    name, meta = house.theme.word.reference, job.document.meta
    values = Values(meta, house.theme.word.fields)
    parts = {part: _filled(content, part, values, name) for part, content in house.forms.items()}
    story = house.story
    if holds_form(story):
        story = _filled(story, "word/document.xml", values, name)
    head, tail = split(story.decode())
    job.diagnostics += [*house.diagnostics, *_findings(values, name)]
    if house.own_pages and meta.marking and "marking" not in values.used:
        said = f"{name} shows no marking on its pages; put {{{{ marking }}}} into its header: {meta.marking.label}"
        job.diagnostics.append(Diagnostic("house-marking", said, Severity.WARNING))
    return {"word/document.xml": f"{head}{body}{tail}", **parts}


def _filled(content: bytes, part: str, values: Values, name: str) -> bytes:
    root = parsed(content, part, name)
    (fill_custom if part == CUSTOM else fill)(root, values)
    return serialised(root)


def _findings(values: Values, name: str) -> list[Diagnostic]:
    unknown = f"{name} asks for {', '.join(map(repr, values.unknown))}, which is none of a brief's properties"
    empty = f"{name} asks for {', '.join(map(repr, values.empty))}, which the brief does not say"
    hint = "say what it means in [word.fields] of the theme"
    return [
        *([Diagnostic("form-unfilled", unknown, Severity.WARNING, hint=hint)] if values.unknown else []),
        *([Diagnostic("form-empty", empty, Severity.INFO)] if values.empty else []),
    ]
