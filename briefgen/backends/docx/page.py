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
_TAB = "<w:r><w:tab/></w:r>"
_LINE = 1.22  # the height of a line of the marking, which is all the header or footer holds


def section_properties(theme: Theme, *, rtl: bool = False) -> str:
    """Write the section's properties: paper, margins, and which header and footer serve which pages."""
    page = theme.page
    references = "".join(f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>' for _, name, kind, pages in PAGE_PARTS)
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
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f"<w:pgMar {measures}/><w:titlePg/>{'<w:bidi/>' if rtl else ''}</w:sectPr>"
    )


def page_parts(document: Document, lost: list[str]) -> dict[str, str]:
    """Write the headers and footers: the first page says what kind of document this is, the others its short title."""
    meta = document.meta
    mark = marking_run(meta.marking, lost)
    title = meta.short_title or meta.title
    left = {"header1.xml": meta.kind, "header2.xml": title, "footer1.xml": meta.footer, "footer2.xml": meta.footer}
    numbers = page_numbers(document.labels.page_of, lost)
    return {
        name: _part(kind, left[name], numbers if kind == "footer" else "", mark, lost)
        for name, _, kind, _ in PAGE_PARTS
    }


def _part(kind: str, left: str, centre: str, right: str, lost: list[str]) -> str:
    tag = "hdr" if kind == "header" else "ftr"
    shape = f"<w:pPr>{paragraph_properties(kind.capitalize())}</w:pPr>"
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
