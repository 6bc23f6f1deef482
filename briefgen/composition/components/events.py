"""What is new, with who says what; and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document.nodes import Attrs, Block, Blocks, Inline, Inlines, Reference, Row, Section, Text
from ...model import Event, anchor
from . import marks
from .claims import claims_table, reported
from .context import Context
from .notes import beside, lines
from .pieces import after, begun, cell, head, paragraph, row, span, table, words


def events(ctx: Context, shown: Sequence[Event]) -> Blocks:
    """Make a section of each event: its facts, what happened, who says so, why it matters, and what is not known.

    The reports are lettered through all the events, so that one can name another.
    """
    letters = dict(zip((anchor(claim) for event in shown for claim in event.reports), _letters()))
    return tuple(_event(ctx, event, letters) for event in shown)


def _letters() -> Iterator[str]:
    """Count (a), (b), … (z), (aa), (ab) and so on."""
    count = 0
    while True:
        count += 1
        letters, rest = "", count
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(97 + digit) + letters
        yield f"({letters})"


def _event(ctx: Context, event: Event, letters: dict[str, str]) -> Section:
    cited = ctx.cite(event)
    facts = (*_facts(ctx, event), *(cited if event.description is None else ()))
    blocks = (
        *((paragraph(*facts, role="facts"),) if facts else ()),
        *after(ctx.blocks(event, "description"), cited if event.description else ()),
        *ctx.blocks(event, "significance"),
        *((claims_table(ctx, event.reports, letters),) if event.reports else ()),
        *beside(ctx, event),
    )
    heading = words(ctx.text(event, "title"), marks.status(ctx, event.status))
    return Section(heading, blocks, attrs=Attrs(id=anchor(event)), origin=ctx.origin(event))


def _facts(ctx: Context, event: Event) -> Inlines:
    pairs = (
        ("Date", when(ctx, event)),
        ("Parties", (Text(ctx.names(event.parties)),) if event.parties else ()),
        ("Trend", (Text(ctx.word("trend", event.trend)),) if event.trend else ()),
    )
    return words(
        *((span(ctx.say(label), "label"), Text(" "), *said) for label, said in pairs if said), between="\u2002"
    )


def when(ctx: Context, event: Event) -> Inlines:
    """Say when an event was: its date, and the event it followed."""
    known = (Text(ctx.date(event.date), origin=ctx.origin(event, "date")),) if event.date else ()
    before = ctx.part(event.after) if event.after else None
    if before is None:
        return known
    order: tuple[Inline, ...] = (Text(ctx.say("after") + " "), Reference(anchor(before), (Text(ctx.title(before)),)))
    return words(known, order, between=", ")


# --- the timeline -------------------------------------------------------------------------------------------------


def timeline(ctx: Context, shown: Sequence[Event]) -> Blocks:
    """Make a table of events: the dated in order, then the undated in the order in which they were given."""
    if not shown:
        return ()
    dated = sorted((e for e in shown if e.date and e.date.known), key=lambda e: e.date.sort_key if e.date else ())
    undated = [e for e in shown if not (e.date and e.date.known)]
    bodies: list[list[Row]] = [[_moment(ctx, event) for event in dated]]
    if undated:
        heading = row(cell(ctx.say("Undated: order only"), role="group", column_span=3))
        bodies.append([*([heading] if dated else []), *(_moment(ctx, event) for event in undated)])
    heads = head(ctx.say("When"), ctx.say("What"), ctx.say("Status"))
    return (table("timeline wide", heads, bodies, widths=(0.24, 0.58, 0.18), row_heads=1),)


def _moment(ctx: Context, event: Event) -> Row:
    title = (*ctx.text(event, "title"), *ctx.cite(event))
    details: list[Block] = [block for field in ("description", "significance") for block in ctx.blocks(event, field)]
    facts = words(
        f"{ctx.say('Parties')}: {ctx.names(event.parties)}" if event.parties else "",
        f"{ctx.say('Trend')}: {ctx.word('trend', event.trend)}" if event.trend else "",
        between=" · ",
    )
    return row(
        cell(begun(when(ctx, event)) or (span(ctx.say("Not given"), "absent"),)),
        cell(
            title,
            tuple(details),
            ctx.small(*facts),
            *(reported(ctx, claim) for claim in event.reports),
            lines(ctx, event),
        ),
        cell(marks.status(ctx, event.status)),
        id=anchor(event),
    )
