"""Every text of a brief may hold anything: it is shown or refused by name in every format, and does nothing."""

import sys
from functools import cache

import pytest
from briefs import plain
from hostile.filling import changed, errors, filled
from hostile.strings import MARKED_UP, TEXTS
from reading_back import FORMATS, addresses, built, comparable, rendered, text_of

import briefgen
from briefgen.document.nodes import Code, CodeBlock, Document, Meta, Text
from briefgen.document.walk import walk
from briefgen.model.describe import class_in, field_at, holds_prose
from briefgen.model.repair import repair
from briefgen.prose import Prose

OUTSIDE = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
reached = []
# A hook can't be taken away again; it looks only for what no test of ours does in its own process while rendering.
sys.addaudithook(lambda event, given: reached.append(event) if event in OUTSIDE or "passwd" in str(given[:1]) else None)


@cache
def printed():
    """Give the marks of the fields that each format shows."""
    made = filled(str, str)
    texts = text_of(built(made.brief))
    return {to: {mark for mark in made.marks.values() if mark in text.casefold()} for to, text in texts.items()}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_every_field_is_shown_as_it_is(name):
    """Whatever a field holds, each format says it character by character, unless an error names the field."""
    text = TEXTS[name]
    made = filled(lambda mark: f"{mark} {text}", lambda mark: Prose.literal(f"{mark} {text}").source)
    says = text_of(built(made.brief))
    for to in FORMATS:
        said, wanted = comparable(says[to], to), comparable(repair(text)[0], to)
        lost = [path for path, mark in made.marks.items() if mark in printed()[to] and mark + wanted not in said]
        assert (to, lost) == (to, [])


@pytest.mark.parametrize("name", MARKED_UP)
def test_markup_in_every_field_does_nothing(name):
    """Markdown in prose is read as such, all else is text; nothing is lost, and nothing leads anywhere it may not."""
    text = TEXTS[name]
    made = filled(lambda mark: f"{mark} {text}", lambda mark: f"{mark} {text}\n\n{text}")
    before = len(reached)
    files = built(made.brief)
    assert reached[before:] == []
    says = text_of(files)
    for to, data in files.items():
        said = comparable(says[to], to)
        assert [piece for piece in pieces(made) if comparable(piece, to) not in said] == []
        assert [a for a in addresses(data, to) if not a.startswith(("http://", "https://", "mailto:", "#"))] == []


def pieces(made):
    """Give the pieces of text that the prose of a brief is read as."""
    data, shown = plain(made.brief), []

    def look(path, text):
        if holds_prose(field_at(briefgen.Brief, path)) and made.marks.get(path) in printed()["md"]:
            prose = class_in(field_at(briefgen.Brief, path).type)(text)
            nodes = walk(Document(meta=Meta(title=""), blocks=prose.blocks))
            shown.extend(node.text for node in nodes if isinstance(node, Text | Code | CodeBlock))
        return text

    changed(data, look)
    return dict.fromkeys(shown)


UNPRINTED = ("remark", "formerly", "key", "file", "figure")


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_where_nothing_is_printed_stays_out(name):
    """What names a file, a key, a template or a theme, or is a remark, is in no output, and is never followed."""
    text = "zq " + repair(TEXTS[name])[0]
    data = plain(filled(str, str).brief)
    for part in (data["actors"][0], data["sections"][0], data["exhibits"][0], data["developments"][0]):
        part.update({field: text for field in UNPRINTED if field_at(briefgen.Brief, f"{kind(data, part)}[0].{field}")})
    data["allow"] = [{"rule": text, "because": text}]
    refused = {d.path for d in errors(data)}
    data = changed(data, lambda path, held: None if path in refused else held)
    made = rendered(briefgen.from_dict(data))
    for to, said in text_of({to: each.data for to, each in made.items()}).items():
        assert (to, "zq" in said) == (to, False)


def kind(data, part):
    """Name the list that a part stands in."""
    return next(name for name, value in data.items() if isinstance(value, list) and part in value)
