"""Relationships and content types: how the parts of a package find each other."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, mutable

from .xml import DECLARATION

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@mutable
class Relations:
    """The relationships of one part: each target once, its id counted from 1 behind `prefix`."""

    prefix: str
    entries: dict[tuple[str, str, bool], str] = field(factory=dict)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Give the id of the relationship to a target; `target` is escaped already."""
        key = (kind, target, outside)
        return self.entries.setdefault(key, f"{self.prefix}{len(self.entries) + 1}")

    def xml(self) -> str:
        """Write the entries."""
        return "".join(relationship(name, *key) for key, name in self.entries.items())


def relationship(name: str, kind: str, target: str, outside: bool = False) -> str:
    """Write one relationship; `kind` is the last word of an office type, or a whole one."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{name}" Type="{kind if ":" in kind else OFFICE + kind}" Target="{target}"{mode}/>'


def relationships(entries: str) -> str:
    """Write a relationships part of entries."""
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{entries}</Relationships>'


def content_types(defaults: Iterable[tuple[str, str]], overrides: Iterable[tuple[str, str]]) -> str:
    """Write the content types: by suffix, and by part."""
    by_suffix = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in defaults)
    by_part = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return f'{DECLARATION}<Types xmlns="{PACKAGE}content-types">{by_suffix}{by_part}</Types>'
