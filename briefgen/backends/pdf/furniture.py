"""What stands on every page: the document's name, its marking, its status, and the page's number."""

from __future__ import annotations

from ...errors import Diagnostic, Severity
from ...markings import scheme
from ...themes import Page
from .draw import Painter
from .lines import Line
from .marks import CAP, box
from .styles import Look

TLP_SIDES, TLP_HEIGHT = 5.0, 3.2
GAP = 12.0
HEADER, FOOTER = (f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC" for kind in ("Header", "Footer"))
"""What runs from page to page says so, and which of the two it is (PDF/UA-1, 7.8)."""
WIDEST = 0.65
"""The share of a page's width that a marking of another scheme may take."""


class Furniture:
    """The lines above and below the text of every page, set once a document."""

    def __init__(self, painter: Painter, pages: int) -> None:
        self.painter = painter
        self.job = painter.job
        self.pages = pages
        self.marking = self.job.document.meta.marking
        self.mark_line, self.mark_width = self._marking_line()

    def draw(self, page: int, measures: Page) -> None:
        """Draw both lines of a page; pages count from 0. A cover has no number."""
        meta = self.job.document.meta
        cap = CAP * self._size()
        header = measures.height - measures.header + TLP_HEIGHT + cap / 2
        footer = measures.footer - TLP_HEIGHT - cap / 2
        name = meta.kind if page == 0 and meta.kind else meta.short_title or meta.title
        self.painter.artifact = HEADER
        self._left(name, "header", header, measures.wide - self.mark_width)
        self._marking(header, measures)
        self.painter.artifact = FOOTER
        if page or not self.job.covers:
            self._footer(page, footer, measures)
        self._marking(footer, measures)
        self.painter.artifact = ""

    def _footer(self, page: int, middle: float, measures: Page) -> None:
        said = self.job.document.labels.page_of.format(page=page + 1, pages=self.pages)
        numbered = self._line(said, self._look("footer")._replace(weight=600, colour="ink"), measures.wide / 2)
        # In the middle, unless the marking needs more than its half.
        indent = min(measures.wide / 2 - numbered.width / 2, measures.wide - self.mark_width - numbered.width)
        self._place(numbered, measures.left + indent, middle)
        self._left(self.job.document.meta.footer, "footer", middle, indent - GAP)

    def _look(self, role: str) -> Look:
        return self.job.styles.style(role).look

    def _left(self, text: str, role: str, middle: float, width: float) -> None:
        if text:
            self._place(self._line(text, self._look(role), width), self.job.theme.page.left, middle)

    def _place(self, line: Line, x: float, middle: float) -> None:
        size = self._look("footer").size
        self.painter.text([(line, x, middle - CAP * size / 2)], None)

    def _line(self, text: str, look: Look, width: float) -> Line:
        """Set a text on one line; what has no room is cut, with dots for it."""
        line = self.job.line(text, look)
        while line.width > width and len(text) > 1:
            text = text[: max(1, min(len(text) - 1, int(len(text) * width / line.width)))].rstrip()
            line = self.job.line(f"{text}…", look)
        return line

    # --- marking ---

    def _tlp(self) -> str:
        """Give the label in capitals when it is one of the Traffic Light Protocol's."""
        if self.marking is None or self.marking.scheme != "tlp":
            return ""
        return self.marking.label.upper().replace(" ", "")

    def _size(self) -> float:
        """TLP 2.0 asks for 12 points or more, whatever a theme says."""
        return max(self._look("marking").size, scheme("tlp").least_size)

    def _marking_line(self) -> tuple[Line, float]:
        look, label = self._look("marking"), self._tlp()
        if label:
            colour = scheme("tlp").colours.get(label, "#FFFFFF")
            line = self._line(label, look._replace(colour=colour, size=self._size()), self.job.theme.page.wide / 2)
            return line, line.width + 2 * TLP_SIDES + GAP
        if self.marking is not None and self.marking.label:
            line = self._line(self.marking.label, look._replace(size=9.0), self.job.theme.page.wide * WIDEST)
            self._told_if_cut(self.job.line(self.marking.label, look._replace(size=9.0)), line)
            return line, line.width + GAP
        return Line(0.0), 0.0

    def _told_if_cut(self, whole: Line, line: Line) -> None:
        """A page that says half of how it may be handled must not pass for one that says it all."""
        if whole.width > line.width:
            message = "the marking is too long for header and footer, and ends in dots there"
            hint = "use fewer or shorter caveats"
            self.job.shaper.diagnostics.append(Diagnostic("marking-cut", message, Severity.WARNING, hint=hint))

    def _marking(self, middle: float, measures: Page) -> None:
        if not self.mark_width:
            return
        line = self.mark_line
        right, label = measures.left + measures.wide, self._tlp()
        size = self._size() if label else 9.0
        x, y = right - line.width - (TLP_SIDES if label else 0.0), middle - CAP * size / 2
        if label:
            width, height = line.width + 2 * TLP_SIDES, CAP * size + 2 * TLP_HEIGHT
            self.painter.decorate([f"0 g {box(right - width, y - TLP_HEIGHT, width, height)} f"])
        self.painter.text([(line, x, y)], None)
