"""How rows are edited by several people: revisions, conflicts, history, undo; nothing is overwritten silently."""

from blindspot.editing.changes import Change, Changed
from blindspot.editing.conflicts import Conflict, Stale
from blindspot.editing.history import Edit, history, restore
from blindspot.editing.saving_together import change
from blindspot.editing.undo import can_redo, can_undo, redo, undo

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
