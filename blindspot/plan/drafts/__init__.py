"""Help of a language model, off unless settings name one: drafts that cite claims, for a person to take or refuse."""

from blindspot.plan.drafts.answers import Kind, Line, ShotLine, words_so_far
from blindspot.plan.drafts.asking import Estimate, count_tokens, estimate
from blindspot.plan.drafts.drafting import Drafting, DraftJob, DraftView
from blindspot.plan.drafts.endpoint import Endpoint, Usage, endpoint_of
from blindspot.plan.drafts.grounds import figures_without_claim
from blindspot.plan.drafts.keeping import Draft, list_drafts, machine_written, take_draft, turn_down
from blindspot.plan.drafts.material import Material, gather

__all__ = [
    "Draft",
    "DraftJob",
    "DraftView",
    "Drafting",
    "Endpoint",
    "Estimate",
    "Kind",
    "Line",
    "Material",
    "ShotLine",
    "Usage",
    "count_tokens",
    "endpoint_of",
    "estimate",
    "figures_without_claim",
    "gather",
    "list_drafts",
    "machine_written",
    "take_draft",
    "turn_down",
    "words_so_far",
]
