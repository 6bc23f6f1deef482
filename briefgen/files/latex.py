"""LaTeX's notation in BibTeX's values as plain text: accents, dashes, quotation marks, commands around words."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—",
    "textquoteright": "’", "textquoteleft": "‘", "S": "§", "pounds": "£", "euro": "€", "texteuro": "€",
}  # fmt: skip
_ACCENT = re.compile(r"\\(?:([`'^~\"=.])\s*|([uvHckrdb])(?:\s+|(?=\{)))(?:\{\s*(\\?\w)\s*\}|(\\?\w))")
_LETTER = re.compile(rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])\s*(?:\{{\}})?")
_MARKED = re.compile(r"[\\{}~`'-]|[^\x00-\x7f]")
_SUFFIX = re.compile(r"[JS]r\.?|I{2,3}|IV")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*")


def plain(value: str) -> str:
    r"""Give a value as text.

    >>> plain(r"G{\"o}del {\&} {NATO}'s ``caf\'e'' --- pp.~4--9")
    'Gödel & NATO’s “café” — pp. 4–9'
    """
    if not _MARKED.search(value):
        return " ".join(value.split())
    text = _ACCENT.sub(_accented, value)
    text = _LETTER.sub(lambda match: _LETTERS[match[1]], text)
    text = re.sub(r"\\([&%$#_{} ])", lambda match: {"{": "\ue000", "}": "\ue001"}.get(match[1], match[1]), text)
    text = _COMMAND.sub("", text)
    for written, meant in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("'", "’")):
        text = text.replace(written, meant)
    text = re.sub(r"(?<!/)~", " ", text) if "://" not in text else text
    text = text.translate({ord("{"): None, ord("}"): None, 0xE000: "{", 0xE001: "}"})
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _accented(match: re.Match[str]) -> str:
    letter = (match[3] or match[4]).removeprefix("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[match[1] or match[2]])


def split_names(value: str) -> list[dict[str, str]]:
    """Give the names of an author or editor field; a name in braces is taken whole.

    >>> split_names("van der Berg, Jan and {World Health Organization} and Ellen Marsh")[1:]
    [{'literal': 'World Health Organization'}, {'family': 'Marsh', 'given': 'Ellen'}]
    """
    names: list[list[str]] = [[]]
    depth = 0
    for word in value.split():
        if word.lower() == "and" and depth <= 0:
            names.append([])
        else:
            names[-1].append(word)
        depth += word.count("{") - word.count("}")
    return [_name(name) for name in map(" ".join, names) if plain(name)]


def _apart(name: str) -> list[str]:
    """Split a name at the commas that stand outside all braces."""
    parts, depth = [""], 0
    for piece in re.split(r"([{},])", name):
        depth += (piece == "{") - (piece == "}")
        if piece == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _name(name: str) -> dict[str, str]:
    if name.lower() == "others" or (name[0] == "{" and name[-1] == "}" and name.count("{") == 1):
        return {"literal": plain(name)}
    parts = [plain(part) for part in _apart(name)]
    if len(parts) == 1:
        given, family = _spoken(parts[0].split())
        suffix = ""
    else:
        family, given, suffix = parts[0], parts[-1], parts[1] if len(parts) > 2 else ""
        if _SUFFIX.fullmatch(given) and suffix:  # BibTeX has it before the given name, many people behind
            given, suffix = suffix, given
    particle, family = _particle(family.split())
    fields = {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}
    if not given:
        return {"literal": " ".join(word for word in (particle, family) if word)}
    return {key: text for key, text in fields.items() if text}


def _spoken(words: list[str]) -> tuple[str, str]:
    """Part a name as it is spoken: the family name begins with the first small word, else it is the last word."""
    first = next((i for i, word in enumerate(words[:-1]) if i and word[:1].islower()), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _particle(words: list[str]) -> tuple[str, str]:
    count = next((i for i, word in enumerate(words) if not word[:1].islower()), 0)
    return " ".join(words[:count]), " ".join(words[count:])
