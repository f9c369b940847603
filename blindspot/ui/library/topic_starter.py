"""The way from works to a topic of one's own: a starter codebook, a name, the terms that select the works."""

from __future__ import annotations

import streamlit as st

from blindspot.errors import BlindspotError
from blindspot.labelling.codebook import Codebook, Topic, parse
from blindspot.library.codebooks import TopicEntry, list_topics, save_codebook
from blindspot.library.import_jobs import ImportDesk
from blindspot.shipped import DATA
from blindspot.ui import address
from blindspot.ui.desk import Desk
from blindspot.ui.error_notice import say_error
from blindspot.ui.lines import read_lines
from blindspot.ui.marking import escape_markdown
from blindspot.ui.texts import Translator

STARTERS = DATA / "codebooks"
EMPTY = "empty"
NEXT = "topic_next"
MOST_NAMED = 3


def offer_next_step(desk: Desk, imports: ImportDesk) -> None:
    """After works of one's own came in: the gaps, or first a topic to look for gaps in."""
    t = desk.t
    has_works = any(not row["is_sample"] for row in desk.store.rows("library/imports"))
    if imports.is_busy or not has_works:
        return
    topics = [topic for topic in list_topics(desk.store) if not topic.is_sample]
    if topics:
        _lead_on(desk, topics)
        return
    with st.container(border=True):
        st.subheader(t("Next: what is your topic?"), anchor=False)
        st.write(t("A topic says which of the works count and which angles to look for. Both can be changed later."))
        topic_id = ask_for_topic(desk, key="first_topic")
    if topic_id is not None:
        view_topic(topic_id)
        st.switch_page("pages/explore/gaps.py", query_params=dict(st.query_params))


def _lead_on(desk: Desk, topics: list[TopicEntry]) -> None:
    """Say how many works each topic has now, with the way to the gaps, or to the terms where it has none."""
    t = desk.t
    works = {
        topic.topic_id: desk.store.rows("explore/whole_topic", topic_id=topic.topic_id)[0]["works"] for topic in topics
    }
    first = max(topics, key=lambda topic: works[topic.topic_id])
    shown = sorted(topics, key=lambda topic: -works[topic.topic_id])[:MOST_NAMED]
    named = [
        t(
            "“{topic}”: {works}",
            topic=escape_markdown(topic.name),
            works=t.plural("{n} work", "{n} works", works[topic.topic_id]),
        )
        for topic in shown
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if works[first.topic_id] and st.button(
            t("See the gaps"), type="primary", icon=":material/visibility_off:", key="starter_gaps"
        ):
            st.switch_page("pages/explore/gaps.py", query_params=dict(st.query_params))
        if not works[first.topic_id]:
            st.page_link("pages/library/codebook.py", label=t("Change the topic"), icon=":material/label:")
            st.page_link("pages/library/topics.py", label=t("Make another topic"), icon=":material/add:")
        st.caption(t.all_of(named), width="content")


def ask_for_topic(desk: Desk, *, key: str, has_empty: bool = False) -> int | None:
    """Draw the form of a new topic; return its id once it is made."""
    t = desk.t
    options = [*starters(), *([EMPTY] if has_empty else [])]
    with st.form(key, border=False):
        starter = st.segmented_control(
            t("Start with the angles for"),
            options,
            default=options[0],
            required=True,
            format_func=lambda name: starter_name(name, t),
            key=f"{key}_starter",
            help=t("A starter is a list of angles with their terms, in Chinese and English. Edit it as you like."),
        )
        name = st.text_input(t("Name of the topic"), key=f"{key}_name", placeholder="Seedance 2.0")
        terms = st.text_area(
            t("Terms that select its works, one a line"),
            key=f"{key}_terms",
            placeholder="seedance\n即梦",
            help=t("A work belongs to the topic if one of them stands in its title, text, hashtags or transcript."),
        )
        st.caption(t("Without terms every imported work belongs to the topic."))
        is_sent = st.form_submit_button(t("Create the topic"), type="primary", icon=":material/arrow_forward:")
    if not is_sent:
        return None
    try:
        return create_topic(desk, starter, name, read_lines(terms))
    except BlindspotError as error:
        say_error(error, t)
        return None


def create_topic(desk: Desk, starter: str, name: str, terms: tuple[str, ...]) -> int:
    """Save a new topic with a starter's angles and return its id; BlindspotError for a name missing or taken."""
    if not name.strip():
        raise BlindspotError("The topic has no name.", "Give it one, such as the product or the subject.")
    taken = {topic.name.casefold() for topic in list_topics(desk.store) if not topic.is_sample}
    if name.strip().casefold() in taken:
        raise BlindspotError("There is a topic “{name}” already.", "Choose another name.", name=name.strip())
    angles = () if starter == EMPTY else read_starter(starter).angles
    return save_codebook(desk.store, desk.who, None, Codebook(Topic(name.strip(), terms), angles))


def view_topic(topic_id: int) -> None:
    """Make a topic the one in view on every page; only before its picker is drawn."""
    address.put("topic", str(topic_id), [str(topic_id)])


def view_topic_next(topic_id: int) -> None:
    """Make a topic the one in view from the next run on; for where its picker is drawn already."""
    st.session_state[NEXT] = topic_id


def follow_topic() -> None:
    """Bring the topic that was asked for into view, by drawing the page anew; the first thing a page does."""
    topic_id = st.session_state.pop(NEXT, None)
    if topic_id is not None:
        view_topic(topic_id)
        st.rerun()


def starters() -> list[str]:
    """Return the names of the starter codebooks."""
    return [path.stem for path in sorted(STARTERS.glob("*.toml"))]


def read_starter(name: str) -> Codebook:
    """Return a starter codebook."""
    path = STARTERS / f"{name}.toml"
    return parse(path.read_text(encoding="utf-8"), file=path.name)


def starter_name(name: str, t: Translator) -> str:
    """Return what a starter is for."""
    return {"ai_video": t("AI video"), "any_topic": t("any topic"), EMPTY: t("none, I write my own")}.get(name, name)
