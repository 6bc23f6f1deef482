"""Plain data as YAML in block style, that reads well and differs from line to line as its content does.

PyYAML's emitter is not used: it quotes what only YAML 1.1 misreads (`no`, `2014-02-27`), and folds text so that one
changed word changes many lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from .plain import Bare, Plain
from .scalars import scalar

WIDTH = 100
_UNSAFE = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`]|.*(:\s|:$|\s#)""", re.DOTALL)
_OTHER_NUMBERS = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.?(inf|nan)", re.IGNORECASE)
_FLOW = re.compile(r"[,\[\]{}:]")
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def to_yaml(data: Mapping[str, Plain]) -> str:
    """Write a mapping as a YAML document.

    >>> print(to_yaml({"title": "Talks: a start", "keywords": ["no", "1e3"], "range": [0.5, 1]}), end="")
    title: 'Talks: a start'
    keywords:
      - no
      - '1e3'
    range: [0.5, 1]
    """
    return "".join(f"{line}\n" for name, value in data.items() for line in _apart(value, _mapping({name: value}, "")))


def _apart(value: Plain, lines: Iterator[str]) -> list[str]:
    """Set prose and lists of parts apart from what stands above them."""
    found = list(lines)
    parts = isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value)
    return ["", *found] if parts or (isinstance(value, str) and len(found) > 1) else found


def _mapping(data: Mapping[str, Plain], indent: str) -> Iterator[str]:
    for name, value in data.items():
        yield from _entry(f"{indent}{_line(name)}:", value, indent)


def _entry(lead: str, value: Plain, indent: str) -> Iterator[str]:
    """Write a value after what stands before it: a name with its colon, or the hyphen of an item."""
    inner = f"{indent}  "
    match value:
        case str():
            yield from _text(lead, value, inner)
        case Mapping() if value:
            yield lead
            yield from _mapping(value, inner)
        case Sequence() if value and not _numbers(value):
            yield lead
            yield from _items(value, inner)
        case _:
            yield f"{lead} {_flow(value)}"


def _items(values: Sequence[Plain], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *rest = _mapping(value, f"{indent}  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}- {_flow(value)}"
        else:
            yield from _entry(f"{indent}-", value, indent)


def _numbers(values: Sequence[Plain]) -> bool:
    return all(isinstance(value, int | float) for value in values)


def _text(lead: str, text: str, indent: str) -> Iterator[str]:
    """Write text in its line, below `|` when it has several, or folded below `>-` when it is long."""
    if "\n" in text:
        yield f"{lead} |"
        yield from (f"{indent}{row}" if row else "" for row in text.split("\n"))
    elif len(lead) + len(text) >= WIDTH and _BREAK.search(text):
        yield f"{lead} >-"
        yield from (f"{indent}{row}" for row in _folded(text, WIDTH - len(indent)))
    else:
        yield f"{lead} {_line(text)}"


def _folded(text: str, width: int) -> Iterator[str]:
    """Part text into lines between words; a line that began with white space would not be folded."""
    held = ""
    for word in _BREAK.split(text):
        if held and len(held) + len(word) >= width:
            yield held
            held = word
        else:
            held = f"{held} {word}" if held else word
    yield held


def _line(text: str) -> str:
    """Write text in one line: bare, or in quotes where bare it would mean something else."""
    if isinstance(text, Bare) or _stays_text(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """Quote text: in double quotes where single ones would have to be doubled or lines would be lost."""
    if "\n" in text or ("'" in text and not {'"', "\\"} & set(text)):
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"


def _stays_text(text: str) -> bool:
    if not text or "\n" in text or _UNSAFE.match(text) or _OTHER_NUMBERS.fullmatch(text):
        return False
    try:
        return isinstance(scalar(text), str)
    except ValueError:
        return False


def _flow(value: Plain) -> str:
    """Write a value within one line."""
    match value:
        case str():
            return _quoted(value) if _FLOW.search(value) else _line(value)
        case Mapping():
            return "{}"
        case Sequence():
            return f"[{', '.join(_flow(item) for item in value)}]"
    return json.dumps(value)
