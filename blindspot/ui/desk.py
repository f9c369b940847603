"""What every page works with: the store, the reader's language, the topic in view, the colours of the theme."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Collection
from dataclasses import dataclass

import streamlit as st

from blindspot.charts import Palette, palette
from blindspot.library.codebooks import TopicEntry, list_topics
from blindspot.library.recounting import recount
from blindspot.plan.sample import load_sample
from blindspot.plan.snapshots import keep_snapshots
from blindspot.settings import read_settings
from blindspot.store import Store
from blindspot.ui import address
from blindspot.ui.editing.edits import Edits, session_edits
from blindspot.ui.texts import Translator, pick_language, translator
from blindspot.ui.widget_functions import named_by

LANGUAGES = {"zh": "中文", "en": "English"}


@dataclass(frozen=True)
class Desk:
    """The store, who its user is and how they read; `topic` is None where there is none yet, or where the one that is
    asked for is `gone`, which holds its id."""

    store: Store
    t: Translator
    language: str
    topic: TopicEntry | None
    colours: Palette
    who: str
    edits: Edits
    gone: str | None = None


@st.cache_resource(show_spinner=False)
def open_store() -> Store:
    """Open the user's database once a process; a new one gets the sample."""
    settings = read_settings()
    store = Store(settings.db, timezone=settings.timezone)
    try:
        recount(store)
        load_sample(store)
    except BaseException:
        store.close()
        raise
    keep_snapshots(store)
    # the last edits before a server stops are in a snapshot too
    atexit.register(store.close)
    return store


def choose_language() -> str:
    """Draw the language switch; the address comes first, then the browser's language."""
    usual = pick_language(st.context.locale)
    words = address.landing_words("lang")
    first = words[0] if words and words[0] in LANGUAGES else usual
    with st.sidebar:
        language = st.segmented_control(
            "中文 / English",
            list(LANGUAGES),
            default=first,
            format_func=named_by(LANGUAGES),
            key=address.key_of("lang"),
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    address.keep("lang", [] if language == usual else [language])
    return language


def desk() -> Desk:
    """Return what this page works with; the frame has chosen the language before."""
    language = st.session_state.get(address.key_of("lang")) or pick_language(st.context.locale)
    store = open_store()
    topics = list_topics(store)
    wanted = asked_topic()
    topic = next((topic for topic in topics if str(topic.topic_id) == wanted), None)
    # another topic than the one that was asked for would be taken for it
    gone = wanted if topic is None else None
    if wanted is None and topics:
        topic = topics[0]
    colours, edits = palette(st.context.theme.type), session_edits()
    edits.settle()
    return Desk(store, translator(language), language, topic, colours, user_name(), edits, gone)


def topic_of(desk: Desk) -> TopicEntry:
    """Return the topic in view, for what is drawn only where there is one; raises LookupError where there is none."""
    if desk.topic is None:
        raise LookupError("no topic is in view, and the page has not said so")
    return desk.topic


def asked_topic() -> str | None:
    """Return the id of the topic that was chosen, or that the address asks for; None where nothing was said."""
    words = address.landing_words("topic")
    return st.session_state.get(address.key_of("topic")) or (words[0] if words else None)


def user_name() -> str:
    """Return who edits: the signed-in user, where signing in is set up, else the name from the settings."""
    known = (st.user.get("name") or st.user.get("email")) if st.user.get("is_logged_in") else None
    return str(known or read_settings().name)


def choose_topic(desk: Desk) -> None:
    """Draw the topic picker, where there is a topic to pick; its choice is the topic of every page."""
    topics = {str(topic.topic_id): topic for topic in list_topics(desk.store)}
    if not topics:
        return
    first = str(desk.topic.topic_id) if desk.topic else None
    key = address.restore("topic", first, _one_of(topics))
    if st.session_state[key] not in topics:
        st.session_state[key] = first
    is_open = desk.gone is not None
    chosen = st.selectbox(
        desk.t("Topic"),
        list(topics),
        index=None if is_open else 0,
        placeholder=desk.t("Choose a topic"),
        format_func=lambda topic_id: topic_name(topics[topic_id], desk.t),
        key=key,
        persist_state="session",
    )
    address.keep("topic", [one for one in (chosen or desk.gone,) if one])


def topic_name(topic: TopicEntry, t: Translator) -> str:
    """Return the topic's name; the sample says that it is one."""
    return t("{name} · sample", name=topic.name) if topic.is_sample else topic.name


def _one_of(options: Collection[str]) -> Callable[[list[str]], str | None]:
    return lambda words: words[0] if words[0] in options else None
