"""Drawing: placed strips become the content of pages, each piece of it marked as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .file import PdfFile
from .images import Picture
from .lines import Line
from .marks import box
from .pages import lying
from .paginate import Page
from .room import Room
from .strips import Box, Drawing, Edge, Frame, Paragraph, RowContent, Strip
from .styles import Look, number
from .tagging import Element

if TYPE_CHECKING:
    from .job import Job

ARTIFACT = "/Artifact BMC"
DOT_GAP = 4.0
MIRRORED = {"left": "right", "right": "left", "justify": "right"}
"""How lines are aligned that begin at the right."""
NOTE_RULE = 113.0


class Painter:
    """Draws the pages of one document. `places` says for each anchor its page from 0 and its height on it."""

    def __init__(self, job: Job, file: PdfFile, places: dict[str, tuple[int, float]]) -> None:
        self.job = job
        self.file = file
        self.places = places
        self.artifact = ""
        """The operator that begins content which is not read; empty while all that is drawn is read."""

    def page(self, page: Page) -> None:
        """Draw a page's text and notes."""
        measures = lying(self.job.theme.page) if page.lying else self.job.theme.page
        room = Room(measures.left, measures.wide, self.job.mirrored)
        self.artifact = ARTIFACT
        self.strips(page.repeated, room)
        self.artifact = ""
        self.strips(page.strips, room)
        self.strips(page.asides, room)
        if page.notes:
            self._note_rule(page.notes[0][1], room, measures.text if page.carried else NOTE_RULE)
            self.strips(page.notes, room)

    def _note_rule(self, y: float, room: Room, width: float) -> None:
        """Draw the rule above the notes, a long one above those that go on from the page before."""
        rule = Edge(0.0, width, -3.0, 0.5, self.job.styles.colour("mute"))
        self.decorate([_edge_op(rule, room, 0.0, y)])

    def strips(self, placed: list[tuple[Strip, float]], room: Room) -> None:
        """Draw strips whose tops are known; consecutive lines of a paragraph are one piece of content."""
        self._frames(placed, room)
        index = 0
        while index < len(placed):
            strip, y = placed[index]
            content = strip.content
            if isinstance(content, Paragraph):
                end = index + 1
                while end < len(placed) and placed[end][0].content is content:
                    end += 1
                self.paragraph(content, placed[index:end], room.at(strip.x, content.width))
                index = end
                continue
            if isinstance(content, RowContent):
                self.row(content, room, strip.x, y)
            elif isinstance(content, Picture):
                self.picture(content, room.at(strip.x, content.width), y - content.height)
            elif isinstance(content, Drawing):
                self.drawing(content, room.at(strip.x, content.width), y)
            index += 1

    # --- what is behind text ---

    def decorate(self, ops: list[str]) -> None:
        """Draw what is no content."""
        if ops:
            self.file.code.append("\n".join((self.artifact or ARTIFACT, *ops, "EMC")))

    def _frames(self, placed: list[tuple[Strip, float]], room: Room) -> None:
        reach: dict[Frame, list[float]] = {}
        for strip, y in placed:
            for frame in strip.frames:
                reach.setdefault(frame, [y, y])[1] = y - strip.height
        self.decorate([op for frame, (top, foot) in reach.items() for op in _frame_ops(frame, room, top, foot)])

    def row(self, row: RowContent, room: Room, x: float, y: float) -> None:
        """Draw boxes side by side with their lines, in a row that begins `x` points from where its room begins."""
        ops = [f"{part.fill} rg {_ground(part, room, x, y)} f" for part in row.boxes if part.fill]
        self.decorate(ops + [_edge_op(edge, room, x, y) for edge in row.edges])
        for part in row.boxes:
            inner = room.within(x + part.x, part.width)
            self._stack(part.strips, inner, y - part.y - part.pad)
            if part.echo:
                outside, self.artifact = self.artifact, ARTIFACT
                self._stack(part.echo, inner, y - part.y - part.pad)
                self.artifact = outside

    def _stack(self, strips: list[Strip], room: Room, top: float) -> None:
        """Draw strips one below the other."""
        placed = []
        for i, strip in enumerate(strips):
            top -= strip.before if i else 0.0
            placed.append((strip, top))
            top -= strip.height
        self.strips(placed, room)

    # --- text ---

    def paragraph(self, paragraph: Paragraph, placed: list[tuple[Strip, float]], x: float) -> None:
        """Draw some lines of a paragraph."""
        style, lines = paragraph.style, []
        for strip, y in placed:
            line = paragraph.lines[strip.index]
            lines.append((line, x + line_start(line, paragraph), y - line.height - style.baseline))
        label = paragraph.label if placed[0][0].index == 0 else None
        if label is not None:
            at = paragraph.width - label.x - label.line.width if self.job.mirrored else label.x
            self.text([(label.line, x + at, lines[0][2] - label.drop)], label.element)
        self.text(lines, paragraph.element)
        if paragraph.target and placed[-1][0].index == len(paragraph.lines) - 1:
            self._page_number(paragraph, lines[-1], x)

    def text(self, lines: list[tuple[Line, float, float]], element: Element | None) -> None:
        """Draw lines at their left edges and baselines."""
        self.decorate([mark.ops(x + at, y) for line, x, y in lines for at, mark in line.marks])
        out, x0, y0 = ["BT"], 0.0, 0.0
        writer = _Marked(self, out)
        for line, x, y in lines:
            out.append(f"{number(x - x0)} {number(y - y0)} Td")
            x0, y0 = x, y
            for owner, ops, start, end in line.segments:
                holder = owner or element
                writer.show(holder, ops)
                if holder is not None and (owner is not None or holder.link) and not self.artifact:
                    self._link(holder, x + start, x + end, y)
        writer.close()
        if len(out) > 1 and writer.shown:
            out.append("ET")
            self.file.code.append("\n".join(out))
        for line, x, y in lines:
            for at, picture in line.pictures:
                self.picture(picture, x + at, y)

    def _link(self, element: Element, start: float, end: float, y: float) -> None:
        link = element.linked()
        if link is None:
            return
        rect = (start, y - 3.0, end, y + 8.5)
        if not link.link.startswith("#"):
            self.file.link(link, rect, link.link, link.said or link.link)
            return
        place = self.places.get(link.link[1:])
        if place is None:
            self._unknown(link)
            return
        said = link.said or f"{self.job.document.labels.page} {place[0] + 1}"
        self.file.link(link, rect, f"#{place[0]},{number(place[1])}", said)

    def _unknown(self, link: Element) -> None:
        # Without a place to go it is no link: an element of that kind would need one (PDF/UA 7.18.5).
        target, link.tag, link.link = link.link[1:], "Span", ""
        message = f"a reference leads to {target!r}, and nothing in the document has that id"
        self.job.shaper.report("unknown-reference", message, self.job.targets.get(target), once=target)

    def _page_number(self, paragraph: Paragraph, last: tuple[Line, float, float], x: float) -> None:
        """Draw dots and the number of the page at the end of a line of the contents."""
        place = self.places.get(paragraph.target)
        if place is None:
            return
        line, left, y = last
        look = paragraph.style.look
        page = self.job.line(str(place[0] + 1), look)
        if line.right_to_left:
            at, start, end = x, x + page.width, left
        else:
            at = end = x + paragraph.width - page.width
            start = left + line.width
        room = end - start - 2 * DOT_GAP
        dots_look = look._replace(colour="mute", weight=400)
        if room > look.size:
            self.text([self._dots(dots_look, end - DOT_GAP, room, y)], None)
        self.text([(page, at, y)], paragraph.element)

    def _dots(self, look: Look, right: float, room: float, y: float) -> tuple[Line, float, float]:
        """Set dots, each half an em from the next, so that those of all lines stand in columns."""
        pen, shaper = self.job.styles.pen(look), self.job.shaper
        dot = shaper.word(pen.face, ".")
        count = int(room / (look.size / 2))
        line = Line(count * look.size / 2)
        kern = f"{dot.width - 500:.0f}"
        line.segments = ((None, f"{pen.op} [{(dot.operand + kern) * count}]TJ", 0.0, line.width),)
        return line, right - line.width, y

    # --- figures ---

    def picture(self, picture: Picture, x: float, y: float) -> None:
        """Draw a picture, its lower left corner at `x`, `y`."""
        if picture.data is not None and picture.data.key not in self.file.pictures:
            self.file.pictures[picture.data.key] = self.file.reference(picture.data.add(self.file.add))
        ops = picture.ops(x, y)
        if picture.element is None or self.artifact:
            self.decorate([ops])
            return
        _bound(picture.element, x, y, picture.width, picture.height)
        self.file.code.append(f"{self.file.mark(picture.element)}\n{ops}\nEMC")

    def drawing(self, drawing: Drawing, x: float, y: float) -> None:
        """Draw a chart, its upper left corner at `x`, `y`."""
        assert drawing.element is not None
        _bound(drawing.element, x, y - drawing.height, drawing.width, drawing.height)
        ops = "\n".join((f"q 1 0 0 1 {number(x)} {number(y)} cm", *drawing.ops, "Q"))
        self.file.code.append(f"{self.file.mark(drawing.element)}\n{ops}\nEMC")
        for left, down, line in drawing.texts:
            self.text([(line, x + left, y - down)], drawing.element)


class _Marked:
    """Opens and closes marked content as text goes from one element to the next."""

    def __init__(self, painter: Painter, out: list[str]) -> None:
        self.painter = painter
        self.out = out
        self.holder: Element | None = None
        self.shown = self.open = False

    def show(self, holder: Element | None, ops: str) -> None:
        if not self.shown or holder is not self.holder:
            self.close()
            aside = self.painter.artifact or (ARTIFACT if holder is None else "")
            self.out.append(aside if aside or holder is None else self.painter.file.mark(holder))
            self.holder, self.shown, self.open = holder, True, True
        self.out.append(ops)

    def close(self) -> None:
        if self.open:
            self.out.append("EMC")
            self.open = False


def line_start(line: Line, paragraph: Paragraph) -> float:
    """Say how far from the left edge of its paragraph a line begins."""
    align = paragraph.style.align
    if line.right_to_left:
        align = MIRRORED.get(align, align)
    match align:
        case "right":
            return paragraph.width - line.width
        case "center":
            return (paragraph.width - line.width) / 2
    return 0.0


def _frame_ops(frame: Frame, room: Room, top: float, foot: float) -> list[str]:
    ops = []
    if frame.fill:
        ops.append(f"{frame.fill} rg {box(room.at(frame.x, frame.width), foot, frame.width, top - foot)} f")
    if frame.edge:
        ops.append(f"{frame.edge_colour} rg {box(room.at(frame.x, frame.edge), foot, frame.edge, top - foot)} f")
    return ops


def _ground(part: Box, room: Room, x: float, y: float) -> str:
    width = part.width - part.inset
    return box(room.at(x + part.x, width), y - part.y - part.height, width, part.height)


def _edge_op(edge: Edge, room: Room, x: float, y: float) -> str:
    at, left = number(y - edge.y), room.at(x + edge.x, edge.width)
    start, end = number(left), number(left + edge.width)
    return f"{number(edge.thickness)} w {edge.colour} RG {start} {at} m {end} {at} l S"


def _bound(element: Element, x: float, y: float, width: float, height: float) -> None:
    corners = " ".join(number(value) for value in (x, y, x + width, y + height))
    if "/BBox" not in element.entries:
        element.entries += f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>"
