"""Helpers for tests of templates: run one from text, and look at the shape of what it gives."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from briefgen.composition.render import Composed, render_blocks
from briefgen.document import nodes as n
from briefgen.document.walk import children
from briefgen.errors import Diagnostic, TemplateError
from briefgen.prose import Prose

SOME = Prose("some *prose*")
MANY = Prose("one\n\ntwo")


@frozen
class Thing:
    """A part of a brief, as small as can be."""

    id: str = "thing"
    name: str = "plain"
    text: Prose = SOME
    many: Prose = MANY
    words: tuple[str, ...] = ("a", "b")
    parts: tuple[Thing, ...] = ()
    count: int = 3
    none: str | None = None
    remark: str = "secret"

    def find(self, name: str) -> Thing:
        """Find a part."""
        return next(part for part in self.parts if part.name == name)


def run(template: str | Mapping[str, str], **given: object) -> Composed:
    """Run the text of a template, or the first of several files, over values."""
    files = {"t.md.j2": template} if isinstance(template, str) else template
    functions = given.pop("functions", None)
    options = given.pop("options", None)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        first = Path(folder, next(iter(files)))
        return render_blocks(first, {"brief": Thing(), **given}, folders=[folder], functions=functions, options=options)


def blocks(template: str | Mapping[str, str], **given: object) -> n.Blocks:
    """Run a template and give its blocks."""
    return run(template, **given).blocks


def fails(template: str | Mapping[str, str], **given: object) -> Diagnostic:
    """Run a template that must be refused, and give the first finding."""
    try:
        made = run(template, **given)
    except TemplateError as error:
        return error.diagnostics[0]
    raise AssertionError(f"nothing was refused: {made.blocks}")


def shape(nodes: tuple[n.Node, ...]) -> list[object]:
    """Give the classes of nodes and of those within; a run of text, whatever its line ends, is one word."""
    found: list[object] = []
    for node in nodes:
        if isinstance(node, n.Text | n.SoftBreak):
            if not found or found[-1] != "words":
                found.append("words")
            continue
        roles = len(node.attrs.classes)
        found.append((type(node).__name__, roles, shape(tuple(children(node)))))
    return found


def places(nodes: tuple[n.Node, ...]) -> list[tuple[str, str, int]]:
    """Give each text with the file and line that made it."""
    found: list[tuple[str, str, int]] = []
    for node in nodes:
        if isinstance(node, n.Text) and node.pos:
            found.append((node.text, Path(node.pos.template).name, node.pos.line))
        found += places(tuple(children(node)))
    return found
