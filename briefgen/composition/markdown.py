"""The Markdown of templates: that of long prose, with fenced divs and attributes, and without indented code."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..prose.markdown import make_parser

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_FENCE = re.compile(r":{3,}[ \t]*(?P<kind>[\w-]*)[ \t]*(?P<attributes>\{[^{}]*\})?[ \t]*")
_CODE = re.compile(r"(`{3,}|~{3,})")
_BRACES = re.compile(r"[ \t]*\{([ \t]*(?:[#.]|[\w-]+=)[^{}]*)\}[ \t]*$")


@cache
def parser() -> MarkdownIt:
    """Make the reader of templates. What is indented in a template is so for its author's eye, and is no code."""
    md = make_parser()
    md.disable("code")
    md.block.ruler.before("fence", "div", div, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.core.ruler.after("block", "heading_attributes", heading_attributes)
    return md


def heading_attributes(state: StateCore) -> None:
    """Take `{#id .class}` off the end of headings."""
    for opening, inline in zip(state.tokens, state.tokens[1:]):
        if opening.type == "heading_open" and (found := _BRACES.search(inline.content)):
            opening.meta["attributes"] = found[1]
            inline.content = inline.content[: found.start()]


def div(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read `::: kind {#id .class}` to the `:::` that closes it; fences of one length nest."""
    line = _line(state, start_line)
    if not line.startswith(":::"):
        return False
    if silent:
        return True
    opening = _FENCE.fullmatch(line)
    end = _closing(state, start_line, end_line) if opening and _opens(opening) else start_line
    token = state.push("div_open", "div", 1)
    token.map = [start_line, end]
    token.meta = {
        "line": line,
        "wrong": "syntax" if not opening else "stray" if end == start_line else "unclosed" if end >= end_line else "",
        "kind": opening["kind"] if opening else "",
        "attributes": (opening["attributes"] or "{}")[1:-1] if opening else "",
    }
    _within(state, start_line + 1, min(end, end_line))
    state.push("div_close", "div", -1)
    state.line = min(end + 1, end_line) if end > start_line else start_line + 1
    return True


def _within(state: StateBlock, start: int, end: int) -> None:
    limit, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = max(start, end), "container"
    if start < end:
        state.md.block.tokenize(state, start, end)
    state.lineMax, state.parentType = limit, parent


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t")


def _opens(fence: re.Match[str]) -> bool:
    return bool(fence["kind"] or fence["attributes"])


def _closing(state: StateBlock, start: int, end: int) -> int:
    """Find the line of the fence that closes the div opened at `start`; `end` when there is none."""
    depth, code = 1, ""
    for number in range(start + 1, end):
        line = _line(state, number)
        if line and state.sCount[number] < state.blkIndent:
            return end
        mark = _CODE.match(line)
        if mark and (not code or mark[1].startswith(code)):
            code = "" if code else mark[1]
        fence = None if code else _FENCE.fullmatch(line)
        depth += (1 if _opens(fence) else -1) if fence else 0
        if depth == 0:
            return number
    return end
