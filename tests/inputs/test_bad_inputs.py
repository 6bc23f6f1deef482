"""Bad inputs, from the file to the formats: each gets an error with its place, a repair, or is shown as it is."""

import io
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pikepdf
import pytest
from reading_back import FORMATS, built, text_of

import briefgen
from briefgen.errors import BriefgenError


def load(tmp_path: Path, text: str | bytes, name: str = "brief.yaml"):
    """Write a file and load it."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else textwrap.dedent(text).encode())
    return briefgen.load(path)


def mistakes(tmp_path: Path, text: str | bytes) -> str:
    """Load or check a file that is at fault, and give what is said; no traceback, no crash."""
    with pytest.raises(BriefgenError) as caught:
        briefgen.write(load(tmp_path, text), tmp_path / "out.md")
    return str(caught.value)


# --- repaired, with a diagnostic ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "escape"),
    [(1, "\\0"), (2, "\\x01"), (2, "\\e"), (4, "\\uFFFE"), (4, "\\uFFFF")],
)
def test_characters_that_no_format_holds(tmp_path, number, escape):
    """NUL, controls, lone surrogates and noncharacters are taken out, and a diagnostic says so."""
    brief = load(tmp_path, f'title: "Talks{escape} open"\n')
    assert brief.title.split() == ["Talks", "open"]
    assert [d.path for d in briefgen.check(brief)] == ["title"]
    assert set(built(brief)) == set(FORMATS)


def test_a_lone_surrogate(tmp_path):
    """A lone surrogate, in JSON or in bytes, is taken out, and a diagnostic says so."""
    for text in (b'{"title": "Talks\\ud800 open"}', b'title: "Talks\xed\xa0\x80 open"\n'):
        brief = load(tmp_path, text)
        assert [d.path for d in briefgen.check(brief)] == ["title"]
        assert set(built(brief)) == set(FORMATS)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(tmp_path, end):
    """CRLF and CR become LF."""
    brief = load(tmp_path, end.join(["title: Talks", "bottom_line: |", "  one", "  two", ""]).encode())
    assert brief.bottom_line.source == "one\ntwo"
    assert "\r" not in built(brief)["md"].decode()


# --- shown as they are, harmless ----------------------------------------------------------------------------------

LITERAL = {
    10: ["AT&T", "a<b"],
    11: ["</w:t></w:r>"],
    12: ["<img src='/etc/passwd'>"],
    13: ["<font color=red>x</font>"],
    14: ["{{7*7}}", "{% raw %}"],
    15: ["|", "# one", "1. one", "- two"],
}


@pytest.mark.parametrize(("number", "text"), [(n, t) for n, texts in LITERAL.items() for t in texts])
def test_markup_in_a_label_is_text(tmp_path, number, text):
    """What looks like markup in a plain field is shown as it is in every format (10–15)."""
    brief = briefgen.from_dict(
        {"title": f"x {text} y", "actors": [{"name": text}], "scenarios": [{"name": text}, {"name": "B"}]}
    )
    for to, found in text_of(built(brief)).items():
        assert found.count(text) >= 3, (to, found)


@pytest.mark.parametrize("text", ["AT&T", "a<b", "</w:t>", "<img src='/etc/passwd'>", "<font color=red>", "{{7*7}}"])
def test_markup_of_others_in_prose_is_text(tmp_path, text):
    """HTML, XML and template syntax in prose are shown as they are (10–14)."""
    brief = briefgen.from_dict({"title": "x", "bottom_line": f"x {text} y"})
    for to, found in text_of(built(brief)).items():
        assert f"x {text} y" in found, to


def test_a_script_link_in_prose_keeps_its_words(tmp_path):
    """A link that would run a script is refused, its words are kept, and a diagnostic says so."""
    brief = load(tmp_path, "title: x\nbottom_line: see [the words](javascript:alert) here\n")
    found = briefgen.check(brief)
    assert [d.path for d in found] == ["bottom_line"]
    assert found[0].place.line == 2
    files = built(brief)
    assert all("see the words here" in text for text in text_of(files).values())
    assert not any(b"javascript" in data for data in files.values())


# --- refused, with the place --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "\\\\\\\\host\\\\x"]
)
def test_refused_schemes_in_a_link_field(tmp_path, url):
    """A link field takes http, https and mailto; anything else is an error naming the field."""
    said = mistakes(tmp_path, f'title: x\nsources:\n  - id: a\n    title: A\n    URL: "{url}"\n')
    assert "brief.yaml:5" in said
    assert "sources[0].URL" in said


def test_a_reference_to_nothing(tmp_path):
    """A reference to nothing is an error before anything is built, with the nearest name."""
    said = mistakes(
        tmp_path, "title: x\nactors: [{id: russia, name: R}]\npositions:\n  - actor: rusia\n    says: No.\n"
    )
    assert "brief.yaml:4" in said
    assert "positions[0].actor" in said
    assert "'russia'" in said
    assert not (tmp_path / "out.md").exists()


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi")
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (29, "title: !!python/object/apply:os.system ['true']\n"),
        (30, f"title: x\n{BOMB}"),
        (30, "title: &a [*a]\n"),
        (31, "title: x\ntitle: y\n"),
        (33, "title: x\nkey_figures:\n  - {label: a, value: .nan}\n"),
        (33, "title: x\nkey_figures:\n  - {label: a, value: .inf}\n"),
        (33, "title: x\nkey_figures:\n  - {label: a, value: " + "9" * 5000 + "}\n"),
        (34, "title: " + "[" * 5000 + "]" * 5000 + "\n"),
        (34, '{"title": ' + '{"a":' * 5000 + "1" + "}" * 5000 + "}"),
    ],
)
def test_yaml_that_attacks(tmp_path, number, text):
    """Tags, alias bombs, duplicate keys, infinities and deep nesting are errors with a place (29–31, 33, 34)."""
    assert "brief.yaml:" in mistakes(tmp_path, text)


@pytest.mark.parametrize("text", ["no", "012", "1:30", "on", "2014-02"])
def test_words_stay_words(tmp_path, text):
    """What YAML 1.1 would turn into something else stays text."""
    assert load(tmp_path, f"title: {text}\n").title == text


def test_a_number_is_no_text(tmp_path):
    """A number where text is wanted is an error, not a guess."""
    assert "brief.yaml:1:8 title" in mistakes(tmp_path, "title: 3\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark(tmp_path, encoding):
    """A byte order mark is accepted."""
    assert load(tmp_path, "title: Talks\n".encode(encoding)).title == "Talks"


# --- templates ----------------------------------------------------------------------------------------------------


def composed_by(tmp_path: Path, template: str, **more: str):
    """Compose a brief by a template of its own, with further files beside it."""
    for name, text in {"own.md.j2": template, **more}.items():
        (tmp_path / name).write_text(text)
    return briefgen.compose(briefgen.from_dict({"title": "Talks"}), str(tmp_path / "own.md.j2"))


@pytest.mark.parametrize(
    ("number", "template", "said"),
    [
        (36, "# {{ brief.title }}\n\n{{ ''.__class__.__mro__ }}\n", "own.md.j2:3"),
        (36, "# x\n\n{{ cycler.__init__.__globals__.os.system('true') }}\n", "own.md.j2:3"),
        (38, "# x\n\n{% include '../secret.md' %}\n", "own.md.j2:3"),
        (38, "# x\n\n{% include '/etc/passwd' %}\n", "own.md.j2:3"),
        (39, "# x\n\n{% include 'own.md.j2' %}\n", "own.md.j2"),
        (40, "# x\n\n{{ brief.titel }}\n", "own.md.j2:3"),
        (40, "# x\n\n{{ breif.title }}\n", "own.md.j2:3"),
    ],
)
def test_templates_that_reach_too_far(tmp_path, number, template, said):
    """A template that reaches out, includes itself or names nothing is an error with its line (36, 38–40)."""
    (tmp_path.parent / "secret.md").write_text("secret")
    with pytest.raises(BriefgenError) as caught:
        composed_by(tmp_path, template)
    assert said in str(caught.value)


def test_a_template_through_a_symbolic_link(tmp_path):
    """A link out of the template's folder is not followed."""
    secret = tmp_path.parent / "secret-target.md"
    secret.write_text("secret")
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "link.md").symlink_to(secret)
    with pytest.raises(BriefgenError):
        composed_by(folder, "# x\n\n{% include 'link.md' %}\n")


# --- same bytes, and nothing at all -------------------------------------------------------------------------------

SCRIPT = """
import hashlib, sys, briefgen
brief = briefgen.load(sys.argv[1])
for to in ("md", "docx", "pdf"):
    print(hashlib.sha256(briefgen.render(briefgen.compose(brief), to).data).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes():
    """Across processes, hash seeds and time zones the bytes are the same."""
    example = Path(__file__).parents[2] / "examples" / "moscow-talks" / "brief.yaml"
    seen = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Kathmandu"), ("3", "America/St_Johns")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(example)], env=env, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_a_brief_of_nothing_but_a_title(tmp_path):
    """An empty brief is a valid document in every format."""
    files = built(briefgen.from_dict({"title": "Talks"}))
    assert all(text.split()[:1] for text in text_of(files).values())
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        assert len(pdf.pages) == 1
        assert not pdf.check_pdf_syntax()
