"""The source summary statement: what the body of sources is worth, in sentences made from the data (ICD 206)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from ...citations.kinds import KINDS
from ...document.nodes import Blocks
from ...language import format_number, join_words
from ...model import Date, Source, anchor
from . import marks
from .context import Context
from .pieces import paragraph


def source_summary(ctx: Context, shown: Sequence[Source]) -> Blocks:
    """Say of sources how many, of what kinds, how near, how graded, how old, how independent, and what is missing."""
    if not shown:
        return (paragraph(ctx.say("No source is named."), role="source-summary"),)
    said = (
        _kinds(ctx, shown),
        _nearness(ctx, shown),
        _grades(ctx, shown),
        *_age(ctx, shown),
        _independence(ctx, shown),
        _parties(ctx, shown),
        _missing(ctx, shown),
    )
    return (paragraph(" ".join(sentence for sentence in said if sentence), role="source-summary"),)


def _count(ctx: Context, one: str, many: str, number: int, **words: str) -> str:
    """Say a phrase that depends on a count: `{num}` and what else it names are filled in."""
    return ctx.plural(one, many, number).format(num=format_number(number, ctx.language), **words)


def _list(ctx: Context, phrases: Iterable[str]) -> str:
    return join_words([phrase for phrase in phrases if phrase], ctx.language)


def _kinds(ctx: Context, shown: Sequence[Source]) -> str:
    counts = Counter(source.type or "" for source in shown)
    order = sorted(counts, key=lambda kind: (not kind, -counts[kind]))
    kinds = _list(ctx, (_count(ctx, *KINDS[kind], counts[kind]) for kind in order))
    return _count(
        ctx,
        "This brief names {num} source: {kinds}.",
        "This brief names {num} sources: {kinds}.",
        len(shown),
        kinds=kinds,
    )


def _nearness(ctx: Context, shown: Sequence[Source]) -> str:
    seen = [source for source in shown if source.seen_in]
    if not seen:
        return _count(ctx, "It was consulted directly.", "All {num} were consulted directly.", len(shown))
    through = _list(ctx, dict.fromkeys(ctx.name(source.seen_in or "") for source in seen))
    known = _count(
        ctx,
        "{num} is known only as cited in another ({through})",
        "{num} are known only as cited in another ({through})",
        len(seen),
        through=through,
    )
    rest = len(shown) - len(seen)
    direct = _count(ctx, "{num} was consulted directly", "{num} were consulted directly", rest) if rest else ""
    return f"{'; '.join(filter(None, (direct, known)))}."


def _grades(ctx: Context, shown: Sequence[Source]) -> str:
    counts = Counter(source.reliability for source in shown if source.reliability)
    if not counts:
        return _count(ctx, "Its reliability is not rated.", "The reliability of none is rated.", len(shown))
    rated = [
        _count(ctx, "{num} as {grade}", "{num} as {grade}", counts[a], grade=_grade(ctx, a)) for a in sorted(counts)
    ]
    rest = len(shown) - sum(counts.values())
    said = ctx.say("Reliability is rated for {list}").format(list=_list(ctx, rated))
    unrated = _count(ctx, "{num} is not rated", "{num} are not rated", rest) if rest else ""
    return f"{'; '.join(filter(None, (said, unrated)))}."


def _grade(ctx: Context, letter: str) -> str:
    letter, comma, meaning = marks.grading(ctx, "reliability", letter).partition(", ")
    return f"{letter} ({meaning})" if comma else letter


# --- age ----------------------------------------------------------------------------------------------------------


def _age(ctx: Context, shown: Sequence[Source]) -> list[str]:
    dated = sorted(
        (source.issued for source in shown if source.issued and source.issued.known), key=lambda d: d.sort_key
    )
    unknown = sum(1 for source in shown if source.issued and not source.issued.known)
    absent = sum(1 for source in shown if source.issued is None)
    return [
        _span(ctx, dated),
        *_against(ctx, dated),
        _count(ctx, "{num} is of unknown date.", "{num} are of unknown date.", unknown) if unknown else "",
        _count(ctx, "For {num} no date is given.", "For {num} no date is given.", absent) if absent else "",
    ]


def _span(ctx: Context, dated: Sequence[Date]) -> str:
    if not dated:
        return ""
    first, last = ctx.date(dated[0]), ctx.date(dated[-1])
    if len(dated) == 1 or first == last:
        return _count(ctx, "{num} is dated: {date}.", "{num} are dated: {date}.", len(dated), date=first)
    said = "{num} are dated, the oldest {first}, the newest {last}."
    return _count(ctx, said, said, len(dated), first=first, last=last)


def _against(ctx: Context, dated: Sequence[Date]) -> list[str]:
    """Compare dates with the information cut-off, or with the brief's own date, as far as they certainly differ."""
    limit = next((date for date in (ctx.brief.as_of, ctx.brief.date) if date and date.start and date.end), None)
    if limit is None or not limit.start or not limit.end:
        return []
    year_before = _year_before(limit.start.first)
    old = sum(1 for date in dated if date.end and date.end.last < year_before)
    late = sum(1 for date in dated if date.start and date.start.first > limit.end.last)
    day = ctx.date(limit)
    return [
        _count(
            ctx, "{num} is older than a year on {day}.", "{num} are older than a year on {day}.", old, day=day
        ) if old else "",
        _count(ctx, "{num} is later than {day}.", "{num} are later than {day}.", late, day=day) if late else "",
    ]  # fmt: skip


def _year_before(moment: datetime) -> datetime:
    year = max(moment.year - 1, 1)
    return moment.replace(year=year, day=28) if (moment.month, moment.day) == (2, 29) else moment.replace(year=year)


# --- independence, parties, what is missing -----------------------------------------------------------------------


def _independence(ctx: Context, shown: Sequence[Source]) -> str:
    if len(shown) < 2:
        return ""
    groups = len({_origin(origins, anchor(source)) for origins in [_origins(ctx, shown)] for source in shown})
    if groups == len(shown):
        return ctx.say("None is said to depend on another.")
    said = "Traced to where they come from, they count as {num} independent source at most."
    many = "Traced to where they come from, they count as {num} independent sources at most."
    return _count(ctx, said, many, groups)


def _origins(ctx: Context, shown: Sequence[Source]) -> dict[str, str]:
    """Join sources of which one was seen in the other or derives from it; each then leads to one of its group."""
    origins: dict[str, str] = {}
    for source in shown:
        for reference in (*((source.seen_in,) if source.seen_in else ()), *source.derives_from):
            other = ctx.part(reference)
            below = _origin(origins, anchor(other) if other else reference)
            if (above := _origin(origins, anchor(source))) != below:
                origins[above] = below
    return origins


def _origin(origins: dict[str, str], name: str) -> str:
    while name in origins:
        name = origins[name]
    return name


def _parties(ctx: Context, shown: Sequence[Source]) -> str:
    speaking = [source for source in shown if source.interested]
    if not speaking:
        one, many = "It is not marked as speaking for a party to the matter.", "None is marked as speaking for a party."
        return _count(ctx, one, many, len(shown))
    names = _list(ctx, dict.fromkeys(ctx.name(source.interested or "") for source in speaking))
    one = "{num} speaks for a party to the matter ({names})."
    return _count(ctx, one, "{num} speak for parties to the matter ({names}).", len(speaking), names=names)


def _missing(ctx: Context, shown: Sequence[Source]) -> str:
    """Count what a reader would need to judge or find a source and does not get."""
    authors = sum(1 for s in shown if not (s.author or s.editor or s.described_as))
    found = sum(1 for s in shown if not _found_by(s))
    cited = sum(1 for s in shown if not ctx.held_up(s))
    an_address, addresses = (
        "for {num} an address or number to find it by",
        "for {num} an address or number to find them by",
    )
    a_place, places = (
        "for {num} a place in this brief where it is cited",
        "for {num} a place in this brief that cites them",
    )
    missing = (
        _count(ctx, "for {num} an author", "for {num} an author", authors) if authors else "",
        _count(ctx, an_address, addresses, found) if found else "",
        _count(ctx, a_place, places, cited) if cited else "",
    )
    gaps = sum(1 for source in shown if ctx.gaps(source))
    return " ".join(
        filter(
            None,
            (
                ctx.say("Missing: {list}.").format(list=_list(ctx, missing)) if any(missing) else "",
                _count(ctx, "A gap is stated about {num}.", "Gaps are stated about {num}.", gaps) if gaps else "",
            ),
        )
    )


def _found_by(source: Source) -> bool:
    return any((source.url, source.doi, source.isbn, source.archived, source.archive_location, source.described_as))
