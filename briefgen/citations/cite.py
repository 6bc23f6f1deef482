"""How a text calls its sources: by author and year, or by author and short title, each told from all others."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from ..document.nodes import CitationItem, Emphasis, Inline, Inlines, Item, Reference, Text
from ..document.walk import plain_text
from ..language import catalogue
from . import item as of
from .item import Csl, Name
from .names import cited, family, turned
from .reference import in_list, in_note, joined


@frozen(slots=False)
class Works:
    """The sources of a document: what each is called depends on all. Make one with `Works.read(items, language)`."""

    items: Mapping[str, Csl]
    language: str

    @classmethod
    def read(cls, items: Iterable[Item], language: str) -> Works:
        """Read the sources from their CSL-JSON."""
        return cls({item.id: json.loads(item.csl) for item in items}, language)

    # --- what they are called -------------------------------------------------------------------------------------

    @cached_property
    def _shared(self) -> set[str]:
        """Family names that more than one person has; those people are told apart by their initials."""
        people = {
            (family(name), name.get("given", ""))
            for csl in self.items.values()
            for name in of.creators(csl, by_paper=True)[1][:1]
        }
        counts = Counter(name for name, _ in people)
        return {name for name, count in counts.items() if count > 1}

    def _called(self, names: Sequence[Name]) -> list[str]:
        """Call people by their family names; the first by an initial too where another has the same."""
        first, given = family(names[0]), names[0].get("given", "")
        alone = not given or first not in self._shared
        return [first if alone else f"{given[:1]}. {first}", *map(family, names[1:])]

    def author(self, id: str, *, by_paper: bool = False) -> Inlines:
        """Say who made a source, else what it is called, as short as a citation needs."""
        csl = self.items[id]
        names: Sequence[Name] = of.creators(csl, by_paper=by_paper)[1]
        if not names:
            return of.title(csl, self.language, short=True) or (Text(catalogue(self.language).gettext("Untitled")),)
        said = Text(cited(names, self.language, self._called(names)))
        return (Emphasis((said,)),) if by_paper and of.goes_by_paper(csl) else (said,)

    @cached_property
    def _years(self) -> Mapping[str, str]:
        """Give each source its year; two that would read alike get letters in the order of their titles."""
        plain = {id: of.year(csl, self.language) for id, csl in self.items.items()}
        alike: dict[tuple[str, str], list[str]] = {}
        for id in self.in_order(self.items):
            alike.setdefault((plain_text(self.author(id, by_paper=True)), plain[id]), []).append(id)
        lettered = {id: _lettered(plain[id], i) for ids in alike.values() if len(ids) > 1 for i, id in enumerate(ids)}
        return {**plain, **lettered}

    def year(self, id: str) -> str:
        """Give the year by which a citation calls a source, with a letter where others would read alike."""
        return self._years[id]

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Sort sources as an author-date list has them: by author, then year, then title."""
        return sorted(ids, key=self._order)

    def _order(self, id: str) -> tuple[str, str, str, str]:
        csl = self.items[id]
        names = of.creators(csl, by_paper=True)[1]
        lead = " ".join(turned(name) for name in names) or csl.get("title", "")
        return lead.casefold(), of.year(csl, ""), csl.get("title", "").casefold(), id

    # --- citations and references ---------------------------------------------------------------------------------

    def by_date(self, items: Sequence[CitationItem]) -> Inlines:
        """Cite by author and year: `(Smith 2025, p. 4; see Jones and Ray n.d.)`, or `Smith (2025, p. 4)`."""
        said = [self._by_date(item) for item in items]
        bracketed = not any(item.mode == "author-in-text" for item in items)
        inner = _between(said, "; ")
        return (Text("("), *inner, Text(")")) if bracketed else inner

    def _by_date(self, item: CitationItem) -> Inlines:
        author, year = self._called_by_date(item.source)
        target = f"source-{item.source}"
        place = "".join(f", {words}" for words in (item.locator, item.suffix) if words)
        tail = (*_text(place), *self._seen_in(item.source))
        head: list[Inline] = [Text(f"{item.prefix} ")] if item.prefix else []
        match item.mode:
            case "author-in-text":
                return (
                    *head,
                    *author,
                    Text(" (") if author else Text("("),
                    Reference(target, (year,)),
                    *tail,
                    Text(")"),
                )
            case "suppress-author":
                return (*head, Reference(target, (year,)), *tail)
        return (*head, Reference(target, _dated(author, year)), *tail)

    def _called_by_date(self, id: str) -> tuple[Inlines, Text]:
        """Give author and year; a law whose title ends with its year has no author but itself."""
        author, year = self.author(id, by_paper=True), Text(self.year(id))
        return ((), Text(plain_text(author))) if of.is_dated_by_title(self.items[id], self.language) else (author, year)

    def _seen_in(self, id: str) -> Inlines:
        """Say by author and year in which other source one was seen."""
        if not (other := self._other(id)):
            return ()
        called = Reference(f"source-{other}", _dated(*self._called_by_date(other)))
        return (Text(f", {catalogue(self.language).gettext('as cited in')} "), called)

    def _other(self, id: str) -> str:
        """Give the id of the source in which one was seen, if it is among these."""
        named = (self.items[id].get("custom") or {}).get("seen_in", "")
        return next((name for name in (named, named.removeprefix("source-")) if name in self.items), "")

    def in_note(self, items: Sequence[CitationItem], seen: set[str]) -> Inlines:
        """Cite in a note: in full where a source comes first (`seen` grows), by author and short title after that."""
        said = []
        for item in items:
            said.append(self._in_note(item, full=item.source not in seen))
            seen.add(item.source)
        return _between(said, "; ")

    def _in_note(self, item: CitationItem, full: bool) -> Inlines:
        csl, words, locator = self.items[item.source], self.short(item.source), item.locator
        if full:
            words, locator = (*in_note(csl, self.language, locator), *self._through(item.source)), ""
        words = joined((words, _text(locator), _text(item.suffix)), ", ", self.language)
        link = Reference(f"source-{item.source}", words[:1])
        return (*_text(f"{item.prefix} " if item.prefix else ""), link, *words[1:])

    def _through(self, id: str) -> Inlines:
        """Say in which other source one was seen."""
        if not (other := self._other(id)):
            return ()
        return (Text(f", {catalogue(self.language).gettext('as cited in')} "), *self.short(other))

    @cached_property
    def _shorts(self) -> Counter[str]:
        return Counter(plain_text(self._short(id)) for id in self.items)

    def short(self, id: str) -> Inlines:
        """Name a source by author and short title, with its date where others would read alike."""
        said = self._short(id)
        alone = self._shorts[plain_text(said)] == 1
        return said if alone else (*said, Text(f", {of.date(self.items[id], self.language)}"))

    def _short(self, id: str) -> Inlines:
        csl = self.items[id]
        names = of.creators(csl)[1]
        title = of.title(csl, self.language, short=True) if names and not of.goes_by_short_name(csl) else ()
        pieces = [self.author(id), *([title] if title else [])]
        return joined(pieces, ", ", self.language)

    def reference(self, id: str, *, dated: bool) -> Inlines:
        """Write a source for the list of sources: `dated` as citations by author and year call it, else for notes."""
        return in_list(self.items[id], self.language, year=self.year(id) if dated else "")


def _dated(author: Inlines, year: Text) -> Inlines:
    """Join author and year; words such as `n.d.` stand after a comma."""
    return (*author, Text(" " if year.text[:1].isdigit() else ", "), year) if author else (year,)


def _lettered(year: str, place: int) -> str:
    """Tell sources of one author and year apart: 2025a, 2025b, n.d.-a; after z comes aa."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"{year}{letters}" if year[-1:].isdigit() else f"{year}-{letters}"


def _between(said: Sequence[Inlines], between: str) -> Inlines:
    out: list[Inline] = []
    for inlines in said:
        out += [Text(between), *inlines] if out else inlines
    return tuple(out)


def _text(words: str) -> Inlines:
    return (Text(words),) if words else ()
