"""The page: its measures, and the headers and footers with the marking and the page's number."""

from __future__ import annotations

from ...document.nodes import Document, Marking
from ...themes import Theme
from .fields import field
from .formatting import PLAIN, Look, look_properties, paragraph_properties, weighed
from .styles import bold_styles
from .styles.characters import TLP_STYLES
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
    parts = [*PAGE_PARTS, *(LANDSCAPE_PARTS if landscape else ())]
    title = meta.short_title or meta.title
    look = PLAIN._replace(direction="rtl") if meta.direction == "rtl" else PLAIN
    numbers = page_numbers(document.labels.page_of, look, lost)
    mark = marking_run(meta.marking, look, lost)
    written: dict[str, str] = {}
    for number, (name, _, kind, _) in enumerate(parts, 1):
        lying = name in {row[0] for row in LANDSCAPE_PARTS}
        tabs = _longer_tabs(theme) if lying else ""
        if kind == "header":
            left, centre = (meta.kind if name == "header1.xml" else title), ""
            behind = watermark(meta.watermark, theme, number, lost)
        else:
            left, centre, behind = meta.footer, numbers, ""
        words = behind + (f"<w:r>{look_properties(look)}{run_text(left, lost)}</w:r>" if left else "")
        if _too_long(meta.marking, left, theme, middle=bool(centre)):
            lines = [_line(kind, f"{words}{_TAB}{centre}" if centre else words, tabs), _line(kind, mark, align="right")]
        else:
            lines = [_line(kind, f"{words}{_TAB}{centre}{_TAB}{mark}", tabs)]
        if kind.capitalize() in bold_styles(theme):
            lines = [weighed(line) for line in lines]
        tag = "hdr" if kind == "header" else "ftr"
        written[name] = f"{DECLARATION}<w:{tag} {NAMESPACES}>{''.join(lines)}</w:{tag}>"
    return written


def _line(kind: str, content: str, tabs: str = "", align: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph_properties(kind.capitalize(), tabs=tabs, align=align)}</w:pPr>{content}</w:p>"


def _too_long(marking: Marking | None, left: str, theme: Theme, *, middle: bool) -> bool:
    """Say whether a marking needs a line of its own, roughly: beside the page number, or beside the title."""
    if marking is None:
        return False
    wide, words = theme.page.wide, len(marking.label) * _LETTER * theme.roles["header"].size * 1.2
    return words > wide / 2 - _NUMBERS if middle else words + len(left) * _LETTER * theme.roles["header"].size > wide


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
