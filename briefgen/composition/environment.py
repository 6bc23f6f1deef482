"""The Jinja environment: sandboxed, bounded, strict about what is undefined, and nothing printed is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import count
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from .budget import MAX_NUMBER, small
from .faults import Refused
from .filters import filters
from .loader import Loader
from .source import Source, described
from .state import current
from .syntax import Compiler, hide_attributes, prepare
from .text import Filling, SourceFilling, joined, percent, replaced
from .translate import TRANSLATIONS
from .views import View, field_of, names_of

# What may be called on text. On source that holds printed values only those that leave them whole.
_TEXT_METHODS = {
    *("capitalize", "casefold", "center", "count", "endswith", "find", "format", "index", "isalnum", "isalpha"),
    *("isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "join", "ljust"),
    *("lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust"),
    *("rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper"),
    "zfill",
}
_LEAVES_WHOLE = {"format", "join", "replace"}


class Missing(StrictUndefined):
    """A name or field that is not there; using it is an error that names the nearest."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = self._undefined_name
        if isinstance(self._undefined_obj, View):
            current().unknown = (str(name), tuple(names_of(self._undefined_obj)))
            kind = type(self._undefined_obj._thing).__name__.lower()
            return f"a {kind} has no {name!r}"
        if isinstance(self._undefined_obj, Mapping):
            current().unknown = (str(name), tuple(map(str, self._undefined_obj)))
            return f"there is no {name!r} here"
        if self._undefined_obj is not missing:
            return f"{described(self._undefined_obj)} has no {name!r}"
        current().unknown = (str(name), ())
        return f"there is no name {name!r} here"


class Environment(ImmutableSandboxedEnvironment):
    """The sandbox; one for the process, overlaid for each render."""

    code_generator_class = Compiler
    intercepted_binops = frozenset({"+", "*", "%", "**", "-", "/", "//"})
    numbers: dict[str, int]
    count: Iterator[int]

    @staticmethod
    def concat(parts: Iterable[str]) -> str:
        """Join what was printed, unless it grows too long."""
        texts = list(parts)
        current().budget.length(sum(map(len, texts)))
        return "".join(texts)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        number = self.numbers.setdefault(name or "", next(self.count))
        return prepare(super()._parse(source, name, filename), number)

    def join_path(self, template: str, parent: str) -> str:
        """Find a template that another one names."""
        assert isinstance(self.loader, Loader)
        return self.loader.resolve(str(template), parent)

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Keep `{#id}` from being read as a comment."""
        return super().preprocess(hide_attributes(str(source)), name, filename)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read an attribute as templates see it."""
        if isinstance(obj, View):
            return self._of_view(obj, attribute)
        if isinstance(obj, str):
            return self._of_text(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Read an item as templates see it."""
        if isinstance(obj, View):
            return self._of_view(obj, str(argument))
        if isinstance(obj, str) and isinstance(argument, str):
            return self._of_text(obj, argument)
        if current().slots.holds(obj):
            raise Refused("text that holds printed values can't be cut", "cut the value itself")
        return super().getitem(obj.bare() if isinstance(obj, Source) else obj, argument)

    def _of_view(self, view: View, name: str) -> Any:
        if name.startswith("__"):
            return self.unsafe_undefined(view, name)
        try:
            return field_of(view, name)
        except KeyError:
            return self.undefined(obj=view, name=name)

    def _of_text(self, text: str, name: str) -> Any:
        if name.startswith("_"):
            return self.unsafe_undefined(text, name)
        if name not in _TEXT_METHODS:
            return self.undefined(obj=text, name=name)
        if current().slots.holds(text) and name not in _LEAVES_WHOLE:
            raise Refused(f"{name}() can't be used on text that holds printed values", "use it on the value itself")
        bare = text.bare() if isinstance(text, Source) else text
        return {"join": _joiner, "replace": _replacer, "format": self._formatter}.get(name, getattr_)(bare, name)

    def _formatter(self, text: str, name: str) -> Any:
        filling = (SourceFilling if isinstance(text, Source) else Filling)(self.getattr, self.getitem)

        def fill(*args: Any, **kwargs: Any) -> str:
            filled = filling.vformat(text, args, kwargs)
            return Source(filled) if isinstance(text, Source) else filled

        return fill

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function, within bounds; what a macro or block gives is source."""
        render = current()
        render.budget.spend()
        if isinstance(obj, BuiltinMethodType | MethodType) and isinstance(obj.__self__, str):
            for arg in (*args, *kwargs.values()):
                small(arg)
        result = super().call(context, obj, *args, **kwargs)
        if isinstance(obj, Macro | BlockReference) and type(result) is Markup:
            return Source(result)
        return render.budget.check(result)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate, within bounds."""
        budget = current().budget
        if operator == "%" and isinstance(left, str):
            return budget.check(percent(left, right))
        if operator == "*" and isinstance(left, str | list | tuple):
            budget.length(len(left) * max(0, int(right)))
        if operator == "*" and isinstance(right, str | list | tuple):
            budget.length(len(right) * max(0, int(left)))
        if operator == "**":
            _check_power(left, right)
        return budget.check(super().call_binop(context, operator, left, right))


def _check_power(base: Any, power: Any) -> None:
    small(power)
    if isinstance(base, int) and base.bit_length() * power > MAX_NUMBER:
        raise Refused("a number grows too large and was stopped", code="template-limit")


def getattr_(text: str, name: str) -> Any:
    """Give a method of a text."""
    return getattr(text, name)


def _joiner(text: str, name: str) -> Any:
    return lambda values: joined(text, values)


def _replacer(text: str, name: str) -> Any:
    return lambda old, new, count=None: replaced(text, old, new, count)


@pass_context  # a finalizer that needs the context is never run while a template is compiled
def finalize(context: Context, value: Any) -> Source:
    """Put an opaque word for what is printed."""
    return Source.escape(value)


class Codes(BytecodeCache):
    """Compiled templates, by name and source."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code if it is known."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        if len(self.codes) > 200:
            self.codes.clear()
        self.codes[bucket.key, bucket.checksum] = bucket.code


@cache
def environment() -> Environment:
    """Make the environment that each render overlays."""
    made = Environment(
        undefined=Missing,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # what is calculated while compiling would escape the bounds
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Codes(),
        auto_reload=False,
    )
    made.numbers, made.count = {}, count()
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    made.filters = filters()
    del made.globals["lipsum"]  # not the same each time
    made.globals |= TRANSLATIONS
    return made
