"""Lists: items with a dash, a number or a box before them, and terms with what is said of them."""

from __future__ import annotations

from ...document import nodes as n
from .flow import Flow
from .laying import lay_all
from .lines import Line
from .marks import TickBox
from .paragraphs import paragraph_style
from .strips import KEEP, WIDOW, Label, Paragraph
from .styles import Look, Style
from .tagging import Element, text_string
from .words import Word, Words

INDENT, SMALL_INDENT = 11.0, 8.0
JUDGMENT_INDENT = 20.0
NUMBER_GAP = 5.0
ABOVE = 2.0
"""The space between a paragraph and its list."""
BOX = 1.3
"""How much larger than its text a box to tick is, so that a pen finds it."""
BETWEEN = 8.0
"""The space between judgments, and between recommendations."""
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def bullet_list(node: n.BulletList, flow: Flow) -> None:
    """Set items with an en dash, or with a box to tick."""
    element = flow.job.element("L", flow.element, node, "/A<</O/List/ListNumbering/Disc>>")
    indent = INDENT if flow.role == "body" else SMALL_INDENT
    boxed = any(item.checked is not None for item in node.items)
    _items(node.items, ["–"] * len(node.items), None, flow, indent=INDENT if boxed else indent, element=element)


def ordered_list(node: n.OrderedList, flow: Flow) -> None:
    """Set items with their numbers; key judgments have theirs in the accent colour."""
    judgments = "judgments" in node.attrs.classes
    element = flow.job.element("L", flow.element, node, f"/A<</O/List/ListNumbering/{NUMBERING[node.style]}>>")
    numbers = [item_number(node.start + i, node.style) + ("" if judgments else ".") for i in range(len(node.items))]
    if judgments:
        look = flow.job.styles.style("judgment").look._replace(colour="accent")
        _items(node.items, numbers, look, flow, indent=JUDGMENT_INDENT, element=element, between=BETWEEN)
        return
    look = paragraph_style(flow.role, flow).look
    widest = max((flow.job.line(number, look).width for number in numbers[-1:] + numbers[:1]), default=0.0)
    indent, asked = max(INDENT, widest + NUMBER_GAP), "recommendations" in node.attrs.classes
    between = BETWEEN if asked else 0.0
    _items(node.items, numbers, None, flow, indent=indent, element=element, between=between, whole=asked)


NUMBERING = {
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}


def _items(
    items: tuple[n.ListItem, ...],
    labels: list[str],
    look: Look | None,
    flow: Flow,
    *,
    indent: float,
    element: Element,
    between: float = 0.0,
    whole: bool = False,
) -> None:
    after = max(flow.after, 7.0) if flow.role == "body" else flow.after
    if not flow.below_heading:
        flow.after = min(flow.after, ABOVE if flow.role == "body" else 0.0)
    loose = 3.0 if any(_paragraphs(item) > 1 for item in items) else 0.0
    for item, text in zip(items, labels):
        part = flow.job.element("LI", element, item)
        flow.anchor(item.attrs.id)
        label, body = Element("Lbl", part), Element("LBody", part)
        start = len(flow.strips)
        # what is asked stays on one page with its boxes
        floor = max(flow.floor, KEEP) if whole else flow.floor
        with flow.indented(indent, element=body), flow.set(floor=floor):
            lay_all(item.blocks, flow)
        if whole and len(flow.strips) > start:
            flow.strips[-1].level = flow.floor
        drawn = look or _text_look(flow, start)
        line = flow.job.line(text, drawn, label)
        if item.checked is not None:
            line = _tick_box(item.checked, drawn, flow, label)
        flow.attach(start, Label(line, flow.x, label))
        flow.after = between or loose
    flow.after = after


def _text_look(flow: Flow, start: int) -> Look:
    """Give the look of an item's first line, which its label shares."""
    content = flow.strips[start].content if start < len(flow.strips) else None
    return content.style.look if isinstance(content, Paragraph) else paragraph_style(flow.role, flow).look


def _paragraphs(item: n.ListItem) -> int:
    return sum(isinstance(block, n.Paragraph) for block in item.blocks)


def _tick_box(checked: bool, look: Look, flow: Flow, label: Element) -> Line:
    # The box is drawn by a glyph, so that the label has content; a tick is drawn over it.
    label.entries += f"/ActualText{text_string('☑' if checked else '☐')}"
    look = look._replace(font="sans", size=look.size * BOX)
    line = flow.job.line("□", look, label)
    if checked:
        line.marks = ((0.5, TickBox(True, look.size * 0.62, flow.job.styles.colour("ink"))),)
    return line


def item_number(value: int, style: str) -> str:
    """Write a number as a list does.

    >>> [item_number(4, style) for style in ("decimal", "lower-alpha", "upper-roman")]
    ['4', 'd', 'IV']
    """
    if style.endswith("alpha") and value > 0:
        letters = ""
        while value:
            value, rest = divmod(value - 1, 26)
            letters = chr(97 + rest) + letters
        return letters if style.startswith("lower") else letters.upper()
    if style.endswith("roman") and 0 < value < 4000:
        written = ""
        for number, letters in ROMAN:
            while value >= number:
                written, value = written + letters, value - number
        return written if style.startswith("lower") else written.upper()
    return str(value)


def definition_list(node: n.DefinitionList, flow: Flow) -> None:
    """Set terms, each with what is said of it below."""
    element = flow.job.element("L", flow.element, node, "/A<</O/List/ListNumbering/None>>")
    style = paragraph_style(flow.role, flow)
    term_style = style._replace(look=style.look.strong(), after=0.0)
    for item in node.items:
        flow.anchor(item.attrs.id)
        part = flow.job.element("LI", element, item)
        flow.text(item.term, term_style, Element("Lbl", part), item)
        flow.keep_with_next(WIDOW)
        with flow.indented(INDENT, element=Element("LBody", part)):
            lay_all(item.blocks, flow)


def code_words(node: n.CodeBlock, style: Style, flow: Flow, element: Element) -> list[Word]:
    """Shape a block of code: its lines end where they end, and blanks before them stay."""
    words, pen = Words(flow.job.shaper, element, node), flow.job.styles.pen(style.look)
    lines = node.text.removesuffix("\n").split("\n")
    for i, written in enumerate(lines):
        line = written.expandtabs(4)
        bare = line.lstrip(" ")
        if blanks := len(line) - len(bare):
            words.glued(pen, None, " " * blanks)
        words.text(pen, None, bare)
        if i < len(lines) - 1:
            words.line_break(pen)
    return words.finish()
