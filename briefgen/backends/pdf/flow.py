"""A flow: a list of strips as it grows, with the space between them and what must not be parted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ...document import nodes as n
from .hyphenation import least_width
from .images import shrink_pictures
from .inlines import Run, set_inlines
from .lines import set_lines
from .strips import FREE, HEADING, KEEP, WIDOW, Content, Frame, Label, Paragraph, Strip
from .styles import Look, Style
from .tagging import Element
from .words import FORCED, Word, Words

if TYPE_CHECKING:
    from .job import Job
    from .paragraphs import Prepared

LINES_BELOW_HEADING = 3


class Flow:
    """Blocks become strips here. `width` is the measure of prose, `wide` that of what may be wider, in points."""

    __slots__ = (
        "_anchors",
        "_owed",
        "after",
        "align",
        "below_heading",
        "depth",
        "element",
        "floor",
        "frames",
        "full",
        "job",
        "last",
        "lying",
        "part",
        "prepared",
        "role",
        "side",
        "strips",
        "wide",
        "width",
        "x",
    )

    def __init__(self, job: Job, width: float, element: Element, role: str = "body", wide: float = 0.0) -> None:
        self.job = job
        self.strips: list[Strip] = []
        self.width = width
        self.wide = wide or width
        self.x = 0.0
        self.element = element
        self.role = role
        self.depth = 0
        """How many sections this stands in."""
        self.after = 0.0
        """The space that what came last wants below it."""
        self.below_heading = False
        self.frames: tuple[Frame, ...] = ()
        self.floor = FREE
        """The least level of strips: `KEEP` within what should stay on one page."""
        self.align = ""
        self.side: tuple[float, float] | None = None
        """Where the side column begins and how wide it is, where there is one."""
        self.lying = False
        """Whether this is for pages that lie on their side."""
        self.part = self.last = 0
        """Where the strips begin of what a note comes after: of its part, and of the last block in it."""
        self.full = -1
        """The part whose notes beside it are as many as have room there: its `part`."""
        self.prepared: dict[int, Prepared] = {}
        """Paragraphs whose words were shaped to measure them."""
        self._owed = 0
        self._anchors: list[str] = []

    @contextmanager
    def set(self, **changes: Any) -> Iterator[None]:
        """Change some of this flow's settings for a while."""
        old = {name: getattr(self, name) for name in changes}
        for name, value in changes.items():
            setattr(self, name, value)
        yield
        for name, value in old.items():
            setattr(self, name, value)

    def indented(self, left: float, right: float = 0.0, **changes: Any) -> Any:
        """Move what follows in by so many points, within the measure, for a while."""
        width = max(self.width - left - right, 12.0)
        return self.set(x=self.x + left, width=width, wide=min(self.wide, width), **changes)

    def nested(self, width: float, element: Element, role: str) -> Flow:
        """Begin a flow of its own, as in a cell."""
        flow = Flow(self.job, max(width, 6.0), element, role)
        flow.depth = self.depth
        return flow

    # --- spacing and keeping ---

    def anchor(self, name: str) -> None:
        """Let the next strip be pointed to by this name."""
        if name:
            self._anchors.append(name)

    def gap(self, before: float) -> float:
        """Give the space above what wants `before`; below a heading the heading alone decides."""
        return self.after if self.below_heading else max(self.after, before)

    def add(self, strip: Strip, before: float = 0.0, lines: int = 1) -> Strip:
        """Add a strip; `lines` is what it counts for below a heading."""
        strip.before += self.gap(before) if self.strips else 0.0
        strip.frames = self.frames
        strip.level = max(strip.level, self.floor)
        self.after, self.below_heading = 0.0, False
        if self._anchors:
            strip.anchors = (*self._anchors, *strip.anchors)
            self._anchors = []
        if self._owed > 0:
            self._owed -= lines
            if self._owed > 0:
                strip.level = max(strip.level, HEADING)
        self.strips.append(strip)
        return strip

    def pad(self, height: float) -> None:
        """Add room within a frame that belongs to what follows."""
        strip = self.add(Strip(None, height), lines=0)
        strip.level = max(strip.level, WIDOW)

    @contextmanager
    def panel(self, frame: Frame, top: float, bottom: float) -> Iterator[None]:
        """Set what follows within a frame with room at its top and bottom, all on one page if it can be."""
        with self.set(frames=(*self.frames, frame), floor=max(self.floor, KEEP)):
            self.pad(top)
            yield
            self.keep_with_next(WIDOW)
            self.after, self.below_heading = 0.0, False
            self.pad(bottom)
        self.strips[-1].level = self.floor

    def keep_with_next(self, level: int = KEEP) -> None:
        """Keep what came last with what follows."""
        if self.strips:
            self.strips[-1].level = max(self.strips[-1].level, level)

    def end_part(self) -> None:
        """What came last was all that stands below its heading: a page may end here."""
        if self._owed > 0 and self.strips and not self.below_heading:
            self.strips[-1].level = self.floor
        self._owed = 0

    def page_break(self) -> None:
        """Let what follows begin a page."""
        if self.strips:
            self.strips[-1].ends_page = True
            self.after, self.below_heading = 0.0, False

    def finish(self) -> list[Strip]:
        """Give the strips; an anchor with nothing below it points to the last of them."""
        if self._anchors and self.strips:
            self.strips[-1].anchors += tuple(self._anchors)
        return self.strips

    # --- text ---

    def words(self, inlines: n.Inlines, look: Look, element: Element | None, node: n.Node | None = None) -> list[Word]:
        """Shape inlines."""
        words = Words(self.job.shaper, element, node)
        set_inlines(inlines, Run(self.job, words, look))
        return words.finish()

    def text(self, inlines: n.Inlines, style: Style, element: Element, node: n.Node | None = None) -> Paragraph | None:
        """Add a paragraph of text, its lines kept from standing alone; None when it has no words."""
        return self.lines(self.words(inlines, style.look, element, node), style, element)

    def lines(self, words: list[Word], style: Style, element: Element | None) -> Paragraph | None:
        """Add words as lines."""
        if not words:
            return None
        shrink_pictures(words, self.width)
        lines = set_lines(words, self.width, style, self.job.shaper, element)
        paragraph = Paragraph(lines, style, element, self.width)
        count = len(paragraph.lines)
        for i, line in enumerate(paragraph.lines):
            strip = Strip(paragraph, style.leading + line.height, self.x, i)
            strip.notes, strip.anchors = line.notes, line.anchors
            if i < count - 1 and (i == 0 or i == count - 2):
                strip.level = WIDOW
            # Two lines are enough below a heading when they are all: else what follows could empty half a page.
            self.add(strip, style.before if i == 0 else 0.0, lines=LINES_BELOW_HEADING if 0 < i == count - 1 else 1)
        self.after = style.after
        return paragraph

    def heading(self, inlines: n.Inlines, style: Style, element: Element, node: n.Node | None = None) -> None:
        """Add a heading, which keeps with three lines below it."""
        self.heading_lines(self.words(inlines, style.look, element, node), style, element)

    def heading_lines(self, words: list[Word], style: Style, element: Element) -> None:
        """Add words as a heading's lines."""
        self._owed = 0
        start = len(self.strips)
        self.lines(words, style, element)
        for strip in self.strips[start:]:
            strip.level = HEADING
        self.below_heading = True
        self._owed = LINES_BELOW_HEADING

    def content(self, content: Content, height: float, before: float = 0.0, after: float = 0.0) -> Strip:
        """Add something that is no text."""
        strip = self.add(Strip(content, height, self.x), before, lines=max(1, round(height / 14)))
        self.after = after
        return strip

    def attach(self, start: int, label: Label) -> None:
        """Put a label before what was added from strip `start` on; where no text begins it takes a line of its own."""
        first = self.strips[start] if start < len(self.strips) else None
        if first is not None and isinstance(first.content, Paragraph) and first.content.label is None:
            label.x -= first.x
            first.content.label = label
            return
        style = self.job.styles.style(self.role)
        strip = Strip(Paragraph([label.line], style, label.element, label.line.width), style.leading, label.x)
        strip.level, strip.frames = HEADING, self.frames
        if first is not None:
            strip.before, first.before = first.before, 0.0
        self.strips.insert(start, strip)


def natural_width(words: list[Word]) -> tuple[float, float]:
    """Give the width of the longest word, parted by its author, and of the longest line that is not broken."""
    widest = line = longest = 0.0
    for word in words:
        widest = max(widest, word.width if word.extra is None else least_width(word))
        longest = max(longest, line + word.width)
        line = 0.0 if word.end == FORCED else line + word.width + word.space
    return widest, longest
