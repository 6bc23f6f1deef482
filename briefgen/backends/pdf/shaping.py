"""What one document uses of the faces, and what it asks for that no face has."""

from __future__ import annotations

import unicodedata

from ...document.nodes import Node
from ...errors import Diagnostic, Place, Severity
from ...language.locales import direction
from .fonts import Face, Shaped
from .styles import Pen, Styles


class Shaper:
    """Shapes a document's words; knows the glyphs that it uses and what each of them says."""

    def __init__(self, styles: Styles, language: str = "") -> None:
        self.styles = styles
        self.language = language
        """The document's language."""
        self.directed = direction(language) == "rtl"
        """Whether any text may run from right to left."""
        self.used: dict[Face, dict[int, str]] = {}
        self.words: dict[Face, dict[str, Shaped]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.parted: dict[tuple[Pen, str], list[tuple[Pen | None, str]]] = {}
        """Runs of text that one face lacks, parted by the pens whose faces have them."""
        self._said: dict[Face, set[tuple[int, str]]] = {}
        """Glyphs with what they say, where that is what they say in the whole document."""
        self._reported: set[tuple[str, str]] = set()

    def of(self, face: Face) -> dict[str, Shaped]:
        """Give the words of a face that this document has met, to look them up quickly."""
        words = self.words.get(face)
        if words is None:
            words = self.words[face] = {}
            self.used.setdefault(face.base, {})
            self.use(face, face.space)
        return words

    def word(self, face: Face, text: str) -> Shaped:
        """Shape a word."""
        words = self.of(face)
        shaped = words.get(text)
        if shaped is None:
            shaped = face.word(text)
            self.directed = self.directed or shaped.directed
            if self.use(face, shaped):
                shaped = shaped._replace(parts=self._runs(face, shaped, text), mixed=True)
            words[text] = shaped
        return shaped

    def use(self, face: Face, shaped: Shaped) -> bool:
        """Note that the document draws these glyphs; say whether any of them says something else already.

        A face may have one glyph for several characters, such as µ and μ. It says the usual one, else the one that
        the document uses first.
        """
        known = self._said.setdefault(face.base, set())
        if known.issuperset(shaped.glyphs):
            return False
        if shaped.meant:  # what is read back stands beside it
            for glyph, text in shaped.glyphs:
                self.used[face.base].setdefault(glyph, text)
            return False
        used, clash = self.used[face.base], False
        for pair in shaped.glyphs:
            glyph, text = pair
            said = used.get(glyph)
            if said is None:
                said = used[glyph] = text if text.isascii() else _usual(face, glyph, text)
            if said == text or text.isspace():
                known.add(pair)
            else:
                clash = True
        return clash

    def _runs(self, face: Face, shaped: Shaped, word: str) -> tuple[str, ...]:
        """Part a word where its glyphs begin or cease to say what they say elsewhere."""
        runs: list[str] = []
        alike = False
        for glyph, text in shaped.glyphs:
            same = self.used[face.base][glyph] == text
            if same and alike:
                runs[-1] += text
            else:
                runs.append(text)
            alike = same
        return tuple(runs) if "".join(runs) == word else (word,)

    def report(
        self,
        code: str,
        message: str,
        node: Node | None,
        hint: str = "",
        once: str = "",
        *,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Add a finding about a node; `once` names what need not be said again."""
        if once and (code, once) in self._reported:
            return
        self._reported.add((code, once))
        self.diagnostics.append(
            Diagnostic(code, message, severity, place(node), node.origin.path if node and node.origin else "", hint)
        )

    def borrowed(self, face: Face, cluster: str, node: Node | None) -> None:
        """Tell of a face of the machine's that helps out."""
        code = " ".join(f"U+{ord(character):04X}" for character in cluster)
        said = f"no face of the theme has {code}; this machine's {face.postscript_name} draws it"
        hint = "name a font that has it in the theme, so that the file is the same on every machine"
        self.report("borrowed-font", said, node, hint, face.key, severity=Severity.INFO)

    def missing(self, character: str, node: Node | None) -> None:
        """Tell of a character that no face of the theme has."""
        code = f"U+{ord(character):04X}"
        name = unicodedata.name(character, "").lower()
        said = f"no face of the theme or of this machine has the character {code}{f' ({name})' if name else ''}"
        hint = "name a font that has it in the theme"
        self.report("missing-glyph", f"{said}; a box stands for it", node, hint, once=character)


def _usual(face: Face, glyph: int, text: str) -> str:
    """Give the usual character that a glyph stands for beside this one: μ for the micro sign, Ω for the ohm sign."""
    plain = unicodedata.normalize("NFKC", text)
    return plain if len(plain) == 1 and plain != text and face.glyph(plain) == glyph else text


def place(node: Node | None) -> Place | None:
    """Say which template line made a node."""
    return Place(node.pos.template, node.pos.line) if node and node.pos else None
