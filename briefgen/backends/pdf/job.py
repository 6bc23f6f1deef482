"""A job: what one document's rendering knows and gathers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document import nodes as n
from ...document.walk import plain_text
from ...language.locales import direction
from ..base import RenderOptions
from .lines import Line, one_line
from .notes import Footnote
from .shaping import Shaper
from .styles import Look, Styles
from .tagging import Element, language_entry, text_string
from .words import Words

if TYPE_CHECKING:
    from .images import PictureData
    from .strips import Strip

NOTE_GAP = 5.0
SIGN_SIZE, SIGN_FROM = 11.0, 8.4
"""Signs are large in cells, and as small as the text in legends."""


class OutlineEntry:
    """A heading for the outline: its level from 0, its words, and the anchor of its place."""

    __slots__ = ("anchor", "level", "title")

    def __init__(self, level: int, title: str, anchor: str) -> None:
        self.level = level
        self.title = title
        self.anchor = anchor


class Job:
    """One document on its way to pages."""

    def __init__(self, document: n.Document, styles: Styles, options: RenderOptions) -> None:
        self.document = document
        self.styles = styles
        self.theme = styles.theme
        self.options = options
        self.shaper = Shaper(styles, document.meta.language)
        self.mirrored = document.meta.direction == "rtl" or direction(document.meta.language) == "rtl"
        """Whether the document's language begins its lines at the right, and lists their labels."""
        self.root = Element("Document", None)
        self.outline: list[OutlineEntry] = []
        self.resources = {resource.id: resource for resource in document.resources}
        self.pictures: dict[str, PictureData | None] = {}
        self.targets: dict[str, n.Node] = {}
        """The first node that points to each anchor, to name it if nothing has that anchor."""
        self._notes: dict[str, int] = {}
        self._headings = 0
        page = self.theme.page
        self.covers = False
        """Whether the first page is a cover."""
        self.page_height = page.height - page.top - page.bottom

    # --- text ---

    def line(self, text: str, look: Look, element: Element | None = None) -> Line:
        """Set a short text on a line of its own."""
        words = Words(self.shaper, element)
        words.glued(self.styles.pen(look), None, text)
        found = words.finish()
        return one_line(found, self.shaper, element) if found else Line(0.0)

    def span_look(self, name: str, look: Look) -> Look:
        """Give the look of a span of some class; an unknown class changes nothing."""
        styles = self.styles
        match name:
            case "sign":
                if look.size < SIGN_FROM:
                    return look._replace(font="sans", weight=700, colour="ink")
                return styles.style("table-cell").look._replace(size=SIGN_SIZE, weight=700)
            case "who":
                return look._replace(weight=600)
            case "label":
                return look._replace(colour="sec", weight=400, italic=False)
            case "small":
                return styles.style("small").look._replace(colour="sec")
            case "claim":
                return styles.style("claim").look
            case "absent":
                return look._replace(colour="mute", weight=400)
        return look

    # --- anchors and notes ---

    def outline_entry(self, level: int, heading: n.Inlines, anchor: str) -> None:
        """Add a heading to the outline."""
        title = plain_text([node for node in heading if not isinstance(node, n.Badge)]).strip()
        self.outline.append(OutlineEntry(level, title, anchor))

    def heading_anchor(self) -> str:
        """Give a name for the place of a heading that no author can have taken."""
        self._headings += 1
        return f"\0heading-{self._headings}"

    def note_anchor(self, note: n.Note) -> str:
        """Give the name of a note's place."""
        return f"\0note-{note.number}"

    def pointed(self, target: str, node: n.Node) -> None:
        """Remember who points to an anchor."""
        self.targets.setdefault(target, node)

    def footnote(self, note: n.Note, reference: Element) -> Footnote | None:
        """Lay out a note for the foot of its page; None when notes stand at the end."""
        if self.document.settings.notes == "endnotes":
            return None
        element = Element("Note", reference.parent, self.note_id(note), attach=False)
        reference.note = element
        return Footnote(self.note_anchor(note), element, self.note_strips(note, element))

    def note_id(self, note: n.Note) -> str:
        """Give the entries that name a note's element: each needs an id of its own (PDF/UA 7.9)."""
        key = note.number or "x"
        self._notes[key] = count = self._notes.get(key, 0) + 1
        name = f"note-{key.encode().hex()}-{count}"
        return f"/ID({name})"

    def note_strips(self, note: n.Note, element: Element) -> list[Strip]:
        """Set a note: its number, then its blocks."""
        from .flow import Flow
        from .laying import lay_all
        from .strips import Label

        flow = Flow(self, self.theme.page.text, element, "footnote")
        style = self.styles.style("footnote")
        number = Element("Lbl", element)
        look = style.look._replace(weight=600, colour="accent")
        line = self.line(note.number, look, number)
        with flow.indented(line.width + NOTE_GAP):
            lay_all(note.blocks, flow)
        flow.attach(0, Label(line, 0.0, number))
        return flow.finish()

    # --- elements ---

    def element(
        self, tag: str, parent: Element, node: n.Node | None = None, entries: str = "", *, attach: bool = True
    ) -> Element:
        """Make a block's element, with the language that the node names."""
        if node is not None and node.attrs.language:
            entries += language_entry(node.attrs.language)
        return Element(tag, parent, entries, attach=attach)

    def alternative(self, text: str) -> str:
        """Give the entries that say in words what an element shows."""
        return f"/Alt{text_string(text)}" if text else ""
