"""Text that attacks: in each of these strings something is markup to some format, and none may be."""

from __future__ import annotations

from ..document.nodes import BulletList, Callout, Column, Document, Row, Section, Table, TableBody, Text
from .pieces import bare_document, cell, li, p

HOSTILE = (
    "AT&T a<b </w:t></w:r>",
    "<img src='/etc/passwd'> <font color=red>x</font> <!-- --> <script>alert(1)</script>",
    "{{7*7}} {% for x in y %} {{ ''.__class__ }}",
    "| a | b | # heading 1. one - two * three _four_ `five` ~~six~~ [x](javascript:alert(1)) ![i](http://e.example/x)",
    "(\\) )( \\n \\050 %PDF ]TJ ET endstream endobj",
    "tab\there, quote \" ' and &amp; &#60; ]]> \\ $ ^ @cite [@cite] [^1] ::: div",
    "Ἑλλάς Україна Việt Nam — – ‘’ “” … € ½ −",
)


UNWRITABLE = ("nul\0here", "bell\x07escape\x1b[31m", "half \ud800 of two", "none \ufffe \U0001ffff")
"""Strings with characters that few formats can hold."""


def hostile() -> Document:
    """Make a numbered document whose every text is an attack on some format."""
    blocks = tuple(attack(text) for text in HOSTILE)
    return bare_document(
        *blocks, title=HOSTILE[0], keywords=HOSTILE, authors=HOSTILE, footer=HOSTILE[1], kind=HOSTILE[2]
    )


def attack(text: str) -> Section:
    """Put a text wherever text may stand in blocks: headings, lists, cells, captions, titles."""
    table = Table(
        (Column(), Column()),
        (TableBody((Row((cell(text), cell(text))),)),),
        head=(Row((cell(text), cell("b"))),),
        caption=(Text(text),),
    )
    callout = Callout("gap", (p(text),), title=(Text(text),))
    return Section((Text(text),), (p(text), BulletList((li(text),)), callout, table))
