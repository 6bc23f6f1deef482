"""YAML and JSON as plain values, with the place of each, read in bounds and with every mistake told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from ..errors import Diagnostic, InputError, Severity
from ..model.mistakes import shown
from .decode import masked, unmasked
from .places import Places
from .scalars import scalar
from .syntax import QUOTE, explained
from .traps import comment_lost, split_item, stray_key

if TYPE_CHECKING:
    from yaml import ScalarEvent

DEEPEST = 32
MOST = 200_000


@define
class _Open:
    """A mapping or list that is being read. `nodes` counts what it holds."""

    value: dict[str, Any] | list[Any]
    path: str
    anchor: str | None
    flow: bool
    key: str | None = None
    nodes: int = 0


@frozen
class Read:
    """What was read: plain values, their places, what was found, and lists that commas may have split."""

    value: object
    places: Places
    found: tuple[Diagnostic, ...]
    split: tuple[Diagnostic, ...] = ()


def read_yaml(text: str, file: str) -> Read:
    """Read one YAML or JSON document. Raises `InputError` when it can't be read to its end."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reading = _Reading(masked(text), file)
    try:
        for event in yaml.parse(reading.text, Loader=loader):
            reading.take(event)
    except yaml.MarkedYAMLError as error:
        raise InputError([*reading.found, explained(error, reading.text, file)]) from None
    except yaml.YAMLError as error:
        raise InputError([Diagnostic("syntax", f"this can't be read: {error}", place=Places(file).of(""))]) from None
    return Read(reading.root, reading.places, tuple(reading.found), tuple(reading.split))


@define
class _Reading:
    """A document being read: what is open, what is known so far. No recursion: depth costs no stack."""

    text: str
    file: str
    places: Places = field(init=False)
    found: list[Diagnostic] = field(factory=list)
    split: list[Diagnostic] = field(factory=list)
    root: object = None
    stack: list[_Open] = field(factory=list)
    anchors: dict[str, tuple[object, int]] = field(factory=dict)
    documents: int = 0
    nodes: int = 0

    def __attrs_post_init__(self) -> None:
        self.places = Places(self.file)

    def take(self, event: Any) -> None:
        """Go on by one event of the parser."""
        match type(event).__name__:
            case "DocumentStartEvent":
                self._document(event)
            case "MappingStartEvent":
                self._open({}, event)
            case "SequenceStartEvent":
                self._open([], event)
            case "MappingEndEvent" | "SequenceEndEvent":
                self._close()
            case "ScalarEvent":
                self._scalar(event)
            case "AliasEvent":
                self._alias(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop("several-documents", "a second document begins here; a file holds one brief", event)

    def _open(self, value: dict[str, Any] | list[Any], event: Any) -> None:
        self._refuse_tag(event)
        if self._awaits_name():
            self._stop("wrong-key", "a field's name is text, not a list or fields", event)
        path = self._enter(value, event)
        self.stack.append(_Open(value, path, event.anchor, bool(event.flow_style)))
        if len(self.stack) > DEEPEST:
            self._stop("too-deep", f"more than {DEEPEST} lists and fields stand within each other", event)

    def _close(self) -> None:
        closed = self.stack.pop()
        if closed.anchor:
            self.anchors[closed.anchor] = closed.value, closed.nodes + 1
        if self.stack:
            self.stack[-1].nodes += closed.nodes

    def _scalar(self, event: ScalarEvent) -> None:
        self._refuse_tag(event)
        if self._awaits_name():
            self._name(event)
            return
        value = self._value(event)
        path = self._enter(value, event)
        if event.anchor:
            self.anchors[event.anchor] = value, 1
        self._look_for_traps(event, path)

    def _alias(self, event: Any) -> None:
        known = self.anchors.get(event.anchor)
        if known is None:
            self._stop("alias", f"'*{event.anchor}' refers to nothing above it", event, QUOTE)
        elif self._awaits_name():
            self._stop("wrong-key", "a field's name can't be an alias", event)
        else:
            self._enter(known[0], event, nodes=known[1])

    def _awaits_name(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _name(self, event: ScalarEvent) -> None:
        here, name = self.stack[-1], unmasked(event.value)
        path = f"{here.path}.{name}" if here.path else name
        if name in here.value:
            first = self.places.keys[path][0]
            self._tell("duplicate-key", f"{shown(name)} stands twice; it stands in line {first} too", event, path)
        else:
            self.places.keys[path] = _spot(event)
        here.key = name

    def _enter(self, value: object, event: Any, nodes: int = 1) -> str:
        """Put a value in its place and give its path."""
        self._count(nodes, event)
        if not self.stack:
            self.root, path = value, ""
        elif isinstance(self.stack[-1].value, list):
            path = f"{self.stack[-1].path}[{len(self.stack[-1].value)}]"
            self.stack[-1].value.append(value)
        else:
            here, name = self.stack[-1], self.stack[-1].key or ""
            path = f"{here.path}.{name}" if here.path else name
            here.value[name], here.key = value, None  # type: ignore[call-overload]  # a mapping: the list went above
        self.places.values[path] = _spot(event)
        return path

    def _count(self, nodes: int, event: Any) -> None:
        self.nodes += nodes
        if self.stack:
            self.stack[-1].nodes += nodes
        if self.nodes > MOST:
            self._stop("too-many", f"more than {MOST:,} values, aliases counted each time", event)

    def _value(self, event: ScalarEvent) -> object:
        if event.style:
            return unmasked(event.value)
        try:
            return scalar(unmasked(event.value))
        except ValueError as error:
            self._tell("wrong-number", str(error), event, hint="put it in quotes if it is meant as text")
            return event.value

    def _look_for_traps(self, event: ScalarEvent, path: str) -> None:
        if event.style:
            return
        self._note(self.found, comment_lost(self.text, event, path))
        if not self.stack or not self.stack[-1].flow:
            return
        within = self.stack[-1].value
        if isinstance(within, list):
            self._note(self.split, split_item(within[0], event, path))
        elif stray := stray_key(self.text, event, path):
            self._note(self.found, stray)
            within.popitem()

    def _note(self, notes: list[Diagnostic], found: Diagnostic | None) -> None:
        if found is not None:
            notes.append(self.places.placed(found))

    def _refuse_tag(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._tell("tag", f"the tag {shown(tag)} is refused", event, hint="put text that begins with ! in quotes")

    def _tell(self, code: str, message: str, event: Any, path: str = "", hint: str = "") -> None:
        place = Places(self.file, {"": _spot(event)}).of("")
        self.found.append(Diagnostic(code, message, Severity.ERROR, place, path, hint))

    def _stop(self, code: str, message: str, event: Any, hint: str = "") -> None:
        self._tell(code, message, event, hint=hint)
        raise InputError(self.found)


def _spot(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
