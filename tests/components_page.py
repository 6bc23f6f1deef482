"""The page of the components, made from their docstrings and what they take.

Run from the repository's root to renew it:
`PYTHONPATH=. python tests/components_page.py > docs/reference/components.md`
"""

import inspect
import re

from fields_page import linked

from briefgen import model
from briefgen.composition.components import COMPONENTS

HEAD = """\
# Components

What a template prints of a brief is made by components: `{{ timeline(brief.timeline) }}`, or the same as a filter,
`{{ brief.timeline | timeline }}`. Each takes the real parts of a brief, or some of them
(`{{ timeline(brief.timeline[:3]) }}`), and gives blocks. What was not given does not appear. [Roles](roles.md) lists
the classes that they put on what they make.

From a script, the first argument is a `Context`:

```python
import briefgen
from briefgen.composition.components import COMPONENTS, Context

brief = briefgen.load("examples/moscow-talks/brief.yaml")
(table,) = COMPONENTS["timeline"](Context(brief), brief.timeline)
print(len(table.bodies[0].rows), "rows")
```

```text
2 rows
```

This page is made from the components; renew it with
`PYTHONPATH=. python tests/components_page.py > docs/reference/components.md`.
"""
PARTS = "[parts](fields.md#every-part), one after another"
KINDS = {name: getattr(model, name) for name in model.__all__}
OWN = {"FreeSection": "Section"}


def components_page() -> str:
    """Write the page: a row for each component, by its name."""
    rows = (row(name, component) for name, component in sorted(COMPONENTS.items()))
    return "\n".join([HEAD, "| component | takes | makes |", "| --- | --- | --- |", *rows]) + "\n"


def row(name: str, component: object) -> str:
    """Write a component's row; the context around it is not its caller's business."""
    taken = list(inspect.signature(component).parameters.values())[1:]
    said = " ".join(inspect.getdoc(component).split())
    return f"| `{name}` | {', '.join(map(takes, taken)) or 'nothing'} | {said} |"


def takes(parameter: inspect.Parameter) -> str:
    """Say what one argument is."""
    kind = str(parameter.annotation)
    inner = re.sub(r"^Sequence\[(.*)\]$| \| None$", r"\1", kind)
    inner = OWN.get(inner, inner)
    if inner in ("Brief", "Part"):
        return "the brief" if inner == "Brief" else PARTS
    many = "a list: " if kind.startswith("Sequence") else ""
    default = "" if parameter.default is parameter.empty else f" (or `{parameter.default!r}`)"
    return f"{many}{within(KINDS[inner]) if inner in KINDS else f'`{parameter.name}`'}{default}"


def within(kind: type) -> str:
    """Link to the section of a kind in the page of fields."""
    return linked(kind).replace("(#", "(fields.md#")


if __name__ == "__main__":
    print(components_page(), end="")
