"""What a link asked for and is not there: said, with what there is instead; never another one opened in its place."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.library.codebooks import TopicEntry, list_topics
from blindspot.library.topic_bin import HeldTopic, bring_topic_back, list_binned_topics
from blindspot.store import Store
from blindspot.ui import address
from blindspot.ui.desk import asked_topic, topic_name, user_name
from blindspot.ui.error_notice import say_error
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator

MOST_TOPICS = 6


def say_missing_topic(store: Store, t: Translator) -> None:
    """Draw, where the topic that is asked for is in the bin or gone, its way back and the topics there are."""
    wanted, topics = asked_topic(), list_topics(store)
    if wanted is None or wanted in {str(topic.topic_id) for topic in topics}:
        return
    binned = next((topic for topic in list_binned_topics(store) if str(topic.topic_id) == wanted), None)
    with st.container(border=True, key="missing_topic"):
        if binned:
            st.subheader(t("This topic is in the bin"), anchor=False)
            st.write(t("“{name}” was put there with all that belongs to it.", name=escape_markdown(binned.name)))
        else:
            st.subheader(t("This topic is not there"), anchor=False)
            st.write(t("It was deleted, or the link is from another database. No other topic was opened in its place."))
        with st.container(horizontal=True):
            if binned:
                _offer_back(store, t, binned)
            for topic in topics[:MOST_TOPICS]:
                _offer_topic(t, topic)
            st.page_link("pages/library/topics.py", label=t("All topics"), icon=":material/topic:")


def is_missing(name: str, there: Collection[int]) -> bool:
    """Return whether the address asks for an id that is not there; what is open then is nothing."""
    words = st.query_params.get_all(name)
    return bool(words) and words[0] not in {str(one) for one in there}


def _offer_back(store: Store, t: Translator, topic: HeldTopic) -> None:
    if not st.button(
        t("Bring the topic back"), icon=":material/restore_from_trash:", type="primary", key="missing_topic_back"
    ):
        return
    try:
        bring_topic_back(store, user_name(), topic.topic_id)
    except BlindspotError as error:
        say_error(error, t)
        return
    st.rerun()


def _offer_topic(t: Translator, topic: TopicEntry) -> None:
    st.button(
        escape_markdown(topic_name(topic, t)),
        icon=":material/arrow_forward:",
        key=f"missing_topic_open_{topic.topic_id}",
        on_click=address.put,
        args=("topic", str(topic.topic_id), [str(topic.topic_id)]),
    )
