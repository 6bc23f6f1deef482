"""The machine's own fonts, for characters that no face of the theme has.

They are looked for in the folders where systems keep them, in the order of their names, so that the same machine always
takes the same face. Only TrueType outlines can be embedded, and only where the face's makers allow it.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from pathlib import Path

from ...errors import RenderError
from .fonts import Face

FOLDERS: tuple[str, ...] = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "%WINDIR%/Fonts",
)
OTHER_CUTS = re.compile("oblique|italic|cond|narrow|light|thin|black|heavy|medium|extra|semi|mono|math|symbol", re.I)
RESTRICTED = 0x0002
"""The bit of OS/2's fsType by which a face may not be embedded."""


def system_face(cluster: str, bold: bool) -> Face | None:
    """Give the first face that can draw some characters together; upright, and bold where that is asked for."""
    return _find(FOLDERS, cluster, bold)


@lru_cache(maxsize=4096)
def _find(folders: tuple[str, ...], cluster: str, bold: bool) -> Face | None:
    for path in _paths(folders, bold):
        if all(ord(character) in _characters(path) for character in cluster):
            face = _face(path, f"S{_files(folders).index(path)}")
            if face is not None:
                return face
    return None


@cache
def _files(folders: tuple[str, ...]) -> tuple[Path, ...]:
    found = (
        Path(at, name)
        for folder in folders
        for at, _, names in os.walk(os.path.expandvars(os.path.expanduser(folder)))
        for name in names
        if name.lower().endswith((".ttf", ".ttc"))
    )
    return tuple(sorted(found, key=str))


@cache
def _paths(folders: tuple[str, ...], bold: bool) -> tuple[Path, ...]:
    """Put plain cuts first."""
    names = [path.stem.lower() for path in _files(folders)]
    order = sorted(
        zip(names, _files(folders)), key=lambda f: (bool(OTHER_CUTS.search(f[0])), ("bold" in f[0]) != bold, *f)
    )
    return tuple(path for _, path in order)


@cache
def _characters(path: Path) -> frozenset[int]:
    """Give what a face can draw; nothing when it can't be read or embedded."""
    import uharfbuzz

    try:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        if "glyf" not in face.table_tags or _restricted(face.reference_table("OS/2").data):
            return frozenset()
        return frozenset(face.unicodes)
    except (OSError, ValueError):
        return frozenset()


def _restricted(table: bytes) -> bool:
    return len(table) >= 10 and int.from_bytes(table[8:10], "big") & 0x000F == RESTRICTED


@cache
def _face(path: Path, key: str) -> Face | None:
    try:
        return Face(path, key)
    except RenderError:
        return None
