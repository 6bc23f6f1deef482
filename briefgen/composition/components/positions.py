"""Who stands where: in prose by party, and as a matrix of parties and issues."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...document.nodes import Attrs, Block, Blocks, Cell, Emphasis, Inline, Inlines, Row, Section, Span, Text
from ...language import join_words
from ...model import Actor, Issue, Position, anchor
from . import marks
from .context import Context
from .notes import caveat, gap_notes, lines, supports
from .pieces import NBSP, after, bullets, cell, flat, head, in_role, joined, paragraph, row, span, table, words

_WANTS = (
    ("Interest", "Interests", "interests"),
    ("Demand", "Demands", "demands"),
    ("Red line", "Red lines", "red_lines"),
    ("Condition", "Conditions", "conditions"),
)


def positions(ctx: Context, shown: Sequence[Position]) -> Blocks:
    """Make a section of each party; those within one party (`part_of`) stand below its name."""
    parties: dict[str, list[Position]] = {}
    for position in shown:
        parties.setdefault(_party(ctx, position.actor), []).append(position)
    return tuple(_section(ctx, party, held) for party, held in parties.items())


def _party(ctx: Context, reference: str) -> str:
    """Find the outermost party that an actor belongs to."""
    seen = {reference}
    actor = ctx.part(reference)
    while isinstance(actor, Actor) and actor.part_of and actor.part_of not in seen:
        reference = actor.part_of
        seen.add(reference)
        actor = ctx.part(reference)
    return reference


def _section(ctx: Context, party: str, held: Sequence[Position]) -> Section:
    actor = ctx.part(party)
    blocks = [block for position in held for block in _position(ctx, position, party)]
    caveats = [note for position in held for note in caveat(ctx, position)]
    notes = gap_notes(ctx, *held, *([actor] if actor else []))
    return Section((Text(ctx.name(party)),), (*blocks, *caveats, *notes))


def _position(ctx: Context, position: Position, party: str) -> Blocks:
    """Say a position: whose and on what, what is said, how that is known, and what the party wants."""
    lead = _lead(ctx, position, party)
    said, wants = ctx.blocks(position, "says"), _wants(ctx, position)
    if not said and not position.stance:
        said, wants = wants[:1], wants[1:]
    first = joined(Span(lead), said) if lead and said else said or ((paragraph(*lead),) if lead else ())
    facts = _facts(ctx, position)
    tail = (*ctx.cite(position), *((Text(" "), Span(facts, attrs=Attrs(classes=("small",)))) if facts else ()))
    return _anchored(ctx, position, (*after(first, tail), *wants, *supports(ctx, position)))


def _anchored(ctx: Context, position: Position, blocks: Blocks) -> Blocks:
    if not blocks:
        return ()
    top = blocks[0]
    return (
        evolve(top, attrs=evolve(top.attrs, id=anchor(position)), origin=top.origin or ctx.origin(position)),
        *blocks[1:],
    )


def _lead(ctx: Context, position: Position, party: str) -> Inlines:
    """Say, where it is not clear from the heading, who holds the position, on what, and which way."""
    who = ctx.name(position.actor) if position.actor != party else ""
    issue = ctx.name(position.issue) if position.issue else ""
    stance = ctx.word("stance", position.stance).lower() if position.stance else ""
    topic = " · ".join(part for part in (who, issue) if part)
    lead: Inlines = (Emphasis((Text(f"{topic}:"),)),) if topic else ()
    known = [ctx.word("basis", position.basis).lower()] if position.basis and position.stance else []
    said = f"{stance} ({', '.join(known)})." if known else f"{stance}." if stance else ""
    return words(lead, said)


def _wants(ctx: Context, position: Position) -> Blocks:
    out: list[Block] = []
    for one, many, field in _WANTS:
        items = ctx.each(position, field)
        if len(items) == 1:
            out += joined(span(f"{ctx.say(one)}:", "label"), items[0])
        elif items:
            out += [paragraph(span(f"{ctx.say(many)}:", "label")), bullets(items)]
    return (*out, *joined(span(f"{ctx.say('Leverage')}:", "label"), ctx.blocks(position, "leverage")))


def _facts(ctx: Context, position: Position) -> Inlines:
    """Say who reports a position and how it is known; a source that is cited anyway is not named again."""
    who = position.according_to
    named = who and not ctx.is_cited(who, position)
    facts = (
        ctx.according_to(who) if who and named else "",
        ctx.terms(who),
        ctx.word("basis", position.basis) if position.basis and not position.stance else "",
        f"{ctx.say('Salience')}: {ctx.word('level', position.salience).lower()}" if position.salience else "",
        f"{ctx.say('As of')} {ctx.date(position.as_of)}" if position.as_of else "",
        marks.change(ctx, position.change),
    )
    return words(*facts, between=" · ")


# --- the matrix ---------------------------------------------------------------------------------------------------


def position_matrix(ctx: Context, shown: Sequence[Position], issues: Sequence[Issue] = ()) -> Blocks:
    """Make a matrix of parties and issues; a cell without a stance says that none is reported.

    The issues are the brief's unless others are given. Without issues there is no matrix.
    """
    issues = issues or ctx.brief.issues
    if not issues or not any(position.stance for position in shown):
        return ()
    heads = head(ctx.say("Party"), *(_issue(ctx, issue) for issue in issues))
    actors = list(dict.fromkeys(position.actor for position in shown))
    rows = [_row(ctx, actor, [p for p in shown if p.actor == actor], issues) for actor in actors]
    caption = ctx.say("Who stands where: stance towards each proposition")
    matrix = table("matrix wide", heads, [rows], caption=caption, row_heads=1, widths=_widths(len(issues)))
    return (matrix, _legend(ctx, shown))


def _widths(issues: int) -> tuple[float, ...]:
    first = max(0.16, 0.24 - 0.02 * max(0, issues - 3))
    return (first, *[(1 - first) / issues] * issues)


def _issue(ctx: Context, issue: Issue) -> Cell:
    name = ctx.text(issue, "short") or ctx.text(issue, "name")
    made = cell(
        (Span(name, attrs=Attrs(classes=("issue",))),),
        ctx.small(*ctx.text(issue, "proposition")),
        tuple(in_role(block, "small") for block in ctx.blocks(issue, "description")),
        lines(ctx, issue),
    )
    return evolve(made, attrs=Attrs(id=anchor(issue)))


def _row(ctx: Context, reference: str, held: Sequence[Position], issues: Sequence[Issue]) -> Row:
    by_issue = {position.issue: position for position in held if position.issue}
    first = _actor(ctx, reference)
    if not any(position.stance for position in by_issue.values()):
        return row(first, _whole_matter(ctx, held, len(issues)))
    return row(first, *(_stance(ctx, by_issue.get(issue.id or "")) for issue in issues))


def _actor(ctx: Context, reference: str) -> Cell:
    actor = ctx.part(reference)
    of = ctx.name(actor.part_of) if isinstance(actor, Actor) and actor.part_of else ""
    return cell(ctx.name(reference, short=True), ctx.small(Text(of)) if of else ())


def _whole_matter(ctx: Context, held: Sequence[Position], span_of: int) -> Cell:
    """Say that a party took no stance on these issues, and what it says of the whole matter."""
    none = ctx.say("No stance on these issues.")
    whole = next((position for position in held if not position.issue and position.says), None)
    said: list[Inline | str] = [none]
    if whole:
        said += [" ", ctx.say("On the whole matter:"), " ", *flat(ctx.blocks(whole, "says"))]
    return cell((paragraph(*said, role="small"),), role="absent", column_span=span_of)


def _stance(ctx: Context, position: Position | None) -> Cell:
    if position is None or position.stance is None:
        return cell((paragraph(ctx.say("None reported"), role="absent"),), role="absent")
    sign = span(marks.sign(ctx, position.stance), "sign")
    name = span(ctx.word("stance", position.stance), "stance")
    basis = [ctx.word("basis", position.basis)] if position.basis else []
    if position.caveat:
        basis.append(ctx.say("see the caveat"))
    small = ctx.small(Text(", ".join(basis))) if basis else ()
    made = cell((sign, Text(NBSP), name), small, role=position.stance.replace(" ", "-"))
    return evolve(made, origin=ctx.origin(position))


def _legend(ctx: Context, shown: Sequence[Position]) -> Block:
    """Explain the signs that the matrix uses."""
    used = [stance for stance in marks.STANCES if any(position.stance == stance for position in shown)]
    signs: list[Inline] = [span(f"{ctx.say('Stance')}:", "label")]
    for stance in used:
        signs += [Text("\u2002"), span(marks.sign(ctx, stance), "sign", stance.replace(" ", "-")), Text(NBSP)]
        signs.append(Text(ctx.word("stance", stance).lower()))
    return paragraph(*signs, role="legend")


def actors(ctx: Context, shown: Sequence[Actor]) -> Blocks:
    """Make a table of actors: who they are, whose part they are, how much they can move and how much they care."""
    if not shown:
        return ()
    heads = head(ctx.say("Actor"), ctx.say("Who it is"))
    rows = [_described(ctx, actor) for actor in shown]
    return (table("actors wide", heads, [rows], widths=(0.28, 0.72), row_heads=1),)


def _described(ctx: Context, actor: Actor) -> Row:
    kind = ctx.word("actor", actor.kind) if actor.kind else ""
    part_of = ctx.say("part of {whole}").format(whole=ctx.name(actor.part_of)) if actor.part_of else ""
    also = ctx.say("also {names}").format(names=join_words(actor.aka, ctx.language)) if actor.aka else ""
    levels = [
        f"{ctx.say(label)}: {ctx.word('level', level).lower()}"
        for label, level in (("Influence", actor.influence), ("Interest", actor.interest))
        if level
    ]
    role = words(ctx.text(actor, "role"), between="")
    return row(
        cell((*ctx.text(actor, "name"), *ctx.cite(actor)), ctx.small(*words(kind, part_of, between=", "))),
        cell(
            role,
            ctx.blocks(actor, "description"),
            ctx.small(*words(also, *levels, between=" · ")),
            lines(ctx, actor),
        ),
        id=anchor(actor),
    )
