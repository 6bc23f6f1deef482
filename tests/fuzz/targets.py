"""What is fuzzed: each takes any bytes, and raises nothing but what a person is told.

`TARGETS` are the functions by name; `seeds` gives what to begin with.
"""

import atexit
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import briefgen
from briefgen.errors import BriefgenError
from briefgen.files import loads
from briefgen.files.dump import dumps
from briefgen.files.shared import _sources, sources
from briefgen.prose import LongProse, Prose

ROOT = Path(__file__).parents[2]
FOLDER = Path(mkdtemp(prefix="briefgen-fuzz-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
BRIEF = {
    "title": "Talks",
    "bottom_line": "Nothing *has* moved [@a].",
    "sources": [{"id": "a", "title": "A"}],
    "scenarios": [{"name": "Accord", "likelihood": "likely"}, {"name": "War"}],
}


def brief(data: bytes) -> None:
    """Read a brief in YAML, JSON or Markdown; what is read is checked, and comes back out of each form as it was."""
    form = "markdown" if data.startswith(b"---") else "yaml"
    try:
        made = loads(data, "brief", form=form).brief
    except BriefgenError:
        return
    briefgen.check(made)
    for form in ("yaml", "json", "markdown"):
        assert loads(dumps(made, form), form="markdown" if form == "markdown" else "yaml").brief == made, form


def bibliography(data: bytes) -> None:
    """Read sources as BibTeX where there is an @, else as RIS."""
    path = FOLDER / f"a{'.bib' if b'@' in data else '.ris'}"
    path.write_bytes(data)
    _sources.cache_clear()  # files that follow one another so fast may have the same stamp
    with suppress(BriefgenError):
        sources(path)


def prose(data: bytes) -> None:
    """Read Markdown as a field of prose, short and long."""
    text = data.decode("utf-8", "replace")
    for kind in (Prose, LongProse):
        assert kind(text).parsed is not None


def template(data: bytes) -> None:
    """Lay a brief out by a template, and write the tree as Markdown."""
    path = FOLDER / "own.md.j2"
    path.write_bytes(data)
    try:
        document = briefgen.compose(briefgen.from_dict(BRIEF), str(path))
    except BriefgenError:
        return
    briefgen.render(document, "md")


TARGETS: dict[str, Callable[[bytes], None]] = {each.__name__: each for each in (brief, bibliography, prose, template)}


BIBTEX = rb"""
@string{x = {A}}
@comment{b}
@article{a, title={{The} {\'E}t\'e}, author={Doe, J. and {The Bank}}, year=2014, pages={1--3}}
@book{c, title = x # " and " # x, month = may, url={https://e.example}, editor="A and others"}
"""
RIS = b"TY  - JOUR\nID  - a\nTI  - Talks\nAU  - Doe, J.\nPY  - 2014/05/03\nSP  - 1\nUR  - https://e.example\nER  - \n"
PROSE = b"""# a

| a | b |
|---|--:|
| [@c, p. 4] | ^[note] |

> 1. x[^1]

[^1]: `y` **z** [](#b) <b> &amp; ~~c~~ https://e.example

- a

  ```
  b
"""
MARKDOWN = b"---\ntitle: T\nsources:\n  - {id: a, title: B}\n---\n\n# Bottom line\n\nNo [@a].\n\n# Background\n\nx\n"
JSON = b'{"title": "T", "actors": [{"name": "A", "id": "a"}]}'


def seeds(name: str) -> Iterator[bytes]:
    """Give what a target begins with: the examples and what ships, in pieces."""
    pieces = [piece for path in sorted(ROOT.glob("examples/*/*.yaml")) for piece in path.read_bytes().split(b"\n\n")]
    match name:
        case "brief":
            yield from (MARKDOWN, JSON, *(b"title: T\n" + piece for piece in pieces))
        case "bibliography":
            yield from (BIBTEX, RIS)
        case "prose":
            yield from (PROSE, *pieces)
        case "template":
            found = [*ROOT.glob("templates/**/*.md.j2"), *ROOT.glob("examples/**/*.md.j2")]
            yield from (path.read_bytes() for path in sorted(found))
