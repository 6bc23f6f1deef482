"""From a template and values to blocks: find, run, read, and say of every mistake where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from attrs import frozen
from jinja2.utils import missing

from ..document.nodes import Attrs, Bibliography, Blocks, Contents, Notes, PageBreak, Pos
from ..errors import BriefgenError, Diagnostic, TemplateError
from ..model.mistakes import nearest
from .about import About, about, chosen
from .environment import Environment, environment
from .faults import Refused, fault
from .fragment import read as read_blocks
from .loader import Loader
from .search import Found, find, places
from .state import Render, Words, rendering
from .views import Bug, Shown, Views, offered, wrap

Functions = Mapping[str, Callable[..., Any]]


class Plain:
    """Words that are not translated."""

    def gettext(self, message: str) -> str:
        """Give the text itself."""
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Give the form that goes with the count in English."""
        return singular if n == 1 else plural

    def pgettext(self, context: str, message: str) -> str:
        """Give the text itself."""
        return message


@frozen
class Composed:
    """What a template made: blocks, what was found on the way, and what the template says about itself."""

    blocks: Blocks
    diagnostics: tuple[Diagnostic, ...]
    about: About
    options: Mapping[str, object]


CHAPTER = Attrs(classes=("chapter",))


def _contents(depth: int = 2) -> Contents:
    return Contents(depth=depth, attrs=CHAPTER)


BUILT_IN: Functions = {
    "contents": _contents,
    "page_break": PageBreak,
    "notes": lambda: Notes(attrs=CHAPTER),
    "bibliography": Bibliography,
}


def render_blocks(
    template: str | Path,
    values: Mapping[str, object],
    *,
    folders: Iterable[str | Path] = (),
    options: Mapping[str, object] | None = None,
    functions: Functions | Callable[[Mapping[str, object]], Functions] | None = None,
    words: Words | None = None,
    show: Callable[[Any], object] = lambda value: NotImplemented,
) -> Composed:
    """Run a template over `values` (such as `brief`) and read what it gives into blocks.

    `template` is a name, looked for in `folders` and among those that ship, or a path. `functions` are what a template
    may call or use as filters, given the real parts and giving nodes, text or nothing; or what makes them, given the
    template's options. `words` translate, `show` says how a small value such as a date is printed (`NotImplemented`:
    as its own text). The template's options are read as `option.name`.
    Raises `TemplateError` with the template's line.
    """
    try:
        name, searched = places(template, folders)
        found = find(searched, name)
        said = about(searched, found)
    except Refused as refused:
        raise fault(refused.message, None, "", refused.hint, code=refused.code) from None
    settings = chosen(said, options or {})
    render = Render(words or Plain(), Views(values.get("brief"), show))
    loader = Loader(searched)
    with rendering(render):
        env = _overlay(loader, {**BUILT_IN, **((functions(settings) if callable(functions) else functions) or {})})
        context = {key: wrap(value) for key, value in values.items()} | {"option": dict(settings)}
        render.names = frozenset({*context, *env.globals})
        render.shown = loader.line
        text = _run(env, loader, found, context, render)
        blocks = read_blocks(text, render.slots, loader.line)
    return Composed(blocks, tuple(_found_in_prose(render)), said, settings)


def _overlay(loader: Loader, functions: Functions) -> Environment:
    env = environment().overlay(loader=loader)
    assert isinstance(env, Environment)
    called = {name: offered(name, function) for name, function in functions.items()}
    env.globals = {**env.globals, **called}
    env.filters = {**called, **env.filters}
    return env


def _run(env: Environment, loader: Loader, found: Found, context: Mapping[str, object], render: Render) -> str:
    try:
        template = env.get_template(loader.keep(found))
        return env.concat(template.root_render_func(template.new_context(dict(context))))
    except Bug as bug:
        raise bug.__cause__ or bug from None
    except BriefgenError:
        raise
    except Refused as refused:
        raise _told(refused, refused.message, loader, refused.hint, refused.code) from None
    except jinja2.TemplateSyntaxError as error:
        pos = Pos(error.name or next(reversed(loader.texts), ""), error.lineno)
        raise fault(error.message or "can't be read", pos, loader.line(pos), _near_filter(error, env)) from None
    except RecursionError as error:
        raise _told(
            error, "this includes, extends or calls itself without end", loader, code="template-circle"
        ) from None
    except jinja2.UndefinedError as error:
        raise _told(error, str(error.message), loader, _near(error, render), "undefined") from None
    except jinja2.TemplateError as error:
        raise _told(error, str(error.message or error), loader) from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, SyntaxError, MemoryError) as error:
        raise _told(error, f"{error or type(error).__name__}", loader) from error


def _told(error: BaseException, message: str, loader: Loader, hint: str = "", code: str = "") -> TemplateError:
    # Without a line of its own it is the template as a whole: what can't even be compiled.
    pos = _where(error.__traceback__) or next((Pos(name, 1) for name in reversed(loader.texts)), None)
    return fault(message, pos, loader.line(pos) if pos else "", hint, code=code)


def _where(traceback: TracebackType | None) -> Pos | None:
    """Find the innermost line of a template in a traceback."""
    pos = None
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            pos = Pos(template.name, template.get_corresponding_lineno(traceback.tb_lineno))
        traceback = traceback.tb_next
    return pos


def _near(error: BaseException, render: Render) -> str:
    name, known = render.unknown or ("", ())
    close = nearest(name, known or (*render.names, *_locals(error.__traceback__)))
    if close:
        return f"nearest: {close!r}"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 20 else ""


def _locals(traceback: TracebackType | None) -> set[str]:
    """Name what the template itself has set: Jinja keeps `name` as `l_0_name`."""
    names: set[str] = set()
    while traceback is not None:
        held = traceback.tb_frame.f_locals.items()
        found = (key.split("_", 2) for key, value in held if key.startswith("l_") and value is not missing)
        names |= {parts[2] for parts in found if len(parts) == 3}
        traceback = traceback.tb_next
    return names


def _near_filter(error: jinja2.TemplateSyntaxError, env: Environment) -> str:
    quoted = (error.message or "").split("'")
    if len(quoted) == 3 and quoted[0].startswith("No filter"):
        close = nearest(quoted[1], env.filters)
        return f"nearest: {close!r}" if close else ""
    return ""


def _found_in_prose(render: Render) -> Iterable[Diagnostic]:
    from attrs import evolve

    seen: set[tuple[str, str]] = set()
    for value in render.slots.values:
        if (
            isinstance(value, Shown)
            and value._origin
            and (key := (value._origin.path, value._prose.source)) not in seen
        ):
            seen.add(key)
            yield from (evolve(each, path=value._origin.path) for each in value._prose.diagnostics)
