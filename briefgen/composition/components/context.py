"""What a component knows besides the parts it is given: the brief around them, and the words of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import evolve, field, frozen

from ...citations import Works
from ...document.nodes import Blocks, Citation, CitationItem, Inline, Inlines, Item, Origin, Text
from ...errors import BriefgenError
from ...language import capitalised, catalogue, format_date, quoted, word
from ...language.locales import primary
from ...markings import Scheme
from ...model import Actor, Attribution, Brief, Date, Gap, Marking, Part, Source, anchor
from ...model.handling import banner_or_own, handled
from ...model.names import title_of
from ...model.reference import SourceRef
from ...prose import Prose
from ...scales import Kind, Scale, scale
from ...trace import Evidence, Held, evidence
from .csl import items
from .pieces import NBSP, joined, paragraph, span


@frozen(slots=False)
class Context:
    """A brief, and how its components look things up. Make one with `Context(brief)`.

    `options` are those of the template, such as `backlinks`. The brief's own scales are looked for in `folders`.
    """

    brief: Brief
    folders: tuple[Path, ...] = ()
    options: Mapping[str, object] = field(factory=dict)

    @property
    def language(self) -> str:
        """The language of the brief, as a tag."""
        return self.brief.language

    @cached_property
    def _paths(self) -> dict[int, str]:
        return {id(part): path for path, part in self.brief.parts()}

    @cached_property
    def _gaps(self) -> dict[str, list[Gap]]:
        """The gaps about each part, by the part's anchor."""
        found: dict[str, list[Gap]] = {}
        for gap in self.brief.gaps:
            for about in gap.about:
                part = self.part(about)
                if part is not None:
                    found.setdefault(anchor(part), []).append(gap)
        return found

    # --- words ----------------------------------------------------------------------------------------------------

    def say(self, message: str) -> str:
        """Translate a text of ours."""
        return catalogue(self.language).gettext(message)

    def plural(self, one: str, many: str, number: int) -> str:
        """Translate a text of ours in the form that goes with a count."""
        return catalogue(self.language).ngettext(one, many, number)

    def word(self, kind: str, term: str) -> str:
        """Give the word for a term of the model: `word("status", "reported")` is `Reported`."""
        return word(kind, term, self.language)

    def date(self, date: Date) -> str:
        """Write a date for a reader."""
        return format_date(date.text, self.language)

    def quoted(self, words: str) -> str:
        """Put words in quotation marks, unless they bring their own."""
        return words if words[:1] in '"“„«‘' else quoted(words, self.language)

    # --- scales ---------------------------------------------------------------------------------------------------

    @cached_property
    def _scales(self) -> dict[str, Scale | None]:
        return {}

    def scale(self, kind: Kind) -> Scale | None:
        """Give the scale that the brief has chosen; grades are the Admiralty's unless it says otherwise."""
        named = getattr(self.brief.scales, kind, None)
        return self.scale_named(named or "admiralty", kind) if named or kind == "grading" else None

    def scale_named(self, name: str, kind: Kind) -> Scale | None:
        """Give a scale by name; nothing where there is none of that kind, which is for the checks to say."""
        if name not in self._scales:
            try:
                self._scales[name] = scale(name, *self.folders)
            except BriefgenError:
                self._scales[name] = None
        found = self._scales[name]
        return found if found and found.kind == kind else None

    def term(self, scale: Scale, name: str) -> str:
        """Write a term of a scale: in the brief's language where its source has words for it there, else in its own."""
        return catalogue(self.language).of(scale.id, name) or name

    def gloss(self, scale: Scale, name: str) -> str:
        """Say what a term means that stands in another language than the brief; a translation, but no official one."""
        return catalogue(self.language).of("gloss", name) if self.is_foreign(scale) else ""

    def is_foreign(self, scale: Scale) -> bool:
        """Tell whether a scale's terms stand in another language than the brief."""
        translated = any(catalogue(self.language).of(scale.id, term.name) for term in scale.terms)
        return bool(scale.language) and primary(scale.language) != primary(self.language) and not translated

    def highest(self, shown: Iterable[Part]) -> str:
        """Give the highest level of some parts that are shown as one; nothing where none is marked."""
        _, scheme = self.banner
        levels = (self._levels.get(id(part), "") for part in shown)
        return (scheme.highest(levels) if scheme else None) or ""

    @cached_property
    def _levels(self) -> Mapping[int, str]:
        return {id(each.part): each.marking.level for each in handled(self.brief) if each.marking}

    @cached_property
    def banner(self) -> tuple[Marking | None, Scheme | None]:
        """The marking of the whole brief, and the scheme it is of."""
        return banner_or_own(self.brief, *self.folders)

    # --- values, with their origin --------------------------------------------------------------------------------

    def origin(self, part: Part, field: str = "") -> Origin:
        """Say where in the brief a passage is from: the part's anchor and the field's path."""
        path = self._paths.get(id(part), "")
        return Origin(anchor(part), ".".join(name for name in (path, field) if name))

    def text(self, part: Part, field: str) -> Inlines:
        """Give a part's plain text, or nothing where it is absent."""
        value = getattr(part, field)
        return (Text(str(value), origin=self.origin(part, field)),) if value not in (None, "") else ()

    def blocks(self, part: Part, field: str) -> Blocks:
        """Give the blocks of a part's prose, or none."""
        value: Prose | None = getattr(part, field)
        if value is None:
            return ()
        origin = self.origin(part, field)
        return tuple(evolve(block, origin=origin) for block in value.blocks)

    def each(self, part: Part, field: str) -> list[Blocks]:
        """Give the blocks of each of a part's proses."""
        values: tuple[Prose, ...] = getattr(part, field)
        return [
            tuple(evolve(block, origin=self.origin(part, f"{field}[{i}]")) for block in value.blocks)
            for i, value in enumerate(values)
        ]

    # --- who and what ---------------------------------------------------------------------------------------------

    def part(self, reference: str) -> Part | None:
        """Give the part that a reference means, if it means one."""
        try:
            return self.brief.find(reference)
        except KeyError:
            return None

    def name(self, reference: str, short: bool = False) -> str:
        """Give the name of what a reference means, or the words themselves."""
        part = self.part(reference)
        if part is None:
            return reference
        return part.short if short and isinstance(part, Actor) and part.short else self.title(part)

    def title(self, part: Part) -> str:
        """Say what a part is called: by its name, its statement, or whose position it is on what."""
        return title_of(part, self.part, self.say("whole matter"))

    def names(self, references: Iterable[str]) -> str:
        """Give several names, in a row."""
        return ", ".join(self.name(reference) for reference in references)

    def who(self, attribution: Attribution | None) -> str:
        """Say who says so, as far as it is known."""
        if attribution is None:
            return ""
        if attribution.who and attribution.who != "unnamed":
            return self.name(attribution.who)
        return attribution.described_as or self.say("Not named")

    def says(self, attribution: Attribution | None, cited: Part | None = None) -> str:
        """Say who says so: `according to the port`; nothing where it is a source that `cited` cites anyway."""
        if attribution is None or (cited is not None and self.is_cited(attribution, cited)):
            return ""
        known = attribution.described_as or attribution.who not in (None, "unnamed")
        return (
            self.say("according to {who}").format(who=self.who(attribution)) if known else self.say("source not named")
        )

    def according_to(self, attribution: Attribution) -> str:
        """Say whose words or judgment it is: `According to the port`, or that the source is not named."""
        known = attribution.described_as or attribution.who not in (None, "unnamed")
        if not known:
            return capitalised(self.say("source not named"))
        return self.say("According to {who}").format(who=self.who(attribution))

    def is_cited(self, attribution: Attribution, part: Part) -> bool:
        """Tell whether the citation of a part's sources already says who says so."""
        who = self.part(attribution.who) if attribution.who else None
        return isinstance(who, Source) and any(self.part(ref.id) is who for ref in part.sources)

    def terms(self, attribution: Attribution | None) -> str:
        """Say how a source is described, on what terms it spoke, and why it is not named."""
        if attribution is None:
            return ""
        named = attribution.who not in (None, "unnamed")
        return " · ".join(
            words
            for words in (
                self.say("Not named") if not named and attribution.described_as else "",
                attribution.described_as if named else "",
                self.word("terms", attribution.terms) if attribution.terms else "",
                attribution.why_unnamed,
            )
            if words
        )

    # --- evidence -------------------------------------------------------------------------------------------------

    def cite(self, *parts: Part) -> Inlines:
        """Cite what parts rest on and who says so, after a space that does not break; nothing where there is none."""
        refs = dict.fromkeys(ref for part in parts for ref in (*self._saying(part), *part.sources))
        if not refs:
            return ()
        items = (CitationItem(self.source_id(ref.id), locator=ref.locator or "") for ref in refs)
        return (Text(NBSP), Citation(tuple(items), origin=self.origin(parts[0], "sources")))

    def _saying(self, part: Part) -> Iterator[SourceRef]:
        """Give the sources that say so, of a part or of its likelihood, which the part does not cite anyway."""
        for holder in (part, getattr(part, "likelihood", None)):
            said: Attribution | None = getattr(holder, "according_to", None)
            if said and said.who and isinstance(self.part(said.who), Source) and not self.is_cited(said, part):
                yield SourceRef(said.who)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The sources as CSL-JSON items, in the order in which the brief lists them."""
        return items(self.brief.sources)

    @cached_property
    def works(self) -> Works:
        """The sources as a style names them; what one is called depends on all of them."""
        return Works.read(self.items, self.language)

    @cached_property
    def _evidence(self) -> Evidence:
        return evidence(self.brief)

    def held_up(self, part: Part) -> tuple[Held, ...]:
        """Give what rests directly on a part, in the order of the brief; not an event on reports, which stand in it."""
        steps = self._evidence.above.get(anchor(part), ())
        return tuple(self._evidence.held[step.above] for step in steps if step.how != "report")

    def source_id(self, reference: str) -> str:
        """Give the id by which citations name a source."""
        part = self.part(reference)
        return part.id or reference if part else reference

    def gaps(self, *parts: Part) -> list[tuple[Gap, bool]]:
        """Give the gaps about any of these parts, each once; and whether it is first of all about one of them."""
        anchors = [anchor(part) for part in parts]
        found = {id(gap): gap for name in anchors for gap in self._gaps.get(name, ())}
        return [(gap, self._leads(gap, anchors)) for gap in found.values()]

    def _leads(self, gap: Gap, anchors: list[str]) -> bool:
        first = self.part(gap.about[0])
        return first is not None and anchor(first) in anchors

    def small(self, *inlines: Inline) -> Blocks:
        """Make a line of secondary text, or nothing of nothing."""
        return (paragraph(*inlines, role="small"),) if inlines else ()

    def labelled(self, label: str, blocks: Blocks, role: str = "") -> Blocks:
        """Put a small label before the first line of blocks."""
        return joined(span(f"{self.say(label)}:", "label"), blocks, role)
