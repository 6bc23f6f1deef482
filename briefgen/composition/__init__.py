"""From a brief and a template to a numbered document tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document.nodes import Document, Settings
from ..errors import Diagnostic

if TYPE_CHECKING:
    from ..model import Brief

DEFAULT = "policy-brief"


def compose(
    brief: Brief,
    template: str = "",
    *,
    options: Mapping[str, object] | None = None,
    folder: str | Path = "",
    project: Sequence[Path] = (),
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Lay a brief out by a template; give the document and what was found on the way.

    `template` is a name or a path; empty is the brief's own choice, else `policy-brief`. `folder`, then those of
    `project`, are searched for templates before those that ship, and for scales that are named by path; a brief's own
    choice is never looked for elsewhere.
    Raises `TemplateError` naming template and line.
    """
    from attrs import evolve

    from ..citations import with_citations
    from ..document.numbering import number
    from ..language import catalogue, labels
    from .components import Context, components, references
    from .meta import meta
    from .portions import levels, marked, portion_marked
    from .render import render_blocks
    from .search import asked

    folders = [Path(folder), *project] if folder else list(project)
    context = Context(brief, tuple(folders))
    layout = brief.layout
    made = render_blocks(
        asked(template) or (layout and layout.template) or DEFAULT,
        {"brief": brief},
        folders=folders,
        options={**(dict(layout.options) if layout else {}), **(options or {})},
        functions=lambda options: components(evolve(context, options=options)),
        words=catalogue(brief.language),
        show=lambda value: _show(context, value),
    )
    blocks = marked(made.blocks, levels(brief))
    document = Document(
        meta=meta(context, made.about.kind),
        blocks=portion_marked(blocks) if made.options.get("portion_marks") else blocks,
        settings=_settings(made.options),
        labels=labels(brief.language),
        references=references(context),
    )
    numbered, found = number(with_citations(document, made.options.get("bibliography", "auto")))  # type: ignore[arg-type]
    return numbered, (*made.diagnostics, *found)


def _show(context: Any, value: object) -> object:
    """Say how a small value is printed: a date as the brief's language writes it."""
    from ..model import Date

    return context.date(value) if isinstance(value, Date) else NotImplemented


def _settings(options: Mapping[str, object]) -> Settings:
    return Settings(
        number_sections=bool(options.get("number_sections")),
        notes="endnotes" if options.get("notes") == "endnotes" else "footnotes",
        citation_style=options.get("citations", "numeric"),  # type: ignore[arg-type]  # the template names its choices
    )


__all__ = ["compose"]
