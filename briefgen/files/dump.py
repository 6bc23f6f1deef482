"""From a brief to a file of it that reads back as the same brief."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from ..errors import Diagnostic, InputError
from ..model import Brief
from .frontmatter_writer import to_markdown
from .load import FORMAT
from .plain import Plain, plain
from .yaml_writer import to_yaml


def dumps(brief: Brief, form: str = "yaml") -> str:
    """Write a brief as `yaml`, `json`, or `markdown` (front matter, and its prose below).

    Every id is written out, and what equals its default is left out. The same brief gives the same text, and the
    text reads back as an equal brief. Raises `InputError` for another form.
    """
    if form not in FORMS:
        raise InputError([Diagnostic("no-form", f"'{form}' is no form of a file", hint=f"known: {', '.join(FORMS)}")])
    return FORMS[form]({"format": FORMAT, **plain(brief)})


def _json(data: Mapping[str, Plain]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMS: dict[str, Callable[[Mapping[str, Plain]], str]] = {"yaml": to_yaml, "json": _json, "markdown": to_markdown}
