"""The guarantee: what a template prints never becomes markup, whatever the data and however it is joined."""

import pytest
from composing import Thing, run, shape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.composition import runtime, source
from briefgen.composition.environment import environment
from briefgen.composition.source import Source
from briefgen.document.walk import walk
from briefgen.errors import TemplateError
from briefgen.prose.text import text_of

HARMLESS = "xplainx"
EVIL = [
    "# *evil* | x",
    "\n\n# evil\n\n- a\n",
    "*a* **b** `c` ~~d~~ [x](https://e.org) ![p](q) <b>",
    "{{ 7*7 }}{% raw %}{# #}",
    "::: note\nx\n:::",
    "| a | b |\n|---|---|\n| c | d |",
    "[@cbc] [^1] ^[n]\n\n[^1]: n",
    "\x020:1\x03zQ\x04{#id}",
    "1. a\n```\n",
    "%s %(a)s {0} {a.__class__} $",
    "&amp; AT&T </w:t> \\",
    "---\n===\n> q",
]
HOSTILE = st.one_of(
    st.sampled_from(EVIL),
    st.text(st.sampled_from("*_`[](){}<>#|:!~^@&%\\-+.1azZQ \n\"'=$"), max_size=25),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
).map(lambda text: f"x{text}x")

WHERE = {
    "alone": "%s\n",
    "line": "a %s b\n",
    "heading": "## %s\n",
    "item": "- %s\n- z\n",
    "quote": "> %s\n",
    "cell": "| a | b |\n|---|---|\n| %s | c |\n",
    "strong": "**%s**\n",
    "link text": "[%s](https://example.org)\n",
    "code": "`%s`\n",
    "div": "::: note\n%s\n:::\n",
}

# Ways of joining; what is marked shows the data as it is, as often as it says.
JOINING = [
    ("{{ x }}", 1),
    ("{% trans a=x %}By {{ a }}{% endtrans %}", 1),
    ("{% trans n=2, a=x %}{{ n }} {{ a }}{% pluralize %}{{ n }} of {{ a }}{% endtrans %}", 1),
    ('{{ _("By %(a)s", a=x) }}', 1),
    ("{{ _(x) }}", 1),
    ("{% set t = _ %}{{ t(x) }}", 1),
    ("{{ ngettext(x, x, 1) }}", 1),
    ("{{ pgettext(x, x) }}", 1),
    ("{% set c %}A {0}{% endset %}{{ c.format(x) }}", 1),
    ("{% set c %}A {0.name}{% endset %}{{ c.format(p) }}", 1),
    ("{% set c %}%s{% endset %}{{ c % x }}", 1),
    ("{% set c %}%(a)s{% endset %}{{ c % {'a': x} }}", 1),
    ("{% set c %}, {% endset %}{{ c.join([x, x]) }}", 2),
    ('{% set c %}AxB{% endset %}{{ c|replace("x", x) }}', 1),
    ('{% set c %}AxB{% endset %}{{ c.replace("x", x) }}', 1),
    ("{% set c %}AxB{% endset %}{{ c|replace(x, 'y') }}", 0),
    ("{% set c %}v{{ x }}{% endset %}{{ c }}", 1),
    ("{% set c %}v{{ x }}{% endset %}{{ c|upper }}", 0),
    ("{% set c %}v{{ x }}{% endset %}{{ c[1:9] }}", 0),
    ("{% set c %}v{{ x }}{% endset %}{% for i in c %}{{ i }}{% endfor %}", 0),
    ("{% set c | default(x, true) %}{% endset %}{{ c }}", 1),
    ("{% set c | replace('y', x) %}ayb{% endset %}{{ c }}", 1),
    ("{% filter upper %}{{ x }}{% endfilter %}", 0),
    ("{% filter default(x, true) %}{% endfilter %}", 1),
    ("{% filter replace('y', x) %}ayb{% endfilter %}", 1),
    ("{% set c %}v{% endset %}{{ c ~ x }}", 1),
    ("{% set c %}v{% endset %}{{ x ~ c }}", 1),
    ("{% set c %}v{% endset %}{{ c + x }}", 1),
    ("{% set c %}v{% endset %}{{ x + c }}", 1),
    ("{% set c %}v{% endset %}{{ (c ~ x) * 2 }}", 2),
    ("{% set c %}v{% endset %}{{ c.center(9, x[1]) }}", 0),
    ("{% set c %}abc{% endset %}{{ c.translate({97: x}) }}", 0),
    ("{% set c %}abc{% endset %}{{ c.unescape() }}{{ c.striptags() }}", 0),
    ('{{ [x, "y"]|join(", ") }}', 1),
    ("{% set c %}*{% endset %}{{ [x, x]|join(c) }}", 2),
    ("{{ [p, p]|join(', ', attribute='name') }}", 2),
    ("{{ [p, p]|map(attribute='name')|join(x) }}", 3),
    ("{% autoescape false %}{{ x }}{% endautoescape %}", 0),
    ("{{ x|indent }}", 0),
    ("{% set c %}a\nb{% endset %}{{ c|indent(x) }}", 0),
    ('{{ "%s"|format(x) }}', 1),
    ('{{ "%s" % x }}', 1),
    ('{{ "{}".format(x) }}', 1),
    ("{{ x|safe }}", 0),
    ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(x) + x }}", 2),
    ("{% macro m(a) %}<{{ caller() }}>{% endmacro %}{% call m(1) %}z{{ x }}{% endcall %}", 1),
    ("{% macro m(a) %}{0}{% endmacro %}{{ m(1).format(x|upper) }}", 0),
    ("{% call f(x) %}{% endcall %}", 1),
    ("{% call f2([x, x]) %}{% endcall %}", 2),
    ("{% call x.upper() %}{% endcall %}", 0),
    ("{% block b %}q{% endblock %}{{ self.b() ~ x }}", 1),
    ("{% for i in [x, x] %}{{ loop.index }} {{ i }}{% endfor %}", 2),
    ("{% for i in [[x]] recursive %}{{ i if i is string else loop(i) }}{% endfor %}", 1),
    ("{{ cycler(x, 'y').next() }}", 1),
    ("{% set j = joiner(x) %}{{ j() }}{{ j() }}", 1),
    ("{% set n = namespace(a=x) %}{% set n.a = n.a ~ '!' %}{{ n.a }}", 1),
    ("{{ dict(a=x).a }}", 1),
    ("{{ dict(a=x)['a'] }}", 1),
    ("{% with a = x %}{{ a }}{% endwith %}", 1),
    ("{{ x if true }}", 1),
    ("{{ p.name }}{{ p['name'] }}", 2),
    ("{{ f(x) }}", 1),
    ("{{ x|f }}", 1),
    ("{{ f(x) ~ x }}", 2),
    ("{{ (x, x)|f2 }}", 2),
    ("{% set c %}w {{ x }}{% endset %}{{ f(c) }}", 0),
    ("{{ p.text ~ x }}", 1),
    ("{{ '%s'|format(p.text) ~ x }}", 1),
]
FILTERED = [
    "{{ x|F }}",
    "{{ [x, x]|F }}",
    "{{ [x, x]|F|join }}",
    "{{ [x, x]|map('F')|join }}",
    "{% filter F %}{{ x }} *a*{% endfilter %}",
    "{% filter F(x) %}*a* b{% endfilter %}",
    "{% set c | F %}*a* {{ x }}{% endset %}{{ c }}",
    "{% set c %}*a* {{ x }}{% endset %}{{ c|F }}",
    "{% set c %}*a* b{% endset %}{{ c|F(x) }}",
    "{% set c %}*a* b{% endset %}{{ c|F(x, x) }}",
    "{% set c %}*a* b{% endset %}{{ c|F('a', x) }}",
    "{% set c %}*a* b{% endset %}{{ x|F(c) }}",
    "{% set c %}*a* b{% endset %}{{ [c, x]|F }}",
    "{% set c %}*a* b{% endset %}{{ [c, x]|F|join(x) }}",
    "{% set c %}*a* b{% endset %}{{ [c, x]|F(x)|join(c) }}",
]
FUNCTIONS = {"f": lambda value, caller=None: value, "f2": lambda values, caller=None: " ".join(values)}
FILTERS = sorted(name for name in environment().filters if not name.startswith(" "))
RARELY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outcome(template: str, data: str) -> tuple[object, str, int]:
    """Give the shape of what a template makes of data, its words without white space, and how many texts it has."""
    try:
        made = run(template, x=data, p=Thing(name=data), functions=FUNCTIONS).blocks
    except TemplateError:
        return None, "", 0
    return shape(made), "".join(text_of(made).split()), len(list(walk(made)))


def like(data: str) -> str:
    """Give harmless data of the same length: a filter may make a list of letters."""
    return "x" + "p" * (len(data) - 2) + "x"


def keeps_shape(template: str, data: str) -> bool:
    """Say whether hostile data makes the tree that harmless data makes."""
    return outcome(template, data)[0] == outcome(template, like(data))[0]


@pytest.mark.parametrize(("way", "times"), JOINING)
@settings(RARELY, max_examples=15)
@given(data=HOSTILE, where=st.sampled_from(list(WHERE)))
@example(data=f"x{EVIL[0]}x", where="alone")
@example(data=f"x{EVIL[1]}x", where="cell")
def test_data_never_becomes_markup_however_it_is_joined(where, way, times, data):
    """The tree has the same shape whatever the data says, and the data appears whole."""
    template = WHERE[where] % way
    harmless, _, _ = outcome(template, like(data))
    hostile, words, _ = outcome(template, data)
    assert hostile == harmless
    if times and hostile is not None:
        assert words.count("".join(data.split())) >= times


@pytest.mark.parametrize(("way", "times"), JOINING)
def test_the_ways_of_joining_are_real(way, times):
    """A way that shows the data does so for harmless data; the others are refused or change it."""
    shown, words, _ = outcome(WHERE["line"] % way, HARMLESS)
    assert words.count(HARMLESS) >= times
    assert shown is not None or times == 0


@pytest.mark.parametrize("name", FILTERS)
@RARELY
@given(data=HOSTILE, way=st.sampled_from(FILTERED), where=st.sampled_from(["alone", "line", "cell"]))
def test_no_filter_makes_data_markup(name, data, way, where):
    """Every filter of the environment, on data, on Markdown that holds data, and with data as its argument."""
    template = WHERE[where] % way.replace("F", name)
    hostile, _, _ = outcome(template, data)
    assert hostile is None or hostile == outcome(template, like(data))[0]


@given(data=HOSTILE)
@settings(RARELY)
def test_data_in_attributes_and_addresses_stays_there(data):
    """An id, a class, a title or an address that is data changes nothing but itself."""
    for template in ("## A {#{{ x }}}", "## A {.{{ x }}}", '::: note {title="{{ x }}"}\nz\n:::', "[@{{ x }}]"):
        assert outcome(template, data)[0] in (outcome(template, HARMLESS)[0], outcome("## A {.-}", "")[0])
    assert outcome("[z](https://e.org/{{ x }})", data)[0] == outcome("[z](https://e.org/{{ x }})", HARMLESS)[0]


@pytest.mark.parametrize("template", [WHERE[w] % t for w in ("alone", "line") for t in ("{{ x|leak }}", "{{ x }}")])
def test_a_leak_would_be_caught(template, monkeypatch):
    """The check bites: with a filter that calls data source, or without the opaque words, the shape changes."""
    monkeypatch.setitem(environment().filters, "leak", Source)
    if "leak" not in template:
        monkeypatch.setattr(source.Source, "escape", classmethod(lambda cls, value: cls(str(value))))
        monkeypatch.setattr(runtime, "escape", source.Source.escape)
    caught = [data for data in EVIL if not keeps_shape(template, f"x{data}x")]
    assert len(caught) >= 4


@pytest.mark.parametrize(
    ("name", "leaky"),
    [
        ("join", lambda values, separator="": Source("").join(Source(v) for v in values)),
        ("replace", lambda text, old, new: Source(str(text).replace(old, str(new)))),
        ("upper", lambda text: Source(str(text).upper())),
        ("default", lambda text, other="", boolean=False: Source(text or other)),
    ],
)
def test_a_leaking_filter_would_be_caught(name, leaky, monkeypatch):
    """Each of these, were it in the environment, is found by the ways above."""
    monkeypatch.setitem(environment().filters, name, leaky)
    templates = [WHERE["alone"] % way.replace("F", name) for way in FILTERED]
    assert any(not keeps_shape(template, f"x{data}x") for template in templates for data in EVIL)


@given(data=HOSTILE)
@settings(RARELY)
def test_the_same_input_gives_the_same_tree(data):
    """The words that stand for values are new each time, and nothing of them shows."""
    template = "# {{ x }}\n\n{{ x ~ p.text }}\n\n`{{ x }}`\n"
    first = run(template, x=data, p=Thing()).blocks
    assert first == run(template, x=data, p=Thing()).blocks
    assert "".join(data.split()) in "".join(text_of(first).split())
