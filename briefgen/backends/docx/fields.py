"""Fields, each with its result filled in, so that nothing is empty before somebody updates them (17.16)."""

from __future__ import annotations

END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def begin(instruction: str, look: str = "") -> str:
    """Open a field up to where its result follows; `look` is the `w:rPr` that an updated result takes over."""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(instruction: str, result: str, look: str = "") -> str:
    """Write a field whose result is runs."""
    return f'{begin(instruction, look)}{result}<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
