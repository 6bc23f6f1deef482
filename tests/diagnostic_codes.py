"""The codes of the diagnostics that the package can give, found in its source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import briefgen

PACKAGE = Path(briefgen.__file__).parent
OTHERS = {"Term", "coded", "grading"}  # a code there is a grade's letter or number


def codes() -> set[str]:
    """Give every text that stands where a function or class takes a `code`, and those that are its default."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    takers: dict[str, set[int]] = {}
    found: list[ast.expr] = []
    for tree in trees:
        for name, at, default in _takers(tree):
            takers.setdefault(name, set()).add(at)
            found += default
    for tree in trees:
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            found += (each.value for each in call.keywords if each.arg == "code" and _name(call.func) not in OTHERS)
            found += (call.args[at] for at in takers.get(_name(call.func), ()) if at < len(call.args))
    return {text for expression in found for text in _texts(expression)}


def _takers(tree: ast.AST) -> Iterator[tuple[str, int, list[ast.expr]]]:
    """Give each function or class that takes a `code`: its name, the place of the code, its default."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            fields = [_name(each.target) for each in node.body if isinstance(each, ast.AnnAssign)]
            inits = [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"]
            found = [_taken(each) for each in inits] or [(fields, [])]
        elif isinstance(node, ast.FunctionDef):
            found = [_taken(node)]
        else:
            continue
        for names, default in found:
            if "code" in names and node.name not in OTHERS:
                yield node.name, names.index("code"), default


def _taken(function: ast.FunctionDef) -> tuple[list[str], list[ast.expr]]:
    """Give the names of what a function takes, and what its `code` is when it is not given."""
    taken = [each for each in (*function.args.args, *function.args.kwonlyargs) if each.arg != "self"]
    by_place = dict(zip(reversed(function.args.args), reversed(function.args.defaults)))
    defaults = by_place | dict(zip(function.args.kwonlyargs, function.args.kw_defaults))
    return [each.arg for each in taken], [value for each, value in defaults.items() if value and each.arg == "code"]


def _texts(expression: ast.expr) -> Iterator[str]:
    """Give the codes that an expression can be; a variable hands on what is given elsewhere."""
    match expression:
        case ast.Constant(value=str(text)) if re.fullmatch("[a-z]+(-[a-z]+)*", text):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))
        case ast.BoolOp(values=values):
            yield from (text for value in values for text in _texts(value))


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


if __name__ == "__main__":
    print("\n".join(sorted(codes())))
