"""What a house file must not bring along: ways out of the file, embedded programs, fields that load from elsewhere."""

from __future__ import annotations

import re
from typing import Any

from ..links import address
from .opening import NEEDED, refused
from .parts import R, W, kind_of, parsed, relations_of, relations_part, serialised, target_of

_EMBEDDED = {"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "attachedTemplate"}
_LOADING = re.compile(r'\s*"?(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE)\b', re.IGNORECASE)
_RUNS = {f"{W}r", f"{W}hyperlink"}
# Where these ask to be updated on opening, point elsewhere, or hold what was said in the margin of the template.
_SETTINGS = ("updateFields", "attachedTemplate", "mailMerge", "linkStyles", "docVars")


def cleaned(parts: dict[str, bytes], name: str) -> tuple[dict[str, bytes], list[str]]:
    """Give the parts without what leads outside, and say what was taken out."""
    out, taken, embedded = dict(parts), list[str](), set[str]()
    for part in sorted(parts):
        if part.endswith(".rels") or relations_part(part) not in parts:
            continue
        bad = [relation for relation in relations_of(parts, part, name) if _leads_outside(relation)]
        if bad:
            out |= _without(out, part, bad, name)
            taken += [f"{kind_of(relation)} {str(relation.get('Target'))[:80]!r}" for relation in bad]
            embedded |= {target_of(relation, part) for relation in bad if relation.get("TargetMode") != "External"}
    for part in sorted(out):
        if part.startswith("word/") and part.endswith(".xml") and b"instr" in out[part]:
            _refuse_loading(parsed(out[part], part, name), name)
    return {part: content for part, content in out.items() if part not in embedded - NEEDED}, taken


def _leads_outside(relation: Any) -> bool:
    if kind_of(relation) in _EMBEDDED:
        return True
    if relation.get("TargetMode") != "External":
        return False
    return kind_of(relation) != "hyperlink" or not address(relation.get("Target") or "")


def _without(parts: dict[str, bytes], part: str, bad: list[Any], name: str) -> dict[str, bytes]:
    """Take relationships away, and with them the runs that show what they led to."""
    gone = {relation.get("Id") for relation in bad}
    listed = parsed(parts[relations_part(part)], part, name)
    for relation in list(listed):
        if relation.get("Id") in gone:
            listed.remove(relation)
    changed = {relations_part(part): serialised(listed)}
    if part.endswith(".xml"):
        root = parsed(parts[part], part, name)
        users = [e for e in root.iter() if any(k.startswith(R) and v in gone for k, v in e.attrib.items())]
        for element in users:
            _take_out(element)
        changed[part] = serialised(root)
    return changed


def _take_out(element: Any) -> None:
    """Take out the run around an element; a link leaves its words."""
    run = next((e for e in (element, *element.iterancestors()) if e.tag in _RUNS), element)
    parent = run.getparent()
    if parent is None:
        return
    if run.tag == f"{W}hyperlink":
        for child in list(run):
            run.addprevious(child)
    parent.remove(run)


def _refuse_loading(root: Any, name: str) -> None:
    """Word asks before it follows such a field, and a reader may say yes."""
    said = [element.get(f"{W}instr") or "" for element in root.iter(f"{W}fldSimple")]
    current = ""
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            current += element.text or ""
        else:
            said.append(current)
            current = ""
    for instruction in said:
        if found := _LOADING.match(instruction):
            raise refused(name, f"a field of the file loads something from elsewhere ({found[1].upper()})")


def clean_settings(content: bytes, name: str) -> bytes:
    """Take out of the settings what asks to update fields, what merges letters, and where a template lay."""
    root = parsed(content, "word/settings.xml", name)
    for tag in _SETTINGS:
        for element in root.findall(f"{W}{tag}"):
            root.remove(element)
    return serialised(root)
