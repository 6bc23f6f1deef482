"""What is new, with who says what; and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from ...document.nodes import Attrs, Block, Blocks, Inline, Inlines, Reference, Row, Section, Table, Text
from ...model import Claim, Event, anchor
from . import marks
from .context import Context
from .notes import caveat, caveat_line, gap_notes
from .pieces import after, cell, head, in_role, joined, paragraph, row, span, table, words


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
    facts = _facts(ctx, event)
    blocks = (
        *((paragraph(*facts, role="facts"),) if facts else ()),
        *after(ctx.blocks(event, "description"), ctx.cite(event)),
        *ctx.blocks(event, "significance"),
        *((_claims(ctx, event.reports, letters),) if event.reports else ()),
        *caveat(ctx, event),
        *gap_notes(ctx, event, *event.reports),
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


# --- reports ------------------------------------------------------------------------------------------------------


def _claims(ctx: Context, claims: Sequence[Claim], letters: dict[str, str]) -> Table:
    heads = head("", ctx.say("Who says it"), ctx.say("What is said"), ctx.say("Status"))
    rows = [_claim(ctx, claim, letters) for claim in claims]
    return table("claims", heads, [rows], widths=(0.06, 0.2, 0.5, 0.24))


def _claim(ctx: Context, claim: Claim, letters: dict[str, str]) -> Row:
    who = ctx.who(claim.according_to)
    terms = ctx.terms(claim.according_to)
    return row(
        cell(letters.get(anchor(claim), "")),
        cell(
            span(who, "who") if who else span(ctx.say("Not given"), "absent"), ctx.small(Text(terms)) if terms else ()
        ),
        cell(*_said(ctx, claim)),
        cell(*_standing(ctx, claim, letters)),
        id=anchor(claim),
    )


def _said(ctx: Context, claim: Claim) -> list[Blocks]:
    statement = tuple(in_role(block, "claim") for block in ctx.blocks(claim, "statement"))
    return [after(statement, ctx.cite(claim)), _quote(ctx, claim), caveat_line(ctx, claim)]


def _quote(ctx: Context, claim: Claim) -> Blocks:
    """Give the words as they were said, unless the statement has them already."""
    quote = claim.quote
    if quote is None or (quote.text in claim.statement.source and not quote.translation):
        return ()
    original = span(ctx.quoted(quote.text), "quoted")
    if quote.language:
        original = evolve(original, attrs=Attrs(classes=("quoted",), language=quote.language))
    by = ctx.say("translated by {who}").format(who=quote.translator) if quote.translator else ""
    return ctx.small(*words(original, ctx.quoted(quote.translation) if quote.translation else "", by, between=" · "))


def _standing(ctx: Context, claim: Claim, letters: dict[str, str]) -> list[Blocks]:
    badge = marks.status(ctx, claim.status)
    return [
        (paragraph(*badge),) if badge else (),
        ctx.small(Text(f"{claim.credibility}, {ctx.say(marks.CREDIBILITY[claim.credibility])}"))
        if claim.credibility
        else (),
        ctx.small(Text(ctx.date(claim.date), origin=ctx.origin(claim, "date"))) if claim.date else (),
        _conflicts(ctx, claim, letters),
    ]


def _conflicts(ctx: Context, claim: Claim, letters: dict[str, str]) -> Blocks:
    others = [part for reference in claim.conflicts_with if (part := ctx.part(reference))]
    if not others:
        return ()
    line: list[Inline] = [Text(ctx.say("Conflicts with"))]
    for i, other in enumerate(others):
        name = letters.get(anchor(other)) or ctx.title(other)
        line += [Text(", " if i else " "), Reference(anchor(other), (Text(name),))]
    return ctx.small(*line)


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
    return (
        table("timeline wide", heads, bodies, widths=(0.24, 0.58, 0.18), row_heads=1),
        *gap_notes(ctx, *shown),
    )


def _moment(ctx: Context, event: Event) -> Row:
    title = (*ctx.text(event, "title"), *ctx.cite(event))
    details: list[Block] = [block for field in ("description", "significance") for block in ctx.blocks(event, field)]
    facts = words(
        *(f"{ctx.say('Parties')}: {ctx.names(event.parties)}" for _ in event.parties[:1]),
        *(f"{ctx.say('Trend')}: {ctx.word('trend', event.trend)}" for _ in (event.trend or "")[:1]),
        between=" · ",
    )
    return row(
        cell(when(ctx, event) or (span(ctx.say("Not given"), "absent"),)),
        cell(title, tuple(details), ctx.small(*facts), *_reports(ctx, event), caveat_line(ctx, event)),
        cell(marks.status(ctx, event.status)),
        id=anchor(event),
    )


def _reports(ctx: Context, event: Event) -> list[Blocks]:
    """Give an event's reports within the timeline: who says what, and how sure that is."""
    out: list[Blocks] = []
    for claim in event.reports:
        statement, *more = _said(ctx, claim)
        who = span(f"{ctx.who(claim.according_to) or ctx.say('Not given')}:", "who")
        out += [joined(who, statement), *more]
        out += [blocks for blocks in _standing(ctx, claim, {}) if blocks]
    return out
