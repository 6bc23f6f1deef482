"""What every backend owes its users, as tests that pytest runs against it."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import subprocess
import sys
from functools import cache
from typing import ClassVar

import pytest

from ..backends.base import Backend, Rendered, Renderer, RenderOptions
from ..document.nodes import (
    BulletList,
    Column,
    Div,
    Document,
    Link,
    Meta,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    TableBody,
    Text,
)
from ..document.numbering import number
from ..themes import load_theme
from .everything import everything
from .hostile import HOSTILE, UNWRITABLE, attack, hostile
from .pieces import bare_document, cell, li, p
from .samples import samples
from .words import lost, squeezed

_SAMPLES = samples()
_NOTES = ("footnotes", "endnotes")
_UNSAFE = ("javascript:alert(1)", "data:text/html;base64,PHM+", "file:///etc/passwd", "vbscript:x", "//host/share")
_CHILD = """
import hashlib, pickle, sys
renderer, backend, theme, options, document = pickle.load(sys.stdin.buffer)
for each in (renderer, backend().prepare(theme, options)):
    print(hashlib.sha256(each.render(document).data).hexdigest())
"""


class BackendConformance:
    """Derive a class named `Test…` from this one, name the backend, and say how its files are read.

        class TestMine(BackendConformance):
            backend = MyBackend

            def read(self, data):
                return data.decode()

    The backend's class must stand in a module that another process can import.
    """

    backend: ClassVar[type[Backend]]
    leaves_out: ClassVar[tuple[type[Node], ...]] = ()
    """The nodes that the format has no way to show; a diagnostic has to say so each time."""

    def read(self, data: bytes) -> str:
        """Give everything that a file holds for its readers, in the order of reading.

        That is its text, the words for pictures, what abbreviations stand for, and the addresses of links. Blanks
        don't matter; marks of the format itself, such as Markdown's stars, are left out.
        """
        raise NotImplementedError("say how a file of this backend is read")

    def check(self, data: bytes) -> None:
        """Raise when a file is not sound. It is called for every file that is made; without it, no file is checked."""

    def render(self, document: Document, *, comments: bool = False) -> Rendered:
        """Write a document in the theme that ships."""
        rendered = _renderer(self.backend, comments).render(document)
        self.check(rendered.data)
        return rendered

    def lost(self, document: Document, rendered: Rendered) -> list[str]:
        """List what a document says and its file does not."""
        return lost(document, self.read(rendered.data), self.leaves_out)

    # --- what it is -----------------------------------------------------------------------------------------------

    def test_it_says_what_it_is(self) -> None:
        """It has a name, the suffix made of it, and a media type."""
        backend = self.backend()
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", backend.name), f"{backend.name!r}: lower case, so that it is found"
        assert backend.suffix == f".{backend.name}", "the suffix is the name after a full stop"
        assert re.fullmatch(r"[a-z]+/[\w.+-]+", backend.media_type), f"{backend.media_type!r} is no media type"

    # --- nothing is lost ------------------------------------------------------------------------------------------

    @pytest.mark.parametrize("node", _SAMPLES)
    def test_every_node_is_shown_or_told(self, node: str) -> None:
        """What the node says stands in the file; of a node that is left out, a diagnostic says so."""
        document = _SAMPLES[node]
        rendered = self.render(document)
        assert self.lost(document, rendered) == []
        if node in {kind.__name__ for kind in self.leaves_out}:
            assert rendered.diagnostics, f"{node} is left out in silence"

    @pytest.mark.parametrize("notes", _NOTES)
    def test_a_document_with_every_node_reads_back_whole(self, notes: str) -> None:
        """Nodes among and within each other say what they say alone."""
        document = everything("endnotes" if notes == "endnotes" else "footnotes")
        assert self.lost(document, self.render(document)) == []

    def test_text_stands_in_the_order_of_reading(self) -> None:
        """Paragraphs, items, cells row by row, quotations and sections follow one another."""
        document, words = _in_order()
        text = squeezed(self.read(self.render(document).data))
        assert list(dict.fromkeys(re.findall("|".join(words), text))) == words

    def test_a_title_is_enough(self) -> None:
        """A document without a body is a file, with its title."""
        assert self.lost(bare_document(), self.render(bare_document())) == []
        self.render(Document(meta=Meta(title="A title")))

    def test_remarks_are_not_printed(self) -> None:
        """What authors tell each other stays out of the file unless it is asked for."""
        rendered = self.render(_SAMPLES["Comment"])
        assert squeezed("Who wrote this?") not in squeezed(self.read(rendered.data))
        self.render(_SAMPLES["Comment"], comments=True)

    # --- text is never markup -------------------------------------------------------------------------------------

    @pytest.mark.parametrize("text", HOSTILE)
    def test_text_is_never_markup(self, text: str) -> None:
        """Text that is markup to some format reads back sign by sign, wherever it stands."""
        document = bare_document(attack(text), title=text, keywords=(text,), authors=(text,), footer=text, kind=text)
        rendered = self.render(document)
        assert text.isascii() is False or self.lost(document, rendered) == []
        assert rendered.diagnostics or self.lost(document, rendered) == []

    @pytest.mark.parametrize("text", UNWRITABLE, ids=ascii)
    def test_what_a_file_cannot_hold_is_told(self, text: str) -> None:
        """Control characters and halves of characters do no harm, and none goes missing in silence."""
        document = bare_document(attack(text), title=text, keywords=(text,), authors=(text,), footer=text, kind=text)
        rendered = self.render(document)
        assert rendered.diagnostics or self.lost(document, rendered) == []

    @pytest.mark.parametrize("address", _UNSAFE)
    def test_a_link_that_runs_or_reads_something_is_no_link(self, address: str) -> None:
        """Only http, https and mailto lead out; the words of any other link stay, and a diagnostic says so."""
        rendered = self.render(bare_document(Paragraph((Link(address, (Text("harmless words"),)),))))
        text = squeezed(self.read(rendered.data))
        assert squeezed("harmless words") in text
        assert address not in text, "the address is in the file"
        assert rendered.diagnostics, "the address is left out in silence"

    # --- the same document, the same bytes ------------------------------------------------------------------------

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        """Whatever was written before, by this renderer or another."""
        first = self.render(everything()).data
        self.render(hostile())
        assert self.render(everything()).data == first
        assert _prepared(self.backend, comments=False).render(everything()).data == first

    def test_another_process_gives_the_same_bytes(self) -> None:
        """Whatever its hash seed, time zone and locale; backend, renderer and document can be sent there."""
        sent = (_renderer(self.backend, False), self.backend, load_theme(), RenderOptions(), everything())
        digest = hashlib.sha256(self.render(everything()).data).hexdigest()
        assert {_elsewhere(sent, seed=seed, zone=zone) for seed, zone in _PLACES} == {(digest, digest)}

    def test_a_renderer_can_be_pickled(self) -> None:
        """So that documents can be written on several processors."""
        renderer = pickle.loads(pickle.dumps(_renderer(self.backend, False)))
        assert renderer.render(everything()).data == self.render(everything()).data


_PLACES = (("1", "Asia/Tokyo"), ("2", "America/Lima"))


def _prepared(backend: type[Backend], comments: bool) -> Renderer:
    return backend().prepare(load_theme(), RenderOptions(comments=comments))


_renderer = cache(_prepared)


def _elsewhere(sent: object, seed: str, zone: str) -> tuple[str, ...]:
    """Render in another process, twice: by the renderer that is sent, and by one that is made there."""
    paths = os.pathsep.join(path for path in sys.path if path)
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD], input=pickle.dumps(sent), env=env, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return tuple(done.stdout.decode().split())


def _in_order() -> tuple[Document, list[str]]:
    """Make a document of numbered words, and list them as they are read."""
    words = [f"word{i:02}" for i in range(17)]
    take = iter(words).__next__
    blocks = (
        p(take()),
        BulletList((li(take(), OrderedList((li(take()), li(take())))), li(take()))),
        Table(
            (Column(), Column()),
            head=(Row((cell(take()), cell(take()))),),
            bodies=(TableBody((Row((cell(take()), cell(take()))),)),),
        ),
        Quote((p(take()),)),
        Div((p(take()), p(take()))),
        Section((Text(take()),), (p(take()), Section((Text(take()),), (p(take()),)))),
        p(take()),
    )
    return number(Document(meta=Meta(title="Order"), blocks=(p("Order", "title"), *blocks)))[0], words
