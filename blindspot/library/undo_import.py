"""Takes an import back: works that only it brought go, others return to what was known without it."""

from __future__ import annotations

from blindspot.library.comments import undo_comments
from blindspot.library.label_demand import label_demand
from blindspot.library.label_works import label_new_words
from blindspot.library.removal import remove_orphans
from blindspot.library.staging import rebuild_responses
from blindspot.store import Store


def undo_import(store: Store, import_id: int) -> None:
    """Undo one import; a person's labels and creators with a role stay for when the works come back."""
    with store.importing() as tx:
        is_sample = {"import_id": import_id} in tx.rows("library/sample_imports")
        touched = tx.arrow("library/undo_touched", import_id=import_id)
        tx.run("library/undo_texts", import_id=import_id)
        tx.run("library/undo_pass_on_texts", import_id=import_id)
        tx.run("library/undo_forget_texts", import_id=import_id)
        tx.run("library/undo_snapshots", import_id=import_id)
        with tx.given(touched=touched):
            tx.run("library/restate_counts")
        remove_orphans(tx)
        for table in ("imports", "rejects", "unread_cells", "remarks", "comment_rejects", "interest"):
            tx.run(f"library/remove_import_from_{table}", import_id=import_id)
        undo_comments(tx, import_id)
        rebuild_responses(tx)
        with tx.given(touched=touched):
            texts = tx.arrow("library/search_texts_of_works")
        label_new_words(tx, texts, is_sample=is_sample)
        label_demand(tx)
