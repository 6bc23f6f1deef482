"""Text that can never become markup: as few backslashes as CommonMark, GitHub and pandoc (`-f gfm`) allow.

What is markup hangs on the characters around it: `AT&T`, `a < b`, `snake_case` and `[2]` need no backslash, `&amp;`,
`<b>`, `*this*` and `[x](y)` do. Where a neighbour is not known, the character is escaped.
"""

from __future__ import annotations

import re

_TEXT = r"""
      \\ (?= [!-/:-@\[-`{-~] | \s* $ )         # would escape what follows, or end the line
    | [`~*_$]                                  # code, struck out, emphasis, mathematics: the neighbours decide
    | < (?= [A-Za-z/!?] | $ )                  # a tag, a comment, an address
    | & (?= \#?[0-9A-Za-z]+; )                 # an entity
    | \[ (?= [\^!] ) | (?<=\^) \[              # a note, an alert
    | \] (?= \( )                               # a link
    | [!^] (?= $ )                             # a picture or a note, when a link follows
    | : (?= // )                               # an address that GitHub would make a link, …
    | (?<= [Ww]{3} ) \. | (?<= [\w.+-] ) @ (?= \w )
    | : (?= (?= [0-9_+-]*[a-z] | (?: 100 | 1234 | [+-]1 ) : ) [a-z0-9_+-]{1,40} : )   # an emoji by its name
"""
_SPECIAL = re.compile(_TEXT, re.VERBOSE)
_SPECIAL_IN_LINK = re.compile(_TEXT + r"| [\[\]]", re.VERBOSE)
_DEFINITION = re.compile(r"^\[(?=(?:\\.|[^\[\]\\])*\]:)", re.MULTILINE | re.DOTALL)

_LINE_START = re.compile(
    r"""
      \#{1,6} (?= [ \t] | $ )                  # a heading
    | [-+*] (?= [ \t] | $ | \[ )               # a list; pandoc takes a tick box without a blank
    | >                                        # a quotation
    | [-:|=] (?= [-:|= \t]* $ )                # a rule, the line below a heading or below a table's head
    | \[ (?= [ xX]\] )                         # a tick box
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=[ \t\[]|$)", re.ASCII)


def escape(text: str, before: str = "", after: str = "", *, in_link: bool = False) -> str:
    r"""Escape a text between two characters of the source (empty where nothing stands).

    >>> escape("AT&T <b> [2] [x](y) snake_case *this* 5 * 3 costs $5")
    'AT&T \\<b> [2] [x\\](y) snake_case \\*this\\* 5 * 3 costs $5'
    """
    special = _SPECIAL_IN_LINK if in_link else _SPECIAL
    escaped = special.sub(lambda match: _escape_one(match, before, after), text)
    # After a note's sign: a link, or the note's own text.
    return f"\\{escaped}" if before == "]" and text[:1] in (":", "(") else escaped


def _escape_one(match: re.Match[str], before: str, after: str) -> str:
    mark, text = match[0], match.string
    left = text[match.start() - 1] if match.start() else before
    right = text[match.end()] if match.end() < len(text) else after
    return mark if _harmless(mark, left, right) else f"\\{mark}"


def _harmless(mark: str, left: str, right: str) -> bool:
    """Say whether a mark whose meaning hangs on its neighbours has none between these two."""
    match mark:
        case "*":
            return left.isspace() and right.isspace()
        case "_":
            return left.isalnum() and right.isalnum()
        case "$":
            # Mathematics ends with a dollar sign that follows a character.
            return right != "$" and left in ("", " ", "\t")
        case "!" | "^":
            return right != "["
    return False


def escape_line_start(line: str) -> str:
    r"""Escape what would begin a block at the start of an escaped line.

    >>> escape_line_start("1. one"), escape_line_start("# two"), escape_line_start("-3 degrees")
    ('1\\. one', '\\# two', '-3 degrees')
    """
    if _LINE_START.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line) if _NUMBERED.match(line) else line


def escape_definitions(paragraph: str) -> str:
    r"""Keep a paragraph from being a link's definition, which readers swallow.

    >>> escape_definitions("[a]: b")
    '\\[a]: b'
    """
    return _DEFINITION.sub(r"\\[", paragraph)


def escape_address(url: str) -> str:
    """Write an address so that it ends where it ends; what an address may not hold is percent-encoded."""
    encoded = re.sub(r"[\x00-\x20\x7f<>\\\"`|^{}]", lambda match: f"%{ord(match[0]):02X}", url)
    encoded = re.sub(r"&(?=#?[0-9A-Za-z]+;)", r"\\&", encoded)
    return encoded if _balanced(encoded) else re.sub(r"([()])", r"\\\1", encoded)


def _balanced(text: str) -> bool:
    depth = 0
    for mark in re.findall(r"[()]", text):
        depth += 1 if mark == "(" else -1
        if depth < 0:
            return False
    return depth == 0


def attribute(value: str) -> str:
    """Write the value of an HTML attribute, quotes included."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return f'"{escaped}"'
