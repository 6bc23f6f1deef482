"""Components: functions from parts of a brief to blocks of a document.

Templates call them by name, with the brief around them already known: `{{ timeline(brief.timeline) }}`. From a script
the first argument is a `Context`: `timeline(Context(brief), brief.timeline)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from ...document.nodes import Blocks
from .context import Context
from .effects import effects_by_order, effects_table
from .events import events, timeline
from .frame import (
    corrections,
    distribution,
    exhibits,
    facts,
    kicker,
    notices,
    people,
    sections,
    subtitle,
    timing,
    word_count,
)
from .judgments import key_figures, key_judgments
from .legend import scale_legend
from .notes import beside
from .outlook import gaps_table, options, recommendations, risks_table
from .positions import actors, position_matrix, positions
from .scenarios import likelihood_chart, scenario_set, scenarios
from .source_summary import source_summary
from .sources import glossary, references, source_list

Component = Callable[..., Blocks | int]

COMPONENTS: Mapping[str, Component] = {
    component.__name__: component
    for component in (
        actors,
        beside,
        corrections,
        distribution,
        effects_by_order,
        effects_table,
        events,
        exhibits,
        facts,
        gaps_table,
        glossary,
        key_figures,
        key_judgments,
        kicker,
        likelihood_chart,
        notices,
        options,
        people,
        position_matrix,
        positions,
        recommendations,
        risks_table,
        scale_legend,
        scenario_set,
        scenarios,
        sections,
        source_list,
        source_summary,
        subtitle,
        timeline,
        timing,
        word_count,
    )
}


def components(context: Context) -> dict[str, Component]:
    """Bind every component to a brief, by name, for a template."""
    return {name: partial(component, context) for name, component in COMPONENTS.items()}


__all__ = ["COMPONENTS", "Component", "Context", "components", "references"]
