"""A brief's plain data as Markdown with front matter: the prose below, as far as it reads back from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .frontmatter import read_markdown
from .plain import Plain
from .yaml_writer import to_yaml

SECTION = {"id", "key", "title", "body"}
Data = Mapping[str, Plain]


def to_markdown(data: Data) -> str:
    """Write front matter between two lines of `---`, then the title, the bottom line, the background, sections.

    What would read back as something else from below, such as prose with a heading of level 2, stays above.
    """
    chapters = {name: text for name, text in _chapters(data) if _reads_back(text, {name: data[name]})}
    above, below = _parted(data.get("sections", ()))
    left = {**data, "sections": above} if below else data
    front = {name: value for name, value in left.items() if name not in chapters and value != []}
    return "\n".join([f"---\n{to_yaml(front)}---\n", *(f"{text}\n" for text in (*chapters.values(), *below))])


def _chapters(data: Data) -> Iterator[tuple[str, str]]:
    """Give the text that each field would be below the front matter."""
    forms = {"title": "# {}", "bottom_line": "{}", "background": "## Background\n\n{}"}
    return ((name, form.format(data[name])) for name, form in forms.items() if name in data)


def _parted(sections: Plain) -> tuple[list[Plain], list[str]]:
    """Give the sections that must stay above, and the texts of those after them; their order is kept."""
    above: list[Plain] = list(sections) if isinstance(sections, Sequence) else []
    below: list[str] = []
    while above and isinstance(section := above[-1], Mapping) and _stands_below(section):
        below.insert(0, _section(section))
        above.pop()
    return above, below


def _stands_below(section: Data) -> bool:
    return section.keys() <= SECTION and _reads_back(_section(section), {"sections": [section]})


def _section(section: Data) -> str:
    key = f"#{section['key']} " if "key" in section else ""
    heading = f"## {section['title']} {{{key}id={section['id']}}}"
    return f"{heading}\n\n{section['body']}" if "body" in section else heading


def _reads_back(text: str, expected: Data) -> bool:
    """Tell whether a chapter, with another one below it, is read as what was written."""
    found = read_markdown(f"---\n---\n{text}\n\n## .\n", "").value
    return isinstance(found, dict) and _bare(found) == _bare(
        {**expected, "sections": [*_list(expected), {"title": "."}]}
    )


def _list(data: Data) -> Sequence[Plain]:
    return data.get("sections", [])  # type: ignore[return-value]


def _bare(value: Plain) -> Plain:
    """Give data without empty fields and without the white space around text, which reading takes away."""
    match value:
        case str():
            return value.strip()
        case Mapping():
            return {name: bare for name, item in value.items() if (bare := _bare(item)) not in (None, "")}
        case Sequence():
            return [_bare(item) for item in value]
    return value
