"""From a file, a text or a mapping to a brief that knows where everything stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path

from attrs import evolve, field, frozen

from ..errors import Diagnostic, InputError, at_fault
from ..model import Brief
from ..model.describe import field_at, holds_prose
from ..model.fields import LINK, build
from ..model.mistakes import in_order, shown
from .beside import own_bibliographies
from .clean import cleaned
from .decode import LARGEST, decoded, form_of
from .frontmatter import read_markdown
from .house import in_house
from .places import Places
from .project import Project, find_project
from .shared import Shared
from .texts import own_texts
from .yaml_reader import Read, read_yaml

FORMAT = 1


@frozen
class Loaded:
    """A brief, the place of everything in it, the warnings that its reading gave, and the project it stands in."""

    brief: Brief
    places: Places = field(factory=Places)
    diagnostics: tuple[Diagnostic, ...] = ()
    project: Project | None = None


def load(path: str | PathLike[str]) -> Loaded:
    """Read a brief from a file: YAML, JSON, or Markdown with front matter (`.md`, `.markdown`).

    What the `briefgen.toml` of its folder, or of one above, gives to every brief is filled in.
    Raises `InputError` with every mistake in it, and `OSError` when the file can't be opened.
    """
    with Path(path).open("rb") as file:
        data = file.read(LARGEST + 1)
    return _loaded(_read(data, fspath(path), form_of(Path(path))), find_project(Path(path).parent))


def loads(data: bytes | str, file: str = "", *, form: str = "yaml") -> Loaded:
    """Read a brief from bytes or text; `form` is `yaml`, which covers JSON, or `markdown`.

    `file` is the name that diagnostics give. Raises `InputError` with every mistake.
    """
    return _loaded(_read(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"), file, form))


def _read(data: bytes, file: str, form: str) -> Read:
    text = decoded(data, file)
    read = read_markdown(text, file) if form == "markdown" else read_yaml(text, file)
    return evolve(read, found=(*read.found, *_blank_links(read.value)))


def _blank_links(value: object, path: str = "") -> Iterator[Diagnostic]:
    """Find addresses that somebody wrote as empty text; in the rows of a table, that is a cell not filled in."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _blank_links(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _blank_links(item, f"{path}[{position}]")
    elif isinstance(value, str) and not value.strip() and (at := field_at(Brief, path)) and LINK in at.metadata:
        yield Diagnostic("unsafe-link", "expected an address, found empty text", path=path, hint="leave the field out")


def from_dict(data: Mapping[str, object], where: str = "") -> Loaded:
    """Make a brief from a mapping, such as a table's row; `where` is the name that diagnostics give (`row 17`).

    Raises `InputError` with every mistake.
    """
    return _loaded(Read(data, Places(where), ()))


def _loaded(read: Read, project: Project | None = None) -> Loaded:
    """Build the brief; raise all mistakes in the order of the file, or keep the warnings."""
    brief, wrong = _built(read.value, read.places, project)
    split = [d for d in read.split if holds_prose(field_at(Brief, d.path))]
    found = sorted((read.places.placed(d) for d in (*read.found, *split, *wrong)), key=in_order)
    if brief is None or at_fault(found):
        raise InputError(found)
    return Loaded(brief, read.places, tuple(found), project)


def _built(value: object, places: Places, project: Project | None) -> tuple[Brief | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    try:
        data, found = cleaned(value)
        fields, own = own_bibliographies(own_texts(_fields(data), places), places)
        if own:
            project = project or Project(Path(places.file))
            project = evolve(project, shared=_each_once((*own, *project.shared)))
        if project is None:
            return build(Brief, fields), found
        brief, more = in_house(fields, project, places)
        return brief, [*found, *more]
    except InputError as error:
        return None, [*found, *error.diagnostics]


def _each_once(shared: Iterable[Shared]) -> tuple[Shared, ...]:
    """Keep the first of those of one id: the brief's own files come before the house's."""
    found: dict[tuple[str, str], Shared] = {}
    for part in shared:
        found.setdefault((part.kind, part.id), part)
    return tuple(found.values())


def _fields(data: object) -> Mapping[str, object]:
    """Give a brief's fields without the file's format, which must be known."""
    if not isinstance(data, Mapping):
        hint = "a space must follow each ':'" if isinstance(data, str) and re.match(r"\w+:\S", data) else ""
        found = "nothing" if data is None else shown(data)
        message = f"expected a brief's fields, such as 'title: …', found {found}"
        raise InputError([Diagnostic("wrong-type", message, hint=hint)])
    said = data.get("format", FORMAT)
    if said is True or said not in (FORMAT, str(FORMAT)):  # to Python, True is 1
        message = f"this is format {shown(said)}; only format {FORMAT} can be read"
        raise InputError([Diagnostic("format", message, path="format", hint="update briefgen")])
    return {name: value for name, value in data.items() if name != "format"}
