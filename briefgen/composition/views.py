"""What templates see of a brief: a read-only view whose leaves remember their path.

A text is a `Leaf`, prose a `Shown`, a part or small value a `View`, nodes made by a component `Made`. Functions that a
template calls get the real things.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MethodType
from typing import Any

from attrs import field, fields, frozen, has

from ..document.nodes import Node, Origin
from ..model import Brief, Part, anchor
from ..model.fields import key_of
from ..model.mistakes import shown
from ..prose import Prose
from .arguments import check_arguments
from .faults import Refused
from .state import current

HIDDEN = {"remark": "a remark is never printed", "allow": "what is silenced, and why, is never printed"}


class Leaf(str):
    """A text of the brief; whatever is made of it is plain text."""

    _origin: Origin
    _marking: str

    def __new__(cls, text: str, origin: Origin, marking: str = "") -> Leaf:
        """Make a leaf."""
        leaf = super().__new__(cls, text)
        leaf._origin, leaf._marking = origin, marking
        return leaf


@frozen(eq=False)
class Shown:
    """Prose of the brief. Where a text is wanted, an opaque word stands for it, so that nothing of it is lost."""

    _prose: Prose
    _origin: Origin | None = None
    _marking: str = ""

    @property
    def text(self) -> str:
        """The words without markup."""
        return self._prose.text

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self._prose.source.strip())

    def __str__(self) -> str:
        """Give the word that stands for the prose."""
        return current().slots.put(self)


@frozen(eq=False)
class Made:
    """What a component made: nodes."""

    _nodes: tuple[Node, ...]

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self._nodes)

    def __str__(self) -> str:
        """Give the word that stands for the nodes."""
        return current().slots.put(self)


@frozen(eq=False)
class View:
    """A part of the brief or one of its small values. Its attributes are found by `field_of`."""

    _thing: Any
    _path: str = ""
    _owner: str = ""
    _marking: str = ""

    def __eq__(self, other: object) -> bool:
        """Compare what is seen."""
        return isinstance(other, View) and bool(self._thing == other._thing)

    def __hash__(self) -> int:
        """Hash what is seen."""
        return hash(self._thing)

    def __str__(self) -> str:
        """Give the word that stands for what can be printed of it."""
        return current().slots.put(current().views.shown(self))


@frozen
class Views:
    """How things are seen: `show` says how a small value, such as a date, is printed."""

    root: object = None
    show: Callable[[Any], object] = field(default=lambda value: NotImplemented)

    def shown(self, view: View) -> object:
        """Give what is printed for a part or value: what `show` says, else its own text."""
        said = self.show(view._thing)
        if said is NotImplemented and "__str__" in vars(type(view._thing)):
            said = str(view._thing)
        if said is NotImplemented:
            name = type(view._thing).__name__.lower()
            raise Refused(f"a {name} can't be printed whole", f"its fields: {', '.join(names_of(view))}")
        if isinstance(said, str):
            return Leaf(said, Origin(view._owner, view._path), view._marking)
        return wrap(said)

    @cached_property
    def paths(self) -> dict[int, str]:
        """Where each part stands in the brief."""
        parts = getattr(self.root, "parts", None)
        return {id(part): path for path, part in parts()} if parts else {}


def wrap(value: object, path: str = "", owner: str = "", marking: str = "") -> Any:
    """Give what a template sees of a value."""
    if isinstance(value, str):
        return value if type(value) is not str else Leaf(value, Origin(owner, path), marking)
    if isinstance(value, Prose):
        return Shown(value, Origin(owner, path), marking)
    if isinstance(value, Node):
        return Made((value,))
    if isinstance(value, tuple | list):
        if value and all(isinstance(item, Node) for item in value):
            return Made(tuple(value))
        return tuple(wrap(item, f"{path}[{i}]", owner, marking) for i, item in enumerate(value))
    if isinstance(value, Mapping):
        return {key: wrap(item, f"{path}.{key}" if path else str(key), owner, marking) for key, item in value.items()}
    return _view(value, path, owner, marking) if has(type(value)) else value


def _view(thing: Any, path: str, owner: str, marking: str) -> View | Shown | Made:
    if isinstance(thing, View | Shown | Made):
        return thing
    name = anchor(thing) if isinstance(thing, Part) else getattr(thing, "id", None)
    mark = getattr(getattr(thing, "marking", None), "level", "")
    if mark and isinstance(thing, Brief):
        mark = thing.unmarked or mark  # its marking is that of the whole, its own text may be lower
    return View(thing, path, name if isinstance(name, str) else owner, mark or marking)


def names_of(view: View) -> list[str]:
    """Name what a template may read of a part or value."""
    return [a.name for a in fields(type(view._thing)) if not a.name.startswith("_") and a.name not in HIDDEN]


def field_of(view: View, name: str) -> Any:
    """Read a field, a property or a method of a part. Raises `KeyError` when there is none."""
    kind = type(view._thing)
    if name in HIDDEN:
        raise Refused(HIDDEN[name])
    known = {spelled: a for a in fields(kind) for spelled in (key_of(a), a.name)}
    if name in known:
        attribute = known[name]
        key = key_of(attribute)
        value = getattr(view._thing, attribute.name)
        return wrap(value, f"{view._path}.{key}" if view._path else key, view._owner, view._marking)
    if name.startswith("_") or not hasattr(kind, name):
        raise KeyError(name)
    value = getattr(view._thing, name)
    return offered(name, value) if callable(value) else seen(value)


def seen(value: object) -> Any:
    """Give what a template sees of a value that a function gave; a part is known by its place in the brief."""
    if isinstance(value, Part):
        return wrap(value, current().views.paths.get(id(value), ""))
    if isinstance(value, tuple | list) and any(isinstance(item, Part) for item in value):
        return tuple(seen(item) for item in value)
    if isinstance(value, str):
        return str(value)
    return wrap(value)


def unwrap(value: Any) -> Any:
    """Give the real thing for what a template sees; Markdown written in a template becomes blocks."""
    from jinja2.runtime import Macro

    from .fragment import blocks_of
    from .source import Source

    match value:
        case Source():
            return blocks_of(value)
        case Leaf():
            return str(value)
        case View():
            return value._thing
        case Shown():
            return value._prose
        case Made():
            return value._nodes
        case list() | tuple():
            return tuple(unwrap(item) for item in value)
        case dict():
            return {key: unwrap(item) for key, item in value.items()}
        case Macro():
            return lambda *args, **kwargs: blocks_of(Source(value(*args, **kwargs)))
    return value


class Bug(Exception):
    """Something failed inside a function that a template called, through no fault of the template."""


def offered(name: str, function: Callable[..., object]) -> Callable[..., Any]:
    """Make a function callable from a template: it gets the real things, and what it gives is seen as such."""

    def call(*args: object, **kwargs: object) -> Any:
        from jinja2 import TemplateError as TemplateFault

        real = [unwrap(_given(arg)) for arg in args]
        named = {key: unwrap(_given(arg)) for key, arg in kwargs.items()}
        check_arguments(name, function, real, named)
        try:
            return seen(function(*real, **named))
        except (Refused, TemplateFault):  # by a macro that the function called
            raise
        except KeyError as error:
            if not isinstance(function, MethodType):
                raise Bug from error
            raise Refused(f"{name}(): there is nothing of the name {shown(error.args[0])}") from None
        except Exception as error:
            raise Bug from error

    return call


def _given(value: object) -> object:
    from jinja2 import Undefined

    if isinstance(value, Undefined):
        str(value)  # a strict undefined raises, naming itself
    return value
