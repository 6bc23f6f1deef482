"""Finding templates, extending them, and what a template says about itself."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from composing import blocks, fails, places, run

from briefgen.composition import compose
from briefgen.composition.render import render_blocks
from briefgen.errors import BriefgenError, TemplateError
from briefgen.model import Brief
from briefgen.prose import LongProse
from briefgen.prose.text import text_of


def words(template, **given):
    return " ".join(text_of(blocks(template, **given)).split())


def test_every_node_knows_its_line_through_extends_includes_macros_and_loops():
    """The place is the line that the author wrote, in the file that he wrote it in."""
    files = {
        "t.md.j2": "{% extends 'base.md.j2' %}\n{% import 'm.md.j2' as m %}\n{% block a %}\nline 4\n"
        "{% for i in [1] %}\n- line 6\n- {{ brief.name }}\n{% endfor %}\n{% include 'part.md.j2' %}\n"
        "line 10 {{ m.two() }}\n\n{% set c %}\nline 13\n{% endset %}\n\n{{ c }}\n{% endblock %}\n",
        "base.md.j2": "# top\n\n{% block a %}{% endblock %}\n\nlast\n",
        "part.md.j2": "\npart 2\npart 3",
        "m.md.j2": "{% macro two() %}\nof a macro 2\n{% endmacro %}",
    }
    found = places(blocks(files))
    assert [(text.strip(), file, line) for text, file, line in found] == [
        ("top", "base.md.j2", 1),
        ("line 4", "t.md.j2", 4),
        ("line 6", "t.md.j2", 6),
        ("plain", "t.md.j2", 7),
        ("part 2", "part.md.j2", 2),
        ("part 3", "part.md.j2", 3),
        ("line 10 of a macro 2", "t.md.j2", 10),
        ("line 13", "t.md.j2", 13),
        ("last", "base.md.j2", 5),
    ]


def test_a_template_of_the_project_may_extend_the_one_of_its_own_name():
    """`extends` of the own name means the next in order: here, what ships."""
    files = {"policy-brief/brief.md.j2": "{% extends 'policy-brief' %}\n{% block masthead %}\nours\n{% endblock %}\n"}
    brief = Brief("Talks", background="It began.")
    document, _ = _composed(brief, files)
    assert text_of(document.blocks[:1]) == "ours"
    assert "It began." in text_of(document.blocks)
    assert document.meta.kind == "Policy brief"


def _composed(brief, files, template="policy-brief", **options):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        _write(folder, files)
        return compose(brief, template, folder=folder, options=options)


def test_an_included_part_is_found_beside_and_can_be_replaced_by_the_project(tmp_path):
    """A part of a template is overridden by a file of the same path in a folder that comes first."""
    for folder, text in (("first", "mine"), ("second", "theirs")):
        (tmp_path / folder / "t").mkdir(parents=True)
        (tmp_path / folder / "t" / "part.md.j2").write_text(text)
    (tmp_path / "second" / "t" / "brief.md.j2").write_text("{% include 'part.md.j2' %}")
    made = render_blocks("t", {}, folders=[tmp_path / "first", tmp_path / "second"])
    assert text_of(made.blocks) == "mine"


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "..\\x", "c:x", "~/x", "", "file:x"])
def test_a_template_outside_the_folders_is_never_read(name):
    """A name that leads out is refused, whether it exists or not."""
    assert fails("a\n{% include n %}\n", n=name).code == "template-outside"


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    """A symlink to a file elsewhere is not followed."""
    (tmp_path / "secret.md.j2").write_text("secret")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    (tmp_path / "folder" / "t.md.j2").write_text("{% include 'link.md.j2' %}")
    with pytest.raises(TemplateError, match="a link out of its folder"):
        render_blocks(tmp_path / "folder" / "t.md.j2", {})


@pytest.mark.parametrize(
    "files",
    [
        {"t.md.j2": "{% include 't.md.j2' %}"},
        {"t.md.j2": "{% extends 't.md.j2' %}"},
        {
            "t.md.j2": "{% include 'a.md.j2' %}",
            "a.md.j2": "{% include 'b.md.j2' %}",
            "b.md.j2": "{% include 'a.md.j2' %}",
        },
        {"t.md.j2": "{% extends 'a.md.j2' %}", "a.md.j2": "{% extends 't.md.j2' %}"},
        {"t.md.j2": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"},
    ],
)
def test_a_template_that_names_itself_is_an_error(files):
    """Circles end with a message, not a crash."""
    assert fails(files).code == "template-circle"


@pytest.mark.parametrize("name", ["/etc/passwd", "../other/brief.md.j2", "elsewhere"])
def test_a_brief_cannot_choose_a_template_outside_its_folders(name, tmp_path, monkeypatch):
    """What a brief names is looked for in its folder and among those that ship, never as a path of its own."""
    _write(tmp_path, {"elsewhere/brief.md.j2": "secret", "folder/x.md.j2": "x"})
    monkeypatch.chdir(tmp_path)
    brief = Brief("T", layout={"template": name})
    with pytest.raises(TemplateError, match=r"leads out|there is no template"):
        compose(brief, folder=tmp_path / "folder")


def test_a_template_is_found_by_path(tmp_path):
    """A person may give the path of a file or of a folder."""
    _write(tmp_path, {"house/brief.md.j2": "ours"})
    for path in ("house", "house/brief.md.j2", "house/"):
        document, _ = compose(Brief("T"), str(tmp_path / path))
        assert text_of(document.blocks) == "ours"


def test_an_unknown_template_names_the_nearest():
    """Both on the command line and in `extends`."""
    assert fails("{% extends 'polcy-brief' %}").hint == "nearest: 'policy-brief'"
    with pytest.raises(TemplateError, match="nearest: 'policy-brief'"):
        render_blocks("policy-breif", {})
    assert words("{% include 'nothing' ignore missing %}x") == "x"


def test_a_template_file_inherits_options_and_kind(tmp_path):
    """What `template.toml` leaves out is as in the template that it extends."""
    files = {
        "ours/brief.md.j2": "{% extends 'base' %}",
        "ours/template.toml": 'kind = "Note"\n[options]\nlogo = true\n',
        "base/brief.md.j2": "x",
        "base/template.toml": 'kind = "Brief"\ndescription = "Short"\n[options]\nnotes = { default = "footnotes" }\n',
    }
    _write(tmp_path, files)
    made = render_blocks("ours", {}, folders=[tmp_path])
    assert (made.about.name, made.about.kind, made.about.description) == ("ours", "Note", "Short")
    assert made.options == {"notes": "footnotes", "logo": True}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kinds = 'x'", "nearest: 'kind'"),
        ("kind = ", "can't be read"),
        ("[options]\na = { choices = [1] }", "the option 'a' has no default"),
    ],
)
def test_a_wrong_template_file_is_an_error(tmp_path, text, said):
    """The error names the file and what is wrong in it."""
    _write(tmp_path, {"t/brief.md.j2": "x", "t/template.toml": text})
    with pytest.raises(TemplateError, match=said):
        render_blocks("t", {}, folders=[tmp_path])


def _write(folder, files):
    for name, text in files.items():
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, name).write_text(text)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"note": "endnotes"}, "nearest: 'notes'"),
        ({"notes": "margin"}, "one of: footnotes, endnotes"),
        ({"number_sections": "yes"}, "such as False"),
    ],
)
def test_a_wrong_option_is_an_error(options, said):
    """Unknown options name the nearest, wrong values the right ones."""
    with pytest.raises(BriefgenError, match=said):
        _composed(Brief("T"), {}, **options)


def test_options_are_read_in_the_template():
    """`option.name` is the value given, or the default."""
    files = {
        "t/brief.md.j2": "{{ option.size }} {{ option.colour }}",
        "t/template.toml": "[options]\nsize = 3\ncolour = 'red'",
    }
    made = run({"x.md.j2": "", **files})
    assert made.blocks == ()
    with_options = {"x.md.j2": "{% extends 't' %}", **files}
    assert text_of(run(with_options, options={"size": 5}).blocks) == "5 red"


def test_what_prose_refuses_is_told_with_its_field():
    """Prose that was printed gives its diagnostics, each with the path of its field."""
    made = run("{{ p.text }}\n\n{{ p.text }}\n", p=_thing("a\n[x](file:y)"))
    assert [(d.code, d.path, d.place.line) for d in made.diagnostics] == [("refused-link", "text", 2)]


def _thing(text):
    from composing import Thing

    return Thing(text=LongProse(text))


def test_the_template_of_the_reference_page_works():
    """What the documentation shows can be used as it is."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "templates.md"
    template = page.read_text("utf-8").split("```")[1].strip()
    brief = Brief("Talks", scenarios=[{"name": "Stalemate", "description": "Nothing *moves*."}])
    document, _ = _composed(brief, {"mine/brief.md.j2": template}, "mine")
    assert "Nothing moves." in text_of(document.blocks)


def test_a_brief_with_nothing_but_a_title_composes():
    """The smallest brief makes the smallest document."""
    document, found = compose(Brief("Talks"))
    assert pickle.loads(pickle.dumps(document)) == document
    assert text_of(document.blocks).startswith("Talks")
    assert found == ()


def test_composing_twice_in_two_processes_gives_the_same_tree():
    """Nothing of the hash seed or of the words that stand for values shows."""
    code = "from briefgen.composition import compose; from briefgen.model import Brief; from hashlib import sha256;"
    code += "b = Brief('T', actors=[{'name': 'A'}, {'name': 'B'}], background='x *y*', keywords=['k']);"
    code += "print(sha256(repr(compose(b)).encode()).hexdigest())"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
