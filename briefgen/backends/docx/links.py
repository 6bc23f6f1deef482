"""Links out of the document, and references within it: REF fields where Word can repeat the words, else links."""

from __future__ import annotations

import re
from functools import lru_cache

from ...document.nodes import Link, Reference
from ...document.walk import plain_text
from .anchors import bookmark_name
from .context import Context
from .dispatch import inlines
from .fields import field
from .formatting import Look
from .xml import escape

_ADDRESS = re.compile(r"(?i:https?://[^\s/?#\[\]@:\\]+(:[0-9]{1,5})?([/?#]\S*)?|mailto:[^\s@]+@[^\s@]+)")
# What an address may hold only as %XX (RFC 3986, 2.1); letters of other scripts may stand (OPC part 2, A.1).
_UNSAFE = re.compile('[\\x00-\\x20"<>\\\\^`{|}\\x7f-\\xa0]|%(?![0-9A-Fa-f]{2})')
_LONGEST = 2000
_LONGEST_TIP = 250


def link(node: Link, at: Context, look: Look) -> str:
    """Write a link; an address that Word must not follow leaves its words, and a finding."""
    target = address(node.url)
    if look.linked or not target:
        if not target:
            at.job.report("unsafe-link", f"the address {node.url[:80]!r} is no http, https or mailto link", node)
        return inlines(node.inlines, at, look)
    relation = at.relations.to("hyperlink", escape(target, at.job.lost), outside=True)
    content = inlines(node.inlines, at, look._replace(style="Hyperlink", linked=True))
    return f'<w:hyperlink r:id="{relation}" w:history="1"{_tip(node, at)}>{content}</w:hyperlink>'


def _tip(node: Link | Reference, at: Context) -> str:
    return f' w:tooltip="{escape(node.title[:_LONGEST_TIP], at.job.lost)}"' if node.title else ""


@lru_cache(maxsize=4096)
def address(url: str) -> str:
    """Give an address as a relationship may name it; nothing for what is not http, https or mailto.

    >>> address("https://example.org/a b"), address("javascript:alert(1)")
    ('https://example.org/a%20b', '')
    """
    if len(url) > _LONGEST:
        return ""
    safe = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8")), url.strip())
    return safe if _ADDRESS.fullmatch(safe) else ""


def reference(node: Reference, at: Context, look: Look) -> str:
    """Write a reference: a REF field to a caption or heading that it repeats, else a link to the bookmark."""
    if look.linked:
        return inlines(node.inlines, at, look)
    name = bookmark_name(node.target)
    label = at.job.label(node.target) if look.style != "Citation" else None
    if label is not None and label == plain_text(node.inlines):
        # MERGEFORMAT: an update keeps the look of a link
        return field(f"REF {name} \\h \\* MERGEFORMAT", inlines(node.inlines, at, look._replace(style="Hyperlink")))
    style = "Citation" if look.style == "Citation" else "Hyperlink"
    content = inlines(node.inlines, at, look._replace(style=style, linked=True))
    return f'<w:hyperlink w:anchor="{name}" w:history="1"{_tip(node, at)}>{content}</w:hyperlink>'
