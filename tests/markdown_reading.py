"""What a Markdown file says, as readers see it: nested tuples of blocks, and runs of characters with their styles."""

import json
import re

import pypandoc
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
_TAGS = {"strong": "strong", "em": "em", "del": "del", "s": "del", "sup": "sup", "sub": "sub"}


def runs(characters):
    """Join (text, styles) into runs; blanks collapse and have no style, for it cannot be seen."""
    out = []
    for text, styles in characters:
        for character in text:
            blank = character in " \t"
            style = () if blank or character == "\n" else tuple(sorted(styles))
            if blank and (not out or out[-1][0] in (" ", "\n")):
                continue
            out.append((" " if blank else character, style))
    while out and out[-1][0] in (" ", "\n"):
        out.pop()
    while out and out[0][0] in (" ", "\n"):
        out.pop(0)
    return tuple((c, s) for i, (c, s) in enumerate(out) if not (c == " " and out[i + 1][0] == "\n"))


# --- markdown-it --------------------------------------------------------------------------------------------------


def read(markdown):
    """Parse Markdown with markdown-it into nested tuples."""
    return _blocks(SyntaxTreeNode(READER.parse(markdown)).children)


def _blocks(nodes):
    return [block for node in nodes for block in _block(node)]


def _block(node):
    match node.type:
        case "heading":
            return [("heading", int(node.tag[1]), _inline(node))]
        case "paragraph":
            return [("paragraph", _inline(node))]
        case "bullet_list":
            return [("bullets", [_blocks(item.children) for item in node.children])]
        case "ordered_list":
            return [("numbers", int(node.attrs.get("start", 1)), [_blocks(item.children) for item in node.children])]
        case "blockquote":
            return [("quote", _blocks(node.children))]
        case "fence" | "code_block":
            return [("code", node.info, node.content)]
        case "hr":
            return [("rule",)]
        case "table":
            rows = [row for part in node.children for row in part.children]
            return [("table", [[_inline(cell) for cell in row.children] for row in rows])]
        case "footnote_block":
            return [("notes", [_blocks(n for n in note.children) for note in node.children])]
        case "html_block" if node.content.strip() == "<!-- -->":
            return []
    raise AssertionError(f"unexpected {node.type}: {node.to_tokens()}")


def _inline(node):
    return runs(_characters(node.children[0].children, [])) if node.children else ()


def _characters(nodes, styles):
    for node in nodes:
        match node.type:
            case "text":
                yield node.content, styles
            case "code_inline":
                yield node.content, [*styles, "code"]
            case "strong" | "em" | "s":
                yield from _characters(node.children, [*styles, _TAGS[node.type]])
            case "link":
                yield from _characters(node.children, [*styles, f"link:{node.attrs['href']}"])
            case "softbreak" | "hardbreak":
                yield "\n", ()
            case "footnote_ref":
                yield f"<{node.meta['id'] + 1}>", styles
            case "html_inline":
                styles = _tagged(node.content, styles)
                if node.content == "<br>":
                    yield "\n", ()
            case _:
                raise AssertionError(f"unexpected {node.type}")


def _tagged(tag, styles):
    name = re.match(r"</?(\w+)", tag)[1]
    if name in ("br", "a", "abbr"):
        return styles
    if tag.startswith("</"):
        assert styles[-1] == _TAGS[name], (tag, styles)
        return styles[:-1]
    return [*styles, _TAGS[name]]


# --- pandoc -------------------------------------------------------------------------------------------------------


def read_with_pandoc(markdown):
    """Parse Markdown with pandoc's reader of GitHub's dialect; give its blocks as pandoc's JSON."""
    return json.loads(pypandoc.convert_text(markdown, "json", format="gfm"))["blocks"]


def said(node):
    """Say what a pandoc node says: its strings in order; anything that is more than text as its kind in brackets."""
    return _said(node, lambda kind: f"<{kind}>")


def words(node):
    """Say the words of a pandoc node, whatever kinds of node they stand in."""
    return _said(node, lambda kind: "").strip()


def _said(node, tell):
    if isinstance(node, list):
        return "".join(_said(below, tell) for below in node)
    if not isinstance(node, dict):
        return ""
    match node["t"]:
        case "Str":
            return node["c"]
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "\n"
        case "Plain" | "Para":
            return _said(node["c"], tell)
        case "Code":
            return node["c"][1]
        case "RawInline" if node["c"][1] == "<br>":
            return "\n"
    return tell(node["t"]) + _said(node.get("c"), tell)
