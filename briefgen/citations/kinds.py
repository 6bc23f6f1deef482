"""What a source of each CSL type is called when it is counted: one, several."""

from __future__ import annotations

from collections.abc import Mapping

from ..language import capitalised, catalogue

_ONE_AND_MANY = {
    "": ("of a kind that is not given", "of kinds that are not given"),
    "article": ("article", "articles"),
    "article-journal": ("journal article", "journal articles"),
    "article-magazine": ("magazine article", "magazine articles"),
    "article-newspaper": ("newspaper article", "newspaper articles"),
    "bill": ("bill", "bills"),
    "book": ("book", "books"),
    "broadcast": ("broadcast", "broadcasts"),
    "chapter": ("chapter", "chapters"),
    "classic": ("classic", "classics"),
    "collection": ("collection", "collections"),
    "dataset": ("data set", "data sets"),
    "document": ("document", "documents"),
    "entry": ("entry", "entries"),
    "entry-dictionary": ("dictionary entry", "dictionary entries"),
    "entry-encyclopedia": ("encyclopedia entry", "encyclopedia entries"),
    "event": ("event", "events"),
    "figure": ("figure", "figures"),
    "graphic": ("graphic", "graphics"),
    "hearing": ("hearing", "hearings"),
    "interview": ("interview", "interviews"),
    "legal_case": ("court case", "court cases"),
    "legislation": ("law", "laws"),
    "manuscript": ("manuscript", "manuscripts"),
    "map": ("map", "maps"),
    "motion_picture": ("film", "films"),
    "musical_score": ("musical score", "musical scores"),
    "pamphlet": ("pamphlet", "pamphlets"),
    "paper-conference": ("conference paper", "conference papers"),
    "patent": ("patent", "patents"),
    "performance": ("performance", "performances"),
    "periodical": ("periodical", "periodicals"),
    "personal_communication": ("personal communication", "personal communications"),
    "post": ("post", "posts"),
    "post-weblog": ("blog post", "blog posts"),
    "regulation": ("regulation", "regulations"),
    "report": ("report", "reports"),
    "review": ("review", "reviews"),
    "review-book": ("book review", "book reviews"),
    "software": ("piece of software", "pieces of software"),
    "song": ("song", "songs"),
    "speech": ("speech", "speeches"),
    "standard": ("standard", "standards"),
    "thesis": ("thesis", "theses"),
    "treaty": ("treaty", "treaties"),
    "webpage": ("web page", "web pages"),
}
KINDS: Mapping[str, tuple[str, str]] = {
    kind: (f"{{num}} {one}", f"{{num}} {many}") for kind, (one, many) in _ONE_AND_MANY.items()
}
"""By CSL type, empty where none is given: the phrases of one and of several, with `{num}` for the count."""


def heading(kind: str, language: str) -> str:
    """Name a kind above the list of its sources.

    >>> heading("treaty", "en"), heading("", "en")
    ('Treaties', 'Other sources')
    """
    many = _ONE_AND_MANY.get(kind, ("", ""))[1] if kind else "other sources"
    return capitalised(catalogue(language).gettext(many or kind))
