"""Inlines: one function a node, in the order of the node list. Each gives runs."""

from __future__ import annotations

from ...document.nodes import (
    Abbreviation,
    Badge,
    Citation,
    Code,
    Comment,
    Emphasis,
    Image,
    LineBreak,
    Link,
    Note,
    Reference,
    SoftBreak,
    Span,
    Strikeout,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from .comments import comment
from .context import Context
from .dispatch import inlines, writes_inline
from .formatting import Look, look_properties
from .links import link, reference
from .notes import note_reference
from .pictures import picture
from .xml import PAD, run_text

_SPACE = '<w:t xml:space="preserve"> </w:t>'
_SPAN_STYLES = {
    "sign": "Sign",
    "label": "Label",
    "claim": "Claim",
    "small": "SmallWords",
    "absent": "AbsentWords",
    "who": "Name",
    "stance": "Name",
    "issue": "Name",
}
_TINTED_SIGNS = {
    "strongly-for": "SignStronglyFor",
    "for": "SignFor",
    "against": "SignAgainst",
    "strongly-against": "SignStronglyAgainst",
}
_BADGES = {
    "status": "BadgeStatus",
    "likelihood": "BadgeLikelihood",
    "confidence": "BadgeConfidence",
    "draft": "BadgeDraft",
}
# Badges that say a kind of answer, not the answer itself, look plainer than their kind.
_SPECIAL_BADGES = {
    ("likelihood", "ranked"): "BadgeStatus",
    ("likelihood", "conditional"): "BadgeConditional",
    ("likelihood", "not assessed"): "BadgeStatus",
    ("draft", "final"): "BadgeStatus",
    ("draft", "superseded"): "BadgeConditional",
}


def run(text: str, at: Context, look: Look) -> str:
    """Write a run of characters."""
    return f"<w:r>{look_properties(look)}{run_text(text, at.job.lost)}</w:r>"


@writes_inline(Image)
def _image(node: Image, at: Context, look: Look) -> str:
    return picture(node, node.alt, at)


@writes_inline(Text)
def _text(node: Text, at: Context, look: Look) -> str:
    return node.text and f"<w:r>{look_properties(look)}{run_text(node.text, at.job.lost)}</w:r>"


@writes_inline(Strong)
def _strong(node: Strong, at: Context, look: Look) -> str:
    return inlines(node.inlines, at, look._replace(bold=True))


@writes_inline(Emphasis)
def _emphasis(node: Emphasis, at: Context, look: Look) -> str:
    return inlines(node.inlines, at, look._replace(italic=True))


@writes_inline(Superscript)
def _superscript(node: Superscript, at: Context, look: Look) -> str:
    return inlines(node.inlines, at, look._replace(vertical="superscript"))


@writes_inline(Subscript)
def _subscript(node: Subscript, at: Context, look: Look) -> str:
    return inlines(node.inlines, at, look._replace(vertical="subscript"))


@writes_inline(Strikeout)
def _strikeout(node: Strikeout, at: Context, look: Look) -> str:
    return inlines(node.inlines, at, look._replace(strike=True))


@writes_inline(Code)
def _code(node: Code, at: Context, look: Look) -> str:
    return run(node.text, at, look._replace(style="VerbatimChar"))


@writes_inline(Link)
def _link(node: Link, at: Context, look: Look) -> str:
    return link(node, at, look)


@writes_inline(Note)
def _note(node: Note, at: Context, look: Look) -> str:
    return note_reference(node, at, look)


@writes_inline(Citation)
def _citation(node: Citation, at: Context, look: Look) -> str:
    if at.job.document.settings.citation_style != "numeric":
        return inlines(node.inlines, at, look)  # words of the sentence, or of a note
    return inlines(node.inlines, at, look._replace(italic=False).styled("Citation"))


@writes_inline(Reference)
def _reference(node: Reference, at: Context, look: Look) -> str:
    return reference(node, at, look)


@writes_inline(Badge)
def _badge(node: Badge, at: Context, look: Look) -> str:
    """A run with a border; figure spaces keep its words off the line. What is heard is what is read."""
    style = _SPECIAL_BADGES.get((node.kind, node.value)) or _BADGES.get(node.kind, "BadgeStatus")
    return run(f"{PAD}{node.text}{PAD}", at, look.styled(style))


@writes_inline(Abbreviation)
def _abbreviation(node: Abbreviation, at: Context, look: Look) -> str:
    """Word has no element for what an abbreviation stands for: it is said once, where the short form comes first."""
    known = at.job.expanded
    if not node.expansion or node.text in known:
        return run(node.text, at, look)
    known.add(node.text)
    return run(f"{node.text} ({node.expansion})", at, look)


@writes_inline(SoftBreak)
def _soft_break(node: SoftBreak, at: Context, look: Look) -> str:
    return f"<w:r>{look_properties(look)}{_SPACE}</w:r>"


@writes_inline(LineBreak)
def _line_break(node: LineBreak, at: Context, look: Look) -> str:
    return "<w:r><w:br/></w:r>"


@writes_inline(Span)
def _span(node: Span, at: Context, look: Look) -> str:
    classes = node.attrs.classes
    if "sign" in classes and len(classes) > 1:
        return _tinted_sign(node, at, look)
    style = next((_SPAN_STYLES[name] for name in classes if name in _SPAN_STYLES), look.style)
    return inlines(node.inlines, at, look.styled(style))


def _tinted_sign(node: Span, at: Context, look: Look) -> str:
    """A sign in a legend has the tint of its stance: `sign for`."""
    style = next((_TINTED_SIGNS[name] for name in node.attrs.classes if name in _TINTED_SIGNS), "SignOther")
    tinted = look.styled(style)
    pad = run(PAD, at, tinted)
    return f"{pad}{inlines(node.inlines, at, tinted)}{pad}"


@writes_inline(Comment)
def _comment(node: Comment, at: Context, look: Look) -> str:
    return comment(node, at)
