"""Inlines to words: one function a node, in the order of the node list."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from ...document import nodes as n
from ...document.walk import plain_text
from .grid import STANCES
from .marks import BadgeMark, Tint, has_marker
from .styles import RAISED, Look
from .tagging import Element, language_entry, text_string
from .words import Words

if TYPE_CHECKING:
    from .job import Job

SAFE_SCHEMES = ("http://", "https://", "mailto:")
CITATION_SIZE, CITATION_LEAST = 0.78, 7.0
LABEL_GAP, LABEL_BELOW = 5.0, 9.0
"""What stands before a label beyond a space, in text smaller than prose."""
SIGN_SIDES = 3.0


class Run:
    """Where a run of inlines goes: the words gathered, the look, and the element that holds it."""

    __slots__ = ("job", "look", "owner", "words")

    def __init__(self, job: Job, words: Words, look: Look, owner: Element | None = None) -> None:
        self.job = job
        self.words = words
        self.look = look
        self.owner = owner

    def within(self, look: Look | None = None, owner: Element | None = None) -> Run:
        """Go on with another look or within another element."""
        return Run(self.job, self.words, look or self.look, owner or self.owner)

    def text(self, text: str) -> None:
        """Add text in this look."""
        self.words.text(self.job.styles.pen(self.look), self.owner, text)

    def element(self, tag: str, entries: str = "") -> Element:
        """Make an element that holds what comes next."""
        return Element(tag, self.owner or self.words.element, entries, attach=False)


def set_inlines(inlines: n.Inlines, run: Run) -> None:
    """Add inlines to a paragraph's words."""
    for node in inlines:
        attrs = node.attrs
        if attrs is n.NO_ATTRS:
            _KINDS.get(type(node), set_inline)(node, run)
            continue
        if attrs.id:
            run.words.anchor(attrs.id)
        spoken = run.within(owner=run.element("Span", language_entry(attrs.language))) if attrs.language else run
        set_inline(node, spoken)


@singledispatch
def set_inline(node: n.Inline, run: Run) -> None:
    """Add an inline to a paragraph's words."""
    raise TypeError(f"the PDF backend has no way to show {type(node).__name__}")


_KINDS = set_inline.registry
"""The functions by the very class of a node, found sooner than by way of its bases."""


@set_inline.register
def _(node: n.Text, run: Run) -> None:
    run.words.node = node
    run.text(node.text)


@set_inline.register
def _(node: n.Strong, run: Run) -> None:
    set_inlines(node.inlines, run.within(run.look.strong()))


@set_inline.register
def _(node: n.Emphasis, run: Run) -> None:
    set_inlines(node.inlines, run.within(run.look.emphasised()))


@set_inline.register
def _(node: n.Superscript, run: Run) -> None:
    set_inlines(node.inlines, run.within(run.look.script(RAISED)))


@set_inline.register
def _(node: n.Subscript, run: Run) -> None:
    set_inlines(node.inlines, run.within(run.look.script(-0.16)))


@set_inline.register
def _(node: n.Strikeout, run: Run) -> None:
    set_inlines(node.inlines, run.within(run.look._replace(strike=True)))


@set_inline.register
def _(node: n.Code, run: Run) -> None:
    run.words.node = node
    code = run.job.styles.style("code").look
    look = run.look._replace(font=code.font, size=run.look.size * 0.94)
    run.within(look, run.element("Code")).text(node.text)


@set_inline.register
def _(node: n.Link, run: Run) -> None:
    if not node.url.lower().startswith(SAFE_SCHEMES):
        run.job.shaper.report(
            "unsafe-link",
            f"the link to {node.url!r} is left out, its text kept",
            node,
            "only http, https and mailto lead out of a document",
        )
        set_inlines(node.inlines, run)
        return
    set_inlines(node.inlines, link_to(node.url, run, node.title))


def link_to(target: str, run: Run, said: str = "") -> Run:
    """Go on within a link, underlined; `target` is an address, or `#` and an anchor."""
    look = run.look._replace(colour="accent", underline=True)
    return run.within(look, link_element(target, run, said))


def link_element(target: str, run: Run, said: str = "") -> Element:
    """Make a link's element; `said` is where it leads, if its words do not say it."""
    element = run.element("Link")
    element.link, element.said = target, said
    return element


@set_inline.register
def _(node: n.Image, run: Run) -> None:
    from .images import inline_picture

    inline_picture(node, run)


@set_inline.register
def _(node: n.Note, run: Run) -> None:
    reference = run.element("Reference")
    inner = run.within(run.look._replace(font="sans", weight=600, colour="accent").script(RAISED), reference)
    footnote = run.job.footnote(node, reference)
    element = link_element(f"#{run.job.note_anchor(node)}", inner)
    pen = run.job.styles.pen(inner.look)
    run.words.glued(pen, element, node.number or "*")
    if footnote is not None:
        run.words.current(pen).more().notes.append(footnote)


@set_inline.register
def _(node: n.Citation, run: Run) -> None:
    if run.job.document.settings.citation_style != "numeric":
        set_inlines(node.inlines, run)  # words of the sentence, or of a note
        return
    run.words.glue()
    size = max(run.look.size * CITATION_SIZE, min(CITATION_LEAST, run.look.size))
    look = run.look._replace(font="sans", weight=600, size=size, colour="accent", italic=False)
    inner = run.within(look)
    for part in node.inlines:
        match part:
            case n.Reference(target=target):
                run.job.pointed(target, node)
                _keep_together(part.inlines, inner.within(owner=link_element(f"#{target}", inner)))
            case _:
                set_inlines((part,), inner)


def _keep_together(inlines: n.Inlines, run: Run) -> None:
    pen = run.job.styles.pen(run.look)
    for node in inlines:
        if isinstance(node, n.Text):
            run.words.glued(pen, run.owner, node.text)
        else:
            set_inlines((node,), run)


@set_inline.register
def _(node: n.Reference, run: Run) -> None:
    run.job.pointed(node.target, node)
    set_inlines(node.inlines or (n.Text(node.target),), link_to(f"#{node.target}", run, node.title))


@set_inline.register
def _(node: n.Badge, run: Run) -> None:
    styles, style = run.job.styles, run.job.styles.style("badge")
    look = style.look
    if node.kind == "draft" and node.value == "draft":
        look = look._replace(colour="#FFFFFF")
    elif node.kind == "likelihood" and node.value not in ("ranked", "conditional", "not assessed"):
        look = look._replace(colour="accent")
    pen, words = styles.pen(look), run.words
    element = run.element("Span", f"/ActualText{text_string(node.heard)}" if node.heard else "")
    before = 0.5 * look.size + (1.13 * look.size if has_marker(node.kind) else 0)
    words.node = node
    if run.look.weight >= 600 and run.look.size > 12:
        words.widen(0.4 * run.look.size)
    start = words.current(pen).width
    words.gap(pen, element, before)
    words.glued(pen, element, node.text)
    words.gap(pen, element, 0.5 * look.size)
    colours = (styles.colour(name) for name in ("ink", "mute", "accent", "tint"))
    word = words.current(pen)
    word.more().marks.append((start, BadgeMark(node.kind, node.value, word.width - start, look.size, *colours)))


@set_inline.register
def _(node: n.Abbreviation, run: Run) -> None:
    run.words.node = node
    run.within(owner=run.element("Span", f"/E{text_string(node.expansion)}")).text(node.text)


@set_inline.register
def _(node: n.SoftBreak, run: Run) -> None:
    run.words.space(run.job.styles.pen(run.look))


@set_inline.register
def _(node: n.LineBreak, run: Run) -> None:
    run.words.line_break(run.job.styles.pen(run.look))


@set_inline.register
def _(node: n.Span, run: Run) -> None:
    look = run.look
    for name in node.attrs.classes:
        look = run.job.span_look(name, look)
    if "label" in node.attrs.classes and run.look.size < LABEL_BELOW:
        run.words.widen(LABEL_GAP)
    if tint := next((name for name in node.attrs.classes if name in STANCES), ""):
        _tinted(node, run.within(look), tint)
        return
    set_inlines(node.inlines, run.within(look))


def _tinted(node: n.Span, run: Run, tint: str) -> None:
    """Set a stance's sign on its colour, as in a legend."""
    styles, words = run.job.styles, run.words
    pen = styles.pen(run.look)
    words.widen(LABEL_GAP)
    word = words.current(pen)
    start = word.width
    words.gap(pen, None, SIGN_SIDES)
    words.glued(pen, run.owner, plain_text(node.inlines))
    words.gap(pen, None, SIGN_SIDES)
    colour = styles.colour(tint if tint in styles.colours else "panel")
    words.current(pen).more().marks.append((start, Tint(word.width - start, run.look.size, colour)))


@set_inline.register
def _(node: n.Comment, run: Run) -> None:
    if run.job.options.comments:
        said = f"[{node.author}: {node.text}]" if node.author else f"[{node.text}]"
        look = run.look._replace(font="sans", colour="counter", size=run.look.size * 0.85)
        run.within(look).text(said)
