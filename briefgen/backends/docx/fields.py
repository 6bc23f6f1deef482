"""Fields, each with its result filled in, so that nothing is empty before somebody updates them (17.16)."""

from __future__ import annotations


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BEGIN, SEPARATE, END = _mark("begin"), _mark("separate"), _mark("end")


def begin(instruction: str) -> str:
    """Open a field up to where its result follows."""
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{SEPARATE}'


def field(instruction: str, result: str) -> str:
    """Write a field whose result is runs."""
    return f"{begin(instruction)}{result}{END}"
