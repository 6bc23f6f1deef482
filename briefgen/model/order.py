"""The order of effects, as it follows from their causes."""

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from .mistakes import mistake

if TYPE_CHECKING:
    from .brief import Brief


def effect_order(brief: "Brief") -> dict[str, int]:
    """Give each effect's order by its id: 1 when no other effect causes it, else one more than its causes'.

    Raises `InputError` when effects cause each other in a circle.
    """
    effects = {effect.id or "": effect.causes for effect in brief.effects}
    causes = {id: [cause for cause in given if cause in effects] for id, given in effects.items()}
    order: dict[str, int] = {}
    try:
        for id in TopologicalSorter(causes).static_order():
            order[id] = 1 + max((order[cause] for cause in causes[id]), default=0)
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise mistake(f"effects cause each other in a circle: {circle}", code="circle", path="effects") from None
    return {id: order[id] for id in effects}
