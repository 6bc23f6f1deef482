"""What a template does wrong, and how it is told; and what it can't do at all."""

import os
from pathlib import Path

import pytest
from composing import Thing, blocks, fails
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import Actor, Brief, Event, compose
from briefgen.document import nodes as n
from briefgen.errors import BriefgenError, Diagnostic, TemplateError
from briefgen.prose.text import text_of


@pytest.mark.parametrize(
    ("template", "line", "said", "hint"),
    [
        ("a\n\n{{ breif.name }}\n", 3, "there is no name 'breif' here", "nearest: 'brief'"),
        ("{% set title = 1 %}\n{{ titel }}\n", 2, "there is no name 'titel' here", "nearest: 'title'"),
        ("{{ brief.nmae }}", 1, "a thing has no 'nmae'", "nearest: 'name'"),
        ("{{ brief['nmae'] }}", 1, "a thing has no 'nmae'", "nearest: 'name'"),
        ("{% for p in brief.prats %}{% endfor %}", 1, "a thing has no 'prats'", "nearest: 'parts'"),
        ("{{ brief.name.uper() }}", 1, "has no 'uper'", ""),
        ("{{ option.x }}", 1, "there is no 'x' here", ""),
        ("{{ tabel(brief) }}", 1, "there is no name 'tabel' here", "nearest: 'table'"),
        ("a\n{{ brief.name | tabel }}", 2, "No filter named 'tabel'", "nearest: 'table'"),
        ("a\n{% if %}\n", 2, "Expected an expression", ""),
        ("a\n{% for i in [1] %}\n", 2, "Unexpected end of template", ""),
        ("{{ brief.parts }}{{ [1] }}", 1, "a list can't be printed", "print its fields, or go through it with a loop"),
        ("{{ brief }}", 1, "a thing can't be printed whole", None),
        ("{{ brief.remark }}", 1, "a remark is never printed", ""),
        ("{{ 1 + 'a' }}", 1, "unsupported operand", ""),
        ("{{ 1 / 0 }}", 1, "division by zero", ""),
        ("{{ table() }}", 1, "table() is called wrongly: missing a required argument: 'part'", "it is table(part)"),
        ("{{ table(brief.nmae) }}", 1, "a thing has no 'nmae'", "nearest: 'name'"),
        ("{{ brief.text | upper }}", 1, "'upper' can't be used on prose", "use it on its .text"),
        ("{% autoescape false %}a{% endautoescape %}", 1, "autoescape means nothing here", ""),
        ("{{ '%s %s' | format('a') }}", 1, "not enough arguments", ""),
    ],
)
def test_a_mistake_names_the_line_and_the_fix(template, line, said, hint):
    """The message has template and line, shows the line, and names the nearest word where there is one."""
    found = fails(template, functions={"table": lambda part: None})
    assert said in found.message
    assert found.place.line == line
    assert Path(found.place.file).name == "t.md.j2"
    assert template.split("\n")[line - 1] in found.message
    assert hint is None or found.hint == hint


def test_a_mistake_in_an_included_file_names_that_file():
    """The place is where the mistake is, not where it was included."""
    found = fails({"t.md.j2": "a\n{% include 'p.md.j2' %}", "p.md.j2": "\n\n{{ nothing }}"})
    assert (Path(found.place.file).name, found.place.line) == ("p.md.j2", 3)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("timeline(brief.actors)", "timeline() takes a list, each an event, not a list with an actor"),
        ("timeline(brief.timeline[0])", "timeline() takes a list, each an event, not an event"),
        ("timeline('x')", "timeline() takes a list, each an event, not 'x'"),
        ("brief.title | likelihood_chart", "likelihood_chart() takes a list, each a scenario, not 'Talks'"),
        ("scale_legend('x')", "scale_legend() takes one of "),
        ("contents('a')", "contents() takes a whole number, not 'a'"),
        ("brief.find('nobody').name", "find(): there is nothing of the name 'nobody'"),
        ("brief.find(3)", "find() takes text, not the number 3"),
    ],
)
def test_a_function_that_is_given_the_wrong_thing_says_what_it_takes(tmp_path, call, said):
    """It is the template's mistake, told with its line, and no bug in the function."""
    (tmp_path / "own.md.j2").write_text(f"# x\n\n{{{{ {call} }}}}\n")
    brief = Brief("Talks", actors=[Actor("Port")], timeline=[Event("A"), Event("B")])
    with pytest.raises(TemplateError) as caught:
        compose(brief, str(tmp_path / "own.md.j2"))
    assert said in caught.value.diagnostics[0].message
    assert caught.value.diagnostics[0].place.line == 3


def test_what_may_be_missing_can_be_asked_for():
    """`is defined` and `default` work on fields that a part does not have."""
    template = "{{ brief.nothing is defined }} {{ brief.nothing | default('none') }} {{ brief.none or 'x' }}"
    assert text_of(blocks(template)) == "False none x"


REACHES = [
    "{{ brief.__class__ }}",
    "{{ brief._thing }}",
    "{{ brief.name.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ brief['__class__'] }}",
    "{{ brief | attr('__class__') }}",
    "{{ brief.find.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('touch REACHED') }}",
    "{{ table.__closure__ }}",
    "{{ self.__init__ }}",
    "{{ '{0.__class__}'.format(brief) }}",
    "{{ '{0.__class__}'.format_map({'0': brief}) }}",
    "{% set c %}{0._thing}{% endset %}{{ c.format(brief) }}",
    "{{ ('%(__class__)s' % brief) }}",
    "{{ [brief] | map(attribute='__class__') | list }}",
    "{{ [brief] | sort(attribute='__class__') }}",
    "{{ brief.text._prose }}",
    "{{ brief.name._origin }}",
    "{% for x in brief.__dict__ %}{% endfor %}",
    "{{ lipsum.__globals__ }}",
    "{{ _.__globals__ }}",
    "{{ namespace.__init__ }}",
]


@pytest.mark.parametrize("template", REACHES)
def test_a_template_cannot_reach_into_python(template, tmp_path, monkeypatch):
    """What begins with an underscore is refused, by every way of asking, and has no effect."""
    monkeypatch.chdir(tmp_path)
    fails(template, functions={"table": lambda part: None})
    assert os.listdir(tmp_path) == []


ENDLESS = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(999999999) %}{% endfor %}",
    "{{ 'a' | center(300000000) }}",
    "{{ 'a'.center(300000000) }}",
    "{{ 'a'.zfill(300000000) }}",
    "{{ 'a' * 300000000 }}",
    "{{ [1] * 300000000 }}",
    "{{ 9 ** 9999999 }}",
    "{{ 2 ** 9999 ** 9 }}",
    "{{ '%300000000d' | format(1) }}",
    "{{ '%300000000d' % 1 }}",
    "{{ '%*d' % (300000000, 1) }}",
    "{{ '{:300000000}'.format(1) }}",
    "{{ '{:{}}'.format(1, 300000000) }}",
    "{{ 'a' | indent(300000000) }}",
    "{{ [1] | batch(300000000, 'x') | list }}",
    "{{ [1] | slice(300000000) | list }}",
    "{{ 1 | round(300000000) }}",
    "{{ lipsum(n=1000) }}",
    "{% set n = namespace(a='aaaaaaaa') %}{% for i in range(60) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
    "{% set n = namespace(a='aaaaaaaa') %}{% for i in range(60) %}{% set n.a = n.a + n.a %}{% endfor %}",
    "{% set n = namespace(a='aaaaaaaa') %}{% for i in range(60) %}{% set n.a = n.a.replace('a', n.a) %}{% endfor %}",
    "{% set n = namespace(a='aaaaaaaa') %}{% for i in range(60) %}{% set n.a = n.a|replace('a', n.a) %}{% endfor %}",
    "{% set n = namespace(a='aaaaaaaa') %}{% for i in range(60) %}{% set n.a = [n.a, n.a]|join(n.a) %}{% endfor %}",
    "{% set n = namespace(a=[1]) %}{% for i in range(60) %}{% set n.a = [n.a, n.a] %}{% endfor %}{{ n.a|string }}",
    "{% set n = namespace(a=[1]) %}{% for i in range(60) %}{% set n.a = (n.a, n.a) %}{% endfor %}{{ n.a|string }}",
    "{% set n = namespace(a=1) %}{% for i in range(60) %}{% set n.a = dict(a=n.a,b=n.a) %}{% endfor %}{{ n.a }}",
    "{% set n = namespace(a=1) %}{% for i in range(60) %}{% set n.a %}{{n.a}}{{n.a}}{% endset %}{% endfor %}{{ n.a }}",
    "{% macro m(i) %}{{ m(i) }}{{ m(i) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(i) %}{% if i %}{{ m(i - 1) }}{{ m(i - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% for i in range(1000) recursive %}{{ loop(range(1000)) }}{% endfor %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% for i in range(9) %}" * 30 + "{% endfor %}" * 30,
]


@pytest.mark.parametrize("template", ENDLESS)
def test_a_template_that_loops_for_ever_or_fills_memory_is_stopped(template):
    """It ends with an error that names the line, in bounded time and memory."""
    assert fails(template).place.line == 1


def test_a_component_that_finds_the_data_at_fault_says_so():
    """A finding of a component reaches the user as it is."""

    def table(part):
        raise BriefgenError([Diagnostic("x", "bad data")])

    with pytest.raises(BriefgenError, match="bad data"):
        blocks("{{ table(brief) }}", functions={"table": table})


def test_a_bug_in_a_component_shows_its_traceback():
    """It is not dressed up as a template's mistake."""

    def table(part):
        return {}["gone"]

    with pytest.raises(KeyError, match="gone"):
        blocks("{{ table(brief) }}", functions={"table": table})


PIECES = st.sampled_from(
    [
        *(
            "{{ brief.name }}",
            "{{ brief.text }}",
            "{{ brief.many }}",
            "{{ x }}",
            "{{ brief.none }}",
            "{{",
            "}}",
            "{%",
            "%}",
        ),
        *(
            "{% for i in [1, 2] %}",
            "{% endfor %}",
            "{% set c %}",
            "{% endset %}",
            "{{ c }}",
            "{% if x %}",
            "{% endif %}",
        ),
        *(
            "# ",
            "## ",
            "### ",
            "{#id}",
            "{.a b}",
            "::: note",
            "::: cards",
            "::: card {.x}",
            ":::",
            "- ",
            "1. ",
            "> ",
            "```",
        ),
        *(
            "| a | b |",
            "|---|---|",
            "[^1]",
            "[^1]: ",
            "^[",
            "]",
            "[a](",
            "https://e.org)",
            "[@",
            "; @b]",
            "![",
            "*",
            "**",
        ),
        *("~~", "`", "\n", "\n", "\n\n", "    ", "  \n", "a", "b c", "&amp;", "<b>", "\\", "---", "===", "[a]: b"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_template_is_read_or_refused(template):
    """Whatever stands in a template, there are blocks or an error with its line, never a crash."""
    made, found = (), []
    try:
        made = blocks(template, x="# x")
    except TemplateError as error:
        found += error.diagnostics
    assert all(each.place.line >= 1 for each in found)
    assert "zQ" not in repr(made)


def test_a_template_must_be_text():
    """A control character, or bytes that are no UTF-8, are errors."""
    assert "control character in line 2" in fails("a\n\x02b").message


def test_a_method_of_a_part_gives_parts_as_templates_see_them():
    """What a method gives is a view like any other."""
    thing = Thing(parts=(Thing(name="n"),))
    assert text_of(blocks("{{ brief.find('n').name }}", brief=thing)) == "n"
    assert isinstance(blocks("{{ brief.find('n').text }}", brief=thing)[0], n.Paragraph)
