"""What a brief says: immutable values, no input or output, no layout."""

from .brief import Brief
from .content import Exhibit, KeyFigure, Section, TableData, Term
from .dates import Date, Moment
from .evidence import Claim, Name, Source
from .matter import Actor, Effect, Event, Issue, Position
from .order import effect_order
from .outlook import (
    Gap,
    Indicator,
    Judgment,
    Option,
    Recommendation,
    Risk,
    Scenario,
    ScenarioSet,
)
from .part import Marking, Part, anchor
from .reference import SourceRef
from .settings import Allowed, Correction, Layout, Scales, Settings, Timing
from .values import Attribution, Change, Confidence, Horizon, Likelihood, Person, Quote

__all__ = [
    "Actor",
    "Allowed",
    "Attribution",
    "Brief",
    "Change",
    "Claim",
    "Confidence",
    "Correction",
    "Date",
    "Effect",
    "Event",
    "Exhibit",
    "Gap",
    "Horizon",
    "Indicator",
    "Issue",
    "Judgment",
    "KeyFigure",
    "Layout",
    "Likelihood",
    "Marking",
    "Moment",
    "Name",
    "Option",
    "Part",
    "Person",
    "Position",
    "Quote",
    "Recommendation",
    "Risk",
    "Scales",
    "Scenario",
    "ScenarioSet",
    "Section",
    "Settings",
    "Source",
    "SourceRef",
    "TableData",
    "Term",
    "Timing",
    "anchor",
    "effect_order",
]
