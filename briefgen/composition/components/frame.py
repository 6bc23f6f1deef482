"""What frames a brief: its head, how and by when it is to be used, corrections, exhibits, free sections, people."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, fields_dict

from ...document.nodes import (
    Attrs,
    Badge,
    Block,
    Blocks,
    Callout,
    Definition,
    DefinitionList,
    Div,
    Inlines,
    Link,
    Section,
    Strong,
    Text,
)
from ...language import capitalised, format_number
from ...model import Brief, Correction, Exhibit, Marking, Part, Person, TableData, anchor
from ...model import Section as FreeSection
from ...prose import Prose
from .context import Context
from .notes import beside
from .pieces import NBSP, after, cell, flat, head, joined, paragraph, row, span, table, words

UPRIGHT = 14
"""A table of an author's with more columns has pages that lie on their side."""


def notices(ctx: Context, brief: Brief) -> Blocks:
    """Warn at the head of a brief that is superseded, or that may not be published yet."""
    until = ctx.date(brief.embargo_until) if brief.embargo_until else ""
    said = (
        ctx.say("Superseded: a later edition has taken the place of this brief.")
        if brief.status == "superseded"
        else "",
        ctx.say("Embargo until {date}").format(date=until) if until else "",
    )
    lines = tuple(paragraph(Strong((Text(line),))) for line in said if line)
    return (Callout("warning", lines),) if lines else ()


def kicker(ctx: Context, keywords: Sequence[str]) -> Blocks:
    """Make the line above the title, of the brief's first keywords."""
    return (paragraph(" · ".join(keywords[:3]), role="kicker"),) if keywords else ()


def subtitle(ctx: Context, brief: Brief) -> Blocks:
    """Make the line below the title."""
    return (paragraph(brief.subtitle, role="subtitle"),) if brief.subtitle else ()


def facts(ctx: Context, brief: Brief) -> Blocks:
    """Make the list of facts below the title: dates, edition, who prepared it for whom, status."""
    pairs = [(label, said) for label, said in _facts(ctx, brief) if said]
    items = tuple(Definition((Text(ctx.say(label)),), (paragraph(*said),)) for label, said in pairs)
    return (DefinitionList(items, attrs=Attrs(classes=("meta",))),) if items else ()


def _facts(ctx: Context, brief: Brief) -> list[tuple[str, Inlines]]:
    dates = {"Published": brief.date, "Information cut-off": brief.as_of, "Embargo until": brief.embargo_until}
    texts = {
        "Reference": brief.reference,
        "Edition": brief.edition,
        "Previous edition": brief.previous,
        "Prepared by": brief.organisation or ", ".join(person.name for person in brief.authors),
        "From": brief.sender,
        "Prepared for": brief.prepared_for,
        "Audience": brief.audience,
    }
    said = [(label, words(capitalised(ctx.date(date)))) for label, date in dates.items() if date]
    said += [(label, words(text)) for label, text in texts.items() if text]
    return [*said, ("Status", _status(ctx, brief)), ("Handling", handling(ctx, ctx.banner[0]))]


def _status(ctx: Context, brief: Brief) -> Inlines:
    if not brief.status:
        return ()
    said = ctx.word("status", brief.status)
    return (Badge("draft", brief.status, said, f"{ctx.say('Status')}: {said}"),)


def handling(ctx: Context, marking: Marking | None) -> Inlines:
    """Say how something may be handled, in words."""
    if marking is None:
        return ()
    released = ctx.say("releasable to {names}").format(names=", ".join(marking.releasable_to))
    review = ctx.say("review {date}").format(date=ctx.date(marking.review)) if marking.review else ""
    parts = (marking.level, marking.descriptor, *marking.caveats, released if marking.releasable_to else "", review)
    return words(*(part or "" for part in parts), between=" · ")


def timing(ctx: Context, brief: Brief) -> Blocks:
    """Say by when the reader has to act, how urgent it is, and why."""
    if brief.timing is None:
        return ()
    given = brief.timing
    by = ctx.say("Decide by {date}").format(date=ctx.date(given.decide_by)) if given.decide_by else ""
    because = flat(given.because.blocks) if given.because else ()
    line = words(by, given.priority or "", because, between=" · ")
    return (Callout("note", (paragraph(*line),), title=(Text(ctx.say("Timing")),)),) if line else ()


def word_count(ctx: Context, brief: Brief) -> int:
    """Count the words of a brief's prose, to tell a long one from a short one."""
    proses = [value for _, part in brief.parts() for name in fields_dict(type(part)) for value in _proses(part, name)]
    own = [prose for prose in (brief.bottom_line, brief.background) if prose]
    return sum(len(prose.source.split()) for prose in (*own, *proses))


def _proses(part: Part, field: str) -> Sequence[Prose]:
    value = getattr(part, field)
    values = value if isinstance(value, tuple) else (value,)
    return [each for each in values if isinstance(each, Prose)]


def corrections(ctx: Context, shown: Sequence[Correction]) -> Blocks:
    """Say what was corrected, and when."""
    if not shown:
        return ()
    blocks: list[Block] = []
    for correction in shown:
        blocks += joined(span(f"{ctx.date(correction.date)}:", "label"), correction.text.blocks)
    return (Callout("warning", tuple(blocks), title=(Text(ctx.say("Corrections")),)),)


def sections(ctx: Context, shown: Sequence[FreeSection]) -> Blocks:
    """Show free sections or annexes, each under its own heading."""
    return tuple(_section(ctx, section) for section in shown)


def _section(ctx: Context, section: FreeSection) -> Section:
    blocks = (*after(ctx.blocks(section, "body"), ctx.cite(section)), *beside(ctx, section))
    chapter = Attrs(id=anchor(section), classes=("chapter",))
    return Section(ctx.text(section, "title"), blocks, attrs=chapter, origin=ctx.origin(section))


def exhibits(ctx: Context, shown: Sequence[Exhibit]) -> Blocks:
    """Show exhibits: tables as tables; of a picture its caption and what it shows, in words."""
    return tuple(block for exhibit in shown for block in _exhibit(ctx, exhibit))


def _exhibit(ctx: Context, exhibit: Exhibit) -> Blocks:
    below = words(*(ctx.text(exhibit, field) for field in ("source_line", "credit")), between=" · ")
    cited = (*below, *ctx.cite(exhibit))
    line = (paragraph(*cited, role="source-line"),) if cited else ()
    body = _table(ctx, exhibit) if exhibit.table else _picture(ctx, exhibit)
    classes = ("exhibit", "landscape") if exhibit.table and _columns(exhibit.table) > UPRIGHT else ("exhibit",)
    return (Div((*body, *line), attrs=Attrs(id=anchor(exhibit), classes=classes)), *beside(ctx, exhibit))


def _columns(data: TableData) -> int:
    return max([len(data.columns), *(len(cells) for cells in data.rows)])


def _table(ctx: Context, exhibit: Exhibit) -> Blocks:
    data = exhibit.table
    assert data is not None
    width = _columns(data)
    if not width:  # said by a check
        return (paragraph(*ctx.text(exhibit, "caption"), role="caption"),)
    filled = [_filled(cells, width) for cells in data.rows]
    rows = [row(*(cell(_value(ctx, value)) for value in cells)) for cells in filled]
    heads = head(*(str(name) for name in _filled(data.columns, width))) if data.columns else ()
    numbers = [_numbers(values) for values in zip(*filled)]
    # words before numbers name what the numbers are of
    named = int(any(numbers) and not numbers[0])
    made = table("wide", heads, [rows], caption=exhibit.caption, widths=[0.0] * width, row_heads=named)
    columns = (evolve(c, align="right") if right else c for c, right in zip(made.columns, numbers))
    made = evolve(made, origin=ctx.origin(exhibit, "table"))
    return (evolve(made, columns=tuple(columns)),) if rows else (made,)


def _numbers(values: Sequence[object]) -> bool:
    """Tell whether a column holds numbers, and nothing else."""
    given = [value for value in values if value not in (None, "")]
    return bool(given) and all(isinstance(value, int | float) for value in given)


def _filled(cells: Sequence[object], width: int) -> list[object]:
    return [*cells, *[""] * (width - len(cells))]


def _value(ctx: Context, value: object) -> str:
    if isinstance(value, int | float):
        return format_number(value, ctx.language)
    return str(value) if value is not None else ""


def _picture(ctx: Context, exhibit: Exhibit) -> Blocks:
    alt = ctx.text(exhibit, "alt")
    missing = span(ctx.say("The picture is not part of this document."), "absent")
    return (
        paragraph(*ctx.text(exhibit, "caption"), role="caption"),
        paragraph(*words(missing, alt)),
    )


def people(ctx: Context, shown: Sequence[Person]) -> Blocks:
    """List people: what they do, where, how to reach them, and a few lines about them."""
    if not shown:
        return ()
    items = tuple(Definition((Text(person.name),), _person(ctx, person)) for person in shown)
    return (DefinitionList(items, attrs=Attrs(classes=("people",))),)


def _person(ctx: Context, person: Person) -> Blocks:
    email: Inlines = (Link(f"mailto:{person.email}", (Text(person.email),)),) if person.email else ()
    orcid: Inlines = (
        (Link(f"https://orcid.org/{person.orcid}", (Text(f"ORCID {person.orcid}"),)),) if person.orcid else ()
    )
    line = words(
        person.role or "",
        person.organisation or "",
        email,
        (person.phone or "").replace(" ", NBSP),
        orcid,
        ctx.date(person.date) if person.date else "",
        between=" · ",
    )
    bio = person.bio.blocks if person.bio else ()
    return (*([paragraph(*line)] if line else []), *bio) or (paragraph(""),)


def distribution(ctx: Context, brief: Brief) -> Blocks:
    """Say to whom the brief goes, and who gets a copy."""
    pairs = (("To", brief.recipients), ("Copy to", brief.copy_to))
    items = tuple(
        Definition((Text(ctx.say(label)),), (paragraph("; ".join(names)),)) for label, names in pairs if names
    )
    return (DefinitionList(items, attrs=Attrs(classes=("distribution",))),) if items else ()
