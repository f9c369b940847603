"""How the plan is edited by several people: revisions, conflicts, history, undo; nothing is overwritten silently."""

from blindspot.plan.editing.changes import Change, Changed
from blindspot.plan.editing.conflicts import Conflict, Stale
from blindspot.plan.editing.history import Edit, history, restore
from blindspot.plan.editing.saving_together import change
from blindspot.plan.editing.undo import can_redo, can_undo, redo, undo

__all__ = [
    "Change",
    "Changed",
    "Conflict",
    "Edit",
    "Stale",
    "can_redo",
    "can_undo",
    "change",
    "history",
    "redo",
    "restore",
    "undo",
]
