"""Pictures: PNG and JPEG from the document's resources, as objects of the file."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from ...document import nodes as n
from .fontfile import AddObject, stream
from .styles import number
from .tagging import Element

if TYPE_CHECKING:
    from PIL.Image import Image

    from .inlines import Run
    from .job import Job
    from .words import Extra, Word

MAX_PIXELS = 64_000_000
DEFAULT_DPI = 150


class PictureData:
    """A decoded picture: its size in pixels and points, and its samples or its JPEG bytes."""

    __slots__ = ("alpha", "channels", "data", "dpi", "height", "jpeg", "key", "width")

    def __init__(self, key: str, picture: Image, jpeg: bytes) -> None:
        self.key = key
        self.width, self.height = picture.size
        self.channels = len(picture.getbands()) if picture.mode in ("L", "RGB") else 3
        self.jpeg = jpeg
        alpha = picture.getchannel("A") if "A" in picture.getbands() else None
        opaque = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
        self.data = jpeg or opaque.tobytes()
        self.alpha = alpha.tobytes() if alpha is not None and alpha.getextrema() != (255, 255) else b""
        dpi = picture.info.get("dpi", (DEFAULT_DPI,))[0]
        self.dpi = float(dpi) if 30 <= float(dpi) <= 2400 else DEFAULT_DPI

    def add(self, add: AddObject) -> int:
        """Add the picture's objects to a file; give the number of the picture."""
        size = f"/Type/XObject/Subtype/Image/Width {self.width}/Height {self.height}/BitsPerComponent 8"
        mask = ""
        if self.alpha:
            entries = f"{size}/ColorSpace/DeviceGray/Filter/FlateDecode"
            mask = f"/SMask {add(stream(zlib.compress(self.alpha), entries))} 0 R"
        space = "DeviceGray" if self.channels == 1 else "DeviceRGB"
        filter_ = "DCTDecode" if self.jpeg else "FlateDecode"
        data = self.data if self.jpeg else zlib.compress(self.data)
        return add(stream(data, f"{size}/ColorSpace/{space}/Filter/{filter_}{mask}"))


class Picture:
    """A picture at the size it is shown, in points; without data a frame that says what is missing."""

    __slots__ = ("data", "element", "height", "width")

    def __init__(self, data: PictureData | None, width: float, height: float, element: Element | None) -> None:
        self.data = data
        self.width = width
        self.height = height
        self.element = element

    def ops(self, x: float, y: float) -> str:
        """Draw the picture with its lower left corner at `x`, `y`."""
        if self.data is None:
            return f".5 w .4 G {number(x)} {number(y)} {number(self.width)} {number(self.height)} re S"
        return f"q {number(self.width)} 0 0 {number(self.height)} {number(x)} {number(y)} cm /{self.data.key} Do Q"


def fit_picture(node: n.Image, width: float, height: float, job: Job, element: Element | None) -> Picture:
    """Size a picture to its place: as wide as it asks for or is, never wider or higher than the place."""
    data = load_picture(node, job)
    if data is None:
        return Picture(None, min(width, 120.0), min(height, 40.0), element)
    wanted = node.width or data.width * 72 / data.dpi
    scale = min(wanted, width, height * data.width / data.height) / data.width
    return Picture(data, data.width * scale, data.height * scale, element)


def inline_picture(node: n.Image, run: Run) -> None:
    """Set a picture among the words of a line; one without words is decoration."""
    words, look = run.words, run.look
    element = run.element("Figure", run.job.alternative(node.alt)) if node.alt else None
    page = run.job.theme.page
    picture = fit_picture(node, page.text, (page.height - page.top - page.bottom) * 0.8, run.job, element)
    pen = run.job.styles.pen(look)
    word = words.current(pen)
    word.more().pictures.append((word.width, picture))
    word.more().height = max(word.more().height, picture.height - look.size * 0.8)
    words.gap(pen, element, picture.width)


def shrink_pictures(words: list[Word], width: float) -> None:
    """Make pictures within words smaller where a line of so many points has no room for them."""
    for word in words:
        if word.width > width and word.extra is not None and word.extra.pictures:
            _shrink(word, word.extra, width)


def _shrink(word: Word, extra: Extra, width: float) -> None:
    shown = [picture for _, picture in extra.pictures]
    wide = sum(picture.width for picture in shown)
    beside = word.width - wide
    scale = (width - beside if beside < width * 0.8 else min(width, wide)) / wide
    x, places = 0.0, []
    for i, (pen, owner, _, room, text) in enumerate(word.pieces):
        if shown and not text and owner is shown[0].element and room == shown[0].width:
            picture = shown.pop(0)
            picture.width, picture.height = picture.width * scale, picture.height * scale
            word.pieces[i] = (pen, owner, f" {-picture.width / pen.k:.0f}", picture.width, text)
            places.append((x, picture))
        x += word.pieces[i][3]
    extra.pictures, word.width = places, x
    extra.height *= scale


def load_picture(node: n.Image, job: Job) -> PictureData | None:
    """Decode a picture once a document; one that is missing or broken is a diagnostic."""
    if node.resource not in job.pictures:
        job.pictures[node.resource] = _decode(node, job)
    return job.pictures[node.resource]


def _decode(node: n.Image, job: Job) -> PictureData | None:
    resource = job.resources.get(node.resource)
    if resource is None:
        job.shaper.report("missing-picture", f"the document does not hold the picture {node.resource[:16]!r}", node)
        return None
    try:
        return _open(resource.data, f"I{len(job.pictures)}")
    except Exception as error:  # Pillow raises many kinds for broken files
        message = f"the picture {node.resource[:16]!r} can't be read: {error}; a frame stands in its place"
        job.shaper.report("broken-picture", message, node, "hand in a PNG or JPEG file")
        return None


def _open(data: bytes, key: str) -> PictureData:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise ValueError(f"more than {MAX_PIXELS:,} pixels")
        turned = picture.getexif().get(0x0112, 1) != 1
        as_it_is = picture.format == "JPEG" and picture.mode in ("L", "RGB") and not turned
        picture.load()
        upright = ImageOps.exif_transpose(picture) if turned else picture
        return PictureData(key, _plain_mode(upright), data if as_it_is else b"")


def _plain_mode(picture: Image) -> Image:
    if picture.mode in ("L", "RGB", "RGBA", "LA"):
        return picture
    return picture.convert("RGBA" if "transparency" in picture.info or "A" in picture.getbands() else "RGB")
