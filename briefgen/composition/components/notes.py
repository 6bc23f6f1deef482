"""What stands beside a part: what is not known about it, and what limits it."""

from __future__ import annotations

from ...document.nodes import Attrs, Blocks, Callout, Inline, Reference, Text
from ...model import Gap, Part, anchor
from .context import Context
from .pieces import joined, paragraph, span, words

NAMED = 3
"""Most parts that are named where something supports them; more are numbers."""


def beside(ctx: Context, part: Part) -> Blocks:
    """Make the notes beside a part: its caveat, the gaps about it, then what rests on it."""
    return (*below(ctx, part), *supports(ctx, part))


def below(ctx: Context, *parts: Part) -> Blocks:
    """Make the notes below a list of parts: their caveats and the gaps about them."""
    caveats = (note for part in parts for note in caveat(ctx, part))
    return (*caveats, *gap_notes(ctx, *parts))


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
    gaps = (line for gap, leads in ctx.gaps(part) for line in _gap_line(ctx, gap, leads))
    return (*caveat, *gaps, *supports(ctx, part))


def supports(ctx: Context, part: Part) -> Blocks:
    """Say what rests on a part, each a link to it, where the template's option `backlinks` asks for it.

    The brief's own texts are named, and so are a few parts; many are numbers, which say their titles when pointed at.
    """
    held = ctx.held_up(part) if ctx.options.get("backlinks") else ()
    parts = [found for each in held if (found := ctx.part(each.anchor))]
    texts = (Text(ctx.say(each.title)) for each in held if not each.is_part)
    if len(parts) > NAMED:
        numbers = (_up(part, str(number), ctx.title(part)) for number, part in enumerate(parts, 1))
        line = words(*texts, words(*numbers), between="; ")
    else:
        line = words(*texts, *(_up(part, ctx.title(part)) for part in parts), between="; ")
    return ctx.small(span(f"{ctx.say('Supports')}:", "label"), Text(" "), *line) if line else ()


def _up(part: Part, said: str, title: str = "") -> Inline:
    return Reference(anchor(part), (Text(said),), title=title, attrs=Attrs(classes=("backlink",)))


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
