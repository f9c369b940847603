"""Series: episodes in an order, what each needs and repeats, the days on which one is due."""

from blindspot.plan.series.editing import add_episode, add_series, move_episode
from blindspot.plan.series.listing import (
    BinnedEpisode,
    SeriesEntry,
    binned_episodes,
    every_series,
    list_series,
    proposals_to_plan,
)
from blindspot.plan.series.needs import Need, find_needs
from blindspot.plan.series.perspectives import read_perspective
from blindspot.plan.series.phases import Phase, find_phases
from blindspot.plan.series.repeats import Repeat, claims_of, find_repeats
from blindspot.plan.series.slots import Clash, find_clashes, is_open, plan_dates, slots_from

__all__ = [
    "BinnedEpisode",
    "Clash",
    "Need",
    "Phase",
    "Repeat",
    "SeriesEntry",
    "add_episode",
    "add_series",
    "binned_episodes",
    "claims_of",
    "every_series",
    "find_clashes",
    "find_needs",
    "find_phases",
    "find_repeats",
    "is_open",
    "list_series",
    "move_episode",
    "plan_dates",
    "proposals_to_plan",
    "read_perspective",
    "slots_from",
]
