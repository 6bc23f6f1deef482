"""Pieces of a line: text to be escaped, finished Markdown, and spans whose delimiters their neighbours decide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen

from .escape import escape, escape_line_start


class Source(str):
    """Finished Markdown; any other string is text still to be escaped."""

    __slots__ = ()


class Verbatim(str):
    """Text shown as it is, whose fence is still to be chosen."""

    __slots__ = ()


BREAK = Source("\\\n")


@frozen
class Wrapped:
    """A span: the delimiters that can stand around it, best first, the tag for where none can, and what it holds."""

    delimiters: tuple[str, ...]
    tag: str
    inner: tuple[Piece, ...]


Piece: TypeAlias = str | Wrapped


def merge(pieces: list[Piece]) -> list[Piece]:
    """Join texts that touch, for what is markup hangs on neighbours; drop what is empty."""
    merged: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and not piece:
            continue
        last = merged[-1] if merged else None
        if isinstance(piece, str) and type(piece) is type(last) and not isinstance(piece, Source):
            merged[-1] = type(piece)(f"{last}{piece}")
        else:
            merged.append(piece)
    return merged


def trim(pieces: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Part merged pieces into the blanks and breaks before, the rest, and the blanks and breaks after."""
    before, rest = _part(pieces, str.lstrip)
    after, rest = _part(rest[::-1], str.rstrip)
    return before, rest[::-1], after[::-1]


def _part(pieces: list[Piece], strip: Callable[[str, str], str]) -> tuple[list[Piece], list[Piece]]:
    """Part the blanks at the front from the rest."""
    blanks: list[Piece] = []
    for i, piece in enumerate(pieces):
        if piece == BREAK:
            blanks.append(BREAK)
        elif type(piece) is not str:
            return blanks, pieces[i:]
        elif rest := strip(piece, " \t"):
            return [*blanks, " " * (len(piece) - len(rest))], [rest, *pieces[i + 1 :]]
        else:
            blanks.append(" ")
    return blanks, []


def wrap(delimiters: tuple[str, ...], tag: str, pieces: list[Piece]) -> list[Piece]:
    """Wrap pieces; blanks at the edges go outside, and a span within one of its own kind is not marked again."""
    before, inner, after = trim(merge([part for piece in pieces for part in _unwrap(piece, tag)]))
    return [*before, *([Wrapped(delimiters, tag, tuple(inner))] if inner else []), *after]


def _unwrap(piece: Piece, tag: str) -> tuple[Piece, ...]:
    if not isinstance(piece, Wrapped):
        return (piece,)
    inner = tuple(merge([part for below in piece.inner for part in _unwrap(below, tag)]))
    return inner if piece.tag == tag else (Wrapped(piece.delimiters, piece.tag, inner),)


def join(
    pieces: list[Piece], *, around: tuple[str, str] = ("", ""), starts: bool = False, in_link: bool = False
) -> str:
    """Write pieces that stand between two characters; `starts` where a block could begin with them."""
    out = ""
    before, after = around
    for i, piece in enumerate(pieces):
        left = out[-1:] or before
        right = _first_character(pieces[i + 1]) if i + 1 < len(pieces) else after
        if isinstance(piece, Wrapped):
            out += _delimited(piece, left, right, in_link)
        elif isinstance(piece, Verbatim):
            out += _fenced(piece)
        elif isinstance(piece, Source):
            out += piece
        else:
            at_start = (starts and not out) or out.endswith("\n")
            text = piece.lstrip(" \t") if at_start else piece
            escaped = escape(text, left, right, in_link=in_link)
            out += escape_line_start(escaped) if at_start else escaped
    return out


def _first_character(piece: Piece) -> str:
    # A span may begin with any delimiter; the star stands for all.
    return "*" if isinstance(piece, Wrapped) else "`" if isinstance(piece, Verbatim) else piece[0]


def _fenced(text: str) -> str:
    """Fence code with more backticks than it holds; blanks within the fence are taken off by the reader."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " " and text.strip(" ")) else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _delimited(span: Wrapped, left: str, right: str, in_link: bool) -> str:
    inner = join(list(span.inner), around=("*", "*"), in_link=in_link)
    for delimiter in span.delimiters:
        if _stands(delimiter[0], left, inner, right):
            return f"{delimiter}{inner}{delimiter}"
    return f"<{span.tag}>{inner}</{span.tag}>"


def _stands(delimiter: str, left: str, inner: str, right: str) -> bool:
    """Say whether a delimiter opens and closes here, by CommonMark's rules of flanking (6.2), read strictly."""
    if delimiter in (left, inner[0], inner[-1], right):
        return False
    outside = _kind(left), _kind(right)
    inside = _kind(inner[0]), _kind(inner[-1])
    if delimiter == "_" and not all(kind in ("blank", "mark") for kind in outside):
        return False
    return "blank" not in inside and all(map(_flanks, inside, outside))


def _flanks(inside: str, outside: str) -> bool:
    return inside == "letter" or outside in ("blank", "mark")


def _kind(character: str) -> str:
    """Sort a character: blank (also nothing), punctuation mark, letter, or a symbol, on which readers disagree."""
    if not character or character.isspace():
        return "blank"
    category = unicodedata.category(character)
    if category[0] == "P" or (category[0] == "S" and character.isascii()):
        return "mark"
    return "symbol" if category[0] == "S" else "letter"
