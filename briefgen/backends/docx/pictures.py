"""Pictures in a line: the drawing, its words for those who can't see it, and the part that holds its bytes."""

from __future__ import annotations

from ...document.nodes import Image
from ...errors import RenderError, Severity
from .context import Context, Job, diagnostic
from .images import read_picture
from .units import emu
from .xml import escape

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
# Says that a picture is mere decoration, so that no reader stops at it.
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def picture(node: Image, alt: str, at: Context) -> str:
    """Write a picture no wider than its place; raises `RenderError` where its bytes are missing or broken."""
    place, data = _resource(node, at.job)
    try:
        own = read_picture(data)
    except ValueError as error:
        raise _error(f"a picture can't be shown: {error}", node) from None
    width = min(node.width or own.width, at.width)
    target = f"media/image{place}.{own.suffix}"
    at.job.media[f"word/{target}"] = data
    return _drawing(at, at.relations.to("image", target), width, width * own.height / own.width, alt)


def _resource(node: Image, job: Job) -> tuple[int, bytes]:
    """Find a picture's bytes, and its place among the resources, which names its part."""
    for place, resource in enumerate(job.document.resources, 1):
        if resource.id == node.resource:
            return place, resource.data
    raise _error(f"the picture {node.resource[:12]!r} is not among the document's resources", node)


def _error(message: str, node: Image) -> RenderError:
    return RenderError([diagnostic("picture", message, Severity.ERROR, node)])


def _drawing(at: Context, relation: str, width: float, height: float, alt: str) -> str:
    number = at.job.next_drawing()
    x, y = max(1, emu(width)), max(1, emu(height))
    words = f'id="{number}" name="Picture {number}" descr="{escape(alt, at.job.lost)}"'
    about = f"<wp:docPr {words}/>" if alt else f"<wp:docPr {words}>{_DECORATION}</wp:docPr>"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>{about}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
