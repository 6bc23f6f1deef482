"""What stands beside a part: what is not known about it, and what limits it."""

from __future__ import annotations

from ...document.nodes import Blocks, Callout, Reference, Text
from ...model import Gap, Part, anchor
from .context import Context
from .pieces import joined, paragraph, span


def beside(ctx: Context, *parts: Part) -> Blocks:
    """Make the notes beside parts: their caveats, then the gaps about them."""
    return (*(note for part in parts for note in caveat(ctx, part)), *gap_notes(ctx, *parts))


def gap_notes(ctx: Context, *parts: Part) -> Blocks:
    """Make a note of each gap about any of these parts; in full beside the part that it names first."""
    return tuple(gap_note(ctx, gap, full=leads) for gap, leads in ctx.gaps(*parts))


def caveat(ctx: Context, part: Part) -> Blocks:
    """Make a callout of a part's caveat, or nothing."""
    if part.caveat is None:
        return ()
    return (Callout("caveat", ctx.blocks(part, "caveat"), title=(Text(ctx.say("Caveat")),)),)


def lines(ctx: Context, part: Part) -> Blocks:
    """Say in small text, for a table's cell, what limits a part and what is not known about it."""
    caveat = ctx.labelled("Caveat", ctx.blocks(part, "caveat"), "small")
    return (*caveat, *(line for gap, leads in ctx.gaps(part) for line in _gap_line(ctx, gap, leads)))


def _gap_line(ctx: Context, gap: Gap, leads: bool) -> Blocks:
    name = span(f"{ctx.word('gap', gap.kind or 'unknown')}:", "gap")
    return joined(name, _stated(ctx, gap, leads), "small")


def _stated(ctx: Context, gap: Gap, leads: bool) -> Blocks:
    """State a gap beside the part that it names first; elsewhere its beginning, linked to the whole."""
    if leads:
        return ctx.blocks(gap, "statement")
    return (paragraph(Reference(anchor(gap), (Text(ctx.title(gap)),))),)


def gap_note(ctx: Context, gap: Gap, *, full: bool) -> Callout:
    """Make the note of a gap; in full it says too why it matters and how it could be closed."""
    more = (*ctx.labelled("Why it matters", ctx.blocks(gap, "matters"), "small"), *closing(ctx, gap)) if full else ()
    title = ctx.word("gap", gap.kind or "unknown")
    return Callout("gap", (*_stated(ctx, gap, full), *more), title=(Text(title),), origin=ctx.origin(gap))


def closing(ctx: Context, gap: Gap) -> Blocks:
    """Say how a gap could be closed, and by whom, or nothing."""
    how = ctx.labelled("To close it", ctx.blocks(gap, "how_to_close"), "small")
    owner = ctx.text(gap, "owner")
    return (*how, *((paragraph(span(f"{ctx.say('Owner')}:", "label"), " ", *owner, role="small"),) if owner else ()))
