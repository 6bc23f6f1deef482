"""The page: its measures, and the headers and footers with the marking and the page's number."""

from __future__ import annotations

from ...document.nodes import Document, Marking
from ...themes import Theme
from .fields import field
from .formatting import PLAIN, look_properties, paragraph_properties
from .styles.characters import TLP_STYLES
from .units import twips
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
    mark = marking_run(meta.marking, lost)
    title = meta.short_title or meta.title
    left = {"header1.xml": meta.kind, "header2.xml": title, "header3.xml": title}
    numbers = page_numbers(document.labels.page_of, lost)
    upright = {
        name: _part(kind, left.get(name, meta.footer), numbers if kind == "footer" else "", mark, lost)
        for name, _, kind, _ in PAGE_PARTS
    }
    if not landscape:
        return upright
    tabs = _longer_tabs(theme)
    return upright | {
        name: _part(kind, left.get(name, meta.footer), numbers if kind == "footer" else "", mark, lost, tabs=tabs)
        for name, _, kind, _ in LANDSCAPE_PARTS
    }


def _longer_tabs(theme: Theme) -> str:
    """Put the style's two tab stops away, and two for the longer line in their place."""
    old, new = twips(theme.page.wide), twips(theme.page.height - theme.page.left - theme.page.right)
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in (old // 2, old))
    return f'{cleared}<w:tab w:val="center" w:pos="{new // 2}"/><w:tab w:val="right" w:pos="{new}"/>'


def _part(kind: str, left: str, centre: str, right: str, lost: list[str], *, tabs: str = "") -> str:
    tag = "hdr" if kind == "header" else "ftr"
    shape = f"<w:pPr>{paragraph_properties(kind.capitalize(), tabs=tabs)}</w:pPr>"
    words = f"<w:r>{run_text(left, lost)}</w:r>" if left else ""
    return f"{DECLARATION}<w:{tag} {NAMESPACES}><w:p>{shape}{words}{_TAB}{centre}{_TAB}{right}</w:p></w:{tag}>"


def page_numbers(pattern: str, lost: list[str]) -> str:
    """Write `Page {page} / {pages}` with fields for the two numbers; Word fills them in on every page."""
    look = look_properties(PLAIN.styled("PageNumber"))
    runs = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    out = []
    for piece in _split(pattern):
        if piece in runs:
            out.append(field(runs[piece], f"<w:r>{look}<w:t>1</w:t></w:r>", look))
        elif piece:
            out.append(f"<w:r>{look}{run_text(piece, lost)}</w:r>")
    return "".join(out)


def _split(pattern: str) -> list[str]:
    head, page, rest = pattern.partition("{page}")
    middle, pages, tail = rest.partition("{pages}")
    return [head, page, middle, pages, tail]


def marking_run(marking: Marking | None, lost: list[str]) -> str:
    """Write the marking: TLP in its colour on black, anything else in bold."""
    if marking is None:
        return ""
    tlp = TLP_STYLES.get(marking.label.upper().removeprefix("TLP:")) if marking.scheme == "tlp" else None
    look = look_properties(PLAIN.styled(tlp or "Marking"))
    label = f"{PAD}{marking.label}{PAD}" if tlp else marking.label
    return f"<w:r>{look}{run_text(label, lost)}</w:r>"
