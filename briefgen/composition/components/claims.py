"""Reports: who says what, in which words, and how far it is established."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...document.nodes import Attrs, Blocks, Inline, Inlines, Reference, Row, Span, Table, Text
from ...language import capitalised
from ...model import Claim, anchor
from . import marks
from .context import Context
from .notes import lines
from .pieces import after, cell, head, in_role, joined, paragraph, row, span, table, words


def claims_table(ctx: Context, claims: Sequence[Claim], letters: dict[str, str]) -> Table:
    """Make a table of reports: who says it, what is said, and how far it is established."""
    heads = head("", ctx.say("Who says it"), ctx.say("What is said"), ctx.say("Status"))
    rows = [_claim(ctx, claim, letters) for claim in claims]
    return table("claims", heads, [rows], widths=(0.07, 0.2, 0.52, 0.21))


def _claim(ctx: Context, claim: Claim, letters: dict[str, str]) -> Row:
    who = capitalised(ctx.who(claim.according_to))
    terms = ctx.terms(claim.according_to)
    return row(
        cell(letters.get(anchor(claim), "")),
        cell(
            span(who, "who") if who else span(ctx.say("Not given"), "absent"), ctx.small(Text(terms)) if terms else ()
        ),
        cell(*_said(ctx, claim, "claim")),
        cell(*_standing(ctx, claim, letters)),
        id=anchor(claim),
    )


def _said(ctx: Context, claim: Claim, *role: str) -> list[Blocks]:
    statement = tuple(in_role(block, *role) for block in ctx.blocks(claim, "statement"))
    return [after(statement, ctx.cite(claim)), _quote(ctx, claim), lines(ctx, claim)]


def _quote(ctx: Context, claim: Claim) -> Blocks:
    """Give the words as they were said, unless the statement has them already."""
    quote = claim.quote
    if quote is None or (quote.text.casefold() in claim.statement.source.casefold() and not quote.translation):
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
        ctx.small(*_credibility(ctx, claim)),
        ctx.small(Text(ctx.date(claim.date), origin=ctx.origin(claim, "date"))) if claim.date else (),
        _conflicts(ctx, claim, letters),
    ]


def _credibility(ctx: Context, claim: Claim) -> Inlines:
    if not claim.credibility or not ctx.options.get("grading", True):
        return ()
    return (Text(marks.grading(ctx, "credibility", str(claim.credibility))),)


def _conflicts(ctx: Context, claim: Claim, letters: dict[str, str]) -> Blocks:
    others = [part for reference in claim.conflicts_with if (part := ctx.part(reference))]
    if not others:
        return ()
    line: list[Inline] = [Text(ctx.say("Conflicts with"))]
    for i, other in enumerate(others):
        name = letters.get(anchor(other)) or ctx.title(other)
        line += [Text(", " if i else " "), Reference(anchor(other), (Text(name),))]
    return ctx.small(*line)


def reported(ctx: Context, claim: Claim) -> Blocks:
    """Give a report within a table's cell: who says it before what is said, then how sure that is."""
    statement, *more = _said(ctx, claim)
    said = f"{capitalised(ctx.who(claim.according_to)) or ctx.say('Not given')}:"
    who = Span((Text(said),), attrs=Attrs(id=anchor(claim), classes=("who",)))
    terms = ctx.terms(claim.according_to)
    rest = (ctx.small(Text(terms)) if terms else (), *more, *_standing(ctx, claim, {}))
    return (*joined(who, statement), *(block for blocks in rest for block in blocks))
