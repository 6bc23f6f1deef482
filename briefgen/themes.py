"""Themes: the tokens of a brief's look, read from TOML. Lengths are points; the page's own are millimetres in TOML."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from attrs import field, frozen

from . import plugins
from .errors import BriefgenError, Diagnostic, Place

MM = 72 / 25.4
SIZES = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}


@frozen(kw_only=True)
class Page:
    """A page's measures in points. Prose keeps to `text`; what is wide spans `text + gutter + side`."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    text: float
    gutter: float
    side: float
    header: float
    footer: float

    @property
    def wide(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


@frozen(kw_only=True)
class Font:
    """A family, the name that a Word file gives it, and its faces: `400`, `400i`, … to a TrueType file."""

    family: str
    word: str
    faces: dict[str, Path] = field(eq=False)


@frozen(kw_only=True)
class Role:
    """How one role of text is set: family (`serif`, `sans`), points, weight (400–900), a colour's name."""

    font: str
    size: float
    leading: float
    weight: int = 400
    colour: str = "ink"
    before: float = 0.0
    after: float = 0.0


@frozen(kw_only=True)
class Theme:
    """Everything that decides a brief's look. Two themes are equal when their digests are."""

    name: str
    digest: str
    page: Page = field(eq=False)
    fonts: dict[str, Font] = field(eq=False)
    colours: dict[str, str] = field(eq=False)
    roles: dict[str, Role] = field(eq=False)
    strokes: dict[str, float] = field(eq=False)


def shipped(*parts: str) -> Path:
    """Find a file among the templates that ship: inside the installed package, else beside it in the repository."""
    inside = Path(__file__).parent / "_templates"
    return (inside if inside.is_dir() else Path(__file__).parents[1] / "templates").joinpath(*parts)


def load_theme(name: str = "institute", page_size: str = "") -> Theme:
    """Read a theme by name, shipped or a plug-in's, or a theme file by path ending in `.toml`.

    `page_size` (`A4`, `Letter`) stands in for the theme's own. Raises `BriefgenError` for what can't be read.
    """
    path = Path(name) if name.endswith(".toml") else _named(name)
    try:
        data = path.read_bytes()
    except OSError:
        known = ", ".join(sorted({*(p.stem for p in shipped("themes").glob("*.toml")), *plugins.names("themes")}))
        raise _error(name, f"there is no theme {name!r}", f"known: {known}") from None
    try:
        return _theme(tomllib.loads(data.decode("utf-8")), path.parent, data, page_size)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _error(str(path), f"the theme can't be read: {error}", "") from error


def _named(name: str) -> Path:
    own = shipped("themes", f"{name}.toml")
    found = plugins.find("themes", name, built_in=own.is_file())
    return plugins.load_path(found) if found else own


def _theme(tokens: dict[str, Any], folder: Path, data: bytes, page_size: str) -> Theme:
    size = page_size or tokens["page"]["size"]
    return Theme(
        name=tokens["name"],
        digest=hashlib.sha256(data + size.encode()).hexdigest(),
        page=_page(tokens["page"], size),
        fonts={key: _font(value, folder / "fonts") for key, value in tokens["fonts"].items()},
        colours=dict(tokens["colours"]),
        roles={key: Role(**value) for key, value in tokens["roles"].items()},
        strokes={key: float(value) for key, value in tokens["strokes"].items()},
    )


def _page(tokens: dict[str, Any], size: str) -> Page:
    if size not in SIZES:
        raise ValueError(f"page size {size!r}; expected one of {', '.join(SIZES)}")
    width, height = SIZES[size]
    measures = {key[:-3]: value * MM for key, value in tokens.items() if key.endswith("_mm")}
    return Page(width=width, height=height, **measures)


def _font(tokens: dict[str, Any], folder: Path) -> Font:
    faces = {style: folder / file for style, file in tokens["faces"].items()}
    return Font(family=tokens["family"], word=tokens["word"], faces=faces)


def _error(where: str, message: str, hint: str) -> BriefgenError:
    return BriefgenError([Diagnostic("theme", message, place=Place(where), hint=hint)])
