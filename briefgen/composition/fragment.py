"""Markdown that was rendered, read into blocks: the whole of a template, or a piece handed to a function."""

from __future__ import annotations

from typing import Any

from ..document.nodes import Blocks
from ..prose.markdown import read_tokens
from ..prose.reading import Reading
from .dialect import ShowLine, TemplateHooks
from .divs import READERS
from .environment import environment
from .markdown import parser
from .marks import unmark
from .slots import Slots
from .source import Source
from .state import current
from .syntax import show_attributes


def blocks_of(source: Source) -> Blocks:
    """Read Markdown that a template hands to a function; its headings nest among themselves."""
    render = current()
    return read(str(source), render.slots, render.shown, fragment=True)


def read(text: str, slots: Slots, shown: ShowLine, *, fragment: bool = False) -> Blocks:
    """Read what was rendered. Raises `TemplateError` for what can't be right."""
    rendered = unmark(show_attributes(text), slots, {number: name for name, number in environment().numbers.items()})
    hooks = TemplateHooks(rendered, slots, shown, fragment)
    env: dict[str, Any] = {}
    tokens = parser().parse(rendered.text, env)
    return read_tokens(Reading(hooks, rendered.text.split("\n"), more=READERS), tokens, env)
