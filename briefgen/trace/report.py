"""A trace as text for people and as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from .graph import Held
from .traced import Branch, Traced


def as_text(traced: Traced) -> str:
    """Write a tree of what a part rests on, then what falls without it and what is weakened."""
    held = traced.held
    lines = [_name(held), f"  at {held.path}", "", *_tree(traced)]
    lines += _list("Without it nothing falls.", "Without it falls:", traced.falls)
    lines += _list("Nothing else loses a part of its support.", "Loses a part of its support:", traced.weakened)
    return "".join(f"{''.join(c if c.isprintable() else ' ' for c in line)}\n" for line in lines)


def _name(held: Held) -> str:
    return f"{held.anchor} ({held.kind}): {held.title}" if held.is_part else held.title


def _tree(traced: Traced) -> list[str]:
    if not traced.rests_on:
        what = "It is a source of its own." if traced.held.kind == "source" else "It rests on nothing that is named."
        return [what, ""]
    circle = [] if traced.stands else ["In the end it rests on itself alone."]
    return ["It rests on:", *_branches(traced.rests_on, ""), *circle, ""]


def _branches(branches: Sequence[Branch], before: str) -> Iterator[str]:
    for i, branch in enumerate(branches, 1):
        last = i == len(branches)
        place = f", {branch.step.locator}" if branch.step.locator else ""
        more = f"; {branch.more}" if branch.more else ""
        yield f"{before}{'└─' if last else '├─'} {branch.to.anchor}{place}: {branch.to.title} [{branch.step.how}{more}]"
        yield from _branches(branch.branches, f"{before}{'   ' if last else '│  '}")


def _list(nothing: str, heading: str, held: Sequence[Held]) -> list[str]:
    return [f"{heading}", *(f"  {_name(each)}" for each in held)] if held else [nothing]


def as_json(traced: Traced) -> str:
    """Write an object: what was traced, whether it `stands`, `rests_on` as a tree, and the rest as lists."""
    said = {
        **_object(traced.held),
        "stands": traced.stands,
        "rests_on": [_branch(branch) for branch in traced.rests_on],
        "holds_up": [_object(held) for held in traced.holds_up],
        "falls": [_object(held) for held in traced.falls],
        "weakened": [_object(held) for held in traced.weakened],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _object(held: Held) -> dict[str, object]:
    return {"id": held.anchor, "kind": held.kind, "title": held.title, "path": held.path}


def _branch(branch: Branch) -> dict[str, object]:
    below = [_branch(each) for each in branch.branches]
    how = {"how": branch.step.how, "locator": branch.step.locator}
    return {**_object(branch.to), **how, "rests_on": below, "more": branch.more}
