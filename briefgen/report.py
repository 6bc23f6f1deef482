"""Diagnostics as text, as JSON, or as SARIF 2.1.0, for people, scripts and code hosts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .errors import Diagnostic, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Write one line for each finding."""
    return "".join(f"{_one_line(str(diagnostic))}\n" for diagnostic in diagnostics)


def _one_line(text: str) -> str:
    """Keep a message on its line, whatever the data it quotes holds: a terminal must not act on it."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a list of objects: code, severity, file, line, column, path, message, hint."""
    return json.dumps([_object(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=1) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "path": diagnostic.path,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a SARIF log of one run (OASIS SARIF 2.1.0, section 3.13)."""
    from ._version import version

    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {"name": "briefgen", "version": version(), "rules": [{"id": code} for code in codes]}
    run = {"tool": {"driver": driver}, "results": [_result(diagnostic) for diagnostic in diagnostics]}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(diagnostic: Diagnostic) -> dict[str, object]:
    said = "; ".join(part for part in (diagnostic.message, diagnostic.hint) if part)
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": said},
    }
    location: dict[str, object] = {}
    if diagnostic.place and diagnostic.place.file:
        location["physicalLocation"] = _physical(diagnostic)
    if diagnostic.path:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.path}]
    if location:
        result["locations"] = [location]
    return result


def _physical(diagnostic: Diagnostic) -> dict[str, object]:
    from urllib.parse import quote

    place = diagnostic.place
    assert place is not None
    found: dict[str, object] = {"artifactLocation": {"uri": quote(place.file.replace("\\", "/"))}}
    if place.line:
        found["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    return found


FORMATS = {"text": as_text, "json": as_json, "sarif": as_sarif}
