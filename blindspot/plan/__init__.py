"""Use cases of what we make of it: proposals, series, storyboards, signals."""

from blindspot.editing.items import declare
from blindspot.plan.items import ITEMS

declare(*ITEMS)
