"""Markdown with front matter: the front matter is the brief's data, the headings below it fill its prose.

- Text before the first `##` heading is the bottom line; a `#` heading is the title.
- A `##` heading whose words or `{#key}` name a prose field (`## Bottom line`, `## Background`) fills that field.
- Any other `##` heading begins a section of the brief; its `{#key}` becomes the section's key, and what it gives
  as `{id=costs}` or `{#financial id=costs}` the section's id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from ..errors import Diagnostic
from ..model.ids import slug
from .decode import refused
from .places import Places
from .yaml_reader import Read, read_yaml

FIELDS = ("bottom_line", "background")
_OPENING = re.compile(r"---[ \t]*(\n|$)")
_CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"(#{1,2})[ \t]+(.*?)[ \t]*#*[ \t]*")
_KEY = re.compile(r"(.*?)[ \t]*\{(?=#|id=)(?:#([^\s{}]+))?[ \t]*(?:id=([^\s{}]+))?\}")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


@frozen
class Chapter:
    """A heading of level 1 or 2 (0: what stands before any), the key and id given with it, its text and its line."""

    level: int
    title: str
    key: str
    id: str
    body: str
    line: int


def read_markdown(text: str, file: str) -> Read:
    """Read front matter and the body below it. Raises `InputError` when the front matter can't be read."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, body, line = _parted(text, file)
    read = read_yaml(front, file)
    data = {} if read.value is None else read.value
    if not isinstance(data, dict):
        raise refused(file, "wrong-type", "the front matter holds no fields", 2, "write 'title: …'")
    read.places.values.setdefault("", (1, 1))
    found = [*read.found]
    for chapter in chapters(body, line):
        found += _entered(chapter, data, read.places)
    return evolve(read, value=data, found=tuple(found))


def _parted(text: str, file: str) -> tuple[str, str, int]:
    """Give the front matter (its first line emptied, so that lines count right), the body, and its first line."""
    opening = _OPENING.match(text)
    if opening is None:
        return "", text, 1
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise refused(file, "front-matter", "the front matter that opens here is never closed", 1, "close it with ---")
    return (
        "\n" + text[opening.end() : closing.start()],
        text[closing.end() + 1 :],
        text.count("\n", 0, closing.end()) + 2,
    )


def chapters(body: str, line: int) -> Iterator[Chapter]:
    """Part a text at its headings of level 1 and 2; those within fences are none."""
    level, title, key, id, begun, held = 0, "", "", "", line, list[str]()
    for number, (row, fenced) in enumerate(_rows(body), line):
        heading = None if fenced else _HEADING.fullmatch(row)
        if heading is None:
            held.append(row)
            continue
        yield Chapter(level, title, key, id, "\n".join(held).strip("\n"), begun)
        keyed = _KEY.fullmatch(heading[2])
        level, (title, key, id) = len(heading[1]), keyed.groups("") if keyed else (heading[2], "", "")
        begun, held = number, []
    yield Chapter(level, title, key, id, "\n".join(held).strip("\n"), begun)


def _rows(body: str) -> Iterator[tuple[str, bool]]:
    """Give each line, and whether it is within a fence of code."""
    fence = ""
    for row in body.split("\n"):
        mark = _FENCE.fullmatch(row)
        yield row, bool(fence or mark)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""


def _entered(chapter: Chapter, data: dict[str, object], places: Places) -> list[Diagnostic]:
    """Put a chapter into the brief's data; a field that is filled already is a mistake."""
    found = [] if chapter.level != 1 else _filled("title", chapter.title, chapter, data, places)
    name = slug(chapter.key or chapter.title).replace("-", "_")
    if chapter.level < 2:
        return found + (_filled("bottom_line", chapter.body, chapter, data, places) if chapter.body.strip() else [])
    if name in FIELDS and not chapter.id:
        return _filled(name, chapter.body, chapter, data, places)
    return _section(chapter, data, places)


def _filled(name: str, value: str, chapter: Chapter, data: dict[str, object], places: Places) -> list[Diagnostic]:
    if data.get(name) not in (None, value):
        message = "is filled twice: above, and by the text here"
        return [
            Diagnostic("duplicate-key", message, place=Places(places.file, {"": (chapter.line, 1)}).of(""), path=name)
        ]
    data[name] = value
    places.values[name] = (chapter.line, 1)
    return []


def _section(chapter: Chapter, data: dict[str, object], places: Places) -> list[Diagnostic]:
    above = data.get("sections") or []
    sections = data["sections"] = above if isinstance(above, list) else [above]
    path = f"sections[{len(sections)}]"
    section = {"id": chapter.id or None, "title": chapter.title, "key": chapter.key or None, "body": chapter.body}
    places.values.update(dict.fromkeys((path, *(f"{path}.{name}" for name in section)), (chapter.line, 1)))
    sections.append(section)
    return []
