"""The stages in order: document → strips → pages → content → bytes."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import nodes as n
from ...themes import Theme
from ..base import Rendered, RenderOptions
from . import blocks as _blocks  # noqa: F401  # registers how each block is laid out
from .collector import collector_held
from .draw import Painter
from .file import PdfFile
from .flow import Flow
from .fontfile import add_face
from .furniture import Furniture
from .job import Job
from .laying import lay_all
from .metadata import clean, describe
from .pages import lying
from .paginate import Page, paginate
from .sides import side_column
from .strips import RowContent, Strip
from .styles import Styles
from .tagging import let_go
from .write import write


class PdfRenderer:
    """Renders documents in one theme; what it learns about words serves all of them."""

    def __init__(self, theme: Theme, options: RenderOptions) -> None:
        self.styles = Styles(theme)
        self.options = options

    def __reduce__(self) -> tuple[type[PdfRenderer], tuple[Theme, RenderOptions]]:
        """Send to another process what it takes to read the fonts there; shaped faces can't be sent."""
        return type(self), (self.styles.theme, self.options)

    def render(self, document: n.Document) -> Rendered:
        """Lay a document out, draw its pages and write the file."""
        with collector_held():
            return self._render(document)

    def _render(self, document: n.Document) -> Rendered:
        job = Job(document, self.styles, self.options)
        page = job.theme.page
        turned = lying(page)
        pages = paginate(
            _strips(job), job.page_height, page.bottom, page.text, turned.height - turned.top - turned.bottom
        )
        places = _places(pages)
        file = PdfFile(page.width, page.height, len(pages), clean(document.meta.language) or "und")
        info = describe(file, document)
        _draw(job, file, pages, places)
        data = _finish(job, file, info)
        let_go(job.root)
        named = {name: place[0] + 1 for name, place in places.items() if not name.startswith("\0")}
        return Rendered(data=data, diagnostics=tuple(job.shaper.diagnostics), pages=named, page_count=len(pages))


def _strips(job: Job) -> list[Strip]:
    flow = Flow(job, job.theme.page.text, job.root, wide=job.theme.page.wide)
    flow.side = side_column(job.theme.page)
    lay_all(job.document.blocks, flow)
    return flow.finish()


def _places(pages: list[Page]) -> dict[str, tuple[int, float]]:
    places: dict[str, tuple[int, float]] = {}
    for index, page in enumerate(pages):
        for strip, y in [*page.strips, *page.asides, *page.notes]:
            for name, height in _anchors(strip, y):
                places.setdefault(name, (index, height))
    return places


def _anchors(strip: Strip, y: float) -> Iterator[tuple[str, float]]:
    """Give the anchors of a strip with their heights on the page; within a row, where they stand in it."""
    if strip.anchors and isinstance(strip.content, RowContent):
        for box in strip.content.boxes:
            top = y - box.y - box.pad
            for i, inner in enumerate(box.strips):
                top -= inner.before if i else 0.0
                yield from _anchors(inner, top)
                top -= inner.height
    yield from ((name, y) for name in strip.anchors)


def _draw(job: Job, file: PdfFile, pages: list[Page], places: dict[str, tuple[int, float]]) -> None:
    painter = Painter(job, file, places)
    furniture = Furniture(painter, len(pages))
    entries: dict[int, list[tuple[str, int, str, float]]] = {}
    for entry in job.outline:
        if entry.anchor in places:
            index, y = places[entry.anchor]
            entries.setdefault(index, []).append((clean(entry.title), entry.level, entry.anchor, y))
    for index, page in enumerate(pages):
        furniture.draw(index, lying(job.theme.page) if page.lying else job.theme.page)
        painter.page(page)
        for title, level, key, y in entries.get(index, ()):
            file.outline(title, level, key, y)
        file.end_page(page.lying)


def _finish(job: Job, file: PdfFile, info: bytes) -> bytes:
    shaper = job.shaper
    for face in sorted(shaper.used, key=lambda face: face.key):
        file.fonts[face.key] = file.reference(add_face(face, shaper.used[face], file.add))
    return write(file, job.root, info)
