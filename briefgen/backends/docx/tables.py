"""Tables of data: repeated heads, rows that stay whole, spans, row heads and tints."""

from __future__ import annotations

from collections.abc import Iterator

from ...document.nodes import Table
from ...document.walk import plain_text
from ...errors import RenderError, Severity
from ...themes import Theme
from .captions import caption
from .context import Context, diagnostic
from .formatting import border
from .grid import Sample, column_widths, is_lower, sample, table_look, table_start
from .paragraphs import CELL_ROLES
from .rows import PADDING, Frame, rows
from .styles.style import colour
from .xml import escape

_MOST_COLUMNS = 63  # Word's own limit
_SHORT, _LONG = 4, 12  # rows: surely under a third of a page, surely over it


def table(node: Table, at: Context) -> str:
    """Write a table below its caption; raises `RenderError` for more columns than Word can hold."""
    return caption(node, at) + written_table(node, at, title=plain_text(node.caption))


def written_table(node: Table, at: Context, *, title: str = "", about: str = "") -> str:
    """Write the table alone, nothing where it has no rows; `title` and `about` are its alternative text."""
    if not 0 < len(node.columns) <= _MOST_COLUMNS:
        message = f"a table has {len(node.columns)} columns; Word holds 1 to {_MOST_COLUMNS}"
        raise RenderError([diagnostic("table-columns", message, Severity.ERROR, node)])
    wide = at.cell or "wide" in node.attrs.classes
    width = at.width if wide else min(at.width, at.job.theme.page.text)
    frame = _frame(node, at, width)
    style = "PositionMatrix" if frame.flush else "BriefTable"
    start = table_start(
        style,
        frame.widths,
        at,
        look=table_look(head=bool(node.head), row_heads=bool(node.row_heads)),
        borders=_group_borders(node, at.job.theme),
        about=_about(title, about, at),
    )
    written = "".join(_all_rows(frame, node, at.job.theme))
    return f"{start}{written}</w:tbl>" if written else ""


def _about(title: str, about: str, at: Context) -> str:
    lost = at.job.lost
    return "".join(
        f'<w:{name} w:val="{escape(words, lost)}"/>'
        for name, words in (("tblCaption", title), ("tblDescription", about))
        if words
    )


def _group_borders(node: Table, theme: Theme) -> str:
    """Where rows form groups, a hair parts the rows of one group."""
    if len(node.bodies) < 2:
        return ""
    return f"<w:tblBorders>{border('insideH', 0.5, colour(theme, 'hair'))}</w:tblBorders>"


def _frame(node: Table, at: Context, width: float) -> Frame:
    seen = sample(node)
    widths = column_widths(node, width, seen)
    inside = at._replace(roles=CELL_ROLES, cell=True, base=0.0, indent=0.0, level=0, keep=False)

    def place(column: int, style: str) -> Context:
        room = max(widths[column] - PADDING, 1.0)
        return inside._replace(style=style, width=room, align=node.columns[column].align)

    columns = range(len(widths))
    return Frame(
        widths=widths,
        head=[place(i, "TableHead") for i in columns] if node.head else [],
        text=[place(i, "TableRowHead" if i < node.row_heads else "TableText") for i in columns],
        flush="matrix" in node.attrs.classes,
        kept=_kept(node, seen, widths, at),
    )


def _kept(node: Table, seen: Sample, widths: list[float], at: Context) -> int:
    """A table under a third of the page stays whole; of any other the head stays with two rows."""
    count = len(node.head) + sum(len(body.rows) for body in node.bodies) + len(node.foot)
    short = count <= _SHORT or (count <= _LONG and is_lower(seen, widths, at.job.theme.page.height / 3))
    if short:
        return count if at.keep else count - 1
    return min(count - 1, len(node.head) + 1)


def _all_rows(frame: Frame, node: Table, theme: Theme) -> Iterator[str]:
    """Write the head, then each group of rows below its own rule, then the foot."""
    yield from rows(node.head, frame, head=True)
    written = len(node.head)
    group = border("top", 0.5, colour(theme, "rule"))
    for i, body in enumerate(node.bodies):
        yield from rows(body.rows, frame, written=written, above=group if i else "")
        written += len(body.rows)
    yield from rows(node.foot, frame, written=written, above=border("top", 0.5, colour(theme, "mute")))
