"""What of the library people edit."""

from __future__ import annotations

from blindspot.editing.items import Inner, Item
from blindspot.editing.tidying import stripped
from blindspot.library.accounts import check_account, settle_accounts
from blindspot.library.codebook_settling import settle_angles, settle_topics
from blindspot.library.creators import check_creator
from blindspot.library.sources.claims import check_claim, settle_claims

ITEMS = (
    Item(
        "topic",
        part="library",
        read="library/editable_topics",
        put="library/put_topics",
        key="topic_id",
        inner={"terms": Inner(forget="library/forget_topic_terms_of", add="library/add_topic_terms_of", value="term")},
        checked=stripped,
        settle=settle_topics,
    ),
    Item(
        "angle",
        part="library",
        read="library/editable_angles",
        put="library/put_angles",
        key="angle_id",
        inner={
            "terms": Inner(forget="library/forget_angle_terms_of", add="library/add_angle_terms_of", value="term"),
            "exclude": Inner(
                forget="library/forget_angle_exclusions_of", add="library/add_angle_exclusions_of", value="term"
            ),
        },
        checked=stripped,
        settle=settle_angles,
    ),
    Item(
        "account",
        part="library",
        read="library/editable_accounts",
        put="library/put_accounts",
        checked=check_account,
        settle=settle_accounts,
    ),
    Item(
        "claim",
        part="library",
        read="library/editable_claims",
        put="library/put_claims",
        key="claim_id",
        inner={"uses": Inner(add="library/grade_uses")},
        checked=check_claim,
        settle=settle_claims,
    ),
    Item(
        "creator",
        part="library",
        read="library/editable_creators",
        put="library/put_creators",
        checked=check_creator,
    ),
    Item("mapping", part="library", read="library/editable_mappings", put="library/put_mappings"),
)
