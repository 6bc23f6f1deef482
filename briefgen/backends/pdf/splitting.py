"""Rows cut in two: what no page can hold, and rows that a spanning cell holds together."""

from __future__ import annotations

from .strips import FREE, Box, Edge, RowContent, Strip, row_strip, total

TOLERANCE = 0.01


def split_row(strip: Strip, height: float) -> tuple[Strip, Strip] | None:
    """Cut a row that no page can hold `height` below its top; None when nothing would stay above the cut."""
    content = strip.content
    if not isinstance(content, RowContent):
        return None
    tops = [top for top in _tops(content) if top <= height]
    return _split(strip, content, max(tops, default=height))


def split_group(strip: Strip, height: float, rows: int) -> tuple[Strip, Strip] | None:
    """Cut rows that spanning cells hold together, at least so many rows and at most `height` below their top.

    What a spanning cell says is shown again below the cut.
    """
    content = strip.content
    if not isinstance(content, RowContent):
        return None
    tops = [top for top in _tops(content)[rows - 1 :] if top <= height]
    parts = _split(strip, content, tops[-1]) if tops else None
    if parts is not None:
        _echo(*parts)
    return parts


def _tops(content: RowContent) -> list[float]:
    """Give where the rows begin that one strip holds, but for the first."""
    return sorted({box.y for box in content.boxes if box.y > 0})


def _echo(upper: Strip, lower: Strip) -> None:
    """Show cells that go on below a cut once more, when nothing is left of their text."""
    assert isinstance(upper.content, RowContent)
    assert isinstance(lower.content, RowContent)
    said = {box.x: box for box in upper.content.boxes}
    for box in lower.content.boxes:
        above = said.get(box.x)
        if box.y or above is None or box.strips:
            continue
        shown = above.strips or above.echo
        if total(shown) + above.pad <= box.height:
            box.echo, box.pad = shown, above.pad


def _split(strip: Strip, content: RowContent, height: float) -> tuple[Strip, Strip] | None:
    upper, lower, taken = [], [], 0
    for box in content.boxes:
        above, below = _cut_box(box, height)
        taken += len(above.strips) if above else 0
        upper += [above] if above else []
        lower += [below] if below else []
    if not taken or not any(box.strips for box in lower):
        return None
    grown = _make_room(content, lower, strip.height, height)
    left = max(strip.height - height + grown, *(box.y + box.height for box in lower))
    first = _part_strip(strip, content, upper, [edge for edge in content.edges if edge.y <= height], height)
    rest = _part_strip(strip, content, lower, [_raised(e, height - grown) for e in content.edges if e.y > height], left)
    first.before, first.level, first.asides = strip.before, FREE, strip.asides
    first.anchors = tuple(name for name in strip.anchors if name not in rest.anchors)
    first.notes = tuple(note for note in strip.notes if note not in rest.notes)
    return first, rest


def _make_room(content: RowContent, lower: list[Box], end: float, height: float) -> float:
    """Move rows below a cut down where what is left of the row above needs more room than it had; say how far."""
    below = [box for box in content.boxes if box.y >= height or box.y + box.height > height]
    cut = [(part, box.y + box.height - height) for box, part in zip(below, lower) if box.y < height]
    grown = max((part.height - had for part, had in cut if had < end - height - TOLERANCE), default=0.0)
    for box, part in zip(below, lower):
        if box.y >= height:
            part.y += grown
        elif box.y + box.height >= end - TOLERANCE:
            part.height = max(part.height, end - height + grown)
    return grown


def _part_strip(strip: Strip, content: RowContent, boxes: list[Box], edges: list[Edge], height: float) -> Strip:
    part = row_strip(boxes, edges, height, strip.x)
    part.frames, part.level = strip.frames, strip.level
    assert isinstance(part.content, RowContent)
    part.content.head = content.head
    return part


def _raised(edge: Edge, up: float) -> Edge:
    return edge._replace(y=edge.y - up)


def _cut_box(box: Box, height: float) -> tuple[Box | None, Box | None]:
    if box.y >= height:
        return None, _part(box, box.y - height, box.height, box.strips, box.pad)
    if box.y + box.height <= height:
        return box, None
    at, y = 0, box.y + box.pad
    for i, strip in enumerate(box.strips):
        y += strip.height + (strip.before if i else 0.0)
        if y > height:
            break
        at = i + 1
    room = box.height - box.pad - total(box.strips)
    above = _part(box, box.y, height - box.y, box.strips[:at], box.pad)
    above.echo = box.echo
    rest, pad = box.strips[at:], min(box.pad, room)
    left = max(total(rest) + 2 * pad if rest else 0.0, box.y + box.height - height)
    return above, _part(box, 0.0, left, rest, pad)


def _part(box: Box, y: float, height: float, strips: list[Strip], pad: float) -> Box:
    part = Box(box.x, y, box.width, height, strips, fill=box.fill)
    part.inset, part.pad = box.inset, pad
    return part
