"""The parts of a house file as trees, and what leads from one to another."""

from __future__ import annotations

import posixpath
from typing import Any

from ..relations import OFFICE, PACKAGE
from ..xml import WORD
from .opening import refused

W = f"{{{WORD}}}"
R = f"{{{OFFICE[:-1]}}}"
_RELATIONSHIP = f"{{{PACKAGE}relationships}}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"


def parsed(content: bytes, part: str, name: str) -> Any:
    """Parse a part of a house file; raises `InputError` for what is no XML, or Strict Open XML."""
    if _STRICT in content:
        raise refused(name, "the file is Strict Open XML", "save it as an ordinary Word document (.docx)")
    return tree(content, part, name)


def tree(content: bytes, part: str, name: str) -> Any:
    """Parse a part without resolving anything; raises `InputError` for what is no XML."""
    from lxml import etree

    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise refused(name, f"{part!r} is no XML") from None


def serialised(root: Any) -> bytes:
    """Write a tree as a part."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def relations_part(part: str) -> str:
    """Name the part that holds another part's relationships."""
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def relations_of(parts: dict[str, bytes], part: str, name: str) -> list[Any]:
    """Give the relationships of a part as elements."""
    content = parts.get(relations_part(part))
    return [] if content is None else list(parsed(content, relations_part(part), name).iter(_RELATIONSHIP))


def target_of(relation: Any, part: str) -> str:
    """Give the name of the part that a relationship leads to."""
    target = relation.get("Target") or ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def kind_of(relation: Any) -> str:
    """Give the last word of a relationship's type."""
    return str(relation.get("Type") or "").rsplit("/", 1)[-1]
