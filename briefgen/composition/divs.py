"""Fenced divs: callouts, columns and cards, and blocks that share a role."""

from __future__ import annotations

from attrs import evolve

from ..document.nodes import Attrs, Block, Blocks, Callout, Columns, Div, Inlines, Section
from ..prose.blocks import read_blocks
from ..prose.reading import Reading
from ..prose.tree import Branch
from .dialect import TemplateHooks

CALLOUTS = ("bottom-line", "gap", "caveat", "note", "warning")
COLUMNS = ("columns", "cards")
_WRONG = {
    "syntax": ("a line of colons opens a div as ::: kind {#id .class}, or closes one", "escape the first colon: \\:"),
    "stray": ("this ::: closes nothing", "there is one too many, or its opening has no kind"),
    "unclosed": ("this div is never closed", "add a line with ::: where it ends"),
}


def div(reading: Reading, branch: Branch) -> Blocks:
    """Read a div; one with nothing in it does not appear."""
    hooks, meta, line = reading.hooks, branch.token.meta, branch.line
    assert isinstance(hooks, TemplateHooks)
    if meta["wrong"]:
        hooks.fault("div", _WRONG[meta["wrong"]][0], line, _WRONG[meta["wrong"]][1])
    kind = hooks.verbatim(meta["kind"], line, "label")
    pairs = hooks.pairs(meta["attributes"], line)
    title = next((hooks.text(value, line) for key, value in pairs if key == "title"), ())
    blocks = _within(reading, hooks, branch)
    if not blocks:
        return ()
    if kind in CALLOUTS:
        return (evolve(_callout(kind, blocks, title), attrs=hooks.attrs(pairs, line), pos=hooks.pos(line)),)
    if title:
        hooks.fault("div", f"a div of the kind {kind!r} has no title", line, f"one of {', '.join(CALLOUTS)} has")
    if kind in COLUMNS:
        return (_columns(kind, blocks, hooks.attrs(pairs, line, *([kind] if kind == "cards" else [])), hooks, line),)
    return (Div(blocks, attrs=hooks.attrs(pairs, line, *([kind] if kind else [])), pos=hooks.pos(line)),)


def _within(reading: Reading, hooks: TemplateHooks, branch: Branch) -> Blocks:
    """Read what stands within; its headings belong beneath the section around it."""
    base, level = hooks.base, hooks.level
    hooks.base = level
    blocks = read_blocks(reading, branch.children)
    hooks.base, hooks.level = base, level
    return blocks


def _callout(kind: str, blocks: Blocks, title: Inlines) -> Callout:
    if not title and isinstance(blocks[0], Section):
        title, blocks = blocks[0].heading, (*blocks[0].blocks, *blocks[1:])
    return Callout(kind, blocks, title=title)


def _columns(kind: str, blocks: Blocks, attrs: Attrs, hooks: TemplateHooks, line: int) -> Block:
    divs = tuple(block for block in blocks if isinstance(block, Div))
    if len(divs) != len(blocks):
        inner = "card" if kind == "cards" else "column"
        hooks.fault("div", f"{kind} hold nothing but divs", line, f"put each into ::: {inner}")
    return Columns(divs, attrs=attrs, pos=hooks.pos(line))


READERS = {"div": div}
