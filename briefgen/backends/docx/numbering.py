"""Lists: one definition a kind of list, one instance a list, so that each list counts on its own."""

from __future__ import annotations

from collections.abc import Sequence

from ...themes import Theme
from .formatting import fonts, numbering, run_properties
from .styles.paragraphs import (
    BULLET_INDENT,
    BULLETS,
    JUDGMENT_INDENT,
    JUDGMENTS,
    LIST_STEP,
    NUMBER_INDENT,
    NUMBERS,
)
from .styles.style import colour
from .units import twips
from .xml import DECLARATION, NAMESPACES

LEVELS = 9
# The definitions' numbers; ordered lists are found by their style's name.
DEFINITIONS = {
    "bullet": 0,
    "decimal": 1,
    "lower-alpha": 2,
    "upper-alpha": 3,
    "lower-roman": 4,
    "upper-roman": 5,
    "judgments": 6,
    "headings": 7,
    "boxes": 8,
}
_FORMATS = {
    "decimal": ("decimal", "%{}."),
    "lower-alpha": ("lowerLetter", "%{})"),
    "upper-alpha": ("upperLetter", "%{}."),
    "lower-roman": ("lowerRoman", "%{}."),
    "upper-roman": ("upperRoman", "%{}."),
}
HEADINGS_LIST = 1
_FIXED = {"headings": HEADINGS_LIST, "bullet": BULLETS, "decimal": NUMBERS, "judgments": JUDGMENTS}


class Lists:
    """The lists of one document, in the order in which they are opened, after those of the styles."""

    def __init__(self, house: Sequence[str] = ()) -> None:
        """Begin with the lists of the styles, then those of a house file."""
        self._instances = [*(_instance(number, DEFINITIONS[kind]) for kind, number in _FIXED.items()), *house]

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self._instances)

    def open(self, kind: str, level: int = 0, start: int | None = None) -> int:
        """Begin a list and give its number; an ordered list counts from `start`."""
        number = len(self._instances) + 1
        self._instances.append(_instance(number, DEFINITIONS[kind], level, start))
        return number

    def xml(self) -> str:
        """Write the lists, to stand behind the definitions."""
        return "".join(self._instances)


def _instance(number: int, definition: int, level: int = 0, start: int | None = None) -> str:
    restart = (
        "" if start is None else (f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>')
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{restart}</w:num>'


def list_indent(kind: str, level: int) -> tuple[float, float]:
    """Give where a list's text stands and how far its mark hangs out to the left, in points."""
    if kind == "judgments":
        return JUDGMENT_INDENT, JUDGMENT_INDENT
    own = BULLET_INDENT if kind in ("bullet", "boxes") else NUMBER_INDENT
    return LIST_STEP * level + own, own


def numbering_head(theme: Theme) -> str:
    """Write the numbering part up to where the lists of a document follow."""
    numbered = [_numbers(kind) for kind in _FORMATS]
    definitions = [_bullets(theme), *numbered, _judgments(theme), _headings(), _boxes()]
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{''.join(definitions)}"


NUMBERING_TAIL = "</w:numbering>"


def _bullets(theme: Theme) -> str:
    look = f"<w:rPr>{fonts('major')}{run_properties(colour=colour(theme, 'ink'))}</w:rPr>"
    return _definition("bullet", [_level("bullet", i, "bullet", "–", look) for i in range(LEVELS)])


def _numbers(kind: str) -> str:
    number_format, text = _FORMATS[kind]
    return _definition(kind, [_level(kind, i, number_format, text.format(i + 1)) for i in range(LEVELS)])


def _judgments(theme: Theme) -> str:
    look = f"<w:rPr>{run_properties(colour=colour(theme, 'accent'))}</w:rPr>"
    return _definition("judgments", [_level("judgments", i, "decimal", f"%{i + 1}", look) for i in range(LEVELS)])


def _headings() -> str:
    levels = []
    for i in range(LEVELS):
        number = ".".join(f"%{n + 1}" for n in range(i + 1))
        text = f'<w:suff w:val="space"/><w:lvlText w:val="{number}"/>'
        levels.append(_level_xml(i, "decimal", text, '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'))
    return _definition("headings", levels)


def _boxes() -> str:
    """Make a list whose items bring their own marks: boxes to tick, which are text.

    The mark that nobody sees is there because pandoc joins items that have none.
    """
    levels = []
    for i in range(LEVELS):
        text = '<w:suff w:val="nothing"/><w:lvlText w:val="\u200b"/>'
        levels.append(_level_xml(i, "bullet", text, _place("boxes", i)))
    return _definition("boxes", levels)


def _definition(kind: str, levels: list[str]) -> str:
    number = DEFINITIONS[kind]
    # Word tells definitions apart by nsid when text is pasted between documents (17.9.15).
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="B21EF6{number:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _level(kind: str, level: int, number_format: str, text: str, look: str = "") -> str:
    return _level_xml(level, number_format, f'<w:lvlText w:val="{text}"/>', f"{_place(kind, level)}{look}")


def _place(kind: str, level: int) -> str:
    left, hanging = list_indent(kind, level)
    return f'<w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/></w:pPr>'


def _level_xml(level: int, number_format: str, text: str, shape: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{text}'
        f'<w:lvlJc w:val="left"/>{shape}</w:lvl>'
    )


def numbered(number: int, level: int) -> str:
    """Put a paragraph into a list; Word knows nine levels."""
    return numbering(number, min(level, LEVELS - 1))
