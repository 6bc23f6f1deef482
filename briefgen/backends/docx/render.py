"""From a document to its file: the body as text, the parts that belong to it, and the ready ones around them."""

from __future__ import annotations

from collections import Counter

from ...document.nodes import Document
from ...themes import Theme
from ..base import Rendered, RenderOptions
from . import blocks as _blocks  # noqa: F401  registers the functions that write blocks
from .comments import comments_xml
from .context import Context, Job, language_tag
from .dispatch import SPACER, blocks
from .docprops import LONGEST, core_xml, custom_xml, cut_to_fit
from .formatting import PLAIN
from .notes import note_kind, notes_xml, written_notes
from .numbering import NUMBERING_TAIL, Lists
from .origins import Passages, passage_parts
from .pack import DOCUMENT_HEAD, DOCUMENT_TAIL, Pack, house_types_part, make_pack, types_part
from .package import CONTENT_TYPES, Part, archive, part
from .page import LANDSCAPE_PARTS, page_parts, section_properties
from .paragraphs import PROSE_ROLES
from .relations import Relations, relationship, relationships
from .settings import settings_xml
from .styles import bold_styles, styles_part

_FALLBACK_LANGUAGE = "en-GB"


def render(document: Document, theme: Theme, options: RenderOptions) -> Rendered:
    """Write a document; raises `RenderError` for what Word can't hold."""
    pack = make_pack(theme)
    passages = Passages() if options.passages else None
    lists = Lists(pack.house.lists if pack.house else ())
    bold = bold_styles(pack.theme)
    job = Job(document=document, theme=pack.theme, options=options, lists=lists, passages=passages, bold=bold)
    job.diagnostics += pack.diagnostics
    relations = Relations("link")
    look = PLAIN._replace(direction="rtl") if document.meta.direction == "rtl" else PLAIN
    at = Context(job=job, relations=relations, width=pack.theme.page.wide, roles=PROSE_ROLES, look=look)
    body = _body(document, at)
    changing: dict[str, str | bytes] = {
        "docProps/core.xml": core_xml(document.meta, job.lost),
        "docProps/custom.xml": custom_xml(document.meta, job.lost),  # a house's own are filled, and stand instead
        **_around(body, job, pack),
        **_notes(job, at),
        **_comments(job, relations),
        **_passages(job, relations),
        **_numbering_and_relations(job, relations, pack),
    }
    parts = _ready(document, job, pack) | {name: part(content) for name, content in changing.items()}
    parts |= {name: part(data) for name, data in job.media.items()}
    if pack.house:
        parts[CONTENT_TYPES] = house_types_part(pack.house, parts)
    _report(job)
    return Rendered(data=archive(parts), diagnostics=tuple(job.diagnostics))


def _around(body: str, job: Job, pack: Pack) -> dict[str, str | bytes]:
    """Put the body into its document, and make the headers and footers."""
    made = page_parts(job.document, job.theme, job.lost, landscape=bool(job.sections))
    pages = {f"word/{name}": content for name, content in made.items()}
    if pack.house is None:
        section = section_properties(job.theme, rtl=job.document.meta.direction == "rtl", first=not job.sections)
        return {"word/document.xml": f"{DOCUMENT_HEAD}{body}{section}{DOCUMENT_TAIL}", **pages}
    from .house.filling import filled

    return {**({} if pack.house.own_pages else pages), **filled(body, job, pack.house)}


def _body(document: Document, at: Context) -> str:
    """Write the text; a body ends in a paragraph, and an anchor that found none stands there."""
    text = blocks(document.blocks, at)
    waiting = at.job.waiting()
    if waiting or not text.endswith("</w:p>"):
        text += SPACER.replace("</w:p>", f"{waiting}</w:p>")
    return text


def _notes(job: Job, at: Context) -> dict[str, str]:
    if not job.notes:
        return {}
    kind = note_kind(job)
    content, relations = written_notes(job, at)
    parts = {f"word/{kind}s.xml": notes_xml(kind, content)}
    if relations.entries:
        parts[f"word/_rels/{kind}s.xml.rels"] = relationships(relations.xml())
    return parts


def _comments(job: Job, relations: Relations) -> dict[str, str]:
    if not job.comments:
        return {}
    relations.to("comments", "comments.xml")
    return {"word/comments.xml": comments_xml(job)}


def _passages(job: Job, relations: Relations) -> dict[str, str]:
    if job.passages is None:
        return {}
    relations.to("customXml", "../customXml/item99.xml")
    return passage_parts(job.passages)


def _numbering_and_relations(job: Job, relations: Relations, pack: Pack) -> dict[str, str]:
    lying = "".join(relationship(id, kind, name) for name, id, kind, _ in LANDSCAPE_PARTS if job.sections)
    return {
        "word/numbering.xml": f"{pack.numbering}{job.lists.xml()}{NUMBERING_TAIL}",
        "word/_rels/document.xml.rels": relationships(pack.relations + lying + relations.xml()),
    }


def _ready(document: Document, job: Job, pack: Pack) -> dict[str, Part]:
    language = language_tag(document.meta.language) or _FALLBACK_LANGUAGE
    house = pack.house
    settings = (
        house.settings
        if house and house.settings
        else settings_xml(language, document.meta.direction, embedded=job.theme.word.embed)
    )
    if house:
        return {**pack.parts, "word/styles.xml": part(house.styles(language)), "word/settings.xml": part(settings)}
    return {
        **pack.parts,
        CONTENT_TYPES: types_part(bool(job.comments), job.passages is not None, bool(job.sections)),
        "word/styles.xml": styles_part(job.theme, language, document.meta.direction),
        "word/settings.xml": part(settings),
    }


def _report(job: Job) -> None:
    """Say what was repaired for the document as a whole."""
    if job.lost:
        signs = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(Counter(job.lost)))
        job.report("characters-dropped", f"a Word file can't hold {signs}; {len(job.lost)} characters were left out")
    title = job.document.meta.title
    if cut_to_fit(title) != " ".join(title.split()):
        job.report("title-cut", f"the title in the properties was cut to {LONGEST} characters")
    if job.document.attachments:
        job.report("attachments-left-out", f"{len(job.document.attachments)} attachments are not in the Word file")
