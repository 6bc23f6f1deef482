"""A house file is whole: every part can be read, is what it is said to be, and leads only to parts that are there."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from .opening import refused
from .parts import R, W, kind_of, parsed, relations_of, target_of

_READ = (".xml", ".rels", ".vml")
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fonts",
    "header": "hdr",
    "footer": "ftr",
}
_STORIES = {f"{W}document", f"{W}hdr", f"{W}ftr"}


def check_whole(parts: dict[str, bytes], name: str) -> None:
    """Raise `InputError` for a part that is no XML or of another kind, or that leads to a part that is not there."""
    roots = {_called(part): parsed(parts[part], part, name) for part in sorted(parts) if part.endswith(_READ)}
    there = {_called(part) for part in parts}
    for part in sorted(parts):
        relations = relations_of(parts, part, name)
        _check_uses(roots.get(_called(part)), {relation.get("Id") for relation in relations}, part, name)
        for relation in relations:
            target, kind = target_of(relation, part), kind_of(relation)
            if relation.get("TargetMode") == "External" or kind == "hyperlink":
                continue
            if kind == "vbaProject":
                raise refused(name, "the file holds macros", "save it as .docx or .dotx")
            if _called(target) not in there:
                raise refused(name, f"the file is not whole: {target[:80]!r} is missing")
            _check_kind(roots.get(_called(target)), kind, target, name)


def _called(part: str) -> str:
    """Give a part's name as names are compared: without regard to case and to how signs are written."""
    return unquote(part).lower()


def _check_kind(root: Any, kind: str, target: str, name: str) -> None:
    expected = _ROOTS.get(kind)
    if expected and (root is None or root.tag != f"{W}{expected}"):
        raise refused(name, f"{target[:80]!r} does not hold the {kind} of a Word file")


def _check_uses(root: Any, known: set[str], part: str, name: str) -> None:
    """Text that uses what it does not lead to would make a file that Word calls damaged."""
    if root is None or root.tag not in _STORIES:
        return
    used = {v for e in root.iter() for k, v in e.attrib.items() if k.startswith(R) and v}
    if used - known:
        raise refused(name, f"the file is not whole: {part!r} uses {min(used - known)[:40]!r}, which is missing")
