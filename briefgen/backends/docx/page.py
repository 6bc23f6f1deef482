"""The page: its measures, and the headers and footers with the marking and the page's number."""

from __future__ import annotations

from ...document.nodes import Document, Marking
from ...themes import Theme
from .fields import field
from .formatting import PLAIN, Look, look_properties, paragraph_properties, weighed
from .styles import bold_styles
from .styles.characters import TLP_STYLES, marking_size
from .units import twips
from .watermark import watermark
from .xml import DECLARATION, NAMESPACES, PAD, run_text

# Part name, the id of its relationship from the document, kind and which pages it serves.
PAGE_PARTS = (
    ("header1.xml", "page1", "header", "first"),
    ("header2.xml", "page2", "header", "default"),
    ("footer1.xml", "page3", "footer", "first"),
    ("footer2.xml", "page4", "footer", "default"),
)
# The same on pages that lie on their side, where the line is longer; only in a file that has such pages.
LANDSCAPE_PARTS = (
    ("header3.xml", "page5", "header", "default"),
    ("footer3.xml", "page6", "footer", "default"),
)
_TAB = "<w:r><w:tab/></w:r>"
_LETTER = 0.55  # the width of a letter, as a share of its size
_NUMBERS = 40.0  # half of what the page's number takes in the middle
_LINE = 1.22  # the height of a line of the marking, which is all the header or footer holds


def section_properties(theme: Theme, *, rtl: bool = False, first: bool = True, landscape: bool = False) -> str:
    """Write a section's properties: paper, margins, and which header and footer serve which pages.

    Only the document's first section has a first page of its own.
    """
    page = theme.page
    parts = LANDSCAPE_PARTS if landscape else PAGE_PARTS if first else PAGE_PARTS[1::2]
    references = "".join(f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>' for _, name, kind, pages in parts)
    line = theme.roles["marking"].size * _LINE
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.header - line,
        "footer": page.footer - line,
        "gutter": 0.0,
    }
    measures = " ".join(f'w:{side}="{max(0, twips(value))}"' for side, value in margins.items())
    short, long = twips(page.width), twips(page.height)
    size = f'w:w="{long}" w:h="{short}" w:orient="landscape"' if landscape else f'w:w="{short}" w:h="{long}"'
    return (
        f"<w:sectPr>{references}<w:pgSz {size}/>"
        f"<w:pgMar {measures}/>{'<w:titlePg/>' if first else ''}{'<w:bidi/>' if rtl else ''}</w:sectPr>"
    )


def page_parts(document: Document, theme: Theme, lost: list[str], *, landscape: bool = False) -> dict[str, str]:
    """Write the headers and footers: the first page says what kind of document this is, the others its short title."""
    meta = document.meta
    look = PLAIN._replace(direction="rtl") if meta.direction == "rtl" else PLAIN
    numbers = page_numbers(document.labels.page_of, look, lost)
    written: dict[str, str] = {}
    for count, (name, _, kind, pages) in enumerate((*PAGE_PARTS, *LANDSCAPE_PARTS) if landscape else PAGE_PARTS, 1):
        tabs = _longer_tabs(theme) if count > len(PAGE_PARTS) else ""
        if kind == "header":
            title = meta.kind if pages == "first" else meta.short_title or meta.title
            behind = watermark(meta.watermark, theme, count, lost)
            lines = _lines("Header", (behind, title, ""), meta.marking, theme, look, lost, tabs)
        else:
            lines = _lines("Footer", ("", meta.footer, numbers), meta.marking, theme, look, lost, tabs)
        tag = "hdr" if kind == "header" else "ftr"
        written[name] = f"{DECLARATION}<w:{tag} {NAMESPACES}>{lines}</w:{tag}>"
    return written


def _lines(  # noqa: PLR0917
    style: str,
    said: tuple[str, str, str],
    marking: Marking | None,
    theme: Theme,
    look: Look,
    lost: list[str],
    tabs: str,
) -> str:
    """Write what stands behind the page, left and in the middle, and the marking right of it or below."""
    behind, left, centre = said
    words = behind + (f"<w:r>{look_properties(look)}{run_text(left, lost)}</w:r>" if left else "")
    mark = marking_run(marking, look, lost)
    if marking and _too_long(marking.label, left, theme, middle=bool(centre)):
        first = f"{words}{_TAB}{centre}" if centre else words
        written = _line(style, first, tabs) + _line(style, mark, align="right")
    else:
        written = _line(style, f"{words}{_TAB}{centre}{_TAB}{mark}", tabs)
    return weighed(written) if style in bold_styles(theme) else written


def _line(style: str, content: str, tabs: str = "", align: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph_properties(style, tabs=tabs, align=align)}</w:pPr>{content}</w:p>"


def _too_long(marking: str, left: str, theme: Theme, *, middle: bool) -> bool:
    """Say whether a marking needs a line of its own, roughly: beside the page number, or beside the title."""
    wide, room = theme.page.wide, len(marking) * _LETTER * marking_size(theme)
    return room > wide / 2 - _NUMBERS if middle else room + len(left) * _LETTER * theme.roles["header"].size > wide


def _longer_tabs(theme: Theme) -> str:
    """Put the style's two tab stops away, and two for the longer line in their place."""
    old, new = twips(theme.page.wide), twips(theme.page.height - theme.page.left - theme.page.right)
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in (old // 2, old))
    return f'{cleared}<w:tab w:val="center" w:pos="{new // 2}"/><w:tab w:val="right" w:pos="{new}"/>'


def page_numbers(pattern: str, look: Look, lost: list[str]) -> str:
    """Write `Page {page} / {pages}` with fields for the two numbers; Word fills them in on every page."""
    properties = look_properties(look.styled("PageNumber"))
    runs = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    out = []
    for piece in _split(pattern):
        if piece in runs:
            out.append(field(runs[piece], f"<w:r>{properties}<w:t>1</w:t></w:r>", properties))
        elif piece:
            out.append(f"<w:r>{properties}{run_text(piece, lost)}</w:r>")
    return "".join(out)


def _split(pattern: str) -> list[str]:
    head, page, rest = pattern.partition("{page}")
    middle, pages, tail = rest.partition("{pages}")
    return [head, page, middle, pages, tail]


def marking_run(marking: Marking | None, look: Look, lost: list[str]) -> str:
    """Write the marking: TLP in its colour on black, anything else in bold."""
    if marking is None:
        return ""
    tlp = TLP_STYLES.get(marking.label.upper().removeprefix("TLP:")) if marking.scheme == "tlp" else None
    label = f"{PAD}{marking.label}{PAD}" if tlp else marking.label
    return f"<w:r>{look_properties(look.styled(tlp or 'Marking'))}{run_text(label, lost)}</w:r>"
