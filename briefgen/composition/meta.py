"""What a document says about itself: for its properties, and for the header and footer of its pages."""

from __future__ import annotations

from ..document.nodes import Marking, Meta
from ..language import capitalised, direction
from ..model import Brief
from .components.context import Context

_SHORT = 60


def meta(context: Context, kind: str) -> Meta:
    """Describe a brief's document; `kind` is the template's name for what it makes, such as `Policy brief`."""
    brief = context.brief
    return Meta(
        title=brief.title,
        subtitle=brief.subtitle or "",
        short_title=short_title(brief.title),
        kind=context.say(kind) if kind else "",
        footer=_footer(context),
        authors=tuple(person.name for person in brief.authors) or ((brief.organisation,) if brief.organisation else ()),
        language=brief.language,
        direction="rtl" if direction(brief.language) == "rtl" else "ltr",
        date=_iso(brief),
        dated=capitalised(context.date(brief.date)) if brief.date else "",
        reference=brief.reference or "",
        edition=brief.edition or "",
        organisation=brief.organisation or "",
        prepared_for=brief.prepared_for or "",
        description=brief.bottom_line.text.split("\n\n")[0] if brief.bottom_line else brief.subtitle or "",
        keywords=brief.keywords,
        status=brief.status or "",
        watermark=context.word("status", "draft") if brief.status == "draft" else "",
        marking=_marking(context),
    )


def short_title(title: str) -> str:
    """Shorten a title for the head of a page: to what stands before its colon, else to whole words.

    >>> short_title("Envoys in Moscow: a channel opens, the territorial question does not move")
    'Envoys in Moscow'
    """
    if len(title) <= _SHORT:
        return title
    before, colon, _ = title.partition(": ")
    if colon and len(before) <= _SHORT:
        return before
    return f"{title[:_SHORT].rpartition(' ')[0] or title[:_SHORT]} …"


def _footer(context: Context) -> str:
    brief = context.brief
    parts = (
        context.word("status", brief.status) if brief.status else "",
        context.date(brief.date) if brief.date else "",
        context.say("Cut-off {date}").format(date=_cut_off(context)) if brief.as_of else "",
    )
    return capitalised(" · ".join(part for part in parts if part))


def _cut_off(context: Context) -> str:
    """Write the cut-off; of a moment on the brief's own day, after that day, its time alone."""
    date, as_of = context.brief.date, context.brief.as_of
    assert as_of is not None
    said = context.date(as_of)
    moment = "T" in as_of.text and not as_of.interval
    return said.rpartition(", ")[2] if moment and date and date.text[:10] == as_of.text[:10] else said


def _iso(brief: Brief) -> str:
    """Give the brief's date for a file's properties, as far as it is a single day, month or year."""
    if brief.date is None or brief.date.start is None or brief.date.interval:
        return ""
    moment = brief.date.start
    parts = (f"{moment.year:04d}", *(f"{part:02d}" for part in (moment.month, moment.day) if part))
    return "-".join(parts)


def _marking(context: Context) -> Marking | None:
    """Give the mark of every page: the level; of a classification its descriptor and caveats too."""
    whole, scheme = context.banner
    if whole is None:
        return None
    if scheme and scheme.id == "tlp":
        return Marking(whole.level, "tlp")
    said = (whole.level, whole.descriptor or "", *whole.caveats)
    return Marking(" · ".join(word for word in said if word), whole.scheme or (scheme.id if scheme else ""))
