"""`Shared`: a part that a house keeps for all its briefs, and the plain data of sources in a bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from ..errors import Diagnostic, InputError, Severity, at_fault
from ..model import Source
from ..model.describe import fields_of
from ..model.mistakes import shown
from ..model.shape import shape_of
from .decode import LARGEST, decoded
from .fitting import fitted
from .places import Places
from .yaml_reader import Read, read_yaml


@frozen
class Shared:
    """A part for briefs that refer to it: the field of a brief that it goes into, its kind, id, plain data, place.

    `found` are the warnings that its reading gave.
    """

    into: str
    kind: str
    id: str
    data: Mapping[str, Any]
    places: Places = field(repr=False)
    path: str
    found: tuple[Diagnostic, ...] = ()


def sources(file: Path) -> tuple[Shared, ...]:
    """Read a bibliography: BibTeX (`.bib`), RIS (`.ris`), CSL-JSON (`.json`), or a list of sources in YAML, which may
    stand under `references`.

    Raises `InputError` when it can't be read or a source has no id; what a source holds is looked at when it is used.
    """
    stamp = file.stat()
    return _sources(file, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=8)
def _sources(file: Path, *_stamp: int) -> tuple[Shared, ...]:
    """Read a bibliography once for many briefs, for as long as the file stays as it is."""
    with file.open("rb") as opened:
        text = decoded(opened.read(LARGEST + 1), str(file))
    suffix = file.suffix.lower()
    return _each_once(
        _exported(text, str(file), suffix) if suffix in (".bib", ".ris") else _listed_in(text, file, suffix)
    )


def _each_once(parts: tuple[Shared, ...]) -> tuple[Shared, ...]:
    """Keep the first source of each id; one that is used says where others of its id stand."""
    kept: dict[str, Shared] = {}
    for part in parts:
        first = kept.setdefault(part.id, part)
        if first is not part:
            kept[part.id] = evolve(first, found=(*first.found, _left_out(part)))
    return tuple(kept.values())


def _left_out(part: Shared) -> Diagnostic:
    message = f"the id {shown(part.id)} stands twice in this file; the first of the two is taken"
    return Diagnostic("duplicate-source", message, Severity.WARNING, place=part.places.of(part.path), path=part.path)


def _listed_in(text: str, file: Path, suffix: str) -> tuple[Shared, ...]:
    read = read_yaml(text, str(file))
    if at_fault(read.found):
        raise InputError(read.found)
    path = "references" if isinstance(read.value, Mapping) else ""
    items = enumerate(_listed(read.value, path, read.places))
    return tuple(_source(item, f"{path}[{at}]", read, suffix == ".json") for at, item in items)


def _exported(text: str, file: str, suffix: str) -> tuple[Shared, ...]:
    """Read what a reference manager has written as BibTeX or RIS."""
    if suffix == ".bib":
        from .bibtex import read_bibtex as entries
    else:
        from .ris import read_ris as entries
    made = []
    for at, (line, data) in enumerate(entries(text, file)):
        places = Places(file, {f"[{at}]": (line, 1)})
        clean, found = fitted(data, places, f"[{at}]")
        made.append(Shared("sources", "source", str(clean["id"]), clean, places, f"[{at}]", tuple(found)))
    return tuple(made)


def _listed(value: object, path: str, places: Places) -> list[object]:
    listed = value.get(path) if isinstance(value, Mapping) else value
    if not isinstance(listed, list):
        raise _wrong("a bibliography is a list of sources", places, path)
    return listed


def _source(item: object, path: str, read: Read, exported: bool) -> Shared:
    id = item.get("id") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(id, str | int):
        raise _wrong("a source of a bibliography needs an id", read.places, path)
    found = tuple(each for each in read.found if each.path.startswith(f"{path}."))
    data = {**item, **_texts(item)}
    if exported:  # CSL-JSON is a reference manager's; a list in YAML is somebody's own, and its slips are told
        data, more = fitted({**data, "id": str(id)}, read.places, path)
        found = (*found, *more)
    return Shared("sources", "source", str(data["id"]), data, read.places, path, found)


def _texts(item: Mapping[str, object]) -> dict[str, str]:
    """Give numbers as text where text is meant: reference managers write `"volume": 12`."""
    known = fields_of(Source)
    plain = ((name, value) for name, value in item.items() if isinstance(value, int) and not isinstance(value, bool))
    return {name: str(value) for name, value in plain if name in known and shape_of(known[name]).name in ("text", "id")}


def _wrong(message: str, places: Places, path: str) -> InputError:
    return InputError([Diagnostic("bibliography", message, place=places.of(path), path=path)])
