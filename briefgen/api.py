"""The stages in order: load, check, compose, render, write."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from .datafiles import inside
from .errors import BriefgenError, Diagnostic, TemplateError, at_fault

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from .backends.base import Rendered, Renderer, RenderOptions
    from .document.nodes import Document
    from .files import Loaded
    from .model import Brief
    from .release import Release
    from .themes import Theme

TREE = ".tree.json"
_loaded: dict[int, Loaded] = {}


def load(path: str | Path) -> Brief:
    """Read a brief from a YAML, JSON or Markdown file, with what the `briefgen.toml` above it gives.

    The suffix tells the form: `.json`, `.md`, anything else is YAML. The text is UTF-8. Raises `InputError` with every
    mistake of the file, each with its place, and `OSError` for a file that can't be opened.
    """
    from .files import load as load_file

    return _remembered(load_file(path))


def loads(data: bytes, name: str = "") -> Brief:
    """Read a brief from YAML or JSON in bytes; `name` is what messages call them.

    Raises `InputError` with every mistake.
    """
    from .files import loads as take

    return _remembered(take(data, name))


def from_dict(data: Mapping[str, object], where: str = "") -> Brief:
    """Make a brief of plain data; `where` names it in messages, such as `row 17`.

    The names are those of a file's fields. Values may be Python's own, or those of numpy and pandas: NaN and NaT are
    absent, a datetime needs its zone. Raises `InputError` with every mistake in the data, each with its path.
    """
    from .files import from_dict as take

    return _remembered(take(data, where=where))


def dump(brief: Brief, form: str = "yaml") -> str:
    """Write a brief as the text of a file: `yaml`, `json`, or `markdown` with front matter.

    Reading it gives an equal brief; the same brief gives the same text. Raises `InputError` for another form.
    """
    from .files.dump import dumps

    return dumps(brief, form)


def _remembered(loaded: Loaded) -> Brief:
    """Keep the places of a brief for as long as it lives, so that later findings name file and line."""
    key = id(loaded.brief)
    _loaded[key] = loaded
    weakref.finalize(loaded.brief, _loaded.pop, key, None)
    return loaded.brief


def check(brief: Brief) -> tuple[Diagnostic, ...]:
    """Find what is wrong with a brief as a whole: references to nothing, ids given twice, words no scale has, ….

    A scale of the brief's own is looked for in the brief's folder and its project's; without a file, in the current.
    """
    from .checks import check as check_brief

    loaded = _loaded.get(id(brief))
    before = loaded.diagnostics if loaded else ()
    return (*before, *check_brief(brief, loaded.places if loaded else None, _folders(loaded)))


def compose(
    brief: Brief, template: str = "", *, options: Mapping[str, object] | None = None, folder: str | Path = ""
) -> Document:
    """Lay a brief out by a template into a numbered document tree.

    `template` is a name, or the path of a template file or folder; empty is the brief's own choice, else
    `policy-brief`. `folder` is searched for templates and scales before the built-in ones; empty is the brief's
    own folder. `options` are the template's.
    Raises `TemplateError` naming template and line, or the template or option that is not there.
    """
    return _composed(brief, template, options, folder)[0]


def _composed(
    brief: Brief, template: str, options: Mapping[str, object] | None, folder: str | Path
) -> tuple[Document, tuple[Diagnostic, ...]]:
    from .composition import compose as compose_brief

    loaded = _loaded.get(id(brief))
    at, *project = _folders(loaded)
    try:
        document, found = compose_brief(brief, template, options=options or {}, folder=folder or at, project=project)
    except TemplateError as error:
        if template or not loaded or not (brief.layout and brief.layout.template):
            raise
        own = (each if each.place else evolve(each, path="layout.template") for each in error.diagnostics)
        raise TemplateError(map(loaded.places.placed, own)) from None
    return document, tuple(loaded.places.placed(each) for each in found) if loaded else found


def _folders(loaded: Loaded | None) -> list[Path]:
    """Give the folders that a brief's own choices are looked for in: the brief's, and that of its project."""
    own = Path(loaded.places.file).parent if loaded and loaded.places.file else Path()
    return [own, loaded.project.folder] if loaded and loaded.project else [own]


def _own_theme(brief: Brief) -> str:
    """Give the theme that a brief chooses: a name, or the path of a file within one of its folders."""
    name = (brief.layout and brief.layout.theme) or ""
    if not name.endswith(".toml") and not {"/", "\\"} & set(name):
        return name
    loaded = _loaded.get(id(brief))
    for folder in _folders(loaded):
        path = folder / name
        if inside(folder, name) and isfile(path):
            return str(path)
    found = Diagnostic("no-theme", f"there is no theme {name[:60]!r} in the folder of the brief", path="layout.theme")
    raise BriefgenError([loaded.places.placed(found) if loaded else found])


def released(brief: Brief, level: str) -> Brief:
    """Give a brief as it may be handed out at a level, such as `TLP:GREEN`: without the parts that are marked above it.

    Raises `BriefgenError` where a kept part refers to a dropped one, or where nothing says at what level the brief's
    own text is. What is made of the result by hand is not proven to hold nothing else; `write(…, release=level)` is.
    """
    return _release(brief, level).brief


def _release(brief: Brief, level: str) -> Release:
    from .release import release

    loaded = _loaded.get(id(brief))
    try:
        made = release(brief, level, _folders(loaded))
    except BriefgenError as error:
        raise BriefgenError(map(loaded.places.placed, error.diagnostics) if loaded else error.diagnostics) from None
    _as_loaded(brief, made.brief)
    return evolve(made, diagnostics=tuple(map(loaded.places.placed, made.diagnostics))) if loaded else made


def _as_loaded(brief: Brief, made: Brief) -> None:
    """Let a brief that was made of another keep the other's folders; the places of its parts are not the same."""
    if loaded := _loaded.get(id(brief)):
        _remembered(evolve(loaded, brief=made, places=type(loaded.places)(loaded.places.file), diagnostics=()))


def render(
    document: Document,
    to: str = "pdf",
    *,
    theme: str = "",
    page_size: str = "",
    comments: bool = False,
    passages: bool = False,
    pages: Mapping[str, int] | None = None,
) -> Rendered:
    """Write a document tree in a format: `pdf`, `docx`, `md`, or a plug-in's.

    `theme` is a name or the path of a theme file; `page_size` is `A4` or `Letter`, the theme's own when empty.
    `comments` prints remarks; `passages` marks in a Word file, unseen, which field each passage shows.
    `pages` is the `Rendered.pages` of the same document as PDF, which Word's contents take over.
    Raises `RenderError` for what the format can't hold, and `BriefgenError` for a format or theme that is not there.
    """
    from .backends.base import RenderOptions
    from .themes import load_theme

    options = RenderOptions(comments=comments, passages=passages, pages=tuple((pages or {}).items()))
    return _renderer(to, load_theme(theme or "institute", page_size), options).render(document)


@lru_cache(maxsize=16)
def _renderer(to: str, theme: Theme, options: RenderOptions) -> Renderer:
    """Prepare a renderer once for each look: the theme is read anew each time, since its file may have been edited."""
    from .backends.registry import backend_for

    return backend_for(to).prepare(theme, options)


def to_docx(brief: Brief, *, template: str = "", theme: str = "", page_size: str = "") -> WordDocument:
    """Give a brief as python-docx's own `Document`, for a script to go on where briefgen stops.

    Raises `BriefgenError` with every finding when the brief is at fault.
    """
    import io

    from docx import Document as open_word

    chosen = Choices(template=template, theme=theme, page_size=page_size)
    (data,), _ = produce(brief, ["docx"], chosen)
    return open_word(io.BytesIO(data))


@frozen(kw_only=True)
class Choices:
    """What is decided for one run; what is empty is as the brief, the template and the theme have it."""

    template: str = ""
    theme: str = ""
    page_size: str = ""
    options: Mapping[str, object] = field(factory=dict)
    strict: bool = False
    comments: bool = False
    passages: bool = False
    release: str = ""


def write(
    brief: Brief,
    *outputs: str | Path,
    to: str = "",
    template: str = "",
    theme: str = "",
    page_size: str = "",
    options: Mapping[str, object] | None = None,
    strict: bool = False,
    comments: bool = False,
    passages: bool = False,
    release: str = "",
) -> tuple[Diagnostic, ...]:
    """Check, compose and render a brief, then write each output: in the format `to`, else by its suffix.

    Gives the diagnostics. Nothing is written when anything is at fault; each file is written whole or not at all.
    `page_size` is `A4` or `Letter`; `options` are the template's. With `comments`, findings and the authors' remarks
    stand as comments at what they are about, and `-review` in the name of each file, before the suffix. With
    `passages`, a Word file keeps, unseen, which field each passage shows. `release` is a level, such as `TLP:GREEN`:
    parts that are marked above it are left out, and each file is read back to prove that nothing of them is in it.
    Raises `BriefgenError` with every finding when there is an error, or with `strict` any warning; `OutputError` for a
    name or folder that can't be written to; `OSError` when the disk fails.
    """
    paths = [Path(output) for output in outputs]
    formats = {path: to or (TREE if path.name.endswith(TREE) else path.suffix or path.name) for path in paths}
    chosen = Choices(
        template=template,
        theme=theme,
        page_size=page_size,
        options=options or {},
        strict=strict,
        comments=comments,
        passages=passages,
        release=release,
    )
    return write_all(brief, formats, chosen)


def write_all(brief: Brief, outputs: Mapping[Path, str], chosen: Choices) -> tuple[Diagnostic, ...]:
    """Write each output in the format named for it; all are made before the first is written."""
    from .output import check_name, review_name, write_whole

    paths = [review_name(path) if chosen.comments else path for path in outputs]
    for path in paths:
        check_name(path)
    files, found = produce(brief, list(outputs.values()), chosen, [path.name for path in paths])
    write_whole(dict(zip(paths, files)))
    return found


def produce(
    brief: Brief, formats: Sequence[str], chosen: Choices, names: Iterable[str] = ()
) -> tuple[list[bytes], tuple[Diagnostic, ...]]:
    """Do everything that `write` does but write: give the bytes of each format, and the diagnostics.

    `names` are what the files will be called, which no more than the files may say what a release withholds.
    """
    found = list(check(brief))
    refuse(found, chosen.strict)
    try:
        if chosen.release:
            split = _release(brief, chosen.release)
            refuse(_named(split, names))
            files = _handed_out(split, formats, chosen, found)
        else:
            files = _made(brief, formats, chosen, found)
    except BriefgenError as error:  # what was found before may say why
        raise type(error)(dict.fromkeys((*found, *error.diagnostics))) from error
    return files, tuple(dict.fromkeys(found))


def _handed_out(split: Release, formats: Sequence[str], chosen: Choices, found: list[Diagnostic]) -> list[bytes]:
    """Make the files of a release, and refuse them all if one holds what is withheld.

    Findings about the whole brief may quote what is withheld, so that only those of what is left can stand in a file.
    """
    found += split.diagnostics
    refuse(found, chosen.strict)
    before = check(split.brief)
    files = _made(split.brief, formats, chosen, own := list(before))
    found += own[len(before) :]
    refuse(_leaks(split, files, formats, chosen))
    return files


def _made(brief: Brief, formats: Sequence[str], chosen: Choices, found: list[Diagnostic]) -> list[bytes]:
    """Compose and render a brief that has been checked; what is found on the way is added to what was found."""
    document, composed = _composed(brief, chosen.template, chosen.options, "")
    told = {(each.code, each.path, each.message) for each in found}
    found += (each for each in composed if (each.code, each.path, each.message) not in told)
    refuse(found, chosen.strict)
    if chosen.comments:
        from .review import reviewed

        document = reviewed(document, brief, found)
    chosen = evolve(chosen, theme=chosen.theme or _own_theme(brief))
    files = _files(document, formats, chosen)
    found += (each for file in files for each in file.diagnostics)
    refuse(found, chosen.strict)
    return [file.data for file in files]


def _named(split: Release, names: Iterable[str]) -> Iterable[Diagnostic]:
    from .release import leaks

    for name in names:
        for found in leaks(split, name.encode(errors="replace"), f"name {name!r}"):
            yield evolve(found, hint="choose another name with -o")


def _leaks(split: Release, files: list[bytes], formats: Sequence[str], chosen: Choices) -> Iterable[Diagnostic]:
    """Read finished files back; what they would hold without any words of the brief is no leak."""
    from .release import blank, leaks

    @cache
    def blanks() -> Mapping[str, bytes]:
        wordless = blank(split.brief)
        _as_loaded(split.brief, wordless)
        return dict(zip(formats, _made(wordless, formats, evolve(chosen, strict=False), [])))

    for data, to in zip(files, formats):
        yield from leaks(split, data, to.lstrip("."), partial(_blank, blanks, to))


def _blank(made: Callable[[], Mapping[str, bytes]], to: str) -> bytes:
    return made()[to]


def _files(document: Document, formats: Sequence[str], chosen: Choices) -> list[Rendered]:
    """Render PDF first, so that the contents of a Word file can name its pages."""
    made: dict[str, Rendered] = {}
    for to in sorted(set(formats), key=lambda to: (not to.endswith("pdf"), to)):
        pages = next((file.pages for file in made.values() if file.pages), None)
        made[to] = _file(document, to, chosen, pages)
    return [made[to] for to in formats]


def _file(document: Document, to: str, chosen: Choices, pages: Mapping[str, int] | None) -> Rendered:
    if to == TREE:
        from .backends.base import Rendered
        from .document.json import to_json

        return Rendered(data=to_json(document).encode("utf-8", "backslashreplace"))
    return render(
        document,
        to,
        theme=chosen.theme,
        page_size=chosen.page_size,
        comments=chosen.comments,
        passages=chosen.passages,
        pages=pages,
    )


def refuse(found: Iterable[Diagnostic], strict: bool = False) -> None:
    """Raise `BriefgenError` with all findings if one of them is an error, or with `strict` a warning."""
    found = tuple(found)
    if at_fault(found, strict):
        raise BriefgenError(found)
