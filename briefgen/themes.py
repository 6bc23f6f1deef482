"""Themes: the tokens of a brief's look, read from TOML. Lengths are points; the page's own are millimetres in TOML."""

from __future__ import annotations

import hashlib
import re
from os.path import isfile
from pathlib import Path
from typing import Any

from attrs import field, fields_dict, frozen

from . import plugins
from .datafiles import inside, read_tables
from .errors import BriefgenError, Diagnostic, Place

MM = 72 / 25.4
ALIGNMENTS = ("left", "right", "center", "justify")
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
    """How one role of text is set: family (`serif`, `sans`), points, weight (400–900), a colour's name.

    `align` is `left`, `right`, `center` or `justify`; `hyphenate` parts words at the ends of lines by their language.
    """

    font: str
    size: float
    leading: float
    weight: int = 400
    colour: str = "ink"
    before: float = 0.0
    after: float = 0.0
    align: str = "left"
    hyphenate: bool = False


@frozen(kw_only=True)
class Word:
    """What a theme says about Word files alone."""

    reference: str = ""
    """The name of the house's own .docx or .dotx; empty where there is none."""
    data: bytes = field(default=b"", repr=False)
    styles: dict[str, str] = field(factory=dict, eq=False)
    """The house's style for each of ours, both by the names that Word shows: `{"Body Text": "Fließtext"}`."""
    fields: dict[str, str] = field(factory=dict, eq=False)
    """What the house's placeholders, tags and properties mean: `{"Betreff": "title"}`."""
    embed: bool = False
    """Whether the theme's faces ride along in the file, so that it looks the same where nobody has them."""


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
    word: Word = field(factory=Word, eq=False)


def shipped(*parts: str) -> Path:
    """Find a file among the templates that ship: inside the installed package, else beside it in the repository."""
    inside = Path(__file__).parent / "_templates"
    return (inside if inside.is_dir() else Path(__file__).parents[1] / "templates").joinpath(*parts)


def load_theme(name: str = "institute", page_size: str = "") -> Theme:
    """Read a theme by name, shipped or a plug-in's, or a theme file by path ending in `.toml`.

    A theme that `extends` another says only what differs. `page_size` (`A4`, `Letter`) stands in for the theme's own.
    Raises `BriefgenError` for what can't be read.
    """
    try:
        return _theme(_tokens(name, ()), page_size)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
        raise _error(name, f"the theme can't be read: {said}", "") from error


def _tokens(name: str, below: tuple[str, ...]) -> dict[str, Any]:
    """Read a theme's tokens over those of the theme that it extends."""
    path = Path(name) if name.endswith(".toml") else _named(name)
    if name in below:
        raise _error(name, f"the theme {name!r} extends itself in a circle", "")
    if not isfile(path):
        known = ", ".join(sorted({*(p.stem for p in shipped("themes").glob("*.toml")), *plugins.names("themes")}))
        raise _error(name, f"there is no theme {name[:60]!r}", f"known: {known}")
    own = read_tables(path)
    for font in own.get("fonts", {}).values():
        faces = font.get("faces", {})
        faces.update({style: _inside(path.parent, Path("fonts", file), name) for style, file in faces.items()})
    if "reference" in own.get("word", {}):
        own["word"]["reference"] = _inside(path.parent, own["word"]["reference"], name)
    base = own.pop("extends", "")
    if not base:
        return own
    beside = _inside(path.parent, base, name) if base.endswith(".toml") else base
    return _over(_tokens(beside, (*below, name)), own)


def _inside(folder: Path, file: str | Path, theme: str) -> str:
    """Find a file that a theme names: in the theme's folder or below, never outside."""
    path = inside(folder, file)
    if path is None or not isfile(path):
        raise _error(theme, f"there is no file {str(file)[:60]!r} in the theme's folder", "")
    return str(path)


def _over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay a theme's tokens over another's, table by table."""
    merged = dict(base)
    for key, value in own.items():
        under = base.get(key)
        merged[key] = _over(under, value) if isinstance(value, dict) and isinstance(under, dict) else value
    return merged


def _named(name: str) -> Path:
    own = shipped("themes", f"{name}.toml")
    found = plugins.find("themes", name, built_in=isfile(own))
    return plugins.load_path(found) if found else own


def _theme(tokens: dict[str, Any], page_size: str) -> Theme:
    size = page_size or tokens["page"]["size"]
    word = _word(tokens.get("word", {}))
    return Theme(
        name=tokens["name"],
        digest=hashlib.sha256(repr((tokens, size)).encode() + word.data).hexdigest(),
        page=_page(tokens["page"], size),
        fonts={key: _font(value) for key, value in tokens["fonts"].items()},
        colours={key: _colour(key, value) for key, value in tokens["colours"].items()},
        roles={key: _role(key, value, tokens) for key, value in tokens["roles"].items()},
        strokes={key: float(value) for key, value in tokens["strokes"].items()},
        word=word,
    )


def _word(tokens: dict[str, Any]) -> Word:
    for key in tokens:
        if key not in ("reference", "styles", "fields", "embed"):
            raise ValueError(f"the table 'word' has no {key!r}; expected one of reference, styles, fields, embed")
    embed = tokens.get("embed", False)
    if not isinstance(embed, bool) or (embed and "reference" in tokens):
        raise ValueError("'word.embed' is true or false; with 'word.reference' the house's file brings its own fonts")
    path = Path(tokens.get("reference", ""))
    data = path.read_bytes() if "reference" in tokens else b""
    maps = {key: {str(k): str(v) for k, v in tokens.get(key, {}).items()} for key in ("styles", "fields")}
    return Word(reference=path.name, data=data, embed=embed, **maps)


def _colour(name: str, value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch("#[0-9A-Fa-f]{6}", value):
        raise ValueError(f"the colour {name!r} is {value!r}; expected six hexadecimal digits, such as '#0F4C5C'")
    return value


def _role(name: str, values: dict[str, Any], tokens: dict[str, Any]) -> Role:
    known = fields_dict(Role)
    for key in values:
        if key not in known:
            raise ValueError(f"the role {name!r} has no {key!r}; expected one of {', '.join(known)}")
    role = Role(**values)
    if role.align not in ALIGNMENTS:
        raise ValueError(f"the role {name!r} is aligned {role.align!r}; expected one of {', '.join(ALIGNMENTS)}")
    for kind, chosen in (("font", role.font), ("colour", role.colour)):
        if chosen not in tokens[f"{kind}s"]:
            raise ValueError(f"the role {name!r} names the {kind} {chosen!r}, which the theme does not have")
    return role


def _page(tokens: dict[str, Any], size: str) -> Page:
    if size not in SIZES:
        raise ValueError(f"page size {size!r}; expected one of {', '.join(SIZES)}")
    width, height = SIZES[size]
    measures = {key[:-3]: value * MM for key, value in tokens.items() if key.endswith("_mm")}
    return Page(width=width, height=height, **measures)


def _font(tokens: dict[str, Any]) -> Font:
    faces = {style: Path(file) for style, file in tokens["faces"].items()}
    return Font(family=tokens["family"], word=tokens["word"], faces=faces)


def _error(where: str, message: str, hint: str) -> BriefgenError:
    return BriefgenError([Diagnostic("theme", message, place=Place(where), hint=hint)])
