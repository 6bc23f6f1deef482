"""Text into XML: the one place where characters are escaped, and the namespaces that every part declares."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)

PAD = "\u2007"
"""Half an em within a run's border, where Word knows no padding; no line breaks at it."""

# XML 1.0 (2.2) forbids these; the C1 controls are allowed and have no business in text.
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(f'[&<>"{_FORBIDDEN}]')
_SPECIAL_IN_RUN = re.compile(f'[&<>"\t\n\r\xad\u2011{_FORBIDDEN}]')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_ELEMENTS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\xad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
_PIECES = re.compile("(\r\n|[\t\n\r\xad\u2011])")


def escape(text: str, lost: list[str]) -> str:
    """Make text safe between tags and in attribute values; what XML can't hold is dropped and added to `lost`."""

    def replace(match: re.Match[str]) -> str:
        entity = _ENTITIES.get(match[0])
        if entity is None:
            lost.append(match[0])
        return entity or ""

    return _SPECIAL.sub(replace, text)


def run_text(text: str, lost: list[str]) -> str:
    """Write a run's text: `w:t`, with tabs, line ends, soft and no-break hyphens as Word's own elements."""
    if not _SPECIAL_IN_RUN.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(_piece(piece, lost) for piece in _PIECES.split(text) if piece)


def _piece(piece: str, lost: list[str]) -> str:
    if piece in ("\r", "\r\n"):
        piece = "\n"
    return _ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, lost)}</w:t>'
