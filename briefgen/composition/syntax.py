"""From a template's text to Python code: what is changed in Jinja's syntax tree and in the code that it becomes."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

RUNTIME = "briefgen.composition.runtime"
EACH, OPAQUE, HELD = " each", " opaque", " held"
"""Our own filters; no template can write their names."""
TRANSLATORS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
_ATTRIBUTES = re.compile(r"\{#(?=[\w{.-])(?=[^\n]*\})(?!(?:(?!\{#)[^\n])*#\})")
_STANDS_FOR_HASH = "\x04"


def hide_attributes(source: str) -> str:
    """Keep `{#id .class}` from being read as Jinja's comment, which is `{# … #}`.

    >>> hide_attributes("## A {#id}  {# a comment #}")
    '## A {\\x04id}  {# a comment #}'
    """
    return _ATTRIBUTES.sub("{" + _STANDS_FOR_HASH, source)


def show_attributes(text: str) -> str:
    """Undo `hide_attributes` in what was rendered."""
    return text.replace(_STANDS_FOR_HASH, "#")


def prepare(template: nodes.Template, number: int) -> nodes.Template:
    """Mark each line with its place, bound each loop and list, and keep translations apart from data."""
    for output in list(template.find_all(nodes.Output)):
        output.nodes = [marked for child in output.nodes for marked in _marked(child, number)]
    for loop in template.find_all(nodes.For):
        loop.iter = _filtered(loop.iter, EACH)  # type: ignore[arg-type]  # declared as a node, but an expression
    for call in template.find_all(nodes.Call):
        _trust_messages(call)
    for capture in template.find_all(nodes.AssignBlock):
        _filter_within(capture)
    for block in list(template.find_all(nodes.FilterBlock)):
        block.filter = _filtered(block.filter, OPAQUE)
    for switch in template.find_all(nodes.EvalContextModifier):
        raise TemplateSyntaxError("autoescape means nothing here: what is printed is never markup", switch.lineno)
    prepared: nodes.Template = _Bounding(number).visit(template)
    return prepared


def _filter_within(capture: nodes.AssignBlock) -> None:
    """Make `{% set a | filter %}` a filter block within: Jinja would take what it gives for source."""
    if capture.filter is not None:
        capture.body = [nodes.FilterBlock(capture.body, capture.filter, lineno=capture.lineno)]
        capture.filter = None


def _marked(child: nodes.Expr, number: int) -> list[nodes.Expr]:
    if not isinstance(child, nodes.TemplateData):
        return [_mark(child, number), child]
    lines = child.data.split("\n")
    marked = [f"\x02{number}:{child.lineno + i}\x03{line}" if line.strip() else line for i, line in enumerate(lines)]
    child.data = "\n".join(marked)
    return [child]


def _mark(node: nodes.Node, number: int) -> nodes.TemplateData:
    return nodes.TemplateData(f"\x02{number}:{node.lineno}\x03", lineno=node.lineno)


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _trust_messages(call: nodes.Call) -> None:
    """Mark the texts that the author wrote into `_("…")` and `{% trans %}` as source; any other stays data."""
    if isinstance(call.node, nodes.Name) and call.node.name in TRANSLATORS:
        call.args = [
            nodes.MarkSafe(arg, lineno=arg.lineno)
            if isinstance(arg, nodes.Const) and isinstance(arg.value, str)
            else arg
            for arg in call.args
        ]


class _Bounding(NodeTransformer):
    """Check each list and mapping as it is made, so that none can hold itself a million times over.

    Blocks that print through a call or a filter get their mark here, since they stand among statements.
    """

    def __init__(self, number: int) -> None:
        self.number = number

    def visit_CallBlock(self, node: nodes.CallBlock) -> list[nodes.Node]:
        """Mark the line."""
        self.generic_visit(node)
        return [nodes.Output([_mark(node, self.number)], lineno=node.lineno), node]

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> list[nodes.Node]:
        """Mark the line."""
        self.generic_visit(node)
        return [nodes.Output([_mark(node, self.number)], lineno=node.lineno), node]

    def visit_List(self, node: nodes.List) -> nodes.Node:
        """Check a list."""
        self.generic_visit(node)
        return _filtered(node, HELD)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        """Check a mapping."""
        self.generic_visit(node)
        return _filtered(node, HELD)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        """Check a tuple that is read; one that is assigned to holds names."""
        self.generic_visit(node)
        return node if node.ctx != "load" else _filtered(node, HELD)


class Compiler(CodeGenerator):
    """Jinja's compiler, with our runtime in place of its own, and nothing printed that has not been opaque."""

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Write a line of code; after Jinja's imports come ours."""
        super().writeline(x, node, extra)
        if x.startswith("from jinja2.runtime import"):
            super().writeline(f"from {RUNTIME} import Markup, escape, markup_join, str_join")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call; Jinja prints what `{% call %}` gives as it is, and data may give it, so it is made opaque."""
        self.write("escape(" if forward_caller else "")
        super().visit_Call(node, frame, forward_caller=forward_caller)
        self.write(")" if forward_caller else "")
